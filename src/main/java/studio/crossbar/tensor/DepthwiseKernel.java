package studio.crossbar.tensor;

import static java.util.Objects.checkFromIndexSize;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import org.jspecify.annotations.Nullable;

/**
 * Convolution in which each channel has weights of its own, {@code z[i, c] = Σ_t x[i, t, c] · w[t, c]}, on channels-last
 * rows: tap t of window i is the {@code channels} floats from {@code base + i · windowStride + taps[t]}. Taps add up in
 * their order.
 */
public final class DepthwiseKernel {

    private DepthwiseKernel() {}

    /**
     * Writes the sums of one row block's taps.
     *
     * @param windows rows of the result
     * @param taps offsets of all taps
     * @param firstTap first tap of this sum
     * @param count taps of this sum
     * @param w {@code [taps × channels]}
     * @param z receives {@code [windows × channels]} from {@code zOffset}
     * @param accumulate whether to add to {@code z} instead of overwriting it
     */
    public static void forward(
            int windows,
            int channels,
            float[] x,
            int base,
            int windowStride,
            int[] taps,
            int firstTap,
            int count,
            float[] w,
            float[] z,
            int zOffset,
            boolean accumulate) {
        checkFromIndexSize(zOffset, windows * channels, z.length);
        for (int channel = 0; channel < channels; channel += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.FLOATS.indexInRange(channel, channels);
            for (int i = 0; i < windows; i++) {
                int at = base + i * windowStride + channel;
                int to = zOffset + i * channels + channel;
                FloatVector sum = accumulate
                        ? FloatVector.fromArray(Lanes.FLOATS, z, to, inside)
                        : FloatVector.zero(Lanes.FLOATS);
                for (int t = firstTap; t < firstTap + count; t++) {
                    FloatVector weight = FloatVector.fromArray(Lanes.FLOATS, w, t * channels + channel, inside);
                    sum = FloatVector.fromArray(Lanes.FLOATS, x, at + taps[t], inside)
                            .fma(weight, sum);
                }
                sum.intoArray(z, to, inside);
            }
        }
    }

    /**
     * Adds to the gradients of weights and inputs.
     *
     * @param dz {@code [windows × channels]} from {@code dzOffset}
     * @param dw {@code [taps × channels]}
     * @param dx indexed like {@code x}; null where the inputs' gradient is not wanted
     */
    public static void backward(
            int windows,
            int channels,
            float[] x,
            int base,
            int windowStride,
            int[] taps,
            int firstTap,
            int count,
            float[] w,
            float[] dz,
            int dzOffset,
            float[] dw,
            float @Nullable [] dx) {
        checkFromIndexSize(dzOffset, windows * channels, dz.length);
        for (int channel = 0; channel < channels; channel += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.FLOATS.indexInRange(channel, channels);
            for (int t = firstTap; t < firstTap + count; t++) {
                FloatVector weight = FloatVector.fromArray(Lanes.FLOATS, w, t * channels + channel, inside);
                FloatVector gradient = FloatVector.fromArray(Lanes.FLOATS, dw, t * channels + channel, inside);
                for (int i = 0; i < windows; i++) {
                    int at = base + i * windowStride + taps[t] + channel;
                    FloatVector d = FloatVector.fromArray(Lanes.FLOATS, dz, dzOffset + i * channels + channel, inside);
                    gradient =
                            FloatVector.fromArray(Lanes.FLOATS, x, at, inside).fma(d, gradient);
                    if (dx != null) {
                        d.fma(weight, FloatVector.fromArray(Lanes.FLOATS, dx, at, inside))
                                .intoArray(dx, at, inside);
                    }
                }
                gradient.intoArray(dw, t * channels + channel, inside);
            }
        }
    }
}
