package studio.crossbar.training;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.network.Layer;
import studio.crossbar.tensor.DigitalKernel;

/**
 * Multiplier, bias and clip of one layer in one lane; with batch normalisation the shard's own statistics (Ioffe and
 * Szegedy, ICML 2015; in groups as in Hoffer et al., "Train longer, generalize better", NeurIPS 2017), so that shards need
 * not wait for each other.
 */
final class DigitalPass {

    /** Numbers of one array that are worked on at a time, so that all their columns are done while they are near. */
    private static final int TILE = 2048;

    private final DigitalState state;
    private final int atOnce;
    private final int length;
    private final float low;
    private final float high;
    /** Statistics of the shard {@code [outputs]}. */
    final float[] mean;

    final float[] variance;
    /** Sums of the statistics over the lane's shards, and their number. */
    final float[] meanSum;

    final float[] varianceSum;
    int shards;
    final float[] multiplierGradient;
    final float[] biasGradient;
    private final float[] factor;
    private final float[] shift;
    private final float[] sumGradient;
    private final float[] productGradient;
    private final float[] bySum;
    private final float[] constant;
    /** Whether the sums over all rows are known before the first row's gradient. */
    private boolean summed;

    /**
     * @param length positions a sample
     * @param clip layer that follows and is done on the way, or null
     */
    DigitalPass(DigitalState state, int length, Layer.@Nullable Clip clip) {
        this.state = state;
        this.length = length;
        low = clip == null ? Float.NEGATIVE_INFINITY : clip.low();
        high = clip == null ? Float.POSITIVE_INFINITY : clip.high();
        int outputs = state.outputs();
        atOnce = Math.max(1, TILE / outputs);
        mean = new float[outputs];
        variance = new float[outputs];
        meanSum = new float[outputs];
        varianceSum = new float[outputs];
        multiplierGradient = new float[outputs];
        biasGradient = new float[outputs];
        factor = new float[outputs];
        shift = new float[outputs];
        sumGradient = new float[outputs];
        productGradient = new float[outputs];
        bySum = new float[outputs];
        constant = new float[outputs];
    }

    private boolean byBatch(Stage stage) {
        return state.normalised() && stage.training();
    }

    /** Whether rows can be done one by one, since none waits for the statistics of the shard. */
    boolean rowByRow(Stage stage) {
        return !byBatch(stage);
    }

    /** Writes the activations of a shard. */
    void forward(Run run, float[] sums, float[] output) {
        int outputs = state.outputs();
        int rows = run.samples * length;
        if (byBatch(run.stage)) {
            DigitalKernel.statistics(rows, outputs, sums, mean, variance);
            float[] gain = state.gain().value;
            for (int n = 0; n < outputs; n++) {
                meanSum[n] += mean[n];
                varianceSum[n] += variance[n];
                factor[n] = (float) (gain[n] / Math.sqrt(variance[n] + DigitalState.EPSILON));
                shift[n] = state.bias.value[n] - factor[n] * mean[n];
            }
            shards++;
        }
        forward(0, rows, sums, output);
    }

    /** Writes the activations of the rows {@code from … to − 1} of {@code [rows × outputs]}. */
    void forward(int from, int to, float[] sums, float[] output) {
        for (int first = from; first < to; first += atOnce) {
            int end = Math.min(to, first + atOnce);
            DigitalKernel.forward(first, end, state.outputs(), sums, factor, shift, low, high, output);
        }
    }

    /** Fixes multiplier and bias for runs that take no batch statistics; before the lanes start. */
    void prepare(float[] multipliers, float[] biases) {
        System.arraycopy(multipliers, 0, factor, 0, factor.length);
        System.arraycopy(biases, 0, shift, 0, shift.length);
    }

    /** Forgets the gradients and statistics of the step before. */
    void clear() {
        Arrays.fill(multiplierGradient, 0);
        Arrays.fill(biasGradient, 0);
        Arrays.fill(meanSum, 0);
        Arrays.fill(varianceSum, 0);
        shards = 0;
    }

    /** Begins the backward pass of a shard. */
    void beginBackward(Run run, float[] sums, float[] output, float[] dOutput) {
        int rows = run.samples * length;
        summed = byBatch(run.stage);
        Arrays.fill(sumGradient, 0);
        Arrays.fill(productGradient, 0);
        Arrays.fill(bySum, 0);
        Arrays.fill(constant, 0);
        if (summed) {
            for (int from = 0; from < rows; from += atOnce) {
                addSums(from, Math.min(rows, from + atOnce), sums, output, dOutput);
            }
            normalised(rows);
        }
    }

    /**
     * Writes the gradient of the sums in the rows {@code from … to − 1}.
     *
     * @param dSums may be {@code dOutput}
     * @param residual factors of the ADC range's gradient; null in float
     * @return gradient of the ADC range
     */
    double backward(
            int from,
            int to,
            float[] sums,
            float[] output,
            float[] dOutput,
            float[] dSums,
            float @Nullable [] residual) {
        double range = 0;
        for (int first = from; first < to; first += atOnce) {
            int end = Math.min(to, first + atOnce);
            if (!summed) {
                addSums(first, end, sums, output, dOutput);
            }
            range += DigitalKernel.backward(
                    first,
                    end,
                    state.outputs(),
                    output,
                    low,
                    high,
                    dOutput,
                    sums,
                    factor,
                    bySum,
                    constant,
                    dSums,
                    residual);
        }
        return range;
    }

    /** Adds to the gradients of multiplier and bias, after all rows. */
    void endBackward() {
        if (!summed) {
            plain();
        }
    }

    private void addSums(int from, int to, float[] sums, float[] output, float[] dOutput) {
        DigitalKernel.addBackwardSums(
                from, to, state.outputs(), output, low, high, dOutput, sums, sumGradient, productGradient);
    }

    private void plain() {
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
    }

    /** {@code dz = factor · (g − mean g − x̂ · mean(g · x̂))} with the normalised sum x̂, as a linear form in g and z. */
    private void normalised(int rows) {
        float share = 1f / rows;
        for (int n = 0; n < state.outputs(); n++) {
            double deviation = Math.sqrt(variance[n] + DigitalState.EPSILON);
            double projected = (productGradient[n] - mean[n] * sumGradient[n]) / deviation;
            biasGradient[n] += sumGradient[n];
            multiplierGradient[n] += (float) projected;
            double along = projected / deviation * share;
            bySum[n] = (float) (-factor[n] * along);
            constant[n] = (float) (factor[n] * (mean[n] * along - sumGradient[n] * share));
        }
    }
}
