package studio.crossbar.training;

import java.util.Arrays;
import java.util.Collection;

/**
 * Distribution of analog sums relative to the full scale of their ADCs, in bins of 1/{@value #BINS_A_FULL_SCALE} up to
 * {@value #REACH} full scales to either side; within a bin, sums count as spread evenly. A sum just at a bin's outer edge
 * belongs to it, so that {@link #shareOutside} at an edge is exact: as in a conversion, what is just at the limit does not
 * clip.
 */
public final class SumHistogram {

    /** Full scales to either side that are told apart; limits further out count as here. */
    public static final int REACH = 4;

    static final int BINS_A_FULL_SCALE = 1024;
    private static final int BINS = REACH * BINS_A_FULL_SCALE;

    /** {@code [bin]}: how many sums have at most its outer edge as magnitude; the last entry counts all. */
    private final long[] positive;

    private final long[] negative;
    private final long zeros;
    private final double squares;
    private final float largest;

    private SumHistogram(Counter counter) {
        positive = counter.positive.clone();
        negative = counter.negative.clone();
        Arrays.parallelPrefix(positive, Long::sum);
        Arrays.parallelPrefix(negative, Long::sum);
        zeros = counter.zeros;
        squares = counter.squares;
        largest = counter.largest;
    }

    /** Counts sums. */
    static final class Counter {

        private final long[] positive = new long[BINS + 1];
        private final long[] negative = new long[BINS + 1];
        private long zeros;
        private double squares;
        private float largest;

        /** Takes {@code count} sums from {@code from}, in units of which {@code perFullScale} are the full scale. */
        void add(float[] sums, int from, int count, float perFullScale) {
            float unit = 1 / perFullScale;
            for (int i = from; i < from + count; i++) {
                float share = sums[i] * unit;
                float magnitude = Math.abs(share);
                if (magnitude == 0) {
                    zeros++;
                    continue;
                }
                int bin = (int) Math.min(BINS, Math.ceil((double) magnitude * BINS_A_FULL_SCALE) - 1);
                (share > 0 ? positive : negative)[bin]++;
                squares += (double) magnitude * magnitude;
                largest = Math.max(largest, magnitude);
            }
        }

        /** Takes what {@code other} has. */
        void add(Counter other) {
            for (int bin = 0; bin <= BINS; bin++) {
                positive[bin] += other.positive[bin];
                negative[bin] += other.negative[bin];
            }
            zeros += other.zeros;
            squares += other.squares;
            largest = Math.max(largest, other.largest);
        }

        SumHistogram histogram() {
            return new SumHistogram(this);
        }
    }

    /** All sums of {@code parts}, each relative to its own full scale. */
    public static SumHistogram of(Collection<SumHistogram> parts) {
        Counter all = new Counter();
        for (SumHistogram part : parts) {
            for (int bin = 0; bin <= BINS; bin++) {
                all.positive[bin] += part.positive[bin] - (bin == 0 ? 0 : part.positive[bin - 1]);
                all.negative[bin] += part.negative[bin] - (bin == 0 ? 0 : part.negative[bin - 1]);
            }
            all.zeros += part.zeros;
            all.squares += part.squares;
            all.largest = Math.max(all.largest, part.largest);
        }
        return all.histogram();
    }

    /** How many sums there are. */
    public long total() {
        return positive[BINS] + negative[BINS] + zeros;
    }

    /** Root mean square, in full scales; 0 of no sums. */
    public double rootMeanSquare() {
        return total() == 0 ? 0 : Math.sqrt(squares / total());
    }

    /** Largest magnitude, in full scales. */
    public double largest() {
        return largest;
    }

    /**
     * How many sums an ADC would clip.
     *
     * @param low lowest sum that it converts, in full scales, at most 0
     * @param high highest one, at least 0
     * @return a count; not whole where a limit lies within a bin
     */
    public double countOutside(double low, double high) {
        return countOutside(low, high, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** The same of the sums above {@code from} and at most {@code to} alone. */
    public double countOutside(double low, double high, double from, double to) {
        double above = to > high ? beyond(positive, Math.max(high, from)) - beyond(positive, to) : 0;
        double below = from < low ? beyond(negative, Math.max(-low, -to)) - beyond(negative, -from) : 0;
        return above + below;
    }

    /** The same as a share of all sums, 0 … 1; 0 of none. */
    public double shareOutside(double low, double high) {
        return total() == 0 ? 0 : countOutside(low, high) / total();
    }

    /** How many sums are above {@code from} and at most {@code to}, in full scales; not whole where one lies within a bin. */
    public double countBetween(double from, double to) {
        return atMost(to) - atMost(from);
    }

    private double atMost(double value) {
        return value >= 0 ? total() - beyond(positive, value) : beyond(negative, -value);
    }

    /** Sums of one sign whose magnitude is above {@code magnitude}. */
    private static double beyond(long[] upTo, double magnitude) {
        if (magnitude > REACH) {
            return magnitude == Double.POSITIVE_INFINITY ? 0 : upTo[BINS] - upTo[BINS - 1];
        }
        double place = magnitude * BINS_A_FULL_SCALE;
        int bin = (int) place;
        double below = bin == 0 ? 0 : upTo[bin - 1];
        if (bin < BINS) {
            below += (place - bin) * (upTo[bin] - below);
        }
        return upTo[BINS] - below;
    }
}
