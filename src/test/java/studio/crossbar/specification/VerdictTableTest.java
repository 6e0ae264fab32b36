package studio.crossbar.specification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.crossbar.cost.Cost;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.ui.Projects;

/** Targets × conditions of a design with a known bill and known chips. */
class VerdictTableTest {

    private final Cost cost = Projects.evaluation(Projects.tinyDesign()).cost();
    private final Condition good = measured("good", Condition.State.CURRENT, 0.93, 0.95, 0.97);
    private final Condition poor = measured("poor", Condition.State.CURRENT, 0.88, 0.90, 0.92);

    private static Condition measured(String name, Condition.State state, Double... draws) {
        return new Condition(
                name, state, new AccuracyUnderNoise(List.of(draws)), state == Condition.State.STALE ? "changed" : "");
    }

    private VerdictTable table(Specifications specifications, Condition... conditions) {
        return VerdictTable.of("tiny", specifications, cost, List.of(conditions));
    }

    private static Specifications with(Metric metric, double limit) {
        return Specifications.NONE.withLimit(metric, limit);
    }

    @Test
    void accuracyIsTheMeanOfTheChipsAndTheWorstCornerCounts() {
        VerdictTable table = table(with(Metric.ACCURACY, 0.94), good, poor);
        VerdictTable.Row row = table.rows().getFirst();
        assertThat(row.each()).extracting(Assessment::verdict).containsExactly(Verdict.PASS, Verdict.FAIL);
        assertThat(row.worst().value()).isEqualTo(0.90);
        assertThat(table.overall()).isEqualTo(Verdict.FAIL);
        assertThat(row.each().getFirst().undecided())
                .as("0.94 within the interval of three chips")
                .isTrue();
        assertThat(table(with(Metric.ACCURACY, 0.5), good)
                        .rows()
                        .getFirst()
                        .worst()
                        .undecided())
                .isFalse();
    }

    @Test
    void yieldCountsChipsThatAreGoodWithWilsonsInterval() {
        Specifications specifications = with(Metric.YIELD, 0.6).withLimit(Metric.ACCURACY, 0.94);
        Assessment yield = table(specifications, good).rows().getLast().worst();
        assertThat(yield.value()).isEqualTo(2.0 / 3);
        assertThat(yield.verdict()).isEqualTo(Verdict.PASS);
        assertThat(java.util.Objects.requireNonNull(yield.interval()).low()).isBetween(0.2, 0.21);
        Assessment lenient =
                table(specifications.withGoodChip(0.92), good).rows().getLast().worst();
        assertThat(lenient.value()).isEqualTo(1);
        Assessment undefined =
                table(with(Metric.YIELD, 0.6), good).rows().getLast().worst();
        assertThat(undefined.verdict()).isEqualTo(Verdict.OPEN);
        assertThat(undefined.note()).contains("a good chip is not defined");
    }

    @Test
    void costsAreThoseOfTheDesignInEveryCornerAndWithoutAny() {
        double area = cost.areaSquareMillimetres();
        VerdictTable table = table(with(Metric.AREA, area / 1.04), good, poor);
        assertThat(table.rows().getFirst().each())
                .extracting(Assessment::verdict)
                .containsOnly(Verdict.NEAR);
        assertThat(table.overall()).isEqualTo(Verdict.NEAR);
        assertThat(table(with(Metric.LATENCY, cost.latencyMicroseconds())).overall())
                .isEqualTo(Verdict.PASS);
        assertThat(table(with(Metric.ENERGY, cost.energyNanojoules() / 2)).overall())
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void staleOrMissingCornersLeaveTheTargetOpenAndThoseLeftOutDoNot() {
        Specifications specifications = with(Metric.ACCURACY, 0.9);
        Condition stale = measured("old", Condition.State.STALE, 0.99, 0.99);
        Condition missing = new Condition("new", Condition.State.MISSING, null, "not measured");
        Condition impossible = new Condition("hot", Condition.State.LEFT_OUT, null, "beyond the model");
        VerdictTable.Row row = table(specifications, good, stale).rows().getFirst();
        assertThat(row.each().getLast().verdict()).as("shown").isEqualTo(Verdict.PASS);
        assertThat(row.each().getLast().counted()).isEqualTo(Verdict.OPEN);
        assertThat(row.worst().counted()).isEqualTo(Verdict.OPEN);
        assertThat(table(specifications, good, missing).overall()).isEqualTo(Verdict.OPEN);
        assertThat(table(specifications, good, impossible).overall()).isEqualTo(Verdict.PASS);
        assertThat(table(specifications, impossible).overall()).isEqualTo(Verdict.OPEN);
        assertThat(table(specifications).overall()).isEqualTo(Verdict.OPEN);
        assertThat(table(Specifications.NONE, good).overall()).isEqualTo(Verdict.OPEN);
    }
}
