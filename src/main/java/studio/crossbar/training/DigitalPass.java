package studio.crossbar.training;

import java.util.Arrays;
import studio.crossbar.hardware.DigitalScaling;

/**
 * Multiplier and bias of one layer on one shard; with batch normalisation the shard's own statistics (Ioffe and Szegedy,
 * ICML 2015; in groups as in Hoffer et al., "Train longer, generalize better", NeurIPS 2017), so that shards need not
 * wait for each other.
 *
 * <p>Gradients of the sums are written in rows of {@code pitch} a sample, of which the first {@code length} count.
 */
final class DigitalPass {

    private final DigitalState state;
    private final int length;
    private final int pitch;
    /** Statistics of the shard {@code [outputs]}. */
    final float[] mean;

    final float[] variance;
    final float[] multiplierGradient;
    final float[] biasGradient;
    private final float[] factor;
    private final float[] shift;
    private final float[] sumGradient;
    private final float[] productGradient;

    DigitalPass(DigitalState state, int length, int pitch) {
        this.state = state;
        this.length = length;
        this.pitch = pitch;
        int outputs = state.outputs();
        mean = new float[outputs];
        variance = new float[outputs];
        multiplierGradient = new float[state.multiplier.value.length];
        biasGradient = new float[outputs];
        factor = new float[outputs];
        shift = new float[outputs];
        sumGradient = new float[outputs];
        productGradient = new float[outputs];
    }

    private boolean byBatch(Stage stage) {
        return state.normalised && stage.training();
    }

    void forward(int samples, Stage stage, float[] sums, float[] output) {
        int outputs = state.outputs();
        if (byBatch(stage)) {
            statistics(samples, sums);
            for (int n = 0; n < outputs; n++) {
                factor[n] = (float) (state.multiplier.value[n] / Math.sqrt(variance[n] + DigitalState.EPSILON));
                shift[n] = state.bias.value[n] - factor[n] * mean[n];
            }
        }
        for (int row = 0; row < samples * length; row++) {
            int at = row * outputs;
            for (int n = 0; n < outputs; n++) {
                output[at + n] = factor[n] * sums[at + n] + shift[n];
            }
        }
    }

    /** Fixes multiplier and bias for runs that take no batch statistics; before the shards start. */
    void prepare(float[] multipliers, float[] biases) {
        System.arraycopy(multipliers, 0, factor, 0, factor.length);
        System.arraycopy(biases, 0, shift, 0, shift.length);
    }

    private void statistics(int samples, float[] sums) {
        int outputs = state.outputs();
        float share = 1f / (samples * length);
        Arrays.fill(mean, 0);
        Arrays.fill(variance, 0);
        for (int row = 0; row < samples * length; row++) {
            for (int n = 0; n < outputs; n++) {
                mean[n] += sums[row * outputs + n];
            }
        }
        for (int n = 0; n < outputs; n++) {
            mean[n] *= share;
        }
        for (int row = 0; row < samples * length; row++) {
            for (int n = 0; n < outputs; n++) {
                float d = sums[row * outputs + n] - mean[n];
                variance[n] += d * d;
            }
        }
        for (int n = 0; n < outputs; n++) {
            variance[n] *= share;
        }
    }

    /** Overwrites {@code dSums} by the gradient of the sums and adds to the gradients of multiplier and bias. */
    void backward(int samples, Stage stage, float[] sums, float[] dOutput, float[] dSums) {
        int outputs = state.outputs();
        Arrays.fill(sumGradient, 0);
        Arrays.fill(productGradient, 0);
        for (int row = 0; row < samples * length; row++) {
            int at = row * outputs;
            for (int n = 0; n < outputs; n++) {
                sumGradient[n] += dOutput[at + n];
                productGradient[n] += dOutput[at + n] * sums[at + n];
            }
        }
        if (byBatch(stage)) {
            normalisedBackward(samples, sums, dOutput, dSums);
        } else {
            plainBackward(samples, dOutput, dSums);
        }
    }

    private void plainBackward(int samples, float[] dOutput, float[] dSums) {
        int outputs = state.outputs();
        for (int n = 0; n < outputs; n++) {
            biasGradient[n] += sumGradient[n];
            if (state.scaling == DigitalScaling.AFFINE) {
                multiplierGradient[n] += productGradient[n];
            } else if (state.scaling == DigitalScaling.SHIFT) {
                // d 2^e / de, straight through the rounding of the exponent.
                multiplierGradient[0] += (float) (productGradient[n] * factor[n] * Math.log(2));
            } else {
                multiplierGradient[0] += productGradient[n];
            }
        }
        for (int s = 0; s < samples; s++) {
            for (int p = 0; p < length; p++) {
                int z = (s * pitch + p) * outputs;
                int d = (s * length + p) * outputs;
                for (int n = 0; n < outputs; n++) {
                    dSums[z + n] = factor[n] * dOutput[d + n];
                }
            }
        }
    }

    private void normalisedBackward(int samples, float[] sums, float[] dOutput, float[] dSums) {
        int outputs = state.outputs();
        float share = 1f / (samples * length);
        float[] alongSum = productGradient;
        for (int n = 0; n < outputs; n++) {
            double deviation = Math.sqrt(variance[n] + DigitalState.EPSILON);
            double projected = (productGradient[n] - mean[n] * sumGradient[n]) / deviation;
            biasGradient[n] += sumGradient[n];
            multiplierGradient[n] += (float) projected;
            sumGradient[n] *= share;
            alongSum[n] = (float) (projected / deviation) * share;
        }
        for (int s = 0; s < samples; s++) {
            for (int p = 0; p < length; p++) {
                int z = (s * pitch + p) * outputs;
                int d = (s * length + p) * outputs;
                for (int n = 0; n < outputs; n++) {
                    dSums[z + n] =
                            factor[n] * (dOutput[d + n] - sumGradient[n] - (sums[d + n] - mean[n]) * alongSum[n]);
                }
            }
        }
    }
}
