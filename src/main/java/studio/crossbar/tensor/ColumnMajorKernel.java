package studio.crossbar.tensor;

import jdk.incubator.vector.FloatVector;

/**
 * Register kernels as those of {@link RowMajorKernel}, at equal distances of rows, for an A whose columns are
 * contiguous: the elements of one step of k are neighbours, which needs one check of their bounds and one address.
 * Therefore no row may be missing.
 */
final class ColumnMajorKernel {

    private ColumnMajorKernel() {}

    /** Twelve rows by two vectors. */
    static void twelveByTwo(
            int from,
            int to,
            int k,
            float[] a,
            int a0,
            int[] aStarts,
            int aColumnStride,
            float[] b,
            int b0,
            int[] bStarts,
            int ldb,
            float[] c,
            int c0,
            int ldc,
            int right) {
        int c1 = c0 + ldc;
        int c2 = c0 + 2 * ldc;
        int c3 = c0 + 3 * ldc;
        int c4 = c0 + 4 * ldc;
        int c5 = c0 + 5 * ldc;
        int c6 = c0 + 6 * ldc;
        int c7 = c0 + 7 * ldc;
        int c8 = c0 + 8 * ldc;
        int c9 = c0 + 9 * ldc;
        int c10 = c0 + 10 * ldc;
        int c11 = c0 + 11 * ldc;
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
        FloatVector l8 = FloatVector.fromArray(Lanes.FLOATS, c, c8);
        FloatVector r8 = FloatVector.fromArray(Lanes.FLOATS, c, c8 + right);
        FloatVector l9 = FloatVector.fromArray(Lanes.FLOATS, c, c9);
        FloatVector r9 = FloatVector.fromArray(Lanes.FLOATS, c, c9 + right);
        FloatVector l10 = FloatVector.fromArray(Lanes.FLOATS, c, c10);
        FloatVector r10 = FloatVector.fromArray(Lanes.FLOATS, c, c10 + right);
        FloatVector l11 = FloatVector.fromArray(Lanes.FLOATS, c, c11);
        FloatVector r11 = FloatVector.fromArray(Lanes.FLOATS, c, c11 + right);
        for (int product = from; product < to; product++) {
            int row = b0 + bStarts[product];
            int column = a0 + aStarts[product];
            for (int p = 0; p < k; p++, column += aColumnStride, row += ldb) {
                FloatVector left = FloatVector.fromArray(Lanes.FLOATS, b, row);
                FloatVector other = FloatVector.fromArray(Lanes.FLOATS, b, row + right);
                FloatVector x = FloatVector.broadcast(Lanes.FLOATS, a[column]);
                l0 = x.fma(left, l0);
                r0 = x.fma(other, r0);
                x = FloatVector.broadcast(Lanes.FLOATS, a[column + 1]);
                l1 = x.fma(left, l1);
                r1 = x.fma(other, r1);
                x = FloatVector.broadcast(Lanes.FLOATS, a[column + 2]);
                l2 = x.fma(left, l2);
                r2 = x.fma(other, r2);
                x = FloatVector.broadcast(Lanes.FLOATS, a[column + 3]);
                l3 = x.fma(left, l3);
                r3 = x.fma(other, r3);
                x = FloatVector.broadcast(Lanes.FLOATS, a[column + 4]);
                l4 = x.fma(left, l4);
                r4 = x.fma(other, r4);
                x = FloatVector.broadcast(Lanes.FLOATS, a[column + 5]);
                l5 = x.fma(left, l5);
                r5 = x.fma(other, r5);
                x = FloatVector.broadcast(Lanes.FLOATS, a[column + 6]);
                l6 = x.fma(left, l6);
                r6 = x.fma(other, r6);
                x = FloatVector.broadcast(Lanes.FLOATS, a[column + 7]);
                l7 = x.fma(left, l7);
                r7 = x.fma(other, r7);
                x = FloatVector.broadcast(Lanes.FLOATS, a[column + 8]);
                l8 = x.fma(left, l8);
                r8 = x.fma(other, r8);
                x = FloatVector.broadcast(Lanes.FLOATS, a[column + 9]);
                l9 = x.fma(left, l9);
                r9 = x.fma(other, r9);
                x = FloatVector.broadcast(Lanes.FLOATS, a[column + 10]);
                l10 = x.fma(left, l10);
                r10 = x.fma(other, r10);
                x = FloatVector.broadcast(Lanes.FLOATS, a[column + 11]);
                l11 = x.fma(left, l11);
                r11 = x.fma(other, r11);
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
        l8.intoArray(c, c8);
        r8.intoArray(c, c8 + right);
        l9.intoArray(c, c9);
        r9.intoArray(c, c9 + right);
        l10.intoArray(c, c10);
        r10.intoArray(c, c10 + right);
        l11.intoArray(c, c11);
        r11.intoArray(c, c11 + right);
    }

    /** Eight rows by two vectors. */
    static void eightByTwo(
            int from,
            int to,
            int k,
            float[] a,
            int a0,
            int[] aStarts,
            int aColumnStride,
            float[] b,
            int b0,
            int[] bStarts,
            int ldb,
            float[] c,
            int c0,
            int ldc,
            int right) {
        int c1 = c0 + ldc;
        int c2 = c0 + 2 * ldc;
        int c3 = c0 + 3 * ldc;
        int c4 = c0 + 4 * ldc;
        int c5 = c0 + 5 * ldc;
        int c6 = c0 + 6 * ldc;
        int c7 = c0 + 7 * ldc;
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
            int column = a0 + aStarts[product];
            for (int p = 0; p < k; p++, column += aColumnStride, row += ldb) {
                FloatVector left = FloatVector.fromArray(Lanes.FLOATS, b, row);
                FloatVector other = FloatVector.fromArray(Lanes.FLOATS, b, row + right);
                FloatVector x = FloatVector.broadcast(Lanes.FLOATS, a[column]);
                l0 = x.fma(left, l0);
                r0 = x.fma(other, r0);
                x = FloatVector.broadcast(Lanes.FLOATS, a[column + 1]);
                l1 = x.fma(left, l1);
                r1 = x.fma(other, r1);
                x = FloatVector.broadcast(Lanes.FLOATS, a[column + 2]);
                l2 = x.fma(left, l2);
                r2 = x.fma(other, r2);
                x = FloatVector.broadcast(Lanes.FLOATS, a[column + 3]);
                l3 = x.fma(left, l3);
                r3 = x.fma(other, r3);
                x = FloatVector.broadcast(Lanes.FLOATS, a[column + 4]);
                l4 = x.fma(left, l4);
                r4 = x.fma(other, r4);
                x = FloatVector.broadcast(Lanes.FLOATS, a[column + 5]);
                l5 = x.fma(left, l5);
                r5 = x.fma(other, r5);
                x = FloatVector.broadcast(Lanes.FLOATS, a[column + 6]);
                l6 = x.fma(left, l6);
                r6 = x.fma(other, r6);
                x = FloatVector.broadcast(Lanes.FLOATS, a[column + 7]);
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

    /** Eight rows by three vectors. */
    static void eightByThree(
            int from,
            int to,
            int k,
            float[] a,
            int a0,
            int[] aStarts,
            int aColumnStride,
            float[] b,
            int b0,
            int[] bStarts,
            int ldb,
            float[] c,
            int c0,
            int ldc,
            int right) {
        int c1 = c0 + ldc;
        int c2 = c0 + 2 * ldc;
        int c3 = c0 + 3 * ldc;
        int c4 = c0 + 4 * ldc;
        int c5 = c0 + 5 * ldc;
        int c6 = c0 + 6 * ldc;
        int c7 = c0 + 7 * ldc;
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
            int column = a0 + aStarts[product];
            for (int p = 0; p < k; p++, column += aColumnStride, row += ldb) {
                FloatVector left = FloatVector.fromArray(Lanes.FLOATS, b, row);
                FloatVector middle = FloatVector.fromArray(Lanes.FLOATS, b, row + Lanes.COUNT);
                FloatVector other = FloatVector.fromArray(Lanes.FLOATS, b, row + right);
                FloatVector x = FloatVector.broadcast(Lanes.FLOATS, a[column]);
                l0 = x.fma(left, l0);
                m0 = x.fma(middle, m0);
                r0 = x.fma(other, r0);
                x = FloatVector.broadcast(Lanes.FLOATS, a[column + 1]);
                l1 = x.fma(left, l1);
                m1 = x.fma(middle, m1);
                r1 = x.fma(other, r1);
                x = FloatVector.broadcast(Lanes.FLOATS, a[column + 2]);
                l2 = x.fma(left, l2);
                m2 = x.fma(middle, m2);
                r2 = x.fma(other, r2);
                x = FloatVector.broadcast(Lanes.FLOATS, a[column + 3]);
                l3 = x.fma(left, l3);
                m3 = x.fma(middle, m3);
                r3 = x.fma(other, r3);
                x = FloatVector.broadcast(Lanes.FLOATS, a[column + 4]);
                l4 = x.fma(left, l4);
                m4 = x.fma(middle, m4);
                r4 = x.fma(other, r4);
                x = FloatVector.broadcast(Lanes.FLOATS, a[column + 5]);
                l5 = x.fma(left, l5);
                m5 = x.fma(middle, m5);
                r5 = x.fma(other, r5);
                x = FloatVector.broadcast(Lanes.FLOATS, a[column + 6]);
                l6 = x.fma(left, l6);
                m6 = x.fma(middle, m6);
                r6 = x.fma(other, r6);
                x = FloatVector.broadcast(Lanes.FLOATS, a[column + 7]);
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
}
