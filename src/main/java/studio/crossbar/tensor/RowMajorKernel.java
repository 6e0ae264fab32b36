package studio.crossbar.tensor;

import jdk.incubator.vector.FloatVector;

/**
 * Register kernels of {@link MatrixProduct} for an A whose rows are contiguous: all rows of C by two to four vectors of
 * columns, plus the products {@code from … to − 1} of A and B, each over all of its k. The accumulators are written out
 * because those in an array do not stay in registers.
 *
 * <p>Elements of A are indexed by the loop's own variable: only then does the compiler check their bounds once before the
 * loop and not at each step, where the checks cost a fifth of the speed. One method a shape, because with two such loops after
 * one another in a method the accumulators no longer stay in registers. Where rows begin is found anew when it is needed,
 * since the indices of all rows do not stay in registers either.
 *
 * <p>The last vector begins {@code right} columns after the first. It may overlap the one before, and rows past the last
 * repeat it: then the same bits are computed and stored twice, which needs no special case at a ragged edge.
 */
final class RowMajorKernel {

    private RowMajorKernel() {}

    /** Eight rows by two vectors at a time. */
    static void eightByTwo(
            int rows,
            int from,
            int to,
            int k,
            float[] a,
            int a0,
            int aRow,
            int[] aStarts,
            float[] b,
            int b0,
            int[] bStarts,
            int ldb,
            float[] c,
            int c0,
            int ldc,
            int right) {
        for (int i = 0; i < rows; i += 8) {
            int end = rows - 1 - i;
            int at = c0 + i * ldc;
            FloatVector u0 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v0 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += end < 1 ? 0 : ldc;
            FloatVector u1 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v1 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += end < 2 ? 0 : ldc;
            FloatVector u2 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v2 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += end < 3 ? 0 : ldc;
            FloatVector u3 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v3 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += end < 4 ? 0 : ldc;
            FloatVector u4 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v4 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += end < 5 ? 0 : ldc;
            FloatVector u5 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v5 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += end < 6 ? 0 : ldc;
            FloatVector u6 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v6 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += end < 7 ? 0 : ldc;
            FloatVector u7 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v7 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            for (int product = from; product < to; product++) {
                int row = b0 + bStarts[product];
                int start = a0 + aStarts[product];
                int x0 = start + i * aRow;
                int x1 = x0 + (end < 1 ? 0 : aRow);
                int x2 = x1 + (end < 2 ? 0 : aRow);
                int x3 = x2 + (end < 3 ? 0 : aRow);
                int x4 = x3 + (end < 4 ? 0 : aRow);
                int x5 = x4 + (end < 5 ? 0 : aRow);
                int x6 = x5 + (end < 6 ? 0 : aRow);
                int x7 = x6 + (end < 7 ? 0 : aRow);
                for (int p = 0; p < k; p++, row += ldb) {
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
            }
            int into = c0 + i * ldc;
            u0.intoArray(c, into);
            v0.intoArray(c, into + right);
            into += end < 1 ? 0 : ldc;
            u1.intoArray(c, into);
            v1.intoArray(c, into + right);
            into += end < 2 ? 0 : ldc;
            u2.intoArray(c, into);
            v2.intoArray(c, into + right);
            into += end < 3 ? 0 : ldc;
            u3.intoArray(c, into);
            v3.intoArray(c, into + right);
            into += end < 4 ? 0 : ldc;
            u4.intoArray(c, into);
            v4.intoArray(c, into + right);
            into += end < 5 ? 0 : ldc;
            u5.intoArray(c, into);
            v5.intoArray(c, into + right);
            into += end < 6 ? 0 : ldc;
            u6.intoArray(c, into);
            v6.intoArray(c, into + right);
            into += end < 7 ? 0 : ldc;
            u7.intoArray(c, into);
            v7.intoArray(c, into + right);
        }
    }

    /** Eight rows by three vectors at a time. */
    static void eightByThree(
            int rows,
            int from,
            int to,
            int k,
            float[] a,
            int a0,
            int aRow,
            int[] aStarts,
            float[] b,
            int b0,
            int[] bStarts,
            int ldb,
            float[] c,
            int c0,
            int ldc,
            int right) {
        for (int i = 0; i < rows; i += 8) {
            int end = rows - 1 - i;
            int at = c0 + i * ldc;
            FloatVector u0 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v0 = FloatVector.fromArray(Lanes.FLOATS, c, at + Lanes.COUNT);
            FloatVector w0 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += end < 1 ? 0 : ldc;
            FloatVector u1 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v1 = FloatVector.fromArray(Lanes.FLOATS, c, at + Lanes.COUNT);
            FloatVector w1 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += end < 2 ? 0 : ldc;
            FloatVector u2 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v2 = FloatVector.fromArray(Lanes.FLOATS, c, at + Lanes.COUNT);
            FloatVector w2 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += end < 3 ? 0 : ldc;
            FloatVector u3 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v3 = FloatVector.fromArray(Lanes.FLOATS, c, at + Lanes.COUNT);
            FloatVector w3 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += end < 4 ? 0 : ldc;
            FloatVector u4 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v4 = FloatVector.fromArray(Lanes.FLOATS, c, at + Lanes.COUNT);
            FloatVector w4 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += end < 5 ? 0 : ldc;
            FloatVector u5 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v5 = FloatVector.fromArray(Lanes.FLOATS, c, at + Lanes.COUNT);
            FloatVector w5 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += end < 6 ? 0 : ldc;
            FloatVector u6 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v6 = FloatVector.fromArray(Lanes.FLOATS, c, at + Lanes.COUNT);
            FloatVector w6 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            at += end < 7 ? 0 : ldc;
            FloatVector u7 = FloatVector.fromArray(Lanes.FLOATS, c, at);
            FloatVector v7 = FloatVector.fromArray(Lanes.FLOATS, c, at + Lanes.COUNT);
            FloatVector w7 = FloatVector.fromArray(Lanes.FLOATS, c, at + right);
            for (int product = from; product < to; product++) {
                int row = b0 + bStarts[product];
                int start = a0 + aStarts[product];
                int x0 = start + i * aRow;
                int x1 = x0 + (end < 1 ? 0 : aRow);
                int x2 = x1 + (end < 2 ? 0 : aRow);
                int x3 = x2 + (end < 3 ? 0 : aRow);
                int x4 = x3 + (end < 4 ? 0 : aRow);
                int x5 = x4 + (end < 5 ? 0 : aRow);
                int x6 = x5 + (end < 6 ? 0 : aRow);
                int x7 = x6 + (end < 7 ? 0 : aRow);
                for (int p = 0; p < k; p++, row += ldb) {
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
            }
            int into = c0 + i * ldc;
            u0.intoArray(c, into);
            v0.intoArray(c, into + Lanes.COUNT);
            w0.intoArray(c, into + right);
            into += end < 1 ? 0 : ldc;
            u1.intoArray(c, into);
            v1.intoArray(c, into + Lanes.COUNT);
            w1.intoArray(c, into + right);
            into += end < 2 ? 0 : ldc;
            u2.intoArray(c, into);
            v2.intoArray(c, into + Lanes.COUNT);
            w2.intoArray(c, into + right);
            into += end < 3 ? 0 : ldc;
            u3.intoArray(c, into);
            v3.intoArray(c, into + Lanes.COUNT);
            w3.intoArray(c, into + right);
            into += end < 4 ? 0 : ldc;
            u4.intoArray(c, into);
            v4.intoArray(c, into + Lanes.COUNT);
            w4.intoArray(c, into + right);
            into += end < 5 ? 0 : ldc;
            u5.intoArray(c, into);
            v5.intoArray(c, into + Lanes.COUNT);
            w5.intoArray(c, into + right);
            into += end < 6 ? 0 : ldc;
            u6.intoArray(c, into);
            v6.intoArray(c, into + Lanes.COUNT);
            w6.intoArray(c, into + right);
            into += end < 7 ? 0 : ldc;
            u7.intoArray(c, into);
            v7.intoArray(c, into + Lanes.COUNT);
            w7.intoArray(c, into + right);
        }
    }

    /** Six rows by four vectors at a time; rows lie where the lists say. */
    static void sixByFour(
            int rows,
            int from,
            int to,
            int k,
            float[] a,
            int a0,
            int[] ofA,
            int[] aStarts,
            float[] b,
            int b0,
            int[] bStarts,
            int ldb,
            float[] c,
            int c0,
            int[] ofC,
            int right) {
        for (int i = 0; i < rows; i += 6) {
            int end = rows - 1 - i;
            int at0 = c0 + ofC[i];
            FloatVector u0 = FloatVector.fromArray(Lanes.FLOATS, c, at0);
            FloatVector v0 = FloatVector.fromArray(Lanes.FLOATS, c, at0 + Lanes.COUNT);
            FloatVector w0 = FloatVector.fromArray(Lanes.FLOATS, c, at0 + 2 * Lanes.COUNT);
            FloatVector z0 = FloatVector.fromArray(Lanes.FLOATS, c, at0 + right);
            int at1 = c0 + ofC[i + Math.min(1, end)];
            FloatVector u1 = FloatVector.fromArray(Lanes.FLOATS, c, at1);
            FloatVector v1 = FloatVector.fromArray(Lanes.FLOATS, c, at1 + Lanes.COUNT);
            FloatVector w1 = FloatVector.fromArray(Lanes.FLOATS, c, at1 + 2 * Lanes.COUNT);
            FloatVector z1 = FloatVector.fromArray(Lanes.FLOATS, c, at1 + right);
            int at2 = c0 + ofC[i + Math.min(2, end)];
            FloatVector u2 = FloatVector.fromArray(Lanes.FLOATS, c, at2);
            FloatVector v2 = FloatVector.fromArray(Lanes.FLOATS, c, at2 + Lanes.COUNT);
            FloatVector w2 = FloatVector.fromArray(Lanes.FLOATS, c, at2 + 2 * Lanes.COUNT);
            FloatVector z2 = FloatVector.fromArray(Lanes.FLOATS, c, at2 + right);
            int at3 = c0 + ofC[i + Math.min(3, end)];
            FloatVector u3 = FloatVector.fromArray(Lanes.FLOATS, c, at3);
            FloatVector v3 = FloatVector.fromArray(Lanes.FLOATS, c, at3 + Lanes.COUNT);
            FloatVector w3 = FloatVector.fromArray(Lanes.FLOATS, c, at3 + 2 * Lanes.COUNT);
            FloatVector z3 = FloatVector.fromArray(Lanes.FLOATS, c, at3 + right);
            int at4 = c0 + ofC[i + Math.min(4, end)];
            FloatVector u4 = FloatVector.fromArray(Lanes.FLOATS, c, at4);
            FloatVector v4 = FloatVector.fromArray(Lanes.FLOATS, c, at4 + Lanes.COUNT);
            FloatVector w4 = FloatVector.fromArray(Lanes.FLOATS, c, at4 + 2 * Lanes.COUNT);
            FloatVector z4 = FloatVector.fromArray(Lanes.FLOATS, c, at4 + right);
            int at5 = c0 + ofC[i + Math.min(5, end)];
            FloatVector u5 = FloatVector.fromArray(Lanes.FLOATS, c, at5);
            FloatVector v5 = FloatVector.fromArray(Lanes.FLOATS, c, at5 + Lanes.COUNT);
            FloatVector w5 = FloatVector.fromArray(Lanes.FLOATS, c, at5 + 2 * Lanes.COUNT);
            FloatVector z5 = FloatVector.fromArray(Lanes.FLOATS, c, at5 + right);
            for (int product = from; product < to; product++) {
                int row = b0 + bStarts[product];
                int start = a0 + aStarts[product];
                int x0 = start + ofA[i];
                int x1 = start + ofA[i + Math.min(1, end)];
                int x2 = start + ofA[i + Math.min(2, end)];
                int x3 = start + ofA[i + Math.min(3, end)];
                int x4 = start + ofA[i + Math.min(4, end)];
                int x5 = start + ofA[i + Math.min(5, end)];
                for (int p = 0; p < k; p++, row += ldb) {
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
            }
            int into0 = c0 + ofC[i];
            u0.intoArray(c, into0);
            v0.intoArray(c, into0 + Lanes.COUNT);
            w0.intoArray(c, into0 + 2 * Lanes.COUNT);
            z0.intoArray(c, into0 + right);
            int into1 = c0 + ofC[i + Math.min(1, end)];
            u1.intoArray(c, into1);
            v1.intoArray(c, into1 + Lanes.COUNT);
            w1.intoArray(c, into1 + 2 * Lanes.COUNT);
            z1.intoArray(c, into1 + right);
            int into2 = c0 + ofC[i + Math.min(2, end)];
            u2.intoArray(c, into2);
            v2.intoArray(c, into2 + Lanes.COUNT);
            w2.intoArray(c, into2 + 2 * Lanes.COUNT);
            z2.intoArray(c, into2 + right);
            int into3 = c0 + ofC[i + Math.min(3, end)];
            u3.intoArray(c, into3);
            v3.intoArray(c, into3 + Lanes.COUNT);
            w3.intoArray(c, into3 + 2 * Lanes.COUNT);
            z3.intoArray(c, into3 + right);
            int into4 = c0 + ofC[i + Math.min(4, end)];
            u4.intoArray(c, into4);
            v4.intoArray(c, into4 + Lanes.COUNT);
            w4.intoArray(c, into4 + 2 * Lanes.COUNT);
            z4.intoArray(c, into4 + right);
            int into5 = c0 + ofC[i + Math.min(5, end)];
            u5.intoArray(c, into5);
            v5.intoArray(c, into5 + Lanes.COUNT);
            w5.intoArray(c, into5 + 2 * Lanes.COUNT);
            z5.intoArray(c, into5 + right);
        }
    }
}
