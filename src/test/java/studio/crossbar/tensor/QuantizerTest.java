package studio.crossbar.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantizerTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void unsignedConverterHasTwoToTheBitsValuesAndErrsByHalfAStep(int bits) {
        Quantizer q = Quantizer.unsigned(3f, bits);
        assertThat(q.high() - q.low() + 1).isEqualTo(1 << bits);
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            float value = 3f * random.nextFloat();
            assertThat(q.apply(value)).isCloseTo(value, within(q.step() * 0.50001f));
        }
    }

    @Test
    void signedConverterIsSymmetricAndClips() {
        Quantizer q = Quantizer.signed(1f, 8);
        assertThat(q.code(7f)).isEqualTo(127);
        assertThat(q.code(-7f)).isEqualTo(-127);
        assertThat(q.code(Float.NEGATIVE_INFINITY)).isEqualTo(-127);
        assertThat(q.apply(0f)).isZero();
    }

    @Test
    void inputGradientIsOneInsideAndZeroWhereClipped() {
        Quantizer q = Quantizer.unsigned(2f, 4);
        assertThat(q.inputGradient(1.03f)).isOne();
        assertThat(q.inputGradient(2.01f)).isZero();
        assertThat(q.inputGradient(-0.01f)).isZero();
    }

    /** With the codes held (the straight-through rule), q = rint(v/s)·s moves by code/steps − v/fullScale. */
    @Test
    void fullScaleGradientIsThatOfTheStraightThroughForm() {
        Quantizer q = Quantizer.signed(2f, 4);
        for (float value = -4f; value <= 4f; value += 0.037f) {
            double v = value;
            double h = 1e-5;
            double high = straightThrough(q, v, 2 + h);
            double low = straightThrough(q, v, 2 - h);
            assertThat((double) q.fullScaleGradient(value)).isCloseTo((high - low) / (2 * h), within(1e-4));
        }
    }

    private static double straightThrough(Quantizer q, double value, double fullScale) {
        double base = value / (q.fullScale() / q.steps());
        double rounding = base >= q.low() && base <= q.high() ? Math.rint(base) - base : 0;
        double scaled = value / (fullScale / q.steps());
        return (Math.clamp(scaled, q.low(), q.high()) + rounding) * (fullScale / q.steps());
    }

    @Test
    void refusalsNameFieldAndValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantizer.unsigned(Float.NaN, 8))
                .withMessageContaining("fullScale")
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantizer.signed(1f, 1))
                .withMessageContaining("bits: 1");
    }
}
