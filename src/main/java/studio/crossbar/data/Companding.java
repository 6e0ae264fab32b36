package studio.crossbar.data;

/**
 * Power-law companding of signals before the network: weak movements, such as the sway of somebody who stands, keep a
 * share of the converters' codes beside strong ones. A triaxial sensor's vector {@code v} becomes {@code v · (|v|² +
 * floor²)^((exponent − 1)/2)}; a channel on its own is a vector of one component. Directions are kept, so turning the
 * sensor and companding commute.
 *
 * <p>The compressors of telephony (ITU-T G.711) do the same with a logarithm; a power needs no full scale. Where the
 * signals are digital it is one table look-up a sample.
 *
 * @param exponent of the magnitude, 0.1 … 1; 1 leaves signals as they are
 * @param floor magnitude below which signals stay proportional, in their unit, such as the sensor's noise,
 *     {@value #SMALLEST_FLOOR} … {@value #LARGEST_FLOOR}; not read for exponent 1
 */
public record Companding(double exponent, double floor) {

    /** Smallest floor: no sensor's noise and no digit of an image lies below. */
    public static final double SMALLEST_FLOOR = 1e-6;

    /**
     * Largest floor: signals in g, rad/s or 0 … 1 reach hardly farther, and gravity in m/s² is 9.8, so a greater one would
     * leave every signal as it is but for a factor.
     */
    public static final double LARGEST_FLOOR = 10;

    /** Leaves signals as they are. */
    public static final Companding NONE = new Companding(1, 0.003);

    public Companding {
        if (!(exponent >= 0.1 && exponent <= 1)) {
            throw new IllegalArgumentException("companding.exponent: " + exponent + " is outside 0.1 … 1");
        }
        if (!(floor >= SMALLEST_FLOOR && floor <= LARGEST_FLOOR)) {
            throw new IllegalArgumentException("companding.floor: " + floor
                    + " is outside 1e-6 … 10; it is the signals' weakest part, such as the noise of a sensor");
        }
    }

    /** Whether anything changes. */
    public boolean active() {
        return exponent < 1;
    }

    /** A companded copy; {@code data} itself if nothing changes. */
    public Dataset apply(Dataset data) {
        if (!active()) {
            return data;
        }
        int plane = data.plane();
        int channels = data.channels();
        float[] values = data.features().clone();
        boolean[] inTriad = new boolean[channels];
        for (int first : data.triads()) {
            for (int c = first; c < first + 3; c++) {
                inTriad[c] = true;
            }
            for (int i = 0; i < data.size(); i++) {
                compand(values, (i * channels + first) * plane, plane, 3);
            }
        }
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < data.size() && !inTriad[c]; i++) {
                compand(values, (i * channels + c) * plane, plane, 1);
            }
        }
        return data.withFeatures(values);
    }

    /** Scales vectors whose components lie {@code plane} apart. */
    private void compand(float[] values, int at, int plane, int components) {
        double power = (exponent - 1) / 2;
        int end = components * plane;
        for (int t = at; t < at + plane; t++) {
            double square = floor * floor;
            for (int c = 0; c < end; c += plane) {
                square += (double) values[t + c] * values[t + c];
            }
            float factor = (float) Math.pow(square, power);
            for (int c = 0; c < end; c += plane) {
                values[t + c] *= factor;
            }
        }
    }
}
