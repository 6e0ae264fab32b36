package studio.crossbar.search.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.crossbar.search.Constraint;
import studio.crossbar.search.Metric;
import studio.crossbar.search.SearchSpace;
import studio.crossbar.specification.Specifications;

class TargetLimitsTest {

    private static final Specifications TARGETS = Specifications.NONE
            .withLimit(studio.crossbar.specification.Metric.ACCURACY, 0.93)
            .withLimit(studio.crossbar.specification.Metric.AREA, 2.5)
            .withLimit(studio.crossbar.specification.Metric.ENERGY, 800.0)
            .withLimit(studio.crossbar.specification.Metric.YIELD, 0.9);

    @Test
    void costsBecomeLimitsAndFiguresOfChipsDoNot() {
        assertThat(TargetLimits.of(TARGETS))
                .containsExactly(new Constraint(Metric.AREA, 2.5), new Constraint(Metric.ENERGY, 800));
        assertThat(TargetLimits.text(TARGETS)).isEqualTo("area ≤ 2.5 mm², energy ≤ 800 nJ");
        assertThat(TargetLimits.of(Specifications.NONE)).isEmpty();
    }

    @Test
    void theSmallerOfTwoLimitsHoldsAndOthersStay() {
        SearchSpace own = new SearchSpace(
                SmallSearch.SPACE.parameters(),
                List.of(
                        new Constraint(Metric.AREA, 1),
                        new Constraint(Metric.WEIGHTS, 100),
                        new Constraint(Metric.ENERGY, 900)));
        SearchSpace limited = TargetLimits.limit(own, TargetLimits.of(TARGETS));
        assertThat(limited.constraints())
                .containsExactlyInAnyOrder(
                        new Constraint(Metric.AREA, 1),
                        new Constraint(Metric.WEIGHTS, 100),
                        new Constraint(Metric.ENERGY, 800));
        assertThat(limited.parameters()).isEqualTo(own.parameters());
        assertThat(TargetLimits.limit(own, List.of())).isEqualTo(own);
    }
}
