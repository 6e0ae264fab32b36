package studio.crossbar.tensor;

import jdk.incubator.vector.FloatVector;

/**
 * Register kernels of {@link MatrixProduct} for one product that overwrites C, with an A whose rows are contiguous: all rows
 * of C by two to four vectors of columns, over all of k.
 *
 * <p>They begin with zeros, so that C need be neither cleared nor loaded, and go over one product, so that fewer indices
 * compete for registers: a fifth faster than {@link RowMajorKernel} on two vectors of columns. What is said there of edges,
 * indices and accumulators holds here, too.
 */
final class OverwritingKernel {

    private OverwritingKernel() {}

    /** Eight rows by two vectors at a time. */
    static void eightByTwo(
            int rows,
            int k,
            float[] a,
            int a0,
            int aRow,
            float[] b,
            int b0,
            int ldb,
            float[] c,
            int c0,
            int ldc,
            int right) {
        for (int i = 0; i < rows; i += 8) {
            int end = rows - 1 - i;
            int x0 = a0 + i * aRow;
            int x1 = x0 + (end < 1 ? 0 : aRow);
            int x2 = x1 + (end < 2 ? 0 : aRow);
            int x3 = x2 + (end < 3 ? 0 : aRow);
            int x4 = x3 + (end < 4 ? 0 : aRow);
            int x5 = x4 + (end < 5 ? 0 : aRow);
            int x6 = x5 + (end < 6 ? 0 : aRow);
            int x7 = x6 + (end < 7 ? 0 : aRow);
            FloatVector u0 = FloatVector.zero(Lanes.FLOATS);
            FloatVector v0 = FloatVector.zero(Lanes.FLOATS);
            FloatVector u1 = FloatVector.zero(Lanes.FLOATS);
            FloatVector v1 = FloatVector.zero(Lanes.FLOATS);
            FloatVector u2 = FloatVector.zero(Lanes.FLOATS);
            FloatVector v2 = FloatVector.zero(Lanes.FLOATS);
            FloatVector u3 = FloatVector.zero(Lanes.FLOATS);
            FloatVector v3 = FloatVector.zero(Lanes.FLOATS);
            FloatVector u4 = FloatVector.zero(Lanes.FLOATS);
            FloatVector v4 = FloatVector.zero(Lanes.FLOATS);
            FloatVector u5 = FloatVector.zero(Lanes.FLOATS);
            FloatVector v5 = FloatVector.zero(Lanes.FLOATS);
            FloatVector u6 = FloatVector.zero(Lanes.FLOATS);
            FloatVector v6 = FloatVector.zero(Lanes.FLOATS);
            FloatVector u7 = FloatVector.zero(Lanes.FLOATS);
            FloatVector v7 = FloatVector.zero(Lanes.FLOATS);
            for (int p = 0, row = b0; p < k; p++, row += ldb) {
                FloatVector first = FloatVector.fromArray(Lanes.FLOATS, b, row);
                FloatVector last = FloatVector.fromArray(Lanes.FLOATS, b, row + right);
                FloatVector x = FloatVector.broadcast(Lanes.FLOATS, a[x0 + p]);
                u0 = x.fma(first, u0);
                v0 = x.fma(last, v0);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x1 + p]);
                u1 = x.fma(first, u1);
                v1 = x.fma(last, v1);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x2 + p]);
                u2 = x.fma(first, u2);
                v2 = x.fma(last, v2);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x3 + p]);
                u3 = x.fma(first, u3);
                v3 = x.fma(last, v3);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x4 + p]);
                u4 = x.fma(first, u4);
                v4 = x.fma(last, v4);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x5 + p]);
                u5 = x.fma(first, u5);
                v5 = x.fma(last, v5);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x6 + p]);
                u6 = x.fma(first, u6);
                v6 = x.fma(last, v6);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x7 + p]);
                u7 = x.fma(first, u7);
                v7 = x.fma(last, v7);
            }
            int to = c0 + i * ldc;
            u0.intoArray(c, to);
            v0.intoArray(c, to + right);
            to += end < 1 ? 0 : ldc;
            u1.intoArray(c, to);
            v1.intoArray(c, to + right);
            to += end < 2 ? 0 : ldc;
            u2.intoArray(c, to);
            v2.intoArray(c, to + right);
            to += end < 3 ? 0 : ldc;
            u3.intoArray(c, to);
            v3.intoArray(c, to + right);
            to += end < 4 ? 0 : ldc;
            u4.intoArray(c, to);
            v4.intoArray(c, to + right);
            to += end < 5 ? 0 : ldc;
            u5.intoArray(c, to);
            v5.intoArray(c, to + right);
            to += end < 6 ? 0 : ldc;
            u6.intoArray(c, to);
            v6.intoArray(c, to + right);
            to += end < 7 ? 0 : ldc;
            u7.intoArray(c, to);
            v7.intoArray(c, to + right);
        }
    }

    /** Eight rows by three vectors at a time. */
    static void eightByThree(
            int rows,
            int k,
            float[] a,
            int a0,
            int aRow,
            float[] b,
            int b0,
            int ldb,
            float[] c,
            int c0,
            int ldc,
            int right) {
        for (int i = 0; i < rows; i += 8) {
            int end = rows - 1 - i;
            int x0 = a0 + i * aRow;
            int x1 = x0 + (end < 1 ? 0 : aRow);
            int x2 = x1 + (end < 2 ? 0 : aRow);
            int x3 = x2 + (end < 3 ? 0 : aRow);
            int x4 = x3 + (end < 4 ? 0 : aRow);
            int x5 = x4 + (end < 5 ? 0 : aRow);
            int x6 = x5 + (end < 6 ? 0 : aRow);
            int x7 = x6 + (end < 7 ? 0 : aRow);
            FloatVector u0 = FloatVector.zero(Lanes.FLOATS);
            FloatVector v0 = FloatVector.zero(Lanes.FLOATS);
            FloatVector w0 = FloatVector.zero(Lanes.FLOATS);
            FloatVector u1 = FloatVector.zero(Lanes.FLOATS);
            FloatVector v1 = FloatVector.zero(Lanes.FLOATS);
            FloatVector w1 = FloatVector.zero(Lanes.FLOATS);
            FloatVector u2 = FloatVector.zero(Lanes.FLOATS);
            FloatVector v2 = FloatVector.zero(Lanes.FLOATS);
            FloatVector w2 = FloatVector.zero(Lanes.FLOATS);
            FloatVector u3 = FloatVector.zero(Lanes.FLOATS);
            FloatVector v3 = FloatVector.zero(Lanes.FLOATS);
            FloatVector w3 = FloatVector.zero(Lanes.FLOATS);
            FloatVector u4 = FloatVector.zero(Lanes.FLOATS);
            FloatVector v4 = FloatVector.zero(Lanes.FLOATS);
            FloatVector w4 = FloatVector.zero(Lanes.FLOATS);
            FloatVector u5 = FloatVector.zero(Lanes.FLOATS);
            FloatVector v5 = FloatVector.zero(Lanes.FLOATS);
            FloatVector w5 = FloatVector.zero(Lanes.FLOATS);
            FloatVector u6 = FloatVector.zero(Lanes.FLOATS);
            FloatVector v6 = FloatVector.zero(Lanes.FLOATS);
            FloatVector w6 = FloatVector.zero(Lanes.FLOATS);
            FloatVector u7 = FloatVector.zero(Lanes.FLOATS);
            FloatVector v7 = FloatVector.zero(Lanes.FLOATS);
            FloatVector w7 = FloatVector.zero(Lanes.FLOATS);
            for (int p = 0, row = b0; p < k; p++, row += ldb) {
                FloatVector first = FloatVector.fromArray(Lanes.FLOATS, b, row);
                FloatVector second = FloatVector.fromArray(Lanes.FLOATS, b, row + Lanes.COUNT);
                FloatVector last = FloatVector.fromArray(Lanes.FLOATS, b, row + right);
                FloatVector x = FloatVector.broadcast(Lanes.FLOATS, a[x0 + p]);
                u0 = x.fma(first, u0);
                v0 = x.fma(second, v0);
                w0 = x.fma(last, w0);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x1 + p]);
                u1 = x.fma(first, u1);
                v1 = x.fma(second, v1);
                w1 = x.fma(last, w1);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x2 + p]);
                u2 = x.fma(first, u2);
                v2 = x.fma(second, v2);
                w2 = x.fma(last, w2);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x3 + p]);
                u3 = x.fma(first, u3);
                v3 = x.fma(second, v3);
                w3 = x.fma(last, w3);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x4 + p]);
                u4 = x.fma(first, u4);
                v4 = x.fma(second, v4);
                w4 = x.fma(last, w4);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x5 + p]);
                u5 = x.fma(first, u5);
                v5 = x.fma(second, v5);
                w5 = x.fma(last, w5);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x6 + p]);
                u6 = x.fma(first, u6);
                v6 = x.fma(second, v6);
                w6 = x.fma(last, w6);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x7 + p]);
                u7 = x.fma(first, u7);
                v7 = x.fma(second, v7);
                w7 = x.fma(last, w7);
            }
            int to = c0 + i * ldc;
            u0.intoArray(c, to);
            v0.intoArray(c, to + Lanes.COUNT);
            w0.intoArray(c, to + right);
            to += end < 1 ? 0 : ldc;
            u1.intoArray(c, to);
            v1.intoArray(c, to + Lanes.COUNT);
            w1.intoArray(c, to + right);
            to += end < 2 ? 0 : ldc;
            u2.intoArray(c, to);
            v2.intoArray(c, to + Lanes.COUNT);
            w2.intoArray(c, to + right);
            to += end < 3 ? 0 : ldc;
            u3.intoArray(c, to);
            v3.intoArray(c, to + Lanes.COUNT);
            w3.intoArray(c, to + right);
            to += end < 4 ? 0 : ldc;
            u4.intoArray(c, to);
            v4.intoArray(c, to + Lanes.COUNT);
            w4.intoArray(c, to + right);
            to += end < 5 ? 0 : ldc;
            u5.intoArray(c, to);
            v5.intoArray(c, to + Lanes.COUNT);
            w5.intoArray(c, to + right);
            to += end < 6 ? 0 : ldc;
            u6.intoArray(c, to);
            v6.intoArray(c, to + Lanes.COUNT);
            w6.intoArray(c, to + right);
            to += end < 7 ? 0 : ldc;
            u7.intoArray(c, to);
            v7.intoArray(c, to + Lanes.COUNT);
            w7.intoArray(c, to + right);
        }
    }

    /** Six rows by four vectors at a time. */
    static void sixByFour(
            int rows,
            int k,
            float[] a,
            int a0,
            int aRow,
            float[] b,
            int b0,
            int ldb,
            float[] c,
            int c0,
            int ldc,
            int right) {
        for (int i = 0; i < rows; i += 6) {
            int end = rows - 1 - i;
            int x0 = a0 + i * aRow;
            int x1 = x0 + (end < 1 ? 0 : aRow);
            int x2 = x1 + (end < 2 ? 0 : aRow);
            int x3 = x2 + (end < 3 ? 0 : aRow);
            int x4 = x3 + (end < 4 ? 0 : aRow);
            int x5 = x4 + (end < 5 ? 0 : aRow);
            FloatVector u0 = FloatVector.zero(Lanes.FLOATS);
            FloatVector v0 = FloatVector.zero(Lanes.FLOATS);
            FloatVector w0 = FloatVector.zero(Lanes.FLOATS);
            FloatVector z0 = FloatVector.zero(Lanes.FLOATS);
            FloatVector u1 = FloatVector.zero(Lanes.FLOATS);
            FloatVector v1 = FloatVector.zero(Lanes.FLOATS);
            FloatVector w1 = FloatVector.zero(Lanes.FLOATS);
            FloatVector z1 = FloatVector.zero(Lanes.FLOATS);
            FloatVector u2 = FloatVector.zero(Lanes.FLOATS);
            FloatVector v2 = FloatVector.zero(Lanes.FLOATS);
            FloatVector w2 = FloatVector.zero(Lanes.FLOATS);
            FloatVector z2 = FloatVector.zero(Lanes.FLOATS);
            FloatVector u3 = FloatVector.zero(Lanes.FLOATS);
            FloatVector v3 = FloatVector.zero(Lanes.FLOATS);
            FloatVector w3 = FloatVector.zero(Lanes.FLOATS);
            FloatVector z3 = FloatVector.zero(Lanes.FLOATS);
            FloatVector u4 = FloatVector.zero(Lanes.FLOATS);
            FloatVector v4 = FloatVector.zero(Lanes.FLOATS);
            FloatVector w4 = FloatVector.zero(Lanes.FLOATS);
            FloatVector z4 = FloatVector.zero(Lanes.FLOATS);
            FloatVector u5 = FloatVector.zero(Lanes.FLOATS);
            FloatVector v5 = FloatVector.zero(Lanes.FLOATS);
            FloatVector w5 = FloatVector.zero(Lanes.FLOATS);
            FloatVector z5 = FloatVector.zero(Lanes.FLOATS);
            for (int p = 0, row = b0; p < k; p++, row += ldb) {
                FloatVector first = FloatVector.fromArray(Lanes.FLOATS, b, row);
                FloatVector second = FloatVector.fromArray(Lanes.FLOATS, b, row + Lanes.COUNT);
                FloatVector third = FloatVector.fromArray(Lanes.FLOATS, b, row + 2 * Lanes.COUNT);
                FloatVector last = FloatVector.fromArray(Lanes.FLOATS, b, row + right);
                FloatVector x = FloatVector.broadcast(Lanes.FLOATS, a[x0 + p]);
                u0 = x.fma(first, u0);
                v0 = x.fma(second, v0);
                w0 = x.fma(third, w0);
                z0 = x.fma(last, z0);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x1 + p]);
                u1 = x.fma(first, u1);
                v1 = x.fma(second, v1);
                w1 = x.fma(third, w1);
                z1 = x.fma(last, z1);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x2 + p]);
                u2 = x.fma(first, u2);
                v2 = x.fma(second, v2);
                w2 = x.fma(third, w2);
                z2 = x.fma(last, z2);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x3 + p]);
                u3 = x.fma(first, u3);
                v3 = x.fma(second, v3);
                w3 = x.fma(third, w3);
                z3 = x.fma(last, z3);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x4 + p]);
                u4 = x.fma(first, u4);
                v4 = x.fma(second, v4);
                w4 = x.fma(third, w4);
                z4 = x.fma(last, z4);
                x = FloatVector.broadcast(Lanes.FLOATS, a[x5 + p]);
                u5 = x.fma(first, u5);
                v5 = x.fma(second, v5);
                w5 = x.fma(third, w5);
                z5 = x.fma(last, z5);
            }
            int to = c0 + i * ldc;
            u0.intoArray(c, to);
            v0.intoArray(c, to + Lanes.COUNT);
            w0.intoArray(c, to + 2 * Lanes.COUNT);
            z0.intoArray(c, to + right);
            to += end < 1 ? 0 : ldc;
            u1.intoArray(c, to);
            v1.intoArray(c, to + Lanes.COUNT);
            w1.intoArray(c, to + 2 * Lanes.COUNT);
            z1.intoArray(c, to + right);
            to += end < 2 ? 0 : ldc;
            u2.intoArray(c, to);
            v2.intoArray(c, to + Lanes.COUNT);
            w2.intoArray(c, to + 2 * Lanes.COUNT);
            z2.intoArray(c, to + right);
            to += end < 3 ? 0 : ldc;
            u3.intoArray(c, to);
            v3.intoArray(c, to + Lanes.COUNT);
            w3.intoArray(c, to + 2 * Lanes.COUNT);
            z3.intoArray(c, to + right);
            to += end < 4 ? 0 : ldc;
            u4.intoArray(c, to);
            v4.intoArray(c, to + Lanes.COUNT);
            w4.intoArray(c, to + 2 * Lanes.COUNT);
            z4.intoArray(c, to + right);
            to += end < 5 ? 0 : ldc;
            u5.intoArray(c, to);
            v5.intoArray(c, to + Lanes.COUNT);
            w5.intoArray(c, to + 2 * Lanes.COUNT);
            z5.intoArray(c, to + right);
        }
    }
}
