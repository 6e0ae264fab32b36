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
    @CsvSource({
        "1,1,1",
        "6,32,5",
        "7,33,13",
        "13,6,64",
        "64,64,128",
        "11,59,128",
        "12,64,0",
        "0,4,4",
        "5,0,3",
        "8,9,7",
        "9,16,20",
        "3,17,9",
        "20,18,31",
        "16,48,40",
        "5,31,8",
        "2,3,1000",
        "70,130,600",
        "130,300,530"
    })
    void sameBitsAsAScalarChainOfFusedMultiplyAdds(int m, int n, int k) {
        checkAgainstScalar(m, n, k, k, 1, n, n);
    }

    @ParameterizedTest
    @CsvSource({"90,32,64", "9,6,16", "17,16,5", "33,50,7", "100,260,300", "20,61,9", "16,48,33", "37,32,6"})
    void aTransposedMatrixIsAColumnStride(int m, int n, int k) {
        checkAgainstScalar(m, n, k, 1, m + 3, n + 2, n + 5);
    }

    @ParameterizedTest
    @CsvSource({
        "amd64, 4, false",
        "amd64, 8, false",
        "x86_64, 8, false",
        "amd64, 16, true",
        "aarch64, 4, true",
        "aarch64, 8, true",
        "riscv64, 8, true"
    })
    void vectorsOfLessThan512BitsHaveFewRegistersOnX86(String architecture, int lanes, boolean many) {
        assertThat(RegisterBlocks.manyRegisters(architecture, lanes)).isEqualTo(many);
    }

    @Test
    void bothStridesMayExceedOne() {
        checkAgainstScalar(19, 21, 23, 50, 2, 30, 40);
        checkAgainstScalar(19, 9, 23, 50, 2, 9, 9);
    }

    /** Compares {@code =} and {@code +=} with plain loops; C beyond its columns must stay as it was. */
    private void checkAgainstScalar(int m, int n, int k, int aRowStride, int aColumnStride, int ldb, int ldc) {
        int offset = 3;
        float[] a = gaussian(offset + m * aRowStride + k * aColumnStride);
        float[] b = gaussian(offset + k * ldb);
        float[] before = gaussian(offset + m * ldc);
        for (boolean accumulate : new boolean[] {false, true}) {
            float[] expected = before.clone();
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    float sum = accumulate ? before[offset + i * ldc + j] : 0f;
                    for (int p = 0; p < k; p++) {
                        float left = a[offset + i * aRowStride + p * aColumnStride];
                        sum = Math.fma(left, b[offset + p * ldb + j], sum);
                    }
                    expected[offset + i * ldc + j] = sum;
                }
            }
            float[] c = before.clone();
            MatrixProduct.multiply(
                    m, n, k, a, offset, aRowStride, aColumnStride, b, offset, ldb, c, offset, ldc, accumulate);
            assertThat(c).containsExactly(expected);
        }
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

    /** Rows that are not at equal distances, as windows of several rows of an image, in one call. */
    @ParameterizedTest
    @CsvSource({"8,48,100", "3,40,300", "9,6,20", "5,16,7", "16,130,129"})
    void productsOfOneMatrixHaveTheBitsOfOneByOne(int m, int n, int k) {
        int[] aStarts = {0, 11, 400, 90, 5};
        int[] cStarts = {0, 2 * m * n, m * n, 3 * m * n, 4 * m * n};
        float[] a = gaussian(410 + m * k);
        float[] b = gaussian(k * n);
        for (boolean accumulate : new boolean[] {true, false}) {
            float[] c = gaussian(5 * m * n + 2);
            float[] expected = c.clone();
            for (int r = 1; r < 4; r++) {
                MatrixProduct.multiply(m, n, k, a, 2 + aStarts[r], k, b, 0, n, expected, 1 + cStarts[r], n, accumulate);
            }
            MatrixProduct.multiplyEach(1, 4, m, n, k, a, 2, aStarts, k, 1, b, 0, n, c, 1, cStarts, n, accumulate);
            assertThat(c).containsExactly(expected);
        }
    }

    /** A k in several parts, as the rows of a window of an image, is one chain. */
    @ParameterizedTest
    @CsvSource({"8,48,9,3", "3,40,25,5", "9,6,20,2", "19,64,32,4", "16,130,128,1"})
    void partsOfOneProductAreOneChain(int m, int n, int k, int parts) {
        int[] aStarts = {0, 70, 7};
        int[] cStarts = {0, m * n, 2 * m * n};
        int[] aParts = random.ints(parts, 0, 300).toArray();
        int[] bParts = random.ints(parts, 0, 300).toArray();
        float[] a = gaussian(380 + m * (k + 2));
        float[] b = gaussian(302 + k * (n + 3));
        float[] before = gaussian(3 * m * n);
        for (boolean accumulate : new boolean[] {true, false}) {
            float[] expected = before.clone();
            for (int r = 0; r < 3; r++) {
                for (int e = 0; e < m * n; e++) {
                    float sum = accumulate ? before[cStarts[r] + e] : 0f;
                    for (int q = 0; q < parts; q++) {
                        for (int p = 0; p < k; p++) {
                            float left = a[1 + aStarts[r] + aParts[q] + e / n * (k + 2) + p];
                            sum = Math.fma(left, b[2 + bParts[q] + p * (n + 3) + e % n], sum);
                        }
                    }
                    expected[cStarts[r] + e] = sum;
                }
            }
            float[] c = before.clone();
            MatrixProduct.multiplyEach(
                    0,
                    3,
                    m,
                    n,
                    parts,
                    k,
                    a,
                    1,
                    aStarts,
                    aParts,
                    k + 2,
                    1,
                    b,
                    2,
                    bParts,
                    n + 3,
                    c,
                    0,
                    cStarts,
                    n,
                    accumulate);
            assertThat(c).containsExactly(expected);
        }
    }

    @Test
    void partsAreNoLongerThanOnePassOverK() {
        int[] starts = {0, 0};
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> MatrixProduct.multiplyEach(
                        0,
                        1,
                        1,
                        1,
                        2,
                        65,
                        new float[65],
                        0,
                        starts,
                        starts,
                        65,
                        1,
                        new float[65],
                        0,
                        starts,
                        1,
                        new float[1],
                        0,
                        starts,
                        1,
                        false))
                .withMessageContaining("2 parts of 65");
    }

    /** Windows that share inputs: what overlaps is added to in an order that no vector's width decides. */
    @ParameterizedTest
    @CsvSource({"4,96,20,32", "3,160,200,16", "5,64,130,33", "1,33,9,7", "11,70,20,16", "9,128,130,32"})
    void blocksThatOverlapAreAddedToByStepsOfDepthThenChunksThenProducts(int m, int n, int k, int shift) {
        int count = 4;
        int ldc = n + count * shift;
        int[] starts = {0, shift, 2 * shift, 3 * shift};
        float[] a = gaussian(3 * shift + m * k);
        float[] b = gaussian(k * n);
        float[] c = gaussian(m * ldc);
        float[] expected = c.clone();
        for (int p = 0; p < k; p += 128) {
            for (int j = 0, columns; j < n; j += columns) {
                int vectors = (n - j + 15) / 16;
                boolean four = m > 8 && vectors >= 4 && vectors % 3 != 0 && vectors != 5;
                boolean two = vectors == 2 || vectors == 4 && m <= 8;
                columns = Math.min(n - j, two ? 32 : four ? 64 : 48);
                for (int start : starts) {
                    for (int e = 0; e < m * columns; e++) {
                        int i = e / columns;
                        int column = j + e % columns;
                        float sum = expected[start + i * ldc + column];
                        for (int q = p; q < Math.min(k, p + 128); q++) {
                            sum = Math.fma(a[start + i * k + q], b[q * n + column], sum);
                        }
                        expected[start + i * ldc + column] = sum;
                    }
                }
            }
        }
        MatrixProduct.multiplyEach(0, count, m, n, k, a, 0, starts, k, 1, b, 0, n, c, 0, starts, ldc, true);
        assertThat(c).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"18,48,8", "128,96,5", "9,6,20", "3,33,300", "8,16,64"})
    void aSumOfProductsIsOneChain(int m, int n, int k) {
        int count = 40;
        int[] aStarts = new int[count];
        int[] bStarts = new int[count];
        for (int r = 0; r < count; r++) {
            aStarts[r] = random.nextInt(500);
            bStarts[r] = random.nextInt(500);
        }
        float[] a = gaussian(502 + k * (m + 3));
        float[] b = gaussian(502 + k * (n + 1));
        float[] c = gaussian(m * n + 1);
        float[] expected = c.clone();
        for (int r = 3; r < count; r++) {
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    float sum = expected[1 + i * n + j];
                    for (int p = 0; p < k; p++) {
                        float left = a[2 + aStarts[r] + i + p * (m + 3)];
                        sum = Math.fma(left, b[1 + bStarts[r] + p * (n + 1) + j], sum);
                    }
                    expected[1 + i * n + j] = sum;
                }
            }
        }
        MatrixProduct.addSum(3, count, m, n, k, a, 2, aStarts, 1, m + 3, b, 1, bStarts, n + 1, c, 1, n);
        assertThat(c).containsExactly(expected);
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
