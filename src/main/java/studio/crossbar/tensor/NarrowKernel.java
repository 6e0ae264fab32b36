package studio.crossbar.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * Register kernel of {@link MatrixProduct} for less than one vector of columns: up to four rows of C, plus one product
 * over all of its k. Rows past the last repeat it, as in {@link RowMajorKernel}. With eight rows the masked loads and stores
 * exceed what the client compiler can hold; the method would then stay at its slowest tier for good.
 */
final class NarrowKernel {

    private NarrowKernel() {}

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
            int columns) {
        VectorMask<Float> inside = Lanes.FLOATS.indexInRange(0, columns);
        int last = rows - 1;
        int a1 = a0 + Math.min(1, last) * aRowStride;
        int a2 = a0 + Math.min(2, last) * aRowStride;
        int a3 = a0 + Math.min(3, last) * aRowStride;
        int c1 = c0 + Math.min(1, last) * ldc;
        int c2 = c0 + Math.min(2, last) * ldc;
        int c3 = c0 + Math.min(3, last) * ldc;
        FloatVector s0 = FloatVector.fromArray(Lanes.FLOATS, c, c0, inside);
        FloatVector s1 = FloatVector.fromArray(Lanes.FLOATS, c, c1, inside);
        FloatVector s2 = FloatVector.fromArray(Lanes.FLOATS, c, c2, inside);
        FloatVector s3 = FloatVector.fromArray(Lanes.FLOATS, c, c3, inside);
        for (int p = 0, column = 0, row = b0; p < k; p++, column += aColumnStride, row += ldb) {
            FloatVector w = FloatVector.fromArray(Lanes.FLOATS, b, row, inside);
            s0 = FloatVector.broadcast(Lanes.FLOATS, a[a0 + column]).fma(w, s0);
            s1 = FloatVector.broadcast(Lanes.FLOATS, a[a1 + column]).fma(w, s1);
            s2 = FloatVector.broadcast(Lanes.FLOATS, a[a2 + column]).fma(w, s2);
            s3 = FloatVector.broadcast(Lanes.FLOATS, a[a3 + column]).fma(w, s3);
        }
        s0.intoArray(c, c0, inside);
        s1.intoArray(c, c1, inside);
        s2.intoArray(c, c2, inside);
        s3.intoArray(c, c3, inside);
    }
}
