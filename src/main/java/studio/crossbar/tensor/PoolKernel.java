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
        int whole = Lanes.FLOATS.loopBound(channels);
        for (int c = 0; c < whole; c += Lanes.COUNT) {
            FloatVector greatest = FloatVector.fromArray(Lanes.FLOATS, x, base + taps[0] + c);
            for (int t = 1; t < taps.length; t++) {
                greatest = greatest.max(FloatVector.fromArray(Lanes.FLOATS, x, base + taps[t] + c));
            }
            greatest.intoArray(out, to + c);
        }
        if (whole < channels) {
            VectorMask<Float> inside = Lanes.FLOATS.indexInRange(whole, channels);
            FloatVector greatest = FloatVector.fromArray(Lanes.FLOATS, x, base + taps[0] + whole, inside);
            for (int t = 1; t < taps.length; t++) {
                greatest = greatest.max(FloatVector.fromArray(Lanes.FLOATS, x, base + taps[t] + whole, inside));
            }
            greatest.intoArray(out, to + whole, inside);
        }
    }

    /**
     * Gives the gradient of a maximum to the first tap that reaches it.
     *
     * @param out what {@link #max} gave, from {@code at}
     * @param dOut its gradient, from {@code at}
     * @param dx indexed like {@code x}
     * @param add whether to add to what is there, since windows overlap, or to overwrite it
     */
    public static void maxBackward(
            int channels, float[] x, int base, int[] taps, float[] out, float[] dOut, int at, float[] dx, boolean add) {
        int whole = Lanes.FLOATS.loopBound(channels);
        for (int c = 0; c < whole; c += Lanes.COUNT) {
            FloatVector greatest = FloatVector.fromArray(Lanes.FLOATS, out, at + c);
            FloatVector left = FloatVector.fromArray(Lanes.FLOATS, dOut, at + c);
            for (int tap : taps) {
                int i = base + tap + c;
                VectorMask<Float> reached =
                        FloatVector.fromArray(Lanes.FLOATS, x, i).compare(VectorOperators.EQ, greatest);
                FloatVector before = add ? FloatVector.fromArray(Lanes.FLOATS, dx, i) : FloatVector.zero(Lanes.FLOATS);
                before.add(left, reached).intoArray(dx, i);
                // What one tap has taken, no later one takes.
                left = left.blend(0f, reached);
            }
        }
        if (whole < channels) {
            VectorMask<Float> inside = Lanes.FLOATS.indexInRange(whole, channels);
            FloatVector greatest = FloatVector.fromArray(Lanes.FLOATS, out, at + whole, inside);
            FloatVector left = FloatVector.fromArray(Lanes.FLOATS, dOut, at + whole, inside);
            for (int tap : taps) {
                int i = base + tap + whole;
                VectorMask<Float> reached =
                        FloatVector.fromArray(Lanes.FLOATS, x, i, inside).compare(VectorOperators.EQ, greatest);
                FloatVector before =
                        add ? FloatVector.fromArray(Lanes.FLOATS, dx, i, inside) : FloatVector.zero(Lanes.FLOATS);
                before.add(left, reached).intoArray(dx, i, inside);
                left = left.blend(0f, reached);
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
