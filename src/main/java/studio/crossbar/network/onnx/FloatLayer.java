package studio.crossbar.network.onnx;

/**
 * Float values of a layer with weights.
 *
 * @param weights {@code [rows × outputs]}, rows tap by tap with channels fastest as in
 *     {@link studio.crossbar.network.Layer.Weighted}; a layer of several groups has the rows of one group, and each output
 *     reads its own group's channels
 * @param bias {@code [outputs]}
 */
public record FloatLayer(float[] weights, float[] bias) {

    public FloatLayer {
        if (bias.length == 0 || weights.length % bias.length != 0) {
            throw new IllegalArgumentException(
                    "weights: " + weights.length + " values are no rows of " + bias.length + " outputs");
        }
    }

    /** Crossbar rows. */
    public int rows() {
        return weights.length / bias.length;
    }

    /** Columns. */
    public int outputs() {
        return bias.length;
    }

    /** The layer followed by {@code factor · y + shift}, both {@code [outputs]}. */
    FloatLayer scaled(float[] factor, float[] shift) {
        float[] scaledWeights = new float[weights.length];
        for (int i = 0; i < weights.length; i++) {
            scaledWeights[i] = weights[i] * factor[i % factor.length];
        }
        float[] shiftedBias = new float[bias.length];
        for (int n = 0; n < bias.length; n++) {
            shiftedBias[n] = bias[n] * factor[n] + shift[n];
        }
        return new FloatLayer(scaledWeights, shiftedBias);
    }
}
