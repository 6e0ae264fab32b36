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
    final boolean normalised;
    /** AFFINE: one a channel. SHIFT: the exponent of 2. NONE: the network's constant. */
    final Parameter multiplier;

    final Parameter bias;
    final float[] runningMean;
    final float[] runningVariance;
    private final float[] effective;
    private float @Nullable [] fixedMultipliers;
    private float @Nullable [] fixedBiases;

    DigitalState(DigitalScaling scaling, boolean normalised, Parameter multiplier, int outputs) {
        this.scaling = scaling;
        this.normalised = normalised;
        this.multiplier = multiplier;
        bias = new Parameter(Parameter.Kind.DIGITAL, outputs);
        runningMean = new float[outputs];
        runningVariance = new float[outputs];
        Arrays.fill(runningVariance, 1);
        effective = new float[outputs];
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
            effective[n] = switch (scaling) {
                case AFFINE ->
                    normalised
                            ? (float) (multiplier.value[n] / Math.sqrt(runningVariance[n] + EPSILON))
                            : multiplier.value[n];
                case SHIFT -> (float) Math.scalb(1.0, Math.round(multiplier.value[0]));
                case NONE -> multiplier.value[0];
            };
        }
        return effective;
    }

    /** Bias of each channel as the hardware applies it. */
    float[] biases() {
        if (fixedBiases != null) {
            return fixedBiases;
        }
        float[] folded = bias.value.clone();
        if (normalised) {
            float[] factors = multipliers();
            for (int n = 0; n < folded.length; n++) {
                folded[n] -= factors[n] * runningMean[n];
            }
        }
        return folded;
    }

    /** Follows the statistics of a batch. */
    void observe(float[] mean, float[] variance) {
        for (int n = 0; n < mean.length; n++) {
            runningMean[n] += MOMENTUM * (mean[n] - runningMean[n]);
            runningVariance[n] += MOMENTUM * (variance[n] - runningVariance[n]);
        }
    }
}
