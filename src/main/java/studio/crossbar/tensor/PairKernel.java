package studio.crossbar.tensor;

import jdk.incubator.vector.FloatVector;

/**
 * Register kernels of {@link MatrixProduct}: up to eight or four rows of C by two vectors of columns, plus the products
 * {@code from … to − 1} of A and B, each over all of its k. The accumulators are written out because those in an array do not
 * stay in registers.
 *
 * <p>The second vector begins {@code right} columns after the first. They may overlap, and rows past the last repeat it:
 * then the same bits are computed and stored twice, which needs no special case at a ragged edge.
 */
final class PairKernel {

    private PairKernel() {}

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
        FloatVector r0 = FloatVector.fromArray(Lanes.FLOATS, c, c0 + right);
        FloatVector l1 = FloatVector.fromArray(Lanes.FLOATS, c, c1);
        FloatVector r1 = FloatVector.fromArray(Lanes.FLOATS, c, c1 + right);
        FloatVector l2 = FloatVector.fromArray(Lanes.FLOATS, c, c2);
        FloatVector r2 = FloatVector.fromArray(Lanes.FLOATS, c, c2 + right);
        FloatVector l3 = FloatVector.fromArray(Lanes.FLOATS, c, c3);
        FloatVector r3 = FloatVector.fromArray(Lanes.FLOATS, c, c3 + right);
        FloatVector l4 = FloatVector.fromArray(Lanes.FLOATS, c, c4);
        FloatVector r4 = FloatVector.fromArray(Lanes.FLOATS, c, c4 + right);
        FloatVector l5 = FloatVector.fromArray(Lanes.FLOATS, c, c5);
        FloatVector r5 = FloatVector.fromArray(Lanes.FLOATS, c, c5 + right);
        FloatVector l6 = FloatVector.fromArray(Lanes.FLOATS, c, c6);
        FloatVector r6 = FloatVector.fromArray(Lanes.FLOATS, c, c6 + right);
        FloatVector l7 = FloatVector.fromArray(Lanes.FLOATS, c, c7);
        FloatVector r7 = FloatVector.fromArray(Lanes.FLOATS, c, c7 + right);
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
                x = FloatVector.broadcast(Lanes.FLOATS, a[a4 + column]);
                l4 = x.fma(left, l4);
                r4 = x.fma(other, r4);
                x = FloatVector.broadcast(Lanes.FLOATS, a[a5 + column]);
                l5 = x.fma(left, l5);
                r5 = x.fma(other, r5);
                x = FloatVector.broadcast(Lanes.FLOATS, a[a6 + column]);
                l6 = x.fma(left, l6);
                r6 = x.fma(other, r6);
                x = FloatVector.broadcast(Lanes.FLOATS, a[a7 + column]);
                l7 = x.fma(left, l7);
                r7 = x.fma(other, r7);
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
        l4.intoArray(c, c4);
        r4.intoArray(c, c4 + right);
        l5.intoArray(c, c5);
        r5.intoArray(c, c5 + right);
        l6.intoArray(c, c6);
        r6.intoArray(c, c6 + right);
        l7.intoArray(c, c7);
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
}
