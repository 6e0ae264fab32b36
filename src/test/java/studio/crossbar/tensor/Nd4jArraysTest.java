package studio.crossbar.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Against {@link NpyFile}, and against the format itself where that holds float32 only. */
class Nd4jArraysTest {

    private static final float[] VALUES = {0, -0f, 1.5f, Float.MIN_VALUE, Float.MAX_VALUE, Float.NEGATIVE_INFINITY};

    @Test
    void floatsComeBackThroughTheOwnReader() {
        NpyFile matrix = NpyFile.decode(Nd4jArrays.npy(VALUES, 2, 3));
        assertThat(matrix.shape()).containsExactly(2, 3);
        assertThat(matrix.values()).isEqualTo(VALUES);
        NpyFile column = NpyFile.decode(Nd4jArrays.npy(VALUES, 6, 1));
        assertThat(column.shape()).containsExactly(6, 1);
        assertThat(column.values()).isEqualTo(VALUES);
    }

    @Test
    void shortsAreInt16InRowMajorOrder() {
        short[] values = {-255, 255, 0, 1, -1, Short.MIN_VALUE};
        byte[] file = Nd4jArrays.npy(values, 2, 3);
        int start = 10 + file[8] + 256 * file[9];
        assertThat(new String(file, 10, start - 10, StandardCharsets.ISO_8859_1))
                .contains("'<i2'", "False", "(2, 3)");
        short[] found = new short[6];
        ByteBuffer.wrap(Arrays.copyOfRange(file, start, file.length))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(found);
        assertThat(found).isEqualTo(values);
        assertThat(file).hasSize(start + 12);
    }

    @Test
    void aShapeThatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> Nd4jArrays.npy(VALUES, 2, 2)).hasMessage("values: 6, but shape [2, 2] holds 4");
        assertThatThrownBy(() -> Nd4jArrays.npy(new short[3], 2)).hasMessage("values: 3, but shape [2] holds 2");
    }
}
