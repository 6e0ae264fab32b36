package studio.crossbar.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Single-precision product {@code C = A · B}, or {@code C += A · B}, on row-major {@code float[]}.
 *
 * <p>The rows of A may overlap: with channels-last signals the window of output position {@code p} is the contiguous
 * slice at {@code p · stride · channels}, so a convolution is a product with that row stride and nothing is unrolled.
 * Every element of C is one chain of fused multiply-adds over k in rising order, so results are the same bits for any
 * vector width and for the scalar path.
 */
public final class MatrixProduct {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int ROWS = 6;

    private MatrixProduct() {}

    /**
     * Computes {@code C [m × n] (+)= A [m × k] · B [k × n]}.
     *
     * @param aOffset index of A's first element; element (i, p) is {@code i · aRowStride + p · aColumnStride} further
     * @param bOffset index of B's first element; {@code ldb ≥ n}
     * @param cOffset index of C's first element; {@code ldc ≥ n}
     * @param accumulate whether to add to C instead of overwriting it
     * @throws IndexOutOfBoundsException if a matrix does not fit its array
     */
    public static void multiply(
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int aRowStride,
            int aColumnStride,
            float[] b,
            int bOffset,
            int ldb,
            float[] c,
            int cOffset,
            int ldc,
            boolean accumulate) {
        if (m == 0 || n == 0) {
            return;
        }
        checkFits(a, aOffset, aRowStride, aColumnStride, m, k);
        checkFits(b, bOffset, ldb, 1, k, n);
        checkFits(c, cOffset, ldc, 1, m, n);
        int lda = aRowStride;
        int paired = n - n % (2 * LANES);
        int i = 0;
        for (; aColumnStride == 1 && i + ROWS <= m; i += ROWS) {
            int aRow = aOffset + i * lda;
            int cRow = cOffset + i * ldc;
            for (int j = 0; j < paired; j += 2 * LANES) {
                block(k, a, aRow, lda, b, bOffset + j, ldb, c, cRow + j, ldc, accumulate);
            }
        }
        edge(0, i, paired, n, k, a, aOffset, lda, aColumnStride, b, bOffset, ldb, c, cOffset, ldc, accumulate);
        edge(i, m, 0, n, k, a, aOffset, lda, aColumnStride, b, bOffset, ldb, c, cOffset, ldc, accumulate);
    }

    /** {@link #multiply} with a column stride of 1: {@code lda} is the distance between A's rows. */
    public static void multiply(
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int lda,
            float[] b,
            int bOffset,
            int ldb,
            float[] c,
            int cOffset,
            int ldc,
            boolean accumulate) {
        multiply(m, n, k, a, aOffset, lda, 1, b, bOffset, ldb, c, cOffset, ldc, accumulate);
    }

    private static void checkFits(float[] array, int offset, int rowStride, int columnStride, int rows, int columns) {
        if (rows == 0 || columns == 0) {
            return;
        }
        long last = offset + (long) (rows - 1) * rowStride + (long) (columns - 1) * columnStride + 1;
        if (offset < 0 || rowStride < 0 || columnStride < 0 || last > array.length) {
            throw new IndexOutOfBoundsException(rows + " × " + columns + " with strides " + rowStride + ", "
                    + columnStride + " at " + offset + " does not fit an array of " + array.length);
        }
    }

    /** Six rows by two vectors; written out because accumulators in an array do not stay in registers. */
    private static void block(
            int k, float[] a, int a0, int lda, float[] b, int b0, int ldb, float[] c, int c0, int ldc, boolean add) {
        int a1 = a0 + lda;
        int a2 = a1 + lda;
        int a3 = a2 + lda;
        int a4 = a3 + lda;
        int a5 = a4 + lda;
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector s00 = add ? load(c, c0) : zero;
        FloatVector s01 = add ? load(c, c0 + LANES) : zero;
        FloatVector s10 = add ? load(c, c0 + ldc) : zero;
        FloatVector s11 = add ? load(c, c0 + ldc + LANES) : zero;
        FloatVector s20 = add ? load(c, c0 + 2 * ldc) : zero;
        FloatVector s21 = add ? load(c, c0 + 2 * ldc + LANES) : zero;
        FloatVector s30 = add ? load(c, c0 + 3 * ldc) : zero;
        FloatVector s31 = add ? load(c, c0 + 3 * ldc + LANES) : zero;
        FloatVector s40 = add ? load(c, c0 + 4 * ldc) : zero;
        FloatVector s41 = add ? load(c, c0 + 4 * ldc + LANES) : zero;
        FloatVector s50 = add ? load(c, c0 + 5 * ldc) : zero;
        FloatVector s51 = add ? load(c, c0 + 5 * ldc + LANES) : zero;
        for (int p = 0; p < k; p++) {
            int row = b0 + p * ldb;
            FloatVector left = load(b, row);
            FloatVector right = load(b, row + LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + p]);
            s00 = x.fma(left, s00);
            s01 = x.fma(right, s01);
            x = FloatVector.broadcast(SPECIES, a[a1 + p]);
            s10 = x.fma(left, s10);
            s11 = x.fma(right, s11);
            x = FloatVector.broadcast(SPECIES, a[a2 + p]);
            s20 = x.fma(left, s20);
            s21 = x.fma(right, s21);
            x = FloatVector.broadcast(SPECIES, a[a3 + p]);
            s30 = x.fma(left, s30);
            s31 = x.fma(right, s31);
            x = FloatVector.broadcast(SPECIES, a[a4 + p]);
            s40 = x.fma(left, s40);
            s41 = x.fma(right, s41);
            x = FloatVector.broadcast(SPECIES, a[a5 + p]);
            s50 = x.fma(left, s50);
            s51 = x.fma(right, s51);
        }
        store(s00, s01, c, c0);
        store(s10, s11, c, c0 + ldc);
        store(s20, s21, c, c0 + 2 * ldc);
        store(s30, s31, c, c0 + 3 * ldc);
        store(s40, s41, c, c0 + 4 * ldc);
        store(s50, s51, c, c0 + 5 * ldc);
    }

    private static FloatVector load(float[] from, int at) {
        return FloatVector.fromArray(SPECIES, from, at);
    }

    private static void store(FloatVector left, FloatVector right, float[] to, int at) {
        left.intoArray(to, at);
        right.intoArray(to, at + LANES);
    }

    /** Rows {@code i0 … i1 − 1} and columns {@code j0 … j1 − 1} that fill no block. */
    private static void edge(
            int i0,
            int i1,
            int j0,
            int j1,
            int k,
            float[] a,
            int aOffset,
            int lda,
            int aColumnStride,
            float[] b,
            int bOffset,
            int ldb,
            float[] c,
            int cOffset,
            int ldc,
            boolean add) {
        for (int i = i0; i < i1; i++) {
            int aRow = aOffset + i * lda;
            for (int j = j0; j < j1; j++) {
                int at = cOffset + i * ldc + j;
                float sum = add ? c[at] : 0f;
                for (int p = 0; p < k; p++) {
                    sum = Math.fma(a[aRow + p * aColumnStride], b[bOffset + p * ldb + j], sum);
                }
                c[at] = sum;
            }
        }
    }
}
