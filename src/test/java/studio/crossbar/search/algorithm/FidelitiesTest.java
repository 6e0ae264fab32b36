package studio.crossbar.search.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.crossbar.search.Genome;
import studio.crossbar.search.Measurement;
import studio.crossbar.search.Metric;
import studio.crossbar.search.Proposal;
import studio.crossbar.search.Trial;

class FidelitiesTest {

    private static final List<Metric> OBJECTIVES = List.of(Metric.ERROR, Metric.AREA);

    private static Trial trial(long id, double... errors) {
        Trial trial = Trial.queued(
                id, new Proposal(new Genome(List.of((int) id)), List.of(), "random"), 1, Map.of(Metric.AREA, 2.0));
        for (int rung = 0; rung < errors.length; rung++) {
            trial = trial.with(new Measurement(rung, rung + 1, 4, errors[rung], 0, 1));
        }
        return trial;
    }

    @Test
    void errorsOfLowerRungsFallAsThoseOfPromotedTrialsDid() {
        Trial low = trial(1, 0.5);
        Trial middle = trial(2, 0.4, 0.3);
        Trial top = trial(3, 0.3, 0.25, 0.21);
        Fidelities fidelities = new Fidelities(List.of(low, middle, top), OBJECTIVES);
        // From the first rung 0.10 and 0.05, of which the upper median; from the second 0.04.
        assertThat(fidelities.values(low)).containsExactly(new double[] {0.5 - 0.10 - 0.04, 2}, within(1e-12));
        assertThat(fidelities.values(middle)).containsExactly(new double[] {0.3 - 0.04, 2}, within(1e-12));
        assertThat(fidelities.values(top)).containsExactly(new double[] {0.21, 2}, within(1e-12));
    }

    @Test
    void withOneRungNothingChanges() {
        Trial one = trial(1, 0.5);
        assertThat(new Fidelities(List.of(one, trial(2, 0.4)), OBJECTIVES).values(one))
                .containsExactly(0.5, 2);
    }
}
