package studio.crossbar.training;

import java.util.Arrays;
import java.util.stream.Stream;
import studio.crossbar.tensor.AdamW;
import studio.crossbar.tensor.CounterNoise;

/**
 * Logits of independent categorical choices, sampled by the Gumbel-softmax relaxation (Jang, Gu, Poole, ICLR 2017; Maddison,
 * Mnih, Teh, ICLR 2017): {@code y = softmax((θ + g) / τ)} with Gumbel noise g. As τ falls y becomes one-hot, and choice k is
 * then drawn with probability {@code softmax(θ)_k} whatever τ was.
 */
final class ChoiceLogits {

    /** A shorter memory of squares than usual: prices fade as choices settle. */
    private static final AdamW OPTIMISER = new AdamW(0.9f, 0.99f, 1e-8f);

    /** Least fraction that Gumbel noise is made of, so that it is finite. */
    private static final double LEAST = 1e-12;

    final int count;
    final int choices;
    /** {@code [count × choices]}. */
    final float[] value;

    private final float[] gradient;
    private final float[] mean;
    private final float[] square;
    private final float[] fractions;

    /** @param choices of each, at least 1 */
    ChoiceLogits(int count, int choices) {
        this.count = count;
        this.choices = choices;
        value = new float[count * choices];
        gradient = new float[count * choices];
        mean = new float[count * choices];
        square = new float[count * choices];
        fractions = new float[count * choices];
    }

    /** Logits and the optimiser's memory of them. */
    Stream<float[]> state() {
        return Stream.of(value, mean, square);
    }

    /** {@code softmax(θ)}, {@code [count][choices]}. */
    double[][] probabilities() {
        double[][] result = new double[count][choices];
        for (int s = 0; s < count; s++) {
            for (int k = 0; k < choices; k++) {
                result[s][k] = value[s * choices + k];
            }
            softmax(result[s], 1);
        }
        return result;
    }

    /**
     * Relaxed samples.
     *
     * @param temperature τ, above 0
     * @return {@code [count][choices]}, each line of sum 1
     */
    double[][] sample(double temperature, CounterNoise noise) {
        noise.uniform(0, fractions, 0, fractions.length);
        double[][] result = new double[count][choices];
        for (int s = 0; s < count; s++) {
            for (int k = 0; k < choices; k++) {
                int i = s * choices + k;
                result[s][k] = value[i] - Math.log(-Math.log(Math.max(LEAST, fractions[i])));
            }
            softmax(result[s], temperature);
        }
        return result;
    }

    private static void softmax(double[] logits, double temperature) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            highest = Math.max(highest, logit);
        }
        double sum = 0;
        for (int k = 0; k < logits.length; k++) {
            logits[k] = Math.exp((logits[k] - highest) / temperature);
            sum += logits[k];
        }
        for (int k = 0; k < logits.length; k++) {
            logits[k] /= sum;
        }
    }

    void clearGradient() {
        Arrays.fill(gradient, 0);
    }

    /**
     * Adds the gradient by the logits of a loss whose derivatives by {@code softmax(… / τ)} are known:
     * {@code ∂/∂θ_k = weight · y_k (d_k − Σ_j y_j d_j) / τ}.
     *
     * @param y relaxed samples, or the probabilities with {@code temperature} 1
     * @param derivatives {@code [count][choices]} by y
     */
    void addGradient(double[][] y, double temperature, double[][] derivatives, double weight) {
        for (int s = 0; s < count; s++) {
            double average = 0;
            for (int k = 0; k < choices; k++) {
                average += y[s][k] * derivatives[s][k];
            }
            for (int k = 0; k < choices; k++) {
                gradient[s * choices + k] += (float) (weight * y[s][k] * (derivatives[s][k] - average) / temperature);
            }
        }
    }

    float[] gradient() {
        return gradient;
    }

    /** @param step from 1 */
    void update(int step, float rate) {
        OPTIMISER.update(
                step,
                rate,
                0,
                value,
                gradient,
                mean,
                square,
                0,
                value.length,
                Float.NEGATIVE_INFINITY,
                Float.POSITIVE_INFINITY);
    }
}
