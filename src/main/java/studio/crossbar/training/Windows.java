package studio.crossbar.training;

import java.math.BigInteger;
import java.util.List;
import studio.crossbar.data.Dataset;
import studio.crossbar.data.Standardisation;

/**
 * Windows as the engine reads them.
 *
 * @param signals {@code [n, length, channels]}, standardised, channels fastest, signed
 * @param channels signals, before any rectified split
 * @param height rows of an image, 1 for signals
 * @param width columns of an image, or samples in time
 * @param labels {@code [n]}
 * @param standardisation that was applied
 * @param triads first channels of the triaxial sensors, whose axes x, y, z follow each other
 */
record Windows(
        float[] signals,
        int channels,
        int height,
        int width,
        int[] labels,
        Standardisation standardisation,
        List<Integer> triads) {

    static Windows of(Dataset raw, Standardisation standardisation) {
        int channels = raw.channels();
        int length = raw.plane();
        standardisation.requireChannels(channels);
        float[] features = raw.features();
        float[] turned = new float[features.length];
        for (int i = 0; i < raw.size(); i++) {
            int at = i * channels * length;
            for (int c = 0; c < channels; c++) {
                float shift = standardisation.mean()[c];
                float factor = 1 / standardisation.deviation()[c];
                for (int t = 0; t < length; t++) {
                    turned[at + t * channels + c] = (features[at + c * length + t] - shift) * factor;
                }
            }
        }
        return new Windows(turned, channels, raw.height(), raw.width(), raw.labels(), standardisation, raw.triads());
    }

    /** Positions of a sample. */
    int length() {
        return height * width;
    }

    int size() {
        return labels.length;
    }

    /**
     * All windows in an order whose every run of neighbours is spread evenly over the data, which often lie ordered by
     * person and class: steps of about the golden section of their number.
     */
    int[] mixed() {
        return mixed(size());
    }

    /** {@link #mixed()} of {@code n} windows. */
    static int[] mixed(int n) {
        int step = (int) Math.round(n * (Math.sqrt(5) - 1) / 2);
        while (step > 1 && !BigInteger.valueOf(step).gcd(BigInteger.valueOf(n)).equals(BigInteger.ONE)) {
            step--;
        }
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = (int) ((long) i * step % n);
        }
        return order;
    }
}
