package studio.crossbar.training;

import studio.crossbar.data.Dataset;
import studio.crossbar.data.Standardisation;

/**
 * Windows as the engine reads them.
 *
 * @param signals {@code [n, length, channels]}, standardised, channels fastest, signed
 * @param channels signals, before any rectified split
 * @param labels {@code [n]}
 */
record Windows(float[] signals, int channels, int length, int[] labels) {

    static Windows of(Dataset raw, Standardisation standardisation) {
        Dataset data = standardisation.apply(raw);
        int channels = data.channelNames().size();
        int length = data.length();
        float[] turned = new float[data.features().length];
        for (int i = 0; i < data.size(); i++) {
            int at = i * channels * length;
            for (int c = 0; c < channels; c++) {
                for (int t = 0; t < length; t++) {
                    turned[at + t * channels + c] = data.features()[at + c * length + t];
                }
            }
        }
        return new Windows(turned, channels, length, data.labels());
    }

    int size() {
        return labels.length;
    }
}
