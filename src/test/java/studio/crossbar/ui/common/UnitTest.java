package studio.crossbar.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTest {

    @ParameterizedTest
    @ValueSource(strings = {"25", "25 µS", "25uS", " 25 uS ", "25 μS", "2.5e-5 S", "25000 nS", "0.025 mS"})
    void microsiemensInAnyPrefixMeanTheSame(String text) {
        assertThat(Unit.MICROSIEMENS.parse(text)).isCloseTo(25, within(1e-9));
    }

    @Test
    void percentIsHeldAsAFraction() {
        assertThat(Unit.PERCENT.parse("5 %")).isCloseTo(0.05, within(1e-12));
        assertThat(Unit.PERCENT.parse("5")).isCloseTo(0.05, within(1e-12));
        assertThat(Unit.PERCENT.format(0.05, 2)).isEqualTo("5 %");
        assertThat(Unit.PERCENT.format(0.0525, 2)).isEqualTo("5.25 %");
    }

    @Test
    void anotherUnitIsRefusedWithAnExample() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Unit.MICROSIEMENS.parse("25 kΩ"))
                .withMessageContaining("kΩ")
                .withMessageContaining("4 µS");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Unit.of("bits").parse("4 uS"))
                .withMessageContaining("4 bits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "four", "NaN", "1,5", "--3"})
    void whatIsNoNumberIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Unit.NONE.parse(text))
                .withMessageContaining("is not a number");
    }
}
