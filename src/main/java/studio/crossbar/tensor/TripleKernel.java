package studio.crossbar.tensor;

import jdk.incubator.vector.FloatVector;

/**
 * Register kernels of {@link MatrixProduct} as those of {@link PairKernel}, for three vectors of columns: the second follows
 * the first, and the third begins {@code right} columns after it. Eight rows take 28 of 32 registers, four
 * rows all of 16.
 */
final class TripleKernel {

    private TripleKernel() {}

    /** Up to eight rows. */
    static void eight(
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
        int a4 = a0 + Math.min(4, last) * aRowStride;
        int a5 = a0 + Math.min(5, last) * aRowStride;
        int a6 = a0 + Math.min(6, last) * aRowStride;
        int a7 = a0 + Math.min(7, last) * aRowStride;
        int c1 = c0 + Math.min(1, last) * ldc;
        int c2 = c0 + Math.min(2, last) * ldc;
        int c3 = c0 + Math.min(3, last) * ldc;
        int c4 = c0 + Math.min(4, last) * ldc;
        int c5 = c0 + Math.min(5, last) * ldc;
        int c6 = c0 + Math.min(6, last) * ldc;
        int c7 = c0 + Math.min(7, last) * ldc;
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
        FloatVector l4 = FloatVector.fromArray(Lanes.FLOATS, c, c4);
        FloatVector m4 = FloatVector.fromArray(Lanes.FLOATS, c, c4 + Lanes.COUNT);
        FloatVector r4 = FloatVector.fromArray(Lanes.FLOATS, c, c4 + right);
        FloatVector l5 = FloatVector.fromArray(Lanes.FLOATS, c, c5);
        FloatVector m5 = FloatVector.fromArray(Lanes.FLOATS, c, c5 + Lanes.COUNT);
        FloatVector r5 = FloatVector.fromArray(Lanes.FLOATS, c, c5 + right);
        FloatVector l6 = FloatVector.fromArray(Lanes.FLOATS, c, c6);
        FloatVector m6 = FloatVector.fromArray(Lanes.FLOATS, c, c6 + Lanes.COUNT);
        FloatVector r6 = FloatVector.fromArray(Lanes.FLOATS, c, c6 + right);
        FloatVector l7 = FloatVector.fromArray(Lanes.FLOATS, c, c7);
        FloatVector m7 = FloatVector.fromArray(Lanes.FLOATS, c, c7 + Lanes.COUNT);
        FloatVector r7 = FloatVector.fromArray(Lanes.FLOATS, c, c7 + right);
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
                x = FloatVector.broadcast(Lanes.FLOATS, a[a4 + column]);
                l4 = x.fma(left, l4);
                m4 = x.fma(middle, m4);
                r4 = x.fma(other, r4);
                x = FloatVector.broadcast(Lanes.FLOATS, a[a5 + column]);
                l5 = x.fma(left, l5);
                m5 = x.fma(middle, m5);
                r5 = x.fma(other, r5);
                x = FloatVector.broadcast(Lanes.FLOATS, a[a6 + column]);
                l6 = x.fma(left, l6);
                m6 = x.fma(middle, m6);
                r6 = x.fma(other, r6);
                x = FloatVector.broadcast(Lanes.FLOATS, a[a7 + column]);
                l7 = x.fma(left, l7);
                m7 = x.fma(middle, m7);
                r7 = x.fma(other, r7);
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
        l4.intoArray(c, c4);
        m4.intoArray(c, c4 + Lanes.COUNT);
        r4.intoArray(c, c4 + right);
        l5.intoArray(c, c5);
        m5.intoArray(c, c5 + Lanes.COUNT);
        r5.intoArray(c, c5 + right);
        l6.intoArray(c, c6);
        m6.intoArray(c, c6 + Lanes.COUNT);
        r6.intoArray(c, c6 + right);
        l7.intoArray(c, c7);
        m7.intoArray(c, c7 + Lanes.COUNT);
        r7.intoArray(c, c7 + right);
    }

    /** Up to four rows. */
    static void four(
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
