package studio.crossbar.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class NpyFileTest {

    private static final float[] VALUES = {0, -0f, 1.5f, Float.MIN_VALUE, Float.MAX_VALUE, Float.NEGATIVE_INFINITY};

    @TempDir
    private Path folder;

    @Test
    void everyShapeSurvivesTheRoundTrip() {
        for (int[] shape : new int[][] {{6}, {2, 3}, {3, 1, 2}, {1, 1, 1, 1, 1, 1, 1, 6}}) {
            NpyFile read = NpyFile.decode(new NpyFile(shape, VALUES).encode());
            assertThat(read.shape()).isEqualTo(shape);
            assertThat(read.values()).isEqualTo(VALUES);
        }
        assertThat(NpyFile.decode(new NpyFile(new int[0], new float[] {7}).encode())
                        .values())
                .containsExactly(7);
        assertThat(NpyFile.decode(new NpyFile(new int[] {0, 5}, new float[0]).encode())
                        .shape())
                .containsExactly(0, 5);
    }

    @Test
    void theHeaderIsAlignedAsTheFormatAsks() {
        byte[] file = new NpyFile(new int[] {2, 3}, VALUES).encode();
        int header = 10 + file[8] + 256 * file[9];
        assertThat(header % 64).isZero();
        assertThat(file[header - 1]).isEqualTo((byte) '\n');
        assertThat(file).hasSize(header + 24);
    }

    @Test
    void nd4jReadsAndWritesTheSame() throws IOException {
        Path ours = folder.resolve("ours.npy");
        Files.write(ours, new NpyFile(new int[] {2, 3}, VALUES).encode());
        INDArray array = Nd4j.createFromNpyFile(ours.toFile());
        assertThat(array.shape()).containsExactly(2, 3);
        assertThat(array.dup('c').data().asFloat()).isEqualTo(VALUES);

        Path theirs = folder.resolve("theirs.npy");
        Nd4j.writeAsNumpy(array, theirs.toFile());
        NpyFile read = NpyFile.decode(Files.readAllBytes(theirs));
        assertThat(read.shape()).containsExactly(2, 3);
        assertThat(read.values()).isEqualTo(VALUES);
    }

    @Test
    void everyTruncationIsRefused() {
        byte[] file = new NpyFile(new int[] {2, 3}, VALUES).encode();
        for (int length = 0; length < file.length; length++) {
            byte[] part = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> NpyFile.decode(part)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<f4 | <f8 | no row-major little-endian float32",
                "False | True  | no row-major little-endian float32",
                "(2, 3) | (2, 4) | holds 24 bytes of values, but its shape [2, 4] needs 32",
                "(2, 3) | (99999, 99999) | needs more than 2 GB",
                "(2, 3) | (9999999999,) | dimension of 9999999999",
                "(2, 3) | (-2, 3) | no row-major",
                "NUMPY | NUMPI | no NPY file of version 1.0",
            })
    void anotherHeaderIsRefused(String original, String changed, String expected) {
        String file = new String(new NpyFile(new int[] {2, 3}, VALUES).encode(), StandardCharsets.ISO_8859_1);
        int longer = changed.length() - original.length();
        String other = file.replace(original, changed).replace("}" + " ".repeat(Math.max(longer, 0)), "}");
        byte[] bytes = other.getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> NpyFile.decode(bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(expected);
    }

    @Test
    void aShapeThatDoesNotFitTheValuesIsRefused() {
        assertThatThrownBy(() -> new NpyFile(new int[] {2, 2}, VALUES))
                .hasMessage("values: 6, but shape [2, 2] holds 4");
    }
}
