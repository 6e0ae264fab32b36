package studio.crossbar.search.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.crossbar.design.Design;
import studio.crossbar.study.Project;

class RungPlanTest {

    private final Design design = sample();

    private static Design sample() {
        try {
            return Project.open(Path.of("sample-projects/har-unipolar")).design();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theHighestRungTrainsTheRecipeAndEachLowerOneAPart() {
        RungPlan plan = new RungPlan(3, 3, 0.5, 4, 16);
        Design full = design.withRecipe(design.recipe().withEpochs(9, 18).with(r -> r.rampEpochs = 6));
        assertThat(plan.design(full, 2).recipe()).isEqualTo(full.recipe());
        assertThat(plan.design(full, 1).recipe().floatEpochs()).isEqualTo(3);
        assertThat(plan.design(full, 1).recipe().rampEpochs()).isEqualTo(2);
        assertThat(plan.design(full, 0).recipe().floatEpochs()).isEqualTo(1);
        assertThat(plan.design(full, 0).recipe().hardwareEpochs()).isEqualTo(2);
        assertThat(plan.dataShare(0)).isEqualTo(0.5);
        assertThat(plan.dataShare(2)).isEqualTo(1);
    }

    /** A rung that looked like the one before would be taken for trained already. */
    @Test
    void rungsOfTheShortestRecipeStillDiffer() {
        RungPlan plan = new RungPlan(4, 3, 1, 1, 1);
        Design brief = design.withRecipe(design.recipe().withEpochs(1, 1));
        assertThat(IntStream.range(0, 4).mapToObj(rung -> plan.design(brief, rung)))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsOutOfRangeIsNamed() {
        assertThatThrownBy(() -> new RungPlan(0, 3, 0.5, 4, 16)).hasMessageContaining("rungs: 0");
        assertThatThrownBy(() -> new RungPlan(3, 1, 0.5, 4, 16)).hasMessageContaining("reduction: 1");
        assertThatThrownBy(() -> new RungPlan(3, 3, 0, 4, 16)).hasMessageContaining("leastData: 0.0");
        assertThatThrownBy(() -> new RungPlan(3, 3, 0.5, 4, 3)).hasMessageContaining("mostDraws: 3");
    }
}
