package studio.crossbar.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Technology;
import studio.crossbar.design.Design;
import studio.crossbar.study.Project;

/** Parts of a space as people write them. */
class SpaceTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1, 2,4|1, 2, 4",
                "4 … 8|4, 5, 6, 7, 8",
                "4..6, 8|4, 5, 6, 8",
                "8 … 64 times 2|8, 16, 32, 64",
                "0.1 … 0.5 step 0.2|0.1, 0.3, 0.5",
                "0 … 10 step 5|0, 5, 10",
                "10 … 100 step 45|10, 55, 100",
                "relu, concatRelu|relu, concatRelu"
            })
    void valuesAndRangesAreRead(String text, String values) {
        List<String> parsed = ValueText.parse(text);
        assertThat(ValueText.of(parsed)).isEqualTo(values);
        assertThat(ValueText.parse(ValueText.of(parsed))).isEqualTo(parsed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8 … 4|swap its ends",
                "1 … 4 step 0|a step above 0",
                "1 … 4 times 1|a factor above 1",
                "0 … 4 times 2|a start above 0",
                "0 … 5000|larger step",
                "1,,2|between two commas"
            })
    void rangesWithoutEndAreRefused(String text, String reason) {
        assertThatThrownBy(() -> ValueText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void conditionsAndLimitsAreRead() {
        assertThat(Condition.parse("  ")).isNull();
        assertThat(Condition.parse("depth=3 … 4")).isEqualTo(new Condition("depth", List.of("3", "4")));
        assertThat(new Condition("depth", List.of("3", "4")).text()).isEqualTo("depth = 3, 4");
        assertThatThrownBy(() -> Condition.parse("depth")).hasMessageContaining("like depth = 3, 4");
        assertThat(Constraint.parse(Metric.AREA, " 0.2 mm² ")).isEqualTo(new Constraint(Metric.AREA, 0.2));
        assertThatThrownBy(() -> Constraint.parse(Metric.AREA, "5 nJ")).hasMessageContaining("no number of mm²");
        assertThatThrownBy(() -> Constraint.parse(Metric.AREA, "-1")).hasMessageContaining("not above 0");
    }

    @Test
    void aConditionThatFollowsFromTheStageIsImplied() {
        SearchSpace space = new SearchSpace(
                List.of(
                        new Parameter("depth", List.of("2", "3")),
                        new Parameter("width3", List.of("8", "16")),
                        new Parameter("kernel3", List.of("3", "5"), new Condition("depth", List.of("2", "3")))),
                List.of());
        assertThat(space.parameters().stream().map(space::implied)).containsExactly(false, true, false);
    }

    @Test
    void aProbeCountsWhatCanBeBuiltAndTheCommonestReason() throws Exception {
        Design base = Project.open(Path.of("sample-projects/har-unipolar")).design();
        SearchSpace free = new SearchSpace(List.of(new Parameter("adcBits", List.of("4", "6", "8"))), List.of());
        SearchSpace tight = new SearchSpace(free.parameters(), List.of(new Constraint(Metric.AREA, 1e-9)));
        SpaceProbe all = probe(free, base);
        assertThat(all).isEqualTo(new SpaceProbe(50, 50, null, 0));
        SpaceProbe none = probe(tight, base);
        assertThat(none.buildable()).isZero();
        assertThat(none.alike()).as("the same reason, whatever its numbers").isEqualTo(50);
        assertThat(none.reason()).startsWith("area: ").contains("above the limit");
    }

    private static SpaceProbe probe(SearchSpace space, Design base) {
        return SpaceProbe.of(space, new DesignFactory(space, base, CostOptions.STANDARD, Technology.standard()), 50, 1);
    }
}
