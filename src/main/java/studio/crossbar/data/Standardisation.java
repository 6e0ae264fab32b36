package studio.crossbar.data;

/**
 * Per-channel shift and scale to mean 0 and standard deviation 1, fitted on training samples alone.
 *
 * @param mean {@code [channels]}, in the unit of the signal
 * @param deviation {@code [channels]}, population standard deviation; 1 for a constant channel
 */
public record Standardisation(float[] mean, float[] deviation) {

    /** Fits on every sample of {@code training}. */
    public static Standardisation fit(Dataset training) {
        int channels = training.channels();
        int length = training.plane();
        float[] mean = new float[channels];
        float[] deviation = new float[channels];
        long count = (long) training.size() * length;
        if (count == 0) {
            throw new IllegalArgumentException("training: holds no sample to fit on");
        }
        for (int c = 0; c < channels; c++) {
            double sum = 0;
            for (int i = 0; i < training.size(); i++) {
                int at = (i * channels + c) * length;
                for (int t = 0; t < length; t++) {
                    sum += training.features()[at + t];
                }
            }
            double centre = sum / count;
            double squares = 0;
            for (int i = 0; i < training.size(); i++) {
                int at = (i * channels + c) * length;
                for (int t = 0; t < length; t++) {
                    double d = training.features()[at + t] - centre;
                    squares += d * d;
                }
            }
            mean[c] = (float) centre;
            deviation[c] = squares > 0 ? (float) Math.sqrt(squares / count) : 1f;
        }
        return new Standardisation(mean, deviation);
    }

    /** A standardised copy. */
    public Dataset apply(Dataset data) {
        int channels = data.channels();
        int plane = data.plane();
        requireChannels(channels);
        float[] scaled = new float[data.features().length];
        for (int row = 0; row < data.size() * channels; row++) {
            float shift = mean[row % channels];
            float factor = 1 / deviation[row % channels];
            for (int t = row * plane; t < (row + 1) * plane; t++) {
                scaled[t] = (data.features()[t] - shift) * factor;
            }
        }
        return data.withFeatures(scaled);
    }

    /** @throws IllegalArgumentException if it was fitted on another number of channels */
    public void requireChannels(int channels) {
        if (channels != mean.length) {
            throw new IllegalArgumentException("channels: " + channels + ", but fitted on " + mean.length);
        }
    }
}
