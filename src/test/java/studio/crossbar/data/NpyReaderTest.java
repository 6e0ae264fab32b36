package studio.crossbar.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.crossbar.tensor.NpyFile;

class NpyReaderTest {

    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(strings = {"folder", "a.npz", "a.zip", "a.tar.gz", "a.tar.xz"})
    void readsTwoPartsInEveryForm(String form) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String part : new String[] {"train", "test"}) {
            files.put("y_" + part + ".npy", npy(1, "<i8", "(2,)", longs(1, 0)));
            files.put("X_" + part + ".npy", new NpyFile(new int[] {2, 1, 2, 3}, counting(12)).encode());
        }
        Parts parts = NpyReader.read(Archives.write(dir.resolve(form), files));
        assertThat(parts.train().shape()).isEqualTo("1 × 2 × 3");
        assertThat(parts.train().features()).containsExactly(counting(12));
        assertThat(parts.test().labels()).containsExactly(1, 0);
        assertThat(parts.train().classNames()).containsExactly("0", "1");
    }

    @ParameterizedTest
    @CsvSource({"'(10, 4)',4 × 1", "'(10, 2, 2)',2 × 2", "'(10, 1, 2, 2)',1 × 2 × 2"})
    void onePairIsSplitAndTheShapeTellsWhatItIs(String shape, String expected) throws IOException {
        Parts parts = read(npy(1, "<f4", shape, new NpyFile(new int[] {40}, counting(40)).encode(), 128), labels());
        assertThat(parts.train().shape()).isEqualTo(expected);
        assertThat(parts.train().classCounts()).containsExactly(4, 4);
        assertThat(parts.test().classCounts()).containsExactly(1, 1);
    }

    @Test
    void everyPlainTypeIsRead() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(160).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 20; i++) {
            buffer.putDouble(i - 0.5);
        }
        assertThat(first("<f8", buffer.array())).isEqualTo(-0.5f);
        assertThat(first("|u1", bytes(20, 255))).isEqualTo(255);
        assertThat(first("|i1", bytes(20, 255))).isEqualTo(-1);
        assertThat(first("|b1", bytes(20, 1))).isEqualTo(1);
        assertThat(first("<u2", bytes(40, 255))).isEqualTo(65535);
        assertThat(first("<i2", bytes(40, 255))).isEqualTo(-1);
        assertThat(first("<f2", bytes(40, 0x3C))).isEqualTo(Float.float16ToFloat((short) 0x3C3C));
        assertThat(first("<u4", bytes(80, 255))).isEqualTo(4294967295f);
        assertThat(first("<i4", bytes(80, 255))).isEqualTo(-1);
    }

    /** Value of X that is smallest in magnitude, wherever the split put it. */
    private float first(String type, byte[] values) throws IOException {
        Parts parts = read(npy(2, type, "(10, 2)", values), labels());
        float a = parts.train().features()[0];
        float b = parts.test().features()[0];
        return Math.min(a, b);
    }

    @Test
    void whatIsNoPlainArrayIsRefusedWithARemedy() throws IOException {
        assertRefused(npy(1, ">f4", "(10, 2)", bytes(80, 0)), "X.npy", "big-endian", "astype");
        assertRefused(npy(1, "<c8", "(10, 2)", bytes(160, 0)), "X.npy", "'c8'", "astype");
        byte[] fortran = new String(npy(1, "<f4", "(10, 2)", bytes(80, 0)), StandardCharsets.ISO_8859_1)
                .replace("False", "True ")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(fortran, "column-major", "ascontiguousarray");
        assertRefused(new byte[] {1, 2, 3}, "X.npy, byte 0", "no NPY file");
        assertRefused(npy(1, "<f4", "(10,)", bytes(40, 0)), "shape (10) is no table", "(n, features)");
        assertRefused(npy(1, "<f4", "(10, 0)", bytes(0, 0)), "shape (10, 0)");
    }

    @Test
    void truncatedLongAndLyingFilesAreRefused() throws IOException {
        byte[] whole = npy(1, "<f4", "(10, 2)", bytes(80, 0));
        assertRefused(Arrays.copyOf(whole, 40), "X.npy, byte 40", "within the header");
        assertRefused(Arrays.copyOf(whole, whole.length - 3), "X.npy, byte " + (whole.length - 3), "truncated");
        assertRefused(Arrays.copyOf(whole, whole.length + 1), "X.npy, byte " + whole.length, "goes on after");
        assertRefused(npy(1, "<f4", "(500000000, 1)", bytes(80, 0)), "ends before the 500000000 values");
        assertRefused(npy(1, "<f4", "(500000000, 9)", bytes(80, 0)), "more than 536870912 values");
        assertRefused(npy(1, "<f4", "(99999999999, 9)", bytes(80, 0)), "more than memory holds");
    }

    @Test
    void valuesThatAreNotFiniteAreNamedByIndex() throws IOException {
        float[] values = counting(20);
        values[7] = Float.NaN;
        assertRefused(new NpyFile(new int[] {10, 2}, values).encode(), "X.npy", "value [3, 1] is NaN");
    }

    @Test
    void labelsMustBeWholeEnoughAndOfTheSameNumber() throws IOException {
        byte[] x = new NpyFile(new int[] {10, 2}, counting(20)).encode();
        assertLabelsRefused(x, new NpyFile(new int[] {10}, counting(10)).encode(), "cannot be split");
        float[] bad = counting(10);
        bad[3] = 0.5f;
        assertLabelsRefused(x, new NpyFile(new int[] {10}, bad).encode(), "y.npy", "label 0.5 of record 4");
        assertLabelsRefused(x, npy(1, "<i8", "(1,)", longs(-1)), "label -1.0 of record 1");
        assertLabelsRefused(x, npy(1, "<i8", "(2,)", longs(0, 1)), "has 10 samples, but there are 2 labels");
        assertLabelsRefused(x, npy(1, "<i8", "(1, 2)", longs(0, 1)), "shape (1, 2) is no list of labels");
        Path lonely = Archives.write(dir.resolve("l.zip"), Map.of("y.npy", labels()));
        assertThatThrownBy(() -> NpyReader.read(lonely)).hasMessageContaining("'X.npy' is missing");
    }

    private Parts read(byte[] x, byte[] y) throws IOException {
        return NpyReader.read(Archives.write(dir.resolve("a.zip"), Map.of("X.npy", x, "y.npy", y)));
    }

    private void assertRefused(byte[] x, String... parts) throws IOException {
        assertLabelsRefused(x, labels(), parts);
    }

    private void assertLabelsRefused(byte[] x, byte[] y, String... parts) throws IOException {
        assertThatThrownBy(() -> read(x, y))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContainingAll(parts);
    }

    /** Ten, five of either class. */
    private static byte[] labels() {
        return npy(3, "|u1", "(10, 1)", new byte[] {0, 1, 0, 1, 0, 1, 0, 1, 0, 1});
    }

    private static byte[] npy(int version, String type, String shape, byte[] values) {
        return npy(version, type, shape, values, 0);
    }

    /** @param skipped bytes of {@code values} that are left out */
    private static byte[] npy(int version, String type, String shape, byte[] values, int skipped) {
        byte[] header = ("{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer file = ByteBuffer.allocate(8 + (version == 1 ? 2 : 4) + header.length + values.length - skipped)
                .order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
        if (version == 1) {
            file.putShort((short) header.length);
        } else {
            file.putInt(header.length);
        }
        return file.put(header).put(values, skipped, values.length - skipped).array();
    }

    private static byte[] longs(long... values) {
        ByteBuffer buffer = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asLongBuffer().put(values);
        return buffer.array();
    }

    private static byte[] bytes(int count, int value) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static float[] counting(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = i;
        }
        return values;
    }
}
