package studio.crossbar.search.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.search.Condition;
import studio.crossbar.search.CpuTime;
import studio.crossbar.search.Genome;
import studio.crossbar.search.Measurement;
import studio.crossbar.search.Metric;
import studio.crossbar.search.Parameter;
import studio.crossbar.search.Proposal;
import studio.crossbar.search.SearchSpace;
import studio.crossbar.search.SearchSpaceJson;
import studio.crossbar.search.State;
import studio.crossbar.search.Trial;

class ImportanceTest {

    private static final List<String> FIVE = List.of("1", "2", "3", "4", "5");

    private static List<Trial> trials(SearchSpace space, int count) {
        Random random = new Random(1);
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Genome genome = space.random(random);
            // Shares of the variance: 4² : 1² of the first two, both over five even steps; nothing of the others.
            double error = (4 * genome.index(0) + genome.index(1)) / 40.0 + 0.002 * random.nextGaussian() + 0.05;
            trials.add(Trial.queued(i + 1, new Proposal(genome, List.of(), "test"), 1, Map.of())
                    .with(new Measurement(0, 1, 1, error, 0, 1))
                    .with(State.FINISHED, ""));
        }
        return trials;
    }

    @Test
    void effectsAreTheSharesOfTheVariance() {
        SearchSpace space = new SearchSpace(
                List.of(
                        new Parameter("batch", FIVE),
                        new Parameter("width1", FIVE),
                        new Parameter("rectifier", List.of("relu", "concatRelu")),
                        new Parameter("width2", FIVE, new Condition("rectifier", List.of("relu")))),
                List.of());
        Importance importance = Importance.of(space, trials(space, 500), Metric.ERROR, 1);
        assertThat(importance.effects().stream()
                        .map(Importance.Effect::parameter)
                        .limit(2))
                .containsExactly("batch", "width1");
        assertThat(importance.effects().get(0).total()).isBetween(0.85, 1.0);
        assertThat(importance.effects().get(1).total()).isBetween(0.02, 0.1);
        assertThat(importance.effects().get(2).total()).isLessThan(0.02);
        assertThat(importance.fit()).isGreaterThan(0.8);
        assertThat(importance.rows()).isEqualTo(320);
        assertThat(importance.method()).contains("Jansen");
        assertThat(Importance.of(space, trials(space, 500), Metric.ERROR, 1)).isEqualTo(importance);
        assertThatThrownBy(() -> Importance.of(space, trials(space, 5), Metric.ERROR, 1))
                .hasMessageContaining("5 trials have error, but 10 are needed");
    }

    @Test
    void tenThousandTrialsOfTheLargestSpaceTakeLittleTime() throws JsonFormatException {
        SearchSpace space = SearchSpaceJson.bundled("har");
        List<Trial> trials = trials(space, 10_000);
        double before = CpuTime.seconds();
        Importance importance = Importance.of(space, trials, Metric.ERROR, 1);
        assertThat(CpuTime.seconds() - before).isLessThan(1.5);
        assertThat(importance.effects().getFirst().parameter()).isEqualTo("depth");
    }
}
