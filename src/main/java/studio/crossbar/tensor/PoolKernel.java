package studio.crossbar.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Greatest value or mean of one window a channel, channels-last: tap t is the {@code channels} floats from
 * {@code base + taps[t]}.
 */
public final class PoolKernel {

    private PoolKernel() {}

    /** Writes the greatest value of each channel from {@code to}. */
    public static void max(int channels, float[] x, int base, int[] taps, float[] out, int to) {
        for (int c = 0; c < channels; c += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.FLOATS.indexInRange(c, channels);
            FloatVector greatest = FloatVector.fromArray(Lanes.FLOATS, x, base + taps[0] + c, inside);
            for (int t = 1; t < taps.length; t++) {
                greatest = greatest.max(FloatVector.fromArray(Lanes.FLOATS, x, base + taps[t] + c, inside));
            }
            greatest.intoArray(out, to + c, inside);
        }
    }

    /**
     * Adds the gradient of a maximum to that of the first tap that reaches it.
     *
     * @param out what {@link #max} gave, from {@code at}
     * @param dOut its gradient, from {@code at}
     * @param dx indexed like {@code x}
     */
    public static void maxBackward(
            int channels, float[] x, int base, int[] taps, float[] out, float[] dOut, int at, float[] dx) {
        for (int c = 0; c < channels; c += Lanes.COUNT) {
            VectorMask<Float> open = Lanes.FLOATS.indexInRange(c, channels);
            VectorMask<Float> inside = open;
            FloatVector greatest = FloatVector.fromArray(Lanes.FLOATS, out, at + c, inside);
            FloatVector gradient = FloatVector.fromArray(Lanes.FLOATS, dOut, at + c, inside);
            for (int tap : taps) {
                int i = base + tap + c;
                VectorMask<Float> reached = FloatVector.fromArray(Lanes.FLOATS, x, i, inside)
                        .compare(VectorOperators.EQ, greatest)
                        .and(open);
                FloatVector before = FloatVector.fromArray(Lanes.FLOATS, dx, i, inside);
                before.add(gradient, reached).intoArray(dx, i, inside);
                open = open.andNot(reached);
            }
        }
    }

    /** Writes the mean of each channel from {@code to}. */
    public static void mean(int channels, float[] x, int base, int[] taps, float[] out, int to) {
        float share = 1f / taps.length;
        for (int c = 0; c < channels; c += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.FLOATS.indexInRange(c, channels);
            FloatVector sum = FloatVector.zero(Lanes.FLOATS);
            for (int tap : taps) {
                sum = sum.add(FloatVector.fromArray(Lanes.FLOATS, x, base + tap + c, inside));
            }
            sum.mul(share).intoArray(out, to + c, inside);
        }
    }

    /** Adds the gradient of a mean to those of its taps. */
    public static void meanBackward(int channels, int base, int[] taps, float[] dOut, int at, float[] dx) {
        float share = 1f / taps.length;
        for (int c = 0; c < channels; c += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.FLOATS.indexInRange(c, channels);
            FloatVector part =
                    FloatVector.fromArray(Lanes.FLOATS, dOut, at + c, inside).mul(share);
            for (int tap : taps) {
                int i = base + tap + c;
                FloatVector.fromArray(Lanes.FLOATS, dx, i, inside).add(part).intoArray(dx, i, inside);
            }
        }
    }
}
