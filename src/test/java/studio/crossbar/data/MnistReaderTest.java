package studio.crossbar.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MnistReaderTest {

    @TempDir
    Path dir;

    @Test
    void readsTheRealDistribution() throws IOException {
        Path folder = Path.of("../shared/data/mnist");
        assumeTrue(Files.exists(folder), "MNIST is not at " + folder);

        Parts parts = MnistReader.read(folder);

        assertThat(parts.train().classCounts())
                .containsExactly(5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949);
        assertThat(parts.test().classCounts()).containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
        assertThat(parts.train().shape()).isEqualTo("1 × 28 × 28");
        assertThat(Arrays.copyOf(parts.train().labels(), 5)).containsExactly(5, 0, 4, 1, 9);
        // The mean brightness that everybody standardises with.
        assertThat(Standardisation.fit(parts.train()).mean()[0]).isCloseTo(0.1307f, within(5e-5f));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mnist", "mnist.zip", "mnist.tar.gz", "mnist.tgz", "mnist.tar.xz"})
    void readsEveryFormPlainAndGzipped(String form) throws IOException {
        Map<String, byte[]> files = files();
        files.put(
                "raw/train-labels-idx1-ubyte.gz",
                Archives.gzip(Archives.file(files.remove("raw/train-labels-idx1-ubyte"))));
        files.put("raw/t10k-images.idx3-ubyte", files.remove("raw/t10k-images-idx3-ubyte"));
        Parts parts = MnistReader.read(Archives.write(dir.resolve(form), files));
        assertThat(parts.train().labels()).containsExactly(7, 9);
        assertThat(parts.train().height()).isEqualTo(3);
        assertThat(parts.train().width()).isEqualTo(2);
        assertThat(parts.train().features()[11]).isEqualTo(11 / 255f);
        assertThat(parts.test().size()).isEqualTo(2);
    }

    @Test
    void wrongMagicNumberIsNamed() throws IOException {
        Map<String, byte[]> files = files();
        files.put("raw/train-images-idx3-ubyte", files.get("raw/train-labels-idx1-ubyte"));
        assertRefused(files, "train-images-idx3-ubyte, byte 0", "0x00000801 where 0x00000803 belongs");
    }

    @Test
    void truncatedFilesNameTheByte() throws IOException {
        Map<String, byte[]> files = files();
        files.computeIfPresent("raw/train-images-idx3-ubyte", (name, whole) -> Arrays.copyOf(whole, 20));
        assertRefused(files, "train-images-idx3-ubyte, byte 20", "ends before the 12 values of 2 × 3 × 2");
        files.computeIfPresent("raw/train-images-idx3-ubyte", (name, whole) -> Arrays.copyOf(whole, 9));
        assertRefused(files, "byte 9", "within its header");
    }

    @Test
    void aHeaderThatPromisesTooMuchCostsNoMemory() throws IOException {
        Map<String, byte[]> files = files();
        files.put("raw/t10k-images-idx3-ubyte", idx(3, new int[] {1 << 20, 20, 20}, new byte[5]));
        assertRefused(files, "t10k-images-idx3-ubyte, byte 21", "ends before the 419430400 values");
        files.put("raw/t10k-images-idx3-ubyte", idx(3, new int[] {-1, 28, 28}, new byte[5]));
        assertRefused(files, "t10k-images-idx3-ubyte, byte 4", "4294967295 × 28 × 28", "more than 536870912");
        files.put("raw/t10k-images-idx3-ubyte", idx(3, new int[] {0, 28, 28}, new byte[0]));
        assertRefused(files, "byte 4", "hold nothing");
    }

    @Test
    void longerFileIsRefused() throws IOException {
        Map<String, byte[]> files = files();
        files.computeIfPresent("raw/t10k-labels-idx1-ubyte", (name, whole) -> Arrays.copyOf(whole, 11));
        assertRefused(files, "t10k-labels-idx1-ubyte, byte 10", "goes on");
    }

    @Test
    void labelOutOfRangeNamesRecordAndByte() throws IOException {
        Map<String, byte[]> files = files();
        Archives.file(files.get("raw/t10k-labels-idx1-ubyte"))[9] = 10;
        assertRefused(files, "t10k-labels-idx1-ubyte, byte 9", "label 10 of record 2");
    }

    @Test
    void filesThatDoNotFitTogetherAreRefused() throws IOException {
        Map<String, byte[]> files = files();
        files.put("raw/train-labels-idx1-ubyte", idx(1, new int[] {1}, new byte[1]));
        assertRefused(files, "2 images, but", "has 1 labels");
        files = files();
        files.put("raw/t10k-images-idx3-ubyte", idx(3, new int[] {2, 2, 2}, new byte[8]));
        assertRefused(files, "training images of 1 × 3 × 2, but test images of 1 × 2 × 2");
        files = files();
        files.put(
                "raw/t10k-labels-idx1-ubyte.gz", Archives.gzip(Archives.file(files.get("raw/t10k-labels-idx1-ubyte"))));
        assertRefused(files, "more than one 't10k-labels'");
        files = files();
        files.remove("raw/train-labels-idx1-ubyte");
        assertRefused(files, "'train-labels-idx1-ubyte', plain or .gz, is missing");
    }

    @Test
    void corruptGzipNamesTheFile() throws IOException {
        Map<String, byte[]> files = files();
        byte[] zipped = Archives.gzip(Archives.file(files.remove("raw/train-labels-idx1-ubyte")));
        files.put("raw/train-labels-idx1-ubyte.gz", Arrays.copyOf(zipped, zipped.length - 9));
        assertRefused(files, "raw/train-labels-idx1-ubyte.gz", "corrupt or truncated gzip");
        zipped[zipped.length - 5] ^= 1;
        files.put("raw/train-labels-idx1-ubyte.gz", zipped);
        assertRefused(files, "raw/train-labels-idx1-ubyte.gz", "corrupt or truncated gzip");
    }

    private void assertRefused(Map<String, byte[]> files, String... parts) throws IOException {
        Path zip = Archives.write(dir.resolve("m.zip"), files);
        assertThatThrownBy(() -> MnistReader.read(zip))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContainingAll(parts);
    }

    /** Two images of 3 × 2 a part, values counting up. */
    static Map<String, byte[]> files() {
        byte[] values = new byte[12];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) i;
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String part : new String[] {"train", "t10k"}) {
            files.put("raw/" + part + "-images-idx3-ubyte", idx(3, new int[] {2, 3, 2}, values));
            files.put("raw/" + part + "-labels-idx1-ubyte", idx(1, new int[] {2}, new byte[] {7, 9}));
        }
        return files;
    }

    private static byte[] idx(int dimensions, int[] shape, byte[] values) {
        ByteBuffer file = ByteBuffer.allocate(4 + 4 * dimensions + values.length);
        file.putInt(0x0800 | dimensions);
        for (int size : shape) {
            file.putInt(size);
        }
        return file.put(values).array();
    }
}
