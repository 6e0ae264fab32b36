package studio.crossbar.tensor;

/** Where the rows of several blocks of A and C begin, one after the other, for {@link RowMajorKernel}. */
final class RowLists {

    private static final ThreadLocal<RowLists> OF_THREAD = ThreadLocal.withInitial(RowLists::new);

    private int[] ofA = {};
    private int[] ofC = {};
    private int count;

    private RowLists() {}

    /** The calling thread's, which its next product overwrites. */
    static RowLists ofThread() {
        return OF_THREAD.get();
    }

    /** Lists {@code m} rows of each of the blocks {@code from … to − 1}. */
    void list(int from, int to, int m, int[] aStarts, int aRowStride, int[] cStarts, int ldc) {
        count = (to - from) * m;
        if (ofA.length < count) {
            ofA = new int[count];
            ofC = new int[count];
        }
        for (int r = from, at = 0; r < to; r++) {
            for (int i = 0; i < m; i++, at++) {
                ofA[at] = aStarts[r] + i * aRowStride;
                ofC[at] = cStarts[r] + i * ldc;
            }
        }
    }

    /** Rows that are listed. */
    int count() {
        return count;
    }

    int[] ofA() {
        return ofA;
    }

    int[] ofC() {
        return ofC;
    }
}
