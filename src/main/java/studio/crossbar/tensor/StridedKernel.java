package studio.crossbar.tensor;

import jdk.incubator.vector.FloatVector;

/**
 * Register kernels as those of {@link RowMajorKernel}, at equal distances of rows, for any strides of A and
 * few rows: at ragged edges, and on machines with 16 registers.
 */
final class StridedKernel {

    private StridedKernel() {}

    /** Up to four rows by two vectors. */
    static void fourByTwo(
            int rows,
            int from,
            int to,
            int k,
            float[] a,
            int a0,
            int[] aStarts,
            int aRowStride,
            int aColumnStride,
            float[] b,
            int b0,
            int[] bStarts,
            int ldb,
            float[] c,
            int c0,
            int ldc,
            int right) {
        int last = rows - 1;
        int a1 = a0 + Math.min(1, last) * aRowStride;
        int a2 = a0 + Math.min(2, last) * aRowStride;
        int a3 = a0 + Math.min(3, last) * aRowStride;
        int c1 = c0 + Math.min(1, last) * ldc;
        int c2 = c0 + Math.min(2, last) * ldc;
        int c3 = c0 + Math.min(3, last) * ldc;
        FloatVector l0 = FloatVector.fromArray(Lanes.FLOATS, c, c0);
        FloatVector r0 = FloatVector.fromArray(Lanes.FLOATS, c, c0 + right);
        FloatVector l1 = FloatVector.fromArray(Lanes.FLOATS, c, c1);
        FloatVector r1 = FloatVector.fromArray(Lanes.FLOATS, c, c1 + right);
        FloatVector l2 = FloatVector.fromArray(Lanes.FLOATS, c, c2);
        FloatVector r2 = FloatVector.fromArray(Lanes.FLOATS, c, c2 + right);
        FloatVector l3 = FloatVector.fromArray(Lanes.FLOATS, c, c3);
        FloatVector r3 = FloatVector.fromArray(Lanes.FLOATS, c, c3 + right);
        for (int product = from; product < to; product++) {
            int row = b0 + bStarts[product];
            int column = aStarts[product];
            for (int p = 0; p < k; p++, column += aColumnStride, row += ldb) {
                FloatVector left = FloatVector.fromArray(Lanes.FLOATS, b, row);
                FloatVector other = FloatVector.fromArray(Lanes.FLOATS, b, row + right);
                FloatVector x = FloatVector.broadcast(Lanes.FLOATS, a[a0 + column]);
                l0 = x.fma(left, l0);
                r0 = x.fma(other, r0);
                x = FloatVector.broadcast(Lanes.FLOATS, a[a1 + column]);
                l1 = x.fma(left, l1);
                r1 = x.fma(other, r1);
                x = FloatVector.broadcast(Lanes.FLOATS, a[a2 + column]);
                l2 = x.fma(left, l2);
                r2 = x.fma(other, r2);
                x = FloatVector.broadcast(Lanes.FLOATS, a[a3 + column]);
                l3 = x.fma(left, l3);
                r3 = x.fma(other, r3);
            }
        }
        l0.intoArray(c, c0);
        r0.intoArray(c, c0 + right);
        l1.intoArray(c, c1);
        r1.intoArray(c, c1 + right);
        l2.intoArray(c, c2);
        r2.intoArray(c, c2 + right);
        l3.intoArray(c, c3);
        r3.intoArray(c, c3 + right);
    }

    /** Up to four rows by three vectors: all of 16 registers. */
    static void fourByThree(
            int rows,
            int from,
            int to,
            int k,
            float[] a,
            int a0,
            int[] aStarts,
            int aRowStride,
            int aColumnStride,
            float[] b,
            int b0,
            int[] bStarts,
            int ldb,
            float[] c,
            int c0,
            int ldc,
            int right) {
        int last = rows - 1;
        int a1 = a0 + Math.min(1, last) * aRowStride;
        int a2 = a0 + Math.min(2, last) * aRowStride;
        int a3 = a0 + Math.min(3, last) * aRowStride;
        int c1 = c0 + Math.min(1, last) * ldc;
        int c2 = c0 + Math.min(2, last) * ldc;
        int c3 = c0 + Math.min(3, last) * ldc;
        FloatVector l0 = FloatVector.fromArray(Lanes.FLOATS, c, c0);
        FloatVector m0 = FloatVector.fromArray(Lanes.FLOATS, c, c0 + Lanes.COUNT);
        FloatVector r0 = FloatVector.fromArray(Lanes.FLOATS, c, c0 + right);
        FloatVector l1 = FloatVector.fromArray(Lanes.FLOATS, c, c1);
        FloatVector m1 = FloatVector.fromArray(Lanes.FLOATS, c, c1 + Lanes.COUNT);
        FloatVector r1 = FloatVector.fromArray(Lanes.FLOATS, c, c1 + right);
        FloatVector l2 = FloatVector.fromArray(Lanes.FLOATS, c, c2);
        FloatVector m2 = FloatVector.fromArray(Lanes.FLOATS, c, c2 + Lanes.COUNT);
        FloatVector r2 = FloatVector.fromArray(Lanes.FLOATS, c, c2 + right);
        FloatVector l3 = FloatVector.fromArray(Lanes.FLOATS, c, c3);
        FloatVector m3 = FloatVector.fromArray(Lanes.FLOATS, c, c3 + Lanes.COUNT);
        FloatVector r3 = FloatVector.fromArray(Lanes.FLOATS, c, c3 + right);
        for (int product = from; product < to; product++) {
            int row = b0 + bStarts[product];
            int column = aStarts[product];
            for (int p = 0; p < k; p++, column += aColumnStride, row += ldb) {
                FloatVector left = FloatVector.fromArray(Lanes.FLOATS, b, row);
                FloatVector middle = FloatVector.fromArray(Lanes.FLOATS, b, row + Lanes.COUNT);
                FloatVector other = FloatVector.fromArray(Lanes.FLOATS, b, row + right);
                FloatVector x = FloatVector.broadcast(Lanes.FLOATS, a[a0 + column]);
                l0 = x.fma(left, l0);
                m0 = x.fma(middle, m0);
                r0 = x.fma(other, r0);
                x = FloatVector.broadcast(Lanes.FLOATS, a[a1 + column]);
                l1 = x.fma(left, l1);
                m1 = x.fma(middle, m1);
                r1 = x.fma(other, r1);
                x = FloatVector.broadcast(Lanes.FLOATS, a[a2 + column]);
                l2 = x.fma(left, l2);
                m2 = x.fma(middle, m2);
                r2 = x.fma(other, r2);
                x = FloatVector.broadcast(Lanes.FLOATS, a[a3 + column]);
                l3 = x.fma(left, l3);
                m3 = x.fma(middle, m3);
                r3 = x.fma(other, r3);
            }
        }
        l0.intoArray(c, c0);
        m0.intoArray(c, c0 + Lanes.COUNT);
        r0.intoArray(c, c0 + right);
        l1.intoArray(c, c1);
        m1.intoArray(c, c1 + Lanes.COUNT);
        r1.intoArray(c, c1 + right);
        l2.intoArray(c, c2);
        m2.intoArray(c, c2 + Lanes.COUNT);
        r2.intoArray(c, c2 + right);
        l3.intoArray(c, c3);
        m3.intoArray(c, c3 + Lanes.COUNT);
        r3.intoArray(c, c3 + right);
    }
}
