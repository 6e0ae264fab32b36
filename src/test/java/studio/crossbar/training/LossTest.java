package studio.crossbar.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossTest {

    private static final float[] TEACHER = {0.7f, 0.05f, 0.2f, 0.05f};

    @ParameterizedTest
    @CsvSource({"0, 0", "0.1, 0", "0, 0.5", "0.2, 0.7"})
    void isTheCrossEntropyOfTheMixedTargetAndItsGradientMatchesDifferences(double smoothing, double distillation) {
        Loss loss = new Loss(smoothing, distillation);
        float[] logits = {0.3f, -1.2f, 2.1f, 0.4f};
        float[] teacher = distillation > 0 ? TEACHER : null;
        float[] gradient = new float[4];
        double value = loss.of(logits, 0, 4, 2, teacher, 0, 0.5f, gradient);
        assertThat(value).isCloseTo(reference(logits, smoothing, distillation), within(1e-6));
        for (int c = 0; c < 4; c++) {
            float[] above = logits.clone();
            float[] below = logits.clone();
            above[c] += 1e-2f;
            below[c] -= 1e-2f;
            double difference =
                    (reference(above, smoothing, distillation) - reference(below, smoothing, distillation)) / 2e-2;
            assertThat((double) gradient[c]).as("class %d", c).isCloseTo(0.5 * difference, within(1e-4));
        }
    }

    private static double reference(float[] logits, double smoothing, double distillation) {
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit);
        }
        double loss = 0;
        for (int c = 0; c < 4; c++) {
            double hard = (c == 2 ? 1 - smoothing : 0) + smoothing / 4;
            double target = (1 - distillation) * hard + distillation * TEACHER[c];
            loss -= target * (logits[c] - Math.log(sum));
        }
        return loss;
    }
}
