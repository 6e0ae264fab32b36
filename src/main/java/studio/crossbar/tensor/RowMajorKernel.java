package studio.crossbar.tensor;

import jdk.incubator.vector.FloatVector;

/**
 * Register kernels of {@link MatrixProduct} for an A whose rows are contiguous: some rows of C by two to four vectors of
 * columns, plus the products {@code from … to − 1} of A and B, each over all of its k. The accumulators are written out
 * because those in an array do not stay in registers.
 *
 * <p>Elements of A are indexed by the loop's own variable: only then does the compiler check their bounds once before the
 * loop and not at each step, where the checks cost a fifth of the speed. One method a shape, because with two loops in a
 * method the accumulators no longer stay in registers.
 *
 * <p>The last vector begins {@code right} columns after the first. It may overlap the one before, and rows past the last
 * repeat it: then the same bits are computed and stored twice, which needs no special case at a ragged edge.
 */
final class RowMajorKernel {

    private RowMajorKernel() {}

    /** Up to eight rows by two vectors. */
    static void eightByTwo(
            int rows,
            int from,
            int to,
            int k,
            float[] a,
            int a0,
            int[] aStarts,
            int aRowStride,
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
            int start = aStarts[product];
            int x0 = a0 + start;
            int x1 = a1 + start;
            int x2 = a2 + start;
            int x3 = a3 + start;
            int x4 = a4 + start;
            int x5 = a5 + start;
            int x6 = a6 + start;
            int x7 = a7 + start;
            for (int p = 0; p < k; p++, row += ldb) {
                FloatVector left = FloatVector.fromArray(Lanes.FLOATS, b, row);
                FloatVector other = FloatVector.fromArray(Lanes.FLOATS, b, row + right);
                FloatVector x = FloatVector.broadcast(Lanes.FLOATS, a[x0 + p]);
                l0 = x.fma(left, l0);
                r0 = x.fma(other, r0);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x1 + p]);
                l1 = x.fma(left, l1);
                r1 = x.fma(other, r1);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x2 + p]);
                l2 = x.fma(left, l2);
                r2 = x.fma(other, r2);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x3 + p]);
                l3 = x.fma(left, l3);
                r3 = x.fma(other, r3);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x4 + p]);
                l4 = x.fma(left, l4);
                r4 = x.fma(other, r4);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x5 + p]);
                l5 = x.fma(left, l5);
                r5 = x.fma(other, r5);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x6 + p]);
                l6 = x.fma(left, l6);
                r6 = x.fma(other, r6);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x7 + p]);
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

    /** Up to eight rows by three vectors: 28 of 32 registers. */
    static void eightByThree(
            int rows,
            int from,
            int to,
            int k,
            float[] a,
            int a0,
            int[] aStarts,
            int aRowStride,
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
            int start = aStarts[product];
            int x0 = a0 + start;
            int x1 = a1 + start;
            int x2 = a2 + start;
            int x3 = a3 + start;
            int x4 = a4 + start;
            int x5 = a5 + start;
            int x6 = a6 + start;
            int x7 = a7 + start;
            for (int p = 0; p < k; p++, row += ldb) {
                FloatVector left = FloatVector.fromArray(Lanes.FLOATS, b, row);
                FloatVector middle = FloatVector.fromArray(Lanes.FLOATS, b, row + Lanes.COUNT);
                FloatVector other = FloatVector.fromArray(Lanes.FLOATS, b, row + right);
                FloatVector x = FloatVector.broadcast(Lanes.FLOATS, a[x0 + p]);
                l0 = x.fma(left, l0);
                m0 = x.fma(middle, m0);
                r0 = x.fma(other, r0);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x1 + p]);
                l1 = x.fma(left, l1);
                m1 = x.fma(middle, m1);
                r1 = x.fma(other, r1);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x2 + p]);
                l2 = x.fma(left, l2);
                m2 = x.fma(middle, m2);
                r2 = x.fma(other, r2);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x3 + p]);
                l3 = x.fma(left, l3);
                m3 = x.fma(middle, m3);
                r3 = x.fma(other, r3);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x4 + p]);
                l4 = x.fma(left, l4);
                m4 = x.fma(middle, m4);
                r4 = x.fma(other, r4);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x5 + p]);
                l5 = x.fma(left, l5);
                m5 = x.fma(middle, m5);
                r5 = x.fma(other, r5);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x6 + p]);
                l6 = x.fma(left, l6);
                m6 = x.fma(middle, m6);
                r6 = x.fma(other, r6);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x7 + p]);
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

    /**
     * Up to six rows by four vectors, 29 of 32 registers. Lists say where the rows begin, those of A from {@code first}
     * on at {@code aOffset + aRows[…]}, those of C at {@code cOffset + cRows[…]}: so blocks of six go on from product to
     * product, whose rows are no multiple of six.
     */
    static void sixByFour(
            int rows,
            int from,
            int to,
            int k,
            float[] a,
            int aOffset,
            int[] aRows,
            int first,
            int[] aStarts,
            float[] b,
            int b0,
            int[] bStarts,
            int ldb,
            float[] c,
            int cOffset,
            int[] cRows,
            int right) {
        int last = rows - 1;
        int row1 = first + Math.min(1, last);
        int row2 = first + Math.min(2, last);
        int row3 = first + Math.min(3, last);
        int row4 = first + Math.min(4, last);
        int row5 = first + Math.min(5, last);
        int c0 = cOffset + cRows[first];
        int c1 = cOffset + cRows[row1];
        int c2 = cOffset + cRows[row2];
        int c3 = cOffset + cRows[row3];
        int c4 = cOffset + cRows[row4];
        int c5 = cOffset + cRows[row5];
        FloatVector l0 = FloatVector.fromArray(Lanes.FLOATS, c, c0);
        FloatVector m0 = FloatVector.fromArray(Lanes.FLOATS, c, c0 + Lanes.COUNT);
        FloatVector n0 = FloatVector.fromArray(Lanes.FLOATS, c, c0 + 2 * Lanes.COUNT);
        FloatVector r0 = FloatVector.fromArray(Lanes.FLOATS, c, c0 + right);
        FloatVector l1 = FloatVector.fromArray(Lanes.FLOATS, c, c1);
        FloatVector m1 = FloatVector.fromArray(Lanes.FLOATS, c, c1 + Lanes.COUNT);
        FloatVector n1 = FloatVector.fromArray(Lanes.FLOATS, c, c1 + 2 * Lanes.COUNT);
        FloatVector r1 = FloatVector.fromArray(Lanes.FLOATS, c, c1 + right);
        FloatVector l2 = FloatVector.fromArray(Lanes.FLOATS, c, c2);
        FloatVector m2 = FloatVector.fromArray(Lanes.FLOATS, c, c2 + Lanes.COUNT);
        FloatVector n2 = FloatVector.fromArray(Lanes.FLOATS, c, c2 + 2 * Lanes.COUNT);
        FloatVector r2 = FloatVector.fromArray(Lanes.FLOATS, c, c2 + right);
        FloatVector l3 = FloatVector.fromArray(Lanes.FLOATS, c, c3);
        FloatVector m3 = FloatVector.fromArray(Lanes.FLOATS, c, c3 + Lanes.COUNT);
        FloatVector n3 = FloatVector.fromArray(Lanes.FLOATS, c, c3 + 2 * Lanes.COUNT);
        FloatVector r3 = FloatVector.fromArray(Lanes.FLOATS, c, c3 + right);
        FloatVector l4 = FloatVector.fromArray(Lanes.FLOATS, c, c4);
        FloatVector m4 = FloatVector.fromArray(Lanes.FLOATS, c, c4 + Lanes.COUNT);
        FloatVector n4 = FloatVector.fromArray(Lanes.FLOATS, c, c4 + 2 * Lanes.COUNT);
        FloatVector r4 = FloatVector.fromArray(Lanes.FLOATS, c, c4 + right);
        FloatVector l5 = FloatVector.fromArray(Lanes.FLOATS, c, c5);
        FloatVector m5 = FloatVector.fromArray(Lanes.FLOATS, c, c5 + Lanes.COUNT);
        FloatVector n5 = FloatVector.fromArray(Lanes.FLOATS, c, c5 + 2 * Lanes.COUNT);
        FloatVector r5 = FloatVector.fromArray(Lanes.FLOATS, c, c5 + right);
        for (int product = from; product < to; product++) {
            int row = b0 + bStarts[product];
            int start = aOffset + aStarts[product];
            int x0 = start + aRows[first];
            int x1 = start + aRows[row1];
            int x2 = start + aRows[row2];
            int x3 = start + aRows[row3];
            int x4 = start + aRows[row4];
            int x5 = start + aRows[row5];
            for (int p = 0; p < k; p++, row += ldb) {
                FloatVector left = FloatVector.fromArray(Lanes.FLOATS, b, row);
                FloatVector middle = FloatVector.fromArray(Lanes.FLOATS, b, row + Lanes.COUNT);
                FloatVector next = FloatVector.fromArray(Lanes.FLOATS, b, row + 2 * Lanes.COUNT);
                FloatVector other = FloatVector.fromArray(Lanes.FLOATS, b, row + right);
                FloatVector x = FloatVector.broadcast(Lanes.FLOATS, a[x0 + p]);
                l0 = x.fma(left, l0);
                m0 = x.fma(middle, m0);
                n0 = x.fma(next, n0);
                r0 = x.fma(other, r0);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x1 + p]);
                l1 = x.fma(left, l1);
                m1 = x.fma(middle, m1);
                n1 = x.fma(next, n1);
                r1 = x.fma(other, r1);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x2 + p]);
                l2 = x.fma(left, l2);
                m2 = x.fma(middle, m2);
                n2 = x.fma(next, n2);
                r2 = x.fma(other, r2);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x3 + p]);
                l3 = x.fma(left, l3);
                m3 = x.fma(middle, m3);
                n3 = x.fma(next, n3);
                r3 = x.fma(other, r3);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x4 + p]);
                l4 = x.fma(left, l4);
                m4 = x.fma(middle, m4);
                n4 = x.fma(next, n4);
                r4 = x.fma(other, r4);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x5 + p]);
                l5 = x.fma(left, l5);
                m5 = x.fma(middle, m5);
                n5 = x.fma(next, n5);
                r5 = x.fma(other, r5);
            }
        }
        l0.intoArray(c, c0);
        m0.intoArray(c, c0 + Lanes.COUNT);
        n0.intoArray(c, c0 + 2 * Lanes.COUNT);
        r0.intoArray(c, c0 + right);
        l1.intoArray(c, c1);
        m1.intoArray(c, c1 + Lanes.COUNT);
        n1.intoArray(c, c1 + 2 * Lanes.COUNT);
        r1.intoArray(c, c1 + right);
        l2.intoArray(c, c2);
        m2.intoArray(c, c2 + Lanes.COUNT);
        n2.intoArray(c, c2 + 2 * Lanes.COUNT);
        r2.intoArray(c, c2 + right);
        l3.intoArray(c, c3);
        m3.intoArray(c, c3 + Lanes.COUNT);
        n3.intoArray(c, c3 + 2 * Lanes.COUNT);
        r3.intoArray(c, c3 + right);
        l4.intoArray(c, c4);
        m4.intoArray(c, c4 + Lanes.COUNT);
        n4.intoArray(c, c4 + 2 * Lanes.COUNT);
        r4.intoArray(c, c4 + right);
        l5.intoArray(c, c5);
        m5.intoArray(c, c5 + Lanes.COUNT);
        n5.intoArray(c, c5 + 2 * Lanes.COUNT);
        r5.intoArray(c, c5 + right);
    }
}
