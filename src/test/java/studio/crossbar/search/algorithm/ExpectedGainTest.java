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
import studio.crossbar.search.State;
import studio.crossbar.search.Trial;

class ExpectedGainTest {

    private static final List<Metric> OBJECTIVES = List.of(Metric.ERROR, Metric.AREA);

    private static Trial trial(long id, double area, double... errors) {
        Trial trial = Trial.queued(
                id, new Proposal(new Genome(List.of((int) id)), List.of(), "random"), 1, Map.of(Metric.AREA, area));
        for (int rung = 0; rung < errors.length; rung++) {
            trial = trial.with(new Measurement(rung, rung + 1, 4, errors[rung], 0, 1));
        }
        return trial;
    }

    /** The promoted trial fell by 0.2; so the cheap one, measured at rung 0 alone, would have 0.3. */
    private static final List<Trial> TRIALS = List.of(trial(1, 2, 0.4, 0.2).with(State.FINISHED, ""), trial(2, 1, 0.5));

    private static double gain(List<Trial> trials, double area, double... predictions) {
        return new ExpectedGain(OBJECTIVES, 0, trials, _ -> 0.3).of(predictions, Map.of(Metric.AREA, area));
    }

    @Test
    void aNeighbourThatIsPredictedWhereATrialOfALowerRungWouldEndGainsNothing() {
        assertThat(gain(TRIALS, 1, 0.3, 0.3)).isCloseTo(0, within(1e-6));
        assertThat(gain(TRIALS, 1.5, 0.31, 0.31)).isCloseTo(0, within(1e-6));
        assertThat(gain(TRIALS, 1, 0.25, 0.25)).isGreaterThan(0.01);
        assertThat(gain(TRIALS, 0.9, 0.3, 0.3)).isGreaterThan(0.01);
    }

    @Test
    void theFrontHasTheErrorsOfTheHighestRung() {
        List<Trial> front = new ExpectedGain(OBJECTIVES, 0, TRIALS, _ -> 0.3).front();
        assertThat(front).extracting(Trial::id).containsExactly(1L, 2L);
        assertThat(front.get(1).metrics().get(Metric.ERROR)).isCloseTo(0.3, within(1e-12));
    }

    @Test
    void aTrialAtWorkCountsAsTheForestExpectsIt() {
        List<Trial> busy = List.of(TRIALS.get(0), TRIALS.get(1), trial(3, 0.9).with(State.RUNNING, ""));
        assertThat(gain(busy, 0.9, 0.3, 0.3)).isCloseTo(0, within(1e-6));
    }
}
