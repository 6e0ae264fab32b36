package studio.crossbar.tensor;

import java.util.Arrays;

/**
 * Single-precision products {@code A · B} on row-major {@code float[]}: one, several of the same B, or the sum of several.
 *
 * <p>A has a stride for rows and one for columns, so it may be transposed, and its rows may overlap: with channels-last
 * signals the window of output position {@code p} is the contiguous slice at {@code p · stride · channels}, so a
 * convolution is a product with that row stride and nothing is unrolled. Windows of several rows of positions, or of
 * several samples, are not at equal distances; they are the rows of several products, whose first elements an array of
 * starts gives. Taken together, such products keep columns of B, or a block of C, where they are fastest to reach.
 *
 * <p>Every element of C is one chain of fused multiply-adds over k in rising order, product after product, so results are
 * the same bits for any vector width, any blocking and for scalar code.
 */
public final class MatrixProduct {

    /** Steps of k in one pass: a block's vectors of columns of B then stay in the first-level cache. */
    public static final int DEPTH = 128;

    /**
     * Columns of C are done in chunks of two to four times as many, whatever the machine's vectors hold: where blocks of C
     * overlap, the order in which they are added to then depends on no machine.
     */
    private static final int CHUNK = 16;

    /** Start of a single product. */
    private static final int[] SINGLE = {0};

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
        multiplyEach(
                0,
                1,
                m,
                n,
                k,
                a,
                aOffset,
                SINGLE,
                aRowStride,
                aColumnStride,
                b,
                bOffset,
                ldb,
                c,
                cOffset,
                SINGLE,
                ldc,
                accumulate);
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

    /**
     * Computes {@code C_r [m × n] (+)= A_r [m × k] · B [k × n]} for the products {@code r = from … to − 1}. The blocks of C
     * may overlap where they are added to; the rows of one of them may not. What overlaps is added to in the order of 128
     * steps of k, of chunks of 48 or 32 columns (64 for products of more than eight rows), of products.
     *
     * @param aStarts {@code A_r} begins at {@code aOffset + aStarts[r]}; strides as in {@link #multiply}
     * @param cStarts {@code C_r} begins at {@code cOffset + cStarts[r]}
     * @throws IndexOutOfBoundsException if a matrix does not fit its array
     */
    public static void multiplyEach(
            int from,
            int to,
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int[] aStarts,
            int aRowStride,
            int aColumnStride,
            float[] b,
            int bOffset,
            int ldb,
            float[] c,
            int cOffset,
            int[] cStarts,
            int ldc,
            boolean accumulate) {
        multiplyEach(
                from,
                to,
                m,
                n,
                1,
                k,
                a,
                aOffset,
                aStarts,
                SINGLE,
                aRowStride,
                aColumnStride,
                b,
                bOffset,
                SINGLE,
                ldb,
                c,
                cOffset,
                cStarts,
                ldc,
                accumulate);
    }

    /**
     * As {@link #multiplyEach(int, int, int, int, int, float[], int, int[], int, int, float[], int, int, float[], int, int[],
     * int, boolean)} for a k that lies in several parts of equal length, which are done in their order.
     *
     * @param parts how many; several have at most {@value #DEPTH} steps of k together
     * @param k of one part
     * @param aParts part q of {@code A_r} begins at {@code aOffset + aStarts[r] + aParts[q]}
     * @param bParts part q of B begins at {@code bOffset + bParts[q]}
     */
    public static void multiplyEach(
            int from,
            int to,
            int m,
            int n,
            int parts,
            int k,
            float[] a,
            int aOffset,
            int[] aStarts,
            int[] aParts,
            int aRowStride,
            int aColumnStride,
            float[] b,
            int bOffset,
            int[] bParts,
            int ldb,
            float[] c,
            int cOffset,
            int[] cStarts,
            int ldc,
            boolean accumulate) {
        if (m == 0 || n == 0) {
            return;
        }
        if (parts > 1 && parts * k > DEPTH) {
            throw new IllegalArgumentException(parts + " parts of " + k + " steps of k are more than " + DEPTH);
        }
        for (int q = 0; q < parts; q++) {
            checkFits(b, bOffset + bParts[q], ldb, 1, k, n);
        }
        for (int r = from; r < to; r++) {
            for (int q = 0; q < parts; q++) {
                checkFits(a, aOffset + aStarts[r] + aParts[q], aRowStride, aColumnStride, m, k);
            }
            checkFits(c, cOffset + cStarts[r], ldc, 1, m, n);
        }
        // Several products of more columns are faster as one, below.
        boolean alone = to - from == 1 || n <= 3 * CHUNK;
        if (alone && parts == 1 && !accumulate && RegisterBlocks.overwrites(n, k, aColumnStride)) {
            for (int r = from; r < to; r++) {
                RegisterBlocks.overwrite(
                        m,
                        n,
                        k,
                        a,
                        aOffset + aStarts[r] + aParts[0],
                        aRowStride,
                        b,
                        bOffset + bParts[0],
                        ldb,
                        c,
                        cOffset + cStarts[r],
                        ldc);
            }
            return;
        }
        for (int r = from; r < to && !accumulate; r++) {
            clear(c, cOffset + cStarts[r], ldc, m, n);
        }
        // Rows of products that do not touch each other are those of one product, whose blocks of six rows are full.
        boolean one = Lanes.COUNT == CHUNK && aColumnStride == 1 && apart(from, to, m, n, cStarts, ldc);
        RowLists rows = RowLists.ofThread();
        if (one) {
            rows.list(from, to, m, aStarts, aRowStride, cStarts, ldc);
        } else if (RegisterBlocks.fourVectors(m, n, aColumnStride)) {
            rows.list(0, 1, m, SINGLE, aRowStride, SINGLE, ldc);
        }
        for (int p = 0; p < k; p += DEPTH) {
            int depth = Math.min(DEPTH, k - p);
            int aAt = aOffset + p * aColumnStride;
            int bAt = bOffset + p * ldb;
            for (int j = 0, columns; j < n; j += columns) {
                columns = RegisterBlocks.next(n - j, CHUNK, (one ? rows.count() : m) > RegisterBlocks.MOST_ROWS);
                if (one && Math.ceilDiv(columns, CHUNK) == 4) {
                    RegisterBlocks.add(
                            0,
                            parts,
                            rows.count(),
                            columns,
                            depth,
                            a,
                            aAt,
                            aParts,
                            aRowStride,
                            aColumnStride,
                            b,
                            bAt + j,
                            bParts,
                            ldb,
                            c,
                            cOffset + j,
                            ldc,
                            rows);
                    continue;
                }
                for (int r = from; r < to; r++) {
                    RegisterBlocks.add(
                            0,
                            parts,
                            m,
                            columns,
                            depth,
                            a,
                            aAt + aStarts[r],
                            aParts,
                            aRowStride,
                            aColumnStride,
                            b,
                            bAt + j,
                            bParts,
                            ldb,
                            c,
                            cOffset + cStarts[r] + j,
                            ldc,
                            rows);
                }
            }
        }
    }

    /** Whether each block of C begins after the one before has ended. */
    private static boolean apart(int from, int to, int m, int n, int[] cStarts, int ldc) {
        int size = (m - 1) * ldc + n;
        for (int r = from + 1; r < to; r++) {
            if (cStarts[r] - cStarts[r - 1] < size) {
                return false;
            }
        }
        return true;
    }

    /**
     * Computes {@code C [m × n] += Σ_r A_r [m × k] · B_r [k × n]} over the products {@code r = from … to − 1}.
     *
     * @param aStarts {@code A_r} begins at {@code aOffset + aStarts[r]}; strides as in {@link #multiply}
     * @param bStarts {@code B_r} begins at {@code bOffset + bStarts[r]}
     * @throws IndexOutOfBoundsException if a matrix does not fit its array
     */
    public static void addSum(
            int from,
            int to,
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int[] aStarts,
            int aRowStride,
            int aColumnStride,
            float[] b,
            int bOffset,
            int[] bStarts,
            int ldb,
            float[] c,
            int cOffset,
            int ldc) {
        if (m == 0 || n == 0 || k == 0) {
            return;
        }
        checkFits(c, cOffset, ldc, 1, m, n);
        for (int r = from; r < to; r++) {
            checkFits(a, aOffset + aStarts[r], aRowStride, aColumnStride, m, k);
            checkFits(b, bOffset + bStarts[r], ldb, 1, k, n);
        }
        RowLists rows = RowLists.ofThread();
        if (RegisterBlocks.fourVectors(m, n, aColumnStride)) {
            rows.list(0, 1, m, SINGLE, aRowStride, SINGLE, ldc);
        }
        int together = Math.max(1, DEPTH / k);
        for (int r = from; r < to; r += together) {
            int end = Math.min(to, r + together);
            for (int p = 0; p < k; p += DEPTH) {
                int depth = Math.min(DEPTH, k - p);
                for (int j = 0, columns; j < n; j += columns) {
                    columns = RegisterBlocks.next(n - j, CHUNK, m > RegisterBlocks.MOST_ROWS);
                    RegisterBlocks.add(
                            r,
                            end,
                            m,
                            columns,
                            depth,
                            a,
                            aOffset + p * aColumnStride,
                            aStarts,
                            aRowStride,
                            aColumnStride,
                            b,
                            bOffset + p * ldb + j,
                            bStarts,
                            ldb,
                            c,
                            cOffset + j,
                            ldc,
                            rows);
                }
            }
        }
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

    private static void clear(float[] c, int offset, int ldc, int m, int n) {
        for (int i = 0; i < m; i++) {
            Arrays.fill(c, offset + i * ldc, offset + i * ldc + n, 0f);
        }
    }
}
