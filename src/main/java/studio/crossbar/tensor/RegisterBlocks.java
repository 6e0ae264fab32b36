package studio.crossbar.tensor;

/** Divides a chunk of a product into blocks of rows and columns of C that stay in registers, and chooses their kernels. */
final class RegisterBlocks {

    static final boolean MANY_REGISTERS = manyRegisters(System.getProperty("os.arch", ""), Lanes.COUNT);

    /** Rows of a register block of two or three vectors, at most 24 accumulators, on machines with many registers. */
    static final int MOST_ROWS = 8;

    /** Rows of a register block of two vectors where A's columns are contiguous. */
    private static final int PAIR_ROWS = 12;

    /** Rows that the strided kernels take. */
    private static final int FEW_ROWS = 4;

    private RegisterBlocks() {}

    /**
     * Whether there are the 32 registers of AVX-512, NEON, SVE or RISC-V, and not the 16 of SSE and AVX2.
     *
     * @param architecture as Java names it
     * @param lanes floats of a vector
     */
    static boolean manyRegisters(String architecture, int lanes) {
        boolean x86 = architecture.equals("amd64") || architecture.equals("x86_64");
        return !x86 || lanes >= 16;
    }

    /**
     * Columns that are done next: two to four vectors of them, of which the later ones leave no single vector.
     *
     * @param four whether four are worth while: not where the rows make one block of eight
     */
    static int next(int columns, int lanes, boolean four) {
        int left = Math.ceilDiv(columns, lanes);
        boolean two = left == 2 || left == 4 && !four;
        boolean most = four && left >= 4 && left % 3 != 0 && left != 5;
        return Math.min(columns, (two ? 2 : most ? 4 : 3) * lanes);
    }

    /** Whether {@link #add} does four vectors of columns at a time, and needs lists of the rows, somewhere in such a product. */
    static boolean fourVectors(int m, int n, int aColumn) {
        return MANY_REGISTERS && aColumn == 1 && m > MOST_ROWS && n > 3 * Lanes.COUNT;
    }

    /** Whether {@link #overwrite} does such a product. */
    static boolean overwrites(int n, int k, int aColumn) {
        return MANY_REGISTERS && aColumn == 1 && k <= MatrixProduct.DEPTH && n > Lanes.COUNT;
    }

    /** Writes one product. */
    static void overwrite(
            int m, int n, int k, float[] a, int a0, int aRow, float[] b, int b0, int ldb, float[] c, int c0, int ldc) {
        for (int j = 0, columns; j < n; j += columns) {
            columns = next(n - j, Lanes.COUNT, m > MOST_ROWS);
            int right = columns - Lanes.COUNT;
            int vectors = Math.ceilDiv(columns, Lanes.COUNT);
            if (vectors == 4) {
                OverwritingKernel.sixByFour(m, k, a, a0, aRow, b, b0 + j, ldb, c, c0 + j, ldc, right);
            } else if (vectors == 3) {
                OverwritingKernel.eightByThree(m, k, a, a0, aRow, b, b0 + j, ldb, c, c0 + j, ldc, right);
            } else {
                OverwritingKernel.eightByTwo(m, k, a, a0, aRow, b, b0 + j, ldb, c, c0 + j, ldc, right);
            }
        }
    }

    /** Adds products to a chunk of columns of C. */
    static void add(
            int from,
            int to,
            int m,
            int n,
            int k,
            float[] a,
            int a0,
            int[] aStarts,
            int aRow,
            int aColumn,
            float[] b,
            int b0,
            int[] bStarts,
            int ldb,
            float[] c,
            int c0,
            int ldc,
            RowLists lists) {
        for (int j = 0, columns; j < n; j += columns) {
            columns = next(n - j, Lanes.COUNT, fourVectors(m, n - j, aColumn));
            columns(
                    from, to, m, columns, k, a, a0, aStarts, aRow, aColumn, b, b0 + j, bStarts, ldb, c, c0 + j, ldc,
                    lists);
        }
    }

    /** Adds products to at most four vectors of columns of C, of which the last may overlap the one before. */
    private static void columns(
            int from,
            int to,
            int m,
            int columns,
            int k,
            float[] a,
            int a0,
            int[] aStarts,
            int aRow,
            int aColumn,
            float[] b,
            int b0,
            int[] bStarts,
            int ldb,
            float[] c,
            int c0,
            int ldc,
            RowLists lists) {
        if (columns < Lanes.COUNT) {
            for (int r = from; r < to; r++) {
                narrow(m, columns, k, a, a0 + aStarts[r], aRow, aColumn, b, b0 + bStarts[r], ldb, c, c0, ldc);
            }
            return;
        }
        int vectors = Math.max(2, Math.ceilDiv(columns, Lanes.COUNT));
        int right = columns - Lanes.COUNT;
        if (MANY_REGISTERS && aColumn == 1) {
            rowMajor(vectors, m, from, to, k, a, a0, aStarts, aRow, b, b0, bStarts, ldb, c, c0, ldc, lists, right);
            return;
        }
        int first = 0;
        if (MANY_REGISTERS && aRow == 1) {
            first = columnMajor(
                    vectors, m, from, to, k, a, a0, aStarts, aColumn, b, b0, bStarts, ldb, c, c0, ldc, right);
        }
        for (int i = first; i < m; i += FEW_ROWS) {
            strided(
                    vectors,
                    Math.min(m - i, FEW_ROWS),
                    from,
                    to,
                    k,
                    a,
                    a0 + i * aRow,
                    aStarts,
                    aRow,
                    aColumn,
                    b,
                    b0,
                    bStarts,
                    ldb,
                    c,
                    c0 + i * ldc,
                    ldc,
                    right);
        }
    }

    private static void rowMajor(
            int vectors,
            int m,
            int from,
            int to,
            int k,
            float[] a,
            int a0,
            int[] aStarts,
            int aRow,
            float[] b,
            int b0,
            int[] bStarts,
            int ldb,
            float[] c,
            int c0,
            int ldc,
            RowLists lists,
            int right) {
        if (vectors == 4) {
            RowMajorKernel.sixByFour(
                    m, from, to, k, a, a0, lists.ofA(), aStarts, b, b0, bStarts, ldb, c, c0, lists.ofC(), right);
        } else if (vectors == 3) {
            RowMajorKernel.eightByThree(m, from, to, k, a, a0, aRow, aStarts, b, b0, bStarts, ldb, c, c0, ldc, right);
        } else {
            RowMajorKernel.eightByTwo(m, from, to, k, a, a0, aRow, aStarts, b, b0, bStarts, ldb, c, c0, ldc, right);
        }
    }

    /**
     * Does the rows that fill blocks.
     *
     * @return how many that were
     */
    private static int columnMajor(
            int vectors,
            int m,
            int from,
            int to,
            int k,
            float[] a,
            int a0,
            int[] aStarts,
            int aColumn,
            float[] b,
            int b0,
            int[] bStarts,
            int ldb,
            float[] c,
            int c0,
            int ldc,
            int right) {
        if (vectors == 3) {
            int rows = m / MOST_ROWS * MOST_ROWS;
            ColumnMajorKernel.eightByThree(
                    rows, from, to, k, a, a0, aStarts, aColumn, b, b0, bStarts, ldb, c, c0, ldc, right);
            return rows;
        }
        // Four to seven rows that would be left are done with twelve others in two blocks of eight.
        int over = m % PAIR_ROWS;
        boolean two = over >= 2 * MOST_ROWS - PAIR_ROWS && over < MOST_ROWS && m > PAIR_ROWS;
        int rows = m - over - (two ? PAIR_ROWS : 0);
        ColumnMajorKernel.twelveByTwo(
                rows, from, to, k, a, a0, aStarts, aColumn, b, b0, bStarts, ldb, c, c0, ldc, right);
        int more = (m - rows) / MOST_ROWS * MOST_ROWS;
        ColumnMajorKernel.eightByTwo(
                more, from, to, k, a, a0 + rows, aStarts, aColumn, b, b0, bStarts, ldb, c, c0 + rows * ldc, ldc, right);
        return rows + more;
    }

    private static void strided(
            int vectors,
            int rows,
            int from,
            int to,
            int k,
            float[] a,
            int a0,
            int[] aStarts,
            int aRow,
            int aColumn,
            float[] b,
            int b0,
            int[] bStarts,
            int ldb,
            float[] c,
            int c0,
            int ldc,
            int right) {
        if (vectors == 3) {
            StridedKernel.fourByThree(
                    rows, from, to, k, a, a0, aStarts, aRow, aColumn, b, b0, bStarts, ldb, c, c0, ldc, right);
        } else {
            StridedKernel.fourByTwo(
                    rows, from, to, k, a, a0, aStarts, aRow, aColumn, b, b0, bStarts, ldb, c, c0, ldc, right);
        }
    }

    private static void narrow(
            int m,
            int columns,
            int k,
            float[] a,
            int a0,
            int aRow,
            int aColumn,
            float[] b,
            int b0,
            int ldb,
            float[] c,
            int c0,
            int ldc) {
        for (int i = 0; i < m; i += 4) {
            NarrowKernel.four(
                    Math.min(m - i, 4), k, a, a0 + i * aRow, aRow, aColumn, b, b0, ldb, c, c0 + i * ldc, ldc, columns);
        }
    }
}
