package studio.crossbar.data;

import java.util.ArrayList;
import java.util.List;

/** Puts the mean of a channel over the training samples where a value is missing (NaN), in both parts. */
final class ColumnMeans {

    private ColumnMeans() {}

    /**
     * Fills in place; the preparation says what.
     *
     * @throws IllegalArgumentException if a channel has missing values but no training sample has any value in it
     */
    static Parts fill(Parts parts) {
        Dataset train = parts.train();
        int channels = train.channels();
        double[] sum = new double[channels];
        long[] count = new long[channels];
        for (int i = 0; i < train.features().length; i++) {
            float value = train.features()[i];
            if (!Float.isNaN(value)) {
                int channel = i / train.plane() % channels;
                sum[channel] += value;
                count[channel]++;
            }
        }
        float[] means = new float[channels];
        for (int c = 0; c < channels; c++) {
            means[c] = (float) (sum[c] / count[c]);
        }
        long[] training = fill(train, means);
        long[] test = fill(parts.test(), means);
        List<Preparation.Filled> filled = new ArrayList<>();
        for (int c = 0; c < channels; c++) {
            if (training[c] + test[c] > 0) {
                filled.add(new Preparation.Filled(train.channelNames().get(c), training[c], test[c], means[c]));
            }
        }
        return parts.with(parts.preparation().withFilled(filled));
    }

    /** Values filled of each channel. */
    private static long[] fill(Dataset part, float[] means) {
        float[] features = part.features();
        long[] filled = new long[means.length];
        for (int i = 0; i < features.length; i++) {
            if (Float.isNaN(features[i])) {
                int channel = i / part.plane() % means.length;
                if (Float.isNaN(means[channel])) {
                    throw new IllegalArgumentException(
                            "column '" + part.channelNames().get(channel) + "' has no value in any training sample");
                }
                features[i] = means[channel];
                filled[channel]++;
            }
        }
        return filled;
    }
}
