package studio.crossbar.tensor;

import jdk.incubator.vector.FloatVector;

/**
 * Register kernels as those of {@link RowMajorKernel}, at equal distances of rows, for an A whose columns are
 * contiguous: the elements of one step of k are neighbours, which needs one check of their bounds and one address.
 * Therefore no row may be missing.
 */
final class ColumnMajorKernel {

    private ColumnMajorKernel() {}

    /** Twelve rows by two vectors at a time; {@code rows} is a multiple of twelve. */
    static void twelveByTwo(
            int rows,
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
        for (int i = 0; i < rows; i += 12) {
            int at = c0 + i * ldc;
            FloatVector u0 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v0 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += ldc;
            FloatVector u1 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v1 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += ldc;
            FloatVector u2 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v2 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += ldc;
            FloatVector u3 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v3 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += ldc;
            FloatVector u4 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v4 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += ldc;
            FloatVector u5 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v5 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += ldc;
            FloatVector u6 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v6 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += ldc;
            FloatVector u7 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v7 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += ldc;
            FloatVector u8 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v8 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += ldc;
            FloatVector u9 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v9 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += ldc;
            FloatVector u10 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v10 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += ldc;
            FloatVector u11 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v11 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            for (int product = from; product < to; product++) {
                int row = b0 + bStarts[product];
                int column = a0 + i + aStarts[product];
                for (int p = 0; p < k; p++, column += aColumn, row += ldb) {
                    FloatVector first = FloatVector.fromArray(Lanes.FLOATS, b, row);
                    FloatVector last = FloatVector.fromArray(Lanes.FLOATS, b, row + right);
                    FloatVector x = FloatVector.broadcast(Lanes.FLOATS, a[column]);
                    u0 = x.fma(first, u0);
                    v0 = x.fma(last, v0);
                    x = FloatVector.broadcast(Lanes.FLOATS, a[column + 1]);
                    u1 = x.fma(first, u1);
                    v1 = x.fma(last, v1);
                    x = FloatVector.broadcast(Lanes.FLOATS, a[column + 2]);
                    u2 = x.fma(first, u2);
                    v2 = x.fma(last, v2);
                    x = FloatVector.broadcast(Lanes.FLOATS, a[column + 3]);
                    u3 = x.fma(first, u3);
                    v3 = x.fma(last, v3);
                    x = FloatVector.broadcast(Lanes.FLOATS, a[column + 4]);
                    u4 = x.fma(first, u4);
                    v4 = x.fma(last, v4);
                    x = FloatVector.broadcast(Lanes.FLOATS, a[column + 5]);
                    u5 = x.fma(first, u5);
                    v5 = x.fma(last, v5);
                    x = FloatVector.broadcast(Lanes.FLOATS, a[column + 6]);
                    u6 = x.fma(first, u6);
                    v6 = x.fma(last, v6);
                    x = FloatVector.broadcast(Lanes.FLOATS, a[column + 7]);
                    u7 = x.fma(first, u7);
                    v7 = x.fma(last, v7);
                    x = FloatVector.broadcast(Lanes.FLOATS, a[column + 8]);
                    u8 = x.fma(first, u8);
                    v8 = x.fma(last, v8);
                    x = FloatVector.broadcast(Lanes.FLOATS, a[column + 9]);
                    u9 = x.fma(first, u9);
                    v9 = x.fma(last, v9);
                    x = FloatVector.broadcast(Lanes.FLOATS, a[column + 10]);
                    u10 = x.fma(first, u10);
                    v10 = x.fma(last, v10);
                    x = FloatVector.broadcast(Lanes.FLOATS, a[column + 11]);
                    u11 = x.fma(first, u11);
                    v11 = x.fma(last, v11);
                }
            }
            int into = c0 + i * ldc;
            u0.intoArray(c, into);
            v0.intoArray(c, into + right);
            into += ldc;
            u1.intoArray(c, into);
            v1.intoArray(c, into + right);
            into += ldc;
            u2.intoArray(c, into);
            v2.intoArray(c, into + right);
            into += ldc;
            u3.intoArray(c, into);
            v3.intoArray(c, into + right);
            into += ldc;
            u4.intoArray(c, into);
            v4.intoArray(c, into + right);
            into += ldc;
            u5.intoArray(c, into);
            v5.intoArray(c, into + right);
            into += ldc;
            u6.intoArray(c, into);
            v6.intoArray(c, into + right);
            into += ldc;
            u7.intoArray(c, into);
            v7.intoArray(c, into + right);
            into += ldc;
            u8.intoArray(c, into);
            v8.intoArray(c, into + right);
            into += ldc;
            u9.intoArray(c, into);
            v9.intoArray(c, into + right);
            into += ldc;
            u10.intoArray(c, into);
            v10.intoArray(c, into + right);
            into += ldc;
            u11.intoArray(c, into);
            v11.intoArray(c, into + right);
        }
    }

    /** Eight rows by two vectors at a time; {@code rows} is a multiple of eight. */
    static void eightByTwo(
            int rows,
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
        for (int i = 0; i < rows; i += 8) {
            int at = c0 + i * ldc;
            FloatVector u0 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v0 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += ldc;
            FloatVector u1 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v1 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += ldc;
            FloatVector u2 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v2 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += ldc;
            FloatVector u3 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v3 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += ldc;
            FloatVector u4 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v4 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += ldc;
            FloatVector u5 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v5 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += ldc;
            FloatVector u6 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v6 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += ldc;
            FloatVector u7 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v7 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            for (int product = from; product < to; product++) {
                int row = b0 + bStarts[product];
                int column = a0 + i + aStarts[product];
                for (int p = 0; p < k; p++, column += aColumn, row += ldb) {
                    FloatVector first = FloatVector.fromArray(Lanes.FLOATS, b, row);
                    FloatVector last = FloatVector.fromArray(Lanes.FLOATS, b, row + right);
                    FloatVector x = FloatVector.broadcast(Lanes.FLOATS, a[column]);
                    u0 = x.fma(first, u0);
                    v0 = x.fma(last, v0);
                    x = FloatVector.broadcast(Lanes.FLOATS, a[column + 1]);
                    u1 = x.fma(first, u1);
                    v1 = x.fma(last, v1);
                    x = FloatVector.broadcast(Lanes.FLOATS, a[column + 2]);
                    u2 = x.fma(first, u2);
                    v2 = x.fma(last, v2);
                    x = FloatVector.broadcast(Lanes.FLOATS, a[column + 3]);
                    u3 = x.fma(first, u3);
                    v3 = x.fma(last, v3);
                    x = FloatVector.broadcast(Lanes.FLOATS, a[column + 4]);
                    u4 = x.fma(first, u4);
                    v4 = x.fma(last, v4);
                    x = FloatVector.broadcast(Lanes.FLOATS, a[column + 5]);
                    u5 = x.fma(first, u5);
                    v5 = x.fma(last, v5);
                    x = FloatVector.broadcast(Lanes.FLOATS, a[column + 6]);
                    u6 = x.fma(first, u6);
                    v6 = x.fma(last, v6);
                    x = FloatVector.broadcast(Lanes.FLOATS, a[column + 7]);
                    u7 = x.fma(first, u7);
                    v7 = x.fma(last, v7);
                }
            }
            int into = c0 + i * ldc;
            u0.intoArray(c, into);
            v0.intoArray(c, into + right);
            into += ldc;
            u1.intoArray(c, into);
            v1.intoArray(c, into + right);
            into += ldc;
            u2.intoArray(c, into);
            v2.intoArray(c, into + right);
            into += ldc;
            u3.intoArray(c, into);
            v3.intoArray(c, into + right);
            into += ldc;
            u4.intoArray(c, into);
            v4.intoArray(c, into + right);
            into += ldc;
            u5.intoArray(c, into);
            v5.intoArray(c, into + right);
            into += ldc;
            u6.intoArray(c, into);
            v6.intoArray(c, into + right);
            into += ldc;
            u7.intoArray(c, into);
            v7.intoArray(c, into + right);
        }
    }

    /** Eight rows by three vectors at a time; {@code rows} is a multiple of eight. */
    static void eightByThree(
            int rows,
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
        for (int i = 0; i < rows; i += 8) {
            int at = c0 + i * ldc;
            FloatVector u0 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v0 = FloatVector.fromArray(Lanes.FLOATS, c, at + Lanes.COUNT);
            FloatVector w0 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += ldc;
            FloatVector u1 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v1 = FloatVector.fromArray(Lanes.FLOATS, c, at + Lanes.COUNT);
            FloatVector w1 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += ldc;
            FloatVector u2 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v2 = FloatVector.fromArray(Lanes.FLOATS, c, at + Lanes.COUNT);
            FloatVector w2 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += ldc;
            FloatVector u3 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v3 = FloatVector.fromArray(Lanes.FLOATS, c, at + Lanes.COUNT);
            FloatVector w3 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += ldc;
            FloatVector u4 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v4 = FloatVector.fromArray(Lanes.FLOATS, c, at + Lanes.COUNT);
            FloatVector w4 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += ldc;
            FloatVector u5 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v5 = FloatVector.fromArray(Lanes.FLOATS, c, at + Lanes.COUNT);
            FloatVector w5 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += ldc;
            FloatVector u6 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v6 = FloatVector.fromArray(Lanes.FLOATS, c, at + Lanes.COUNT);
            FloatVector w6 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += ldc;
            FloatVector u7 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v7 = FloatVector.fromArray(Lanes.FLOATS, c, at + Lanes.COUNT);
            FloatVector w7 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            for (int product = from; product < to; product++) {
                int row = b0 + bStarts[product];
                int column = a0 + i + aStarts[product];
                for (int p = 0; p < k; p++, column += aColumn, row += ldb) {
                    FloatVector first = FloatVector.fromArray(Lanes.FLOATS, b, row);
                    FloatVector second = FloatVector.fromArray(Lanes.FLOATS, b, row + Lanes.COUNT);
                    FloatVector last = FloatVector.fromArray(Lanes.FLOATS, b, row + right);
                    FloatVector x = FloatVector.broadcast(Lanes.FLOATS, a[column]);
                    u0 = x.fma(first, u0);
                    v0 = x.fma(second, v0);
                    w0 = x.fma(last, w0);
                    x = FloatVector.broadcast(Lanes.FLOATS, a[column + 1]);
                    u1 = x.fma(first, u1);
                    v1 = x.fma(second, v1);
                    w1 = x.fma(last, w1);
                    x = FloatVector.broadcast(Lanes.FLOATS, a[column + 2]);
                    u2 = x.fma(first, u2);
                    v2 = x.fma(second, v2);
                    w2 = x.fma(last, w2);
                    x = FloatVector.broadcast(Lanes.FLOATS, a[column + 3]);
                    u3 = x.fma(first, u3);
                    v3 = x.fma(second, v3);
                    w3 = x.fma(last, w3);
                    x = FloatVector.broadcast(Lanes.FLOATS, a[column + 4]);
                    u4 = x.fma(first, u4);
                    v4 = x.fma(second, v4);
                    w4 = x.fma(last, w4);
                    x = FloatVector.broadcast(Lanes.FLOATS, a[column + 5]);
                    u5 = x.fma(first, u5);
                    v5 = x.fma(second, v5);
                    w5 = x.fma(last, w5);
                    x = FloatVector.broadcast(Lanes.FLOATS, a[column + 6]);
                    u6 = x.fma(first, u6);
                    v6 = x.fma(second, v6);
                    w6 = x.fma(last, w6);
                    x = FloatVector.broadcast(Lanes.FLOATS, a[column + 7]);
                    u7 = x.fma(first, u7);
                    v7 = x.fma(second, v7);
                    w7 = x.fma(last, w7);
                }
            }
            int into = c0 + i * ldc;
            u0.intoArray(c, into);
            v0.intoArray(c, into + Lanes.COUNT);
            w0.intoArray(c, into + right);
            into += ldc;
            u1.intoArray(c, into);
            v1.intoArray(c, into + Lanes.COUNT);
            w1.intoArray(c, into + right);
            into += ldc;
            u2.intoArray(c, into);
            v2.intoArray(c, into + Lanes.COUNT);
            w2.intoArray(c, into + right);
            into += ldc;
            u3.intoArray(c, into);
            v3.intoArray(c, into + Lanes.COUNT);
            w3.intoArray(c, into + right);
            into += ldc;
            u4.intoArray(c, into);
            v4.intoArray(c, into + Lanes.COUNT);
            w4.intoArray(c, into + right);
            into += ldc;
            u5.intoArray(c, into);
            v5.intoArray(c, into + Lanes.COUNT);
            w5.intoArray(c, into + right);
            into += ldc;
            u6.intoArray(c, into);
            v6.intoArray(c, into + Lanes.COUNT);
            w6.intoArray(c, into + right);
            into += ldc;
            u7.intoArray(c, into);
            v7.intoArray(c, into + Lanes.COUNT);
            w7.intoArray(c, into + right);
        }
    }
}
