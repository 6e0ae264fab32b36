package studio.crossbar.tensor;

/**
 * Single-precision product {@code C = A · B}, or {@code C += A · B}, on row-major {@code float[]}.
 *
 * <p>A has a stride for rows and one for columns, so it may be transposed, and its rows may overlap: with channels-last
 * signals the window of output position {@code p} is the contiguous slice at {@code p · stride · channels}, so a
 * convolution is a product with that row stride and nothing is unrolled. Every element of C is one chain of fused
 * multiply-adds over k in rising order, so results are the same bits for any vector width, any blocking and for scalar
 * code.
 */
public final class MatrixProduct {

    /** Rows of a register block: 16 accumulators, which need the 32 registers of AVX-512, NEON or SVE. */
    private static final int ROWS = Lanes.COUNT == 8 ? 4 : 8;

    /** Steps of k in one pass: a block's columns of B then stay in the first-level cache. */
    private static final int DEPTH = 256;

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
        int p = 0;
        do {
            int depth = Math.min(DEPTH, k - p);
            int aAt = aOffset + p * aColumnStride;
            int bAt = bOffset + p * ldb;
            boolean add = accumulate || p > 0;
            int first = n <= Lanes.COUNT || (n - 1) / Lanes.COUNT % 2 == 0 ? Math.min(n, Lanes.COUNT) : 0;
            if (first == Lanes.COUNT) {
                paired(m, depth, a, aAt, aRowStride, aColumnStride, b, bAt, ldb, c, cOffset, ldc, 0, add);
            } else if (first > 0) {
                narrow(m, first, depth, a, aAt, aRowStride, aColumnStride, b, bAt, ldb, c, cOffset, ldc, add);
            }
            for (int j = first; j < n; j += 2 * Lanes.COUNT) {
                int right = Math.min(Lanes.COUNT, n - Lanes.COUNT - j);
                paired(m, depth, a, aAt, aRowStride, aColumnStride, b, bAt + j, ldb, c, cOffset + j, ldc, right, add);
            }
            p += depth;
        } while (p < k);
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

    private static void paired(
            int m,
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
            int right,
            boolean add) {
        for (int i = 0; i < m; ) {
            int aAt = aOffset + i * aRowStride;
            int cAt = cOffset + i * ldc;
            int rows = Math.min(m - i, ROWS);
            if (rows > 4) {
                PairKernel.eight(rows, k, a, aAt, aRowStride, aColumnStride, b, bOffset, ldb, c, cAt, ldc, right, add);
            } else {
                PairKernel.four(rows, k, a, aAt, aRowStride, aColumnStride, b, bOffset, ldb, c, cAt, ldc, right, add);
            }
            i += rows;
        }
    }

    private static void narrow(
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
            boolean add) {
        for (int i = 0; i < m; ) {
            int aAt = aOffset + i * aRowStride;
            int cAt = cOffset + i * ldc;
            int rows = Math.min(m - i, 4);
            NarrowKernel.four(rows, k, a, aAt, aRowStride, aColumnStride, b, bOffset, ldb, c, cAt, ldc, n, add);
            i += rows;
        }
    }
}
