package studio.crossbar.training;

/**
 * Histogram of magnitudes in buckets a sixty-fourth of an octave wide, so that percentiles of any number of values take
 * little memory and are at most 1.6 % too large.
 */
final class Magnitudes {

    /** Mantissa bits that are dropped of a float's 23. */
    private static final int DROPPED = 17;

    private static final float LEAST = 1e-3f;

    private final long[] counts = new long[1 << (31 - DROPPED)];
    private long total;

    /** Takes the first {@code count} of {@code values}. */
    void add(float[] values, int count) {
        for (int i = 0; i < count; i++) {
            counts[Float.floatToRawIntBits(Math.abs(values[i])) >>> DROPPED]++;
        }
        total += count;
    }

    /** Upper edge of the bucket that the share {@code percentile} of all magnitudes does not exceed; at least 0.001. */
    float percentile(double percentile) {
        long below = (long) Math.ceil(percentile * total);
        long seen = 0;
        for (int bucket = 0; bucket < counts.length; bucket++) {
            seen += counts[bucket];
            if (seen >= below && seen > 0) {
                return Math.max(LEAST, Float.intBitsToFloat((bucket + 1) << DROPPED));
            }
        }
        return LEAST;
    }
}
