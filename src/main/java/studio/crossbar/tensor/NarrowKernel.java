package studio.crossbar.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * Register kernels of {@link MatrixProduct} for at most one vector of columns: up to eight or four rows of C, over all of
 * k. Rows past the last repeat it, as in {@link PairKernel}.
 */
final class NarrowKernel {

    private NarrowKernel() {}

    /** Up to eight rows of an A with a column stride of 1. */
    static void eight(
            int rows,
            int k,
            float[] a,
            int a0,
            int aRowStride,
            float[] b,
            int b0,
            int ldb,
            float[] c,
            int c0,
            int ldc,
            VectorMask<Float> columns,
            boolean add) {
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
        FloatVector s0 = start(c, c0, columns, add);
        FloatVector s1 = start(c, c1, columns, add);
        FloatVector s2 = start(c, c2, columns, add);
        FloatVector s3 = start(c, c3, columns, add);
        FloatVector s4 = start(c, c4, columns, add);
        FloatVector s5 = start(c, c5, columns, add);
        FloatVector s6 = start(c, c6, columns, add);
        FloatVector s7 = start(c, c7, columns, add);
        for (int p = 0, row = b0; p < k; p++, row += ldb) {
            FloatVector w = FloatVector.fromArray(Lanes.FLOATS, b, row, columns);
            s0 = Lanes.broadcast(a[a0 + p]).fma(w, s0);
            s1 = Lanes.broadcast(a[a1 + p]).fma(w, s1);
            s2 = Lanes.broadcast(a[a2 + p]).fma(w, s2);
            s3 = Lanes.broadcast(a[a3 + p]).fma(w, s3);
            s4 = Lanes.broadcast(a[a4 + p]).fma(w, s4);
            s5 = Lanes.broadcast(a[a5 + p]).fma(w, s5);
            s6 = Lanes.broadcast(a[a6 + p]).fma(w, s6);
            s7 = Lanes.broadcast(a[a7 + p]).fma(w, s7);
        }
        s0.intoArray(c, c0, columns);
        s1.intoArray(c, c1, columns);
        s2.intoArray(c, c2, columns);
        s3.intoArray(c, c3, columns);
        s4.intoArray(c, c4, columns);
        s5.intoArray(c, c5, columns);
        s6.intoArray(c, c6, columns);
        s7.intoArray(c, c7, columns);
    }

    /** Up to four rows. */
    static void four(
            int rows,
            int k,
            float[] a,
            int a0,
            int aRowStride,
            int aColumnStride,
            float[] b,
            int b0,
            int ldb,
            float[] c,
            int c0,
            int ldc,
            VectorMask<Float> columns,
            boolean add) {
        int last = rows - 1;
        int a1 = a0 + Math.min(1, last) * aRowStride;
        int a2 = a0 + Math.min(2, last) * aRowStride;
        int a3 = a0 + Math.min(3, last) * aRowStride;
        int c1 = c0 + Math.min(1, last) * ldc;
        int c2 = c0 + Math.min(2, last) * ldc;
        int c3 = c0 + Math.min(3, last) * ldc;
        FloatVector s0 = start(c, c0, columns, add);
        FloatVector s1 = start(c, c1, columns, add);
        FloatVector s2 = start(c, c2, columns, add);
        FloatVector s3 = start(c, c3, columns, add);
        for (int p = 0, column = 0, row = b0; p < k; p++, column += aColumnStride, row += ldb) {
            FloatVector w = FloatVector.fromArray(Lanes.FLOATS, b, row, columns);
            s0 = Lanes.broadcast(a[a0 + column]).fma(w, s0);
            s1 = Lanes.broadcast(a[a1 + column]).fma(w, s1);
            s2 = Lanes.broadcast(a[a2 + column]).fma(w, s2);
            s3 = Lanes.broadcast(a[a3 + column]).fma(w, s3);
        }
        s0.intoArray(c, c0, columns);
        s1.intoArray(c, c1, columns);
        s2.intoArray(c, c2, columns);
        s3.intoArray(c, c3, columns);
    }

    private static FloatVector start(float[] c, int at, VectorMask<Float> columns, boolean add) {
        return add ? FloatVector.fromArray(Lanes.FLOATS, c, at, columns) : Lanes.zero();
    }
}
