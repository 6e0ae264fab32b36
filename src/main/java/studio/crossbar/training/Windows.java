package studio.crossbar.training;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import studio.crossbar.data.Dataset;
import studio.crossbar.data.Standardisation;

/**
 * Windows as the engine reads them.
 *
 * @param signals {@code [n, length, channels]}, standardised, channels fastest, signed
 * @param channels signals, before any rectified split
 * @param labels {@code [n]}
 * @param standardisation that was applied
 * @param triads first channels of the triaxial sensors, whose axes x, y, z follow each other
 */
record Windows(
        float[] signals,
        int channels,
        int length,
        int[] labels,
        Standardisation standardisation,
        List<Integer> triads) {

    static Windows of(Dataset raw, Standardisation standardisation) {
        Dataset data = standardisation.apply(raw);
        int channels = data.channels();
        int length = data.plane();
        float[] turned = new float[data.features().length];
        for (int i = 0; i < data.size(); i++) {
            int at = i * channels * length;
            for (int c = 0; c < channels; c++) {
                for (int t = 0; t < length; t++) {
                    turned[at + t * channels + c] = data.features()[at + c * length + t];
                }
            }
        }
        return new Windows(turned, channels, length, data.labels(), standardisation, triads(data.channelNames()));
    }

    /** Triples of channels named alike but for the axis at the end. */
    private static List<Integer> triads(List<String> names) {
        List<Integer> found = new ArrayList<>();
        for (int c = 0; c + 2 < names.size(); c++) {
            String name = names.get(c);
            if (name.endsWith("x")) {
                String sensor = name.substring(0, name.length() - 1);
                if (names.get(c + 1).equals(sensor + "y") && names.get(c + 2).equals(sensor + "z")) {
                    found.add(c);
                }
            }
        }
        return List.copyOf(found);
    }

    int size() {
        return labels.length;
    }

    /**
     * All windows in an order whose every run of neighbours is spread evenly over the data, which often lie ordered by
     * person and class: steps of about the golden section of their number.
     */
    int[] mixed() {
        int n = size();
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
