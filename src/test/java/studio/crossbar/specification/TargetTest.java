package studio.crossbar.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Units, verdicts and margins. */
class TargetTest {

    @ParameterizedTest
    @CsvSource({
        "ACCURACY, 93 %, 0.93",
        "ACCURACY, 0.93, 0.93",
        "ACCURACY, 93, 0.93",
        "ACCURACY, 1, 1",
        "YIELD, 99.5%, 0.995",
        "AREA, 2.5, 2.5",
        "AREA, 2.5 mm2, 2.5",
        "AREA, 900000 um2, 0.9",
        "ENERGY, 800 pJ, 0.8",
        "ENERGY, 1.2 uJ, 1200",
        "ENERGY, 3e-9 J, 3",
        "LATENCY, 25 us, 25",
        "LATENCY, 0.1 ms, 100",
        "LATENCY, 250ns, 0.25"
    })
    void textsMeanWhatTheyMeanInTheFieldsUnit(Metric metric, String text, double value) {
        assertThat(metric.parse(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "ACCURACY, 93 nJ, no unit of accuracy",
        "ACCURACY, 130 %, outside 0 … 100 %",
        "ACCURACY, -5, outside 0 … 100 %",
        "AREA, 2.5 mm, no unit of area",
        "AREA, 0, not positive",
        "AREA, 1e400, not positive",
        "ENERGY, 25 uS, no unit of energy",
        "ENERGY, low, is not a number",
        "LATENCY, 25 %, no unit of latency"
    })
    void wrongTextsAreRefusedWithTheReason(Metric metric, String text, String reason) {
        assertThatThrownBy(() -> metric.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "ACCURACY, 0.93, 0.93, PASS",
        "ACCURACY, 0.93, 0.9299, NEAR",
        "ACCURACY, 0.93, 0.92, NEAR",
        "ACCURACY, 0.93, 0.9199, FAIL",
        "YIELD, 0.9, 0.95, PASS",
        "AREA, 2, 2, PASS",
        "AREA, 2, 2.1, NEAR",
        "AREA, 2, 2.11, FAIL",
        "LATENCY, 10, 10.4, NEAR",
        "ENERGY, 10, NaN, OPEN"
    })
    void nearIsAFailByNoMoreThanTheTolerance(Metric metric, double limit, double value, Verdict verdict) {
        assertThat(new Target(metric, limit).verdict(value, Tolerance.STANDARD)).isEqualTo(verdict);
    }

    @Test
    void aToleranceOfZeroKnowsNoNear() {
        Tolerance none = new Tolerance(0, 0);
        assertThat(new Target(Metric.AREA, 2).verdict(2.0001, none)).isEqualTo(Verdict.FAIL);
        assertThat(new Target(Metric.AREA, 2).verdict(2, none)).isEqualTo(Verdict.PASS);
    }

    @Test
    void marginsArePositiveOnTheGoodSide() {
        Target area = new Target(Metric.AREA, 2);
        assertThat(area.margin(1.5)).isEqualTo(0.25);
        assertThat(area.marginText(area.margin(2.1))).isEqualTo("−5.0 %");
        Target accuracy = new Target(Metric.ACCURACY, 0.93);
        assertThat(accuracy.margin(0.95)).isCloseTo(0.02, within(1e-12));
        assertThat(accuracy.marginText(0.02)).isEqualTo("+2.0 points");
        assertThat(accuracy.marginText(-0.0001)).as("no “−0.0”").isEqualTo("−0.010 points");
        assertThat(accuracy.text()).isEqualTo("Accuracy ≥ 93 %");
        assertThat(area.text()).isEqualTo("Area ≤ 2 mm²");
    }

    @Test
    void limitsThatNoChipHasAreRefused() {
        assertThatThrownBy(() -> new Target(Metric.ACCURACY, 93)).hasMessageContaining("limit: 93.0 is outside 0 … 1");
        assertThatThrownBy(() -> new Target(Metric.AREA, 0)).hasMessageContaining("give a positive number");
        assertThatThrownBy(() -> new Target(Metric.AREA, Double.NaN)).hasMessageContaining("limit");
        assertThatThrownBy(() -> new Tolerance(-0.1, 0)).hasMessageContaining("relative: -0.1");
    }

    @Test
    void aMetricHasOneTargetAndTargetsHaveTheirOrder() {
        Target area = new Target(Metric.AREA, 2);
        Target accuracy = new Target(Metric.ACCURACY, 0.9);
        Specifications both =
                new Specifications(List.of(area, accuracy), null, Tolerance.STANDARD, CornerPlan.STANDARD);
        assertThat(both.targets()).containsExactly(accuracy, area);
        assertThat(both.goodChipAccuracy()).isEqualTo(0.9);
        assertThat(both.withGoodChip(0.8).goodChipAccuracy()).isEqualTo(0.8);
        assertThat(both.withLimit(Metric.AREA, 3.0).targets()).containsExactly(accuracy, new Target(Metric.AREA, 3));
        assertThat(both.withLimit(Metric.ACCURACY, null).goodChipAccuracy()).isNull();
        assertThatThrownBy(() -> new Specifications(List.of(area, area), null, Tolerance.STANDARD, CornerPlan.STANDARD))
                .hasMessageContaining("targets: area is there twice");
    }
}
