package studio.crossbar.data;

/** Puts the mean of a channel over the training samples where a value is missing (NaN), in both parts. */
final class ColumnMeans {

    private ColumnMeans() {}

    /**
     * Fills in place.
     *
     * @throws IllegalArgumentException if a channel has missing values but no training sample has any value in it
     */
    static Parts fill(Parts parts) {
        Dataset train = parts.train();
        int channels = train.channels();
        int plane = train.plane();
        double[] sum = new double[channels];
        long[] count = new long[channels];
        for (int i = 0; i < train.features().length; i++) {
            float value = train.features()[i];
            if (!Float.isNaN(value)) {
                int channel = i / plane % channels;
                sum[channel] += value;
                count[channel]++;
            }
        }
        for (Dataset part : new Dataset[] {train, parts.test()}) {
            float[] features = part.features();
            for (int i = 0; i < features.length; i++) {
                int channel = i / plane % channels;
                if (Float.isNaN(features[i])) {
                    if (count[channel] == 0) {
                        throw new IllegalArgumentException("column '"
                                + train.channelNames().get(channel) + "' has no value in any training sample");
                    }
                    features[i] = (float) (sum[channel] / count[channel]);
                }
            }
        }
        return parts;
    }
}
