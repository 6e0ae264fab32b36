package studio.crossbar.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.crossbar.tensor.CounterNoise;

class ChoiceLogitsTest {

    private static final CounterNoise NOISE = new CounterNoise(3, 0);

    private static ChoiceLogits logits(int count, int choices) {
        ChoiceLogits logits = new ChoiceLogits(count, choices);
        Random random = new Random(5);
        for (int i = 0; i < logits.value.length; i++) {
            logits.value[i] = (float) (2 * random.nextGaussian());
        }
        return logits;
    }

    /** Of f = Σ a y² under the same noise, whose derivatives by y are 2 a y. */
    @ParameterizedTest
    @ValueSource(doubles = {2, 1, 0.3})
    void gradientOfASampleMatchesDifferences(double temperature) {
        ChoiceLogits logits = logits(7, 3);
        double[][] y = logits.sample(temperature, NOISE);
        double[][] derivatives = new double[7][3];
        for (int s = 0; s < 7; s++) {
            for (int k = 0; k < 3; k++) {
                derivatives[s][k] = 2 * (s - 3 + k) * y[s][k];
            }
        }
        logits.clearGradient();
        logits.addGradient(y, temperature, derivatives, 0.5);
        float step = 1f / 1024;
        for (int i = 0; i < logits.value.length; i++) {
            float centre = logits.value[i];
            logits.value[i] = centre + step;
            double span = logits.value[i];
            double above = squares(logits.sample(temperature, NOISE));
            logits.value[i] = centre - step;
            span -= logits.value[i];
            double below = squares(logits.sample(temperature, NOISE));
            logits.value[i] = centre;
            assertThat((double) logits.gradient()[i]).isCloseTo(0.5 * (above - below) / span, within(2e-4));
        }
    }

    private static double squares(double[][] y) {
        double sum = 0;
        for (int s = 0; s < y.length; s++) {
            for (int k = 0; k < y[s].length; k++) {
                sum += (s - 3 + k) * y[s][k] * y[s][k];
            }
        }
        return sum;
    }

    @Test
    void samplesBecomeOneHotAsTheTemperatureFalls() {
        ChoiceLogits logits = logits(2000, 3);
        double before = 0;
        for (double temperature : new double[] {10, 1, PolarityLearning.LAST_TEMPERATURE, 1e-3}) {
            double sharp = sharp(logits.sample(temperature, NOISE));
            assertThat(sharp).isGreaterThanOrEqualTo(before);
            before = sharp;
        }
        assertThat(sharp(logits.sample(PolarityLearning.LAST_TEMPERATURE, NOISE)))
                .isGreaterThan(0.75);
        assertThat(before).isGreaterThan(0.99);
    }

    /** Share of the lines of which one value is above 0.99. */
    private static double sharp(double[][] y) {
        double sharp = 0;
        for (double[] line : y) {
            sharp += Math.max(line[0], Math.max(line[1], line[2])) > 0.99 ? 1 : 0;
        }
        return sharp / y.length;
    }

    /** Gumbel's maximum: whatever the temperature, the greatest value is at k with probability softmax(θ)_k. */
    @Test
    void theGreatestValueIsDistributedAsTheSoftmax() {
        int count = 60_000;
        ChoiceLogits logits = new ChoiceLogits(count, 3);
        for (int s = 0; s < count; s++) {
            logits.value[3 * s + 1] = 1;
            logits.value[3 * s + 2] = -1;
        }
        double[] expected = logits.probabilities()[0];
        assertThat(expected[1] / expected[0]).isCloseTo(Math.E, within(1e-12));
        double[] found = new double[3];
        for (double[] line : logits.sample(0.7, NOISE)) {
            int best = line[0] > line[1] ? 0 : 1;
            found[line[2] > line[best] ? 2 : best] += 1.0 / count;
        }
        for (int k = 0; k < 3; k++) {
            // Four standard deviations of a share.
            assertThat(found[k]).isCloseTo(expected[k], within(4 * Math.sqrt(expected[k] * (1 - expected[k]) / count)));
        }
    }

    @Test
    void pricesMatchDifferencesAndAreExactWhereChoicesAreCertain() {
        double[][] own = {{-0.2, 0}, {-0.1, 0}, {-0.3, 0}};
        ChoicePrices prices = new ChoicePrices(
                0.4, List.of(0, 0, 1), own, List.of(new ChoicePrices.Shared(new double[] {0.5, 0.6}, new double[][] {
                    {-0.1, 0}, {-0.05, 0}, {-0.3, 0}
                })));
        assertThat(prices.expected(new double[][] {{0, 1}, {0, 1}, {0, 1}})).isCloseTo(1, within(1e-12));
        // The second layer asks for 0.3, the first for 0.45.
        assertThat(prices.expected(new double[][] {{0, 1}, {1, 0}, {1, 0}}))
                .isCloseTo(0.4 - 0.1 - 0.3 + 0.45, within(1e-12));
        double[][] p = {{0.3, 0.7}, {0.6, 0.4}, {0.9, 0.1}};
        double[][] gradient = prices.gradient(p);
        for (int s = 0; s < 3; s++) {
            for (int k = 0; k < 2; k++) {
                double centre = p[s][k];
                p[s][k] = centre + 1e-6;
                double above = prices.expected(p);
                p[s][k] = centre - 1e-6;
                double below = prices.expected(p);
                p[s][k] = centre;
                assertThat(gradient[s][k]).isCloseTo((above - below) / 2e-6, within(1e-8));
            }
        }
    }
}
