package studio.crossbar.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixProductTest {

    private final Random random = new Random(7);

    @ParameterizedTest
    @CsvSource({"1,1,1", "6,32,5", "7,33,13", "13,6,64", "64,64,128", "12,64,0", "0,4,4", "5,0,3"})
    void sameBitsAsAScalarChainOfFusedMultiplyAdds(int m, int n, int k) {
        float[] a = gaussian(m * k);
        float[] b = gaussian(k * n);
        float[] c = gaussian(m * n);
        float[] expected = new float[m * n];
        float[] added = c.clone();
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                for (int p = 0; p < k; p++) {
                    expected[i * n + j] = Math.fma(a[i * k + p], b[p * n + j], expected[i * n + j]);
                    added[i * n + j] = Math.fma(a[i * k + p], b[p * n + j], added[i * n + j]);
                }
            }
        }
        float[] sum = c.clone();
        MatrixProduct.multiply(m, n, k, a, 0, k, b, 0, n, sum, 0, n, true);
        MatrixProduct.multiply(m, n, k, a, 0, k, b, 0, n, c, 0, n, false);
        assertThat(c).containsExactly(expected);
        assertThat(sum).containsExactly(added);
    }

    /** A 1-D convolution, channels last, as a product over overlapping rows. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void overlappingRowsAreAConvolution(int stride) {
        int channels = 3;
        int taps = 5;
        int outputs = 40;
        int positions = 20;
        float[] x = gaussian(((positions - 1) * stride + taps) * channels);
        float[] w = gaussian(taps * channels * outputs);
        float[] y = new float[positions * outputs];
        MatrixProduct.multiply(
                positions, outputs, taps * channels, x, 0, stride * channels, w, 0, outputs, y, 0, outputs, false);
        for (int p = 0; p < positions; p++) {
            for (int o = 0; o < outputs; o++) {
                double sum = 0;
                for (int t = 0; t < taps; t++) {
                    for (int ch = 0; ch < channels; ch++) {
                        sum += (double) x[(p * stride + t) * channels + ch] * w[(t * channels + ch) * outputs + o];
                    }
                }
                assertThat((double) y[p * outputs + o]).isCloseTo(sum, org.assertj.core.data.Offset.offset(1e-4));
            }
        }
    }

    @Test
    void aMatrixThatDoesNotFitIsRefused() {
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> MatrixProduct.multiply(
                        2, 2, 2, new float[3], 0, 2, new float[4], 0, 2, new float[4], 0, 2, false))
                .withMessageContaining("2 × 2")
                .withMessageContaining("array of 3");
    }

    private float[] gaussian(int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
