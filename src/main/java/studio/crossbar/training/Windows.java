package studio.crossbar.training;

import java.math.BigInteger;
import java.util.List;
import studio.crossbar.data.Dataset;
import studio.crossbar.data.Standardisation;

/**
 * Windows as the engine reads them. Signals are kept as they are used; images, which may fill much of the memory, stay the
 * data set's own and are standardised and turned whenever one is used.
 *
 * @param values signals {@code [n, length, channels]}, standardised; or images {@code [n, channels, height, width]}, as read
 * @param channels signals, before any rectified split
 * @param height rows of an image, 1 for signals
 * @param width columns of an image, or samples in time
 * @param labels {@code [n]}
 * @param standardisation that is applied
 * @param triads first channels of the triaxial sensors, whose axes x, y, z follow each other
 */
record Windows(
        float[] values,
        int channels,
        int height,
        int width,
        int[] labels,
        Standardisation standardisation,
        List<Integer> triads) {

    static Windows of(Dataset raw, Standardisation standardisation) {
        standardisation.requireChannels(raw.channels());
        float[] values = raw.height() > 1 ? raw.features() : turned(raw, standardisation);
        return new Windows(
                values, raw.channels(), raw.height(), raw.width(), raw.labels(), standardisation, raw.triads());
    }

    private static float[] turned(Dataset raw, Standardisation standardisation) {
        int size = raw.channels() * raw.plane();
        float[] turned = new float[raw.features().length];
        for (int i = 0; i < raw.size(); i++) {
            turn(raw.features(), i * size, raw.channels(), raw.plane(), standardisation, turned, i * size);
        }
        return turned;
    }

    /** Writes planes {@code [channels, length]} standardised and channels-last. */
    private static void turn(
            float[] planes, int at, int channels, int length, Standardisation standardisation, float[] into, int to) {
        for (int c = 0; c < channels; c++) {
            float shift = standardisation.mean()[c];
            float factor = 1 / standardisation.deviation()[c];
            for (int t = 0; t < length; t++) {
                into[to + t * channels + c] = (planes[at + c * length + t] - shift) * factor;
            }
        }
    }

    boolean images() {
        return height > 1;
    }

    /** Writes one window, standardised, to {@code into [length, channels]}. */
    void copy(int index, float[] into) {
        int size = channels * length();
        if (images()) {
            turn(values, index * size, channels, length(), standardisation, into, 0);
        } else {
            System.arraycopy(values, index * size, into, 0, size);
        }
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
