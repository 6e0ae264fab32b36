package studio.crossbar.tensor;

import static java.util.Objects.checkFromIndexSize;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Concatenated rectifier, channels-last: each row of x becomes {@code [max(x, 0), max(−x, 0)]}. */
public final class ConcatReluKernel {

    private ConcatReluKernel() {}

    /**
     * Writes both halves of every row; NaN stays NaN in both.
     *
     * @param x {@code [rows × channels]}
     * @param y receives {@code [rows × 2 channels]}
     */
    public static void forward(int rows, int channels, float[] x, float[] y) {
        checkFromIndexSize(0, rows * channels, x.length);
        checkFromIndexSize(0, 2 * rows * channels, y.length);
        for (int c = 0; c < channels; c += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.FLOATS.indexInRange(c, channels);
            for (int row = 0; row < rows; row++) {
                int from = row * channels;
                FloatVector value = FloatVector.fromArray(Lanes.FLOATS, x, from + c, inside);
                value.max(0f).intoArray(y, 2 * from + c, inside);
                value.neg().max(0f).intoArray(y, 2 * from + channels + c, inside);
            }
        }
    }

    /**
     * Writes the gradient of x: that of the first half where x is positive, else that of the second with its sign turned.
     *
     * @param x {@code [rows × channels]}
     * @param dy gradient of y {@code [rows × 2 channels]}
     * @param dx receives {@code [rows × channels]}
     */
    public static void backward(int rows, int channels, float[] x, float[] dy, float[] dx) {
        checkFromIndexSize(0, rows * channels, x.length);
        checkFromIndexSize(0, 2 * rows * channels, dy.length);
        checkFromIndexSize(0, rows * channels, dx.length);
        for (int c = 0; c < channels; c += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.FLOATS.indexInRange(c, channels);
            for (int row = 0; row < rows; row++) {
                int from = row * channels;
                VectorMask<Float> positive =
                        FloatVector.fromArray(Lanes.FLOATS, x, from + c, inside).compare(VectorOperators.GT, 0f);
                FloatVector first = FloatVector.fromArray(Lanes.FLOATS, dy, 2 * from + c, inside);
                FloatVector.fromArray(Lanes.FLOATS, dy, 2 * from + channels + c, inside)
                        .neg()
                        .blend(first, positive)
                        .intoArray(dx, from + c, inside);
            }
        }
    }
}
