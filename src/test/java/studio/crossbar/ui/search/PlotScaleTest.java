package studio.crossbar.ui.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlotScaleTest {

    @ParameterizedTest
    @CsvSource({
        "0.02, 3.5, true",
        "0.02, 0.021, true",
        "-4, 7, false",
        "93.1, 93.4, false",
        "5, 5, false",
        "5, 5, true",
        "1e-6, 1e9, true"
    })
    void everythingFitsAndTicksAreRoundAndFew(double least, double most, boolean log) {
        PlotScale scale = PlotScale.around(least, most, log, 200, 10);
        for (double value : List.of(least, most)) {
            assertThat(scale.at(value)).isBetween(10.0, 200.0);
            assertThat(scale.valueAt(scale.at(value))).isCloseTo(value, within(1e-9 * Math.abs(value)));
        }
        assertThat(scale.ticks(6))
                .hasSizeBetween(1, 7)
                .isSorted()
                .allSatisfy(tick -> assertThat(scale.at(tick)).isBetween(10 - 1e-6, 200 + 1e-6));
    }

    @Test
    void equalRatiosAreEqualLengthsOnALogarithmicScale() {
        PlotScale scale = new PlotScale(1, 100, true, 0, 10);
        assertThat(scale.at(10)).isCloseTo(5, within(1e-12));
        assertThat(scale.ticks(4)).containsExactly(1.0, 10.0, 100.0);
    }

    @Test
    void whereNoLogarithmExistsTheScaleIsLinear() {
        assertThat(PlotScale.around(0, 3, true, 0, 1).logarithmic()).isFalse();
        assertThatThrownBy(() -> new PlotScale(0, 1, true, 0, 1)).hasMessageContaining("no range");
    }
}
