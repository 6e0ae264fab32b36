package studio.crossbar.training;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.crossbar.hardware.DigitalScaling;

/** Multiplier and bias after a layer's ADCs, and what batch normalisation knows of the sums. */
final class DigitalState {

    /** Keeps the variance away from 0. */
    static final float EPSILON = 1e-5f;

    private static final float MOMENTUM = 0.05f;

    final DigitalScaling scaling;
    private boolean normalised;
    /** AFFINE: one a channel. SHIFT: the exponent of 2. NONE: the network's constant. */
    final Parameter multiplier;
    /** Gain a channel of batch normalisation; the multiplier itself under AFFINE scaling, which keeps it. */
    private final Parameter gain;

    final Parameter bias;
    final float[] runningMean;
    final float[] runningVariance;
    private final float[] batchMean;
    private final float[] batchVariance;
    private final float[] effective;
    private final float[] folded;
    private float @Nullable [] fixedMultipliers;
    private float @Nullable [] fixedBiases;

    DigitalState(DigitalScaling scaling, boolean normalised, Parameter multiplier, int outputs) {
        this.scaling = scaling;
        this.normalised = normalised;
        this.multiplier = multiplier;
        gain = scaling == DigitalScaling.AFFINE || !normalised
                ? multiplier
                : new Parameter(Parameter.Kind.DIGITAL, outputs);
        bias = new Parameter(Parameter.Kind.DIGITAL, outputs);
        runningMean = new float[outputs];
        runningVariance = new float[outputs];
        Arrays.fill(runningVariance, 1);
        batchMean = new float[outputs];
        batchVariance = new float[outputs];
        effective = new float[outputs];
        folded = new float[outputs];
    }

    /** Whether batch normalisation still takes part. */
    boolean normalised() {
        return normalised;
    }

    Parameter gain() {
        return gain;
    }

    /**
     * Ends batch normalisation where the digital part cannot keep it: its factor a channel goes into the weights, before
     * they are quantised, and what remains is a bias.
     *
     * @param weights {@code [rows × outputs]}
     */
    void foldInto(float[] weights) {
        float[] factors = multipliers().clone();
        System.arraycopy(biases(), 0, bias.value, 0, bias.value.length);
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= factors[i % factors.length];
        }
        endNormalisation();
    }

    /** Ends batch normalisation for weights that already hold its factor. */
    void endNormalisation() {
        normalised = false;
    }

    int outputs() {
        return bias.value.length;
    }

    /** Takes what a trained network's hardware applies. */
    void fix(float[] multipliers, float[] biases) {
        fixedMultipliers = multipliers;
        fixedBiases = biases;
    }

    /** Multiplier of each channel as the hardware applies it; the array is reused. */
    float[] multipliers() {
        if (fixedMultipliers != null) {
            return fixedMultipliers;
        }
        for (int n = 0; n < effective.length; n++) {
            if (normalised) {
                effective[n] = (float) (gain.value[n] / Math.sqrt(runningVariance[n] + EPSILON));
                continue;
            }
            effective[n] = switch (scaling) {
                case AFFINE -> multiplier.value[n];
                case SHIFT -> (float) Math.scalb(1.0, Math.round(multiplier.value[0]));
                case NONE -> multiplier.value[0];
            };
        }
        return effective;
    }

    /** Bias of each channel as the hardware applies it; the array is reused. */
    float[] biases() {
        if (fixedBiases != null) {
            return fixedBiases;
        }
        System.arraycopy(bias.value, 0, folded, 0, folded.length);
        if (normalised) {
            float[] factors = multipliers();
            for (int n = 0; n < folded.length; n++) {
                folded[n] -= factors[n] * runningMean[n];
            }
        }
        return folded;
    }

    /** Forgets the statistics of the batch before. */
    void restartBatch() {
        Arrays.fill(batchMean, 0);
        Arrays.fill(batchVariance, 0);
    }

    /** Adds a lane's gradients and statistics. */
    void addGradients(DigitalPass pass) {
        float[] into = normalised ? gain.gradient : multiplier.gradient;
        for (int n = 0; n < into.length; n++) {
            into[n] += pass.multiplierGradient[n];
        }
        for (int n = 0; n < bias.gradient.length; n++) {
            bias.gradient[n] += pass.biasGradient[n];
            batchMean[n] += pass.meanSum[n];
            batchVariance[n] += pass.varianceSum[n];
        }
    }

    /** Follows the statistics of a batch of {@code shards}. */
    void observe(int shards) {
        for (int n = 0; n < runningMean.length; n++) {
            runningMean[n] += MOMENTUM * (batchMean[n] / shards - runningMean[n]);
            runningVariance[n] += MOMENTUM * (batchVariance[n] / shards - runningVariance[n]);
        }
    }
}
