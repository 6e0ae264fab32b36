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

    /** Labels of a logarithmic axis would run into each other at the upper end of a decade. */
    @ParameterizedTest
    @CsvSource({"0.0075, 0.07, 6", "0.0075, 0.07, 4", "0.01, 0.06, 3", "0.6, 13, 6", "1, 1000, 7"})
    void ticksOfALogarithmicScaleLeaveRoomForTheirLabels(double least, double most, int ticks) {
        PlotScale scale = PlotScale.around(least, most, true, 0, 300);
        List<Double> places = scale.ticks(ticks).stream().map(scale::at).toList();

        assertThat(places).hasSizeBetween(2, ticks);
        for (int i = 1; i < places.size(); i++) {
            assertThat(places.get(i) - places.get(i - 1)).isGreaterThan(0.7 * 300 / ticks);
        }
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
