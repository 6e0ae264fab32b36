package studio.crossbar.training;

import org.jspecify.annotations.Nullable;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.tensor.OffsetKernel;
import studio.crossbar.tensor.Quantizer;
import studio.crossbar.tensor.WeightKernel;

/**
 * Levels of the weights of one encoding at this step's full scale.
 *
 * @param range R
 * @param steps from 0 to R
 */
record WeightLevels(Encoding encoding, float range, int steps) {

    private Quantizer quantizer() {
        return new Quantizer(range, steps, encoding.lowestLevel(steps + 1), encoding.highestLevel(steps + 1));
    }

    /** Level of a latent weight. */
    int level(float latent) {
        return encoding == Encoding.OFFSET
                ? OffsetKernel.level(range, steps, latent)
                : quantizer().code(latent);
    }

    /** Standard deviation of a weight's programming noise, in the unit of the weights. */
    float deviation(float sigma) {
        return encoding.noiseGain() * sigma * range;
    }

    /**
     * Writes {@code count} weights as cells hold them.
     *
     * @param from index of the first weight in all arrays
     * @param sigma of the cells
     * @param deviates standard normal; null for no noise; may be {@code programmed}
     */
    void program(float[] latent, int from, int count, float sigma, float @Nullable [] deviates, float[] programmed) {
        if (encoding == Encoding.OFFSET) {
            OffsetKernel.program(range, steps, latent, from, count, deviation(sigma), deviates, programmed);
        } else {
            WeightKernel.program(quantizer(), latent, from, count, sigma, deviates, from, programmed);
        }
    }

    /** Gradient by the full scale of {@code count} weights. */
    double rangeGradient(float[] latent, int from, int count, float[] gradient) {
        return encoding == Encoding.OFFSET
                ? OffsetKernel.fullScaleGradient(range, steps, latent, from, count, gradient)
                : WeightKernel.fullScaleGradient(quantizer(), latent, from, count, gradient);
    }

    /** Nearest level, not rounded to a whole one before, of a weight in steps; clipped at {@code ±steps}. */
    static double nearest(Encoding encoding, int steps, double scaled) {
        double clipped = Math.clamp(scaled, -steps, steps);
        return encoding == Encoding.OFFSET ? 2 * Math.rint((clipped + steps) / 2) - steps : Math.rint(clipped);
    }
}
