package studio.crossbar.search.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.crossbar.search.Genome;
import studio.crossbar.search.Measurement;
import studio.crossbar.search.Metric;
import studio.crossbar.search.Proposal;
import studio.crossbar.search.State;
import studio.crossbar.search.Trial;

class SuccessiveHalvingTest {

    private static final List<Metric> OBJECTIVES = List.of(Metric.ERROR, Metric.AREA);
    private static final SuccessiveHalving HALVING = new SuccessiveHalving(OBJECTIVES, new RungPlan(3, 3, 1, 4, 16));

    /** A trial measured at rungs 0, 1 … with these errors, and paused. */
    private static Trial paused(long id, double area, double... errors) {
        Trial trial = Trial.queued(
                        id,
                        new Proposal(new Genome(List.of((int) id)), List.of(), "test"),
                        id,
                        Map.of(Metric.AREA, area))
                .withRung(errors.length - 1);
        for (int rung = 0; rung < errors.length; rung++) {
            trial = trial.with(new Measurement(rung, rung + 1, 4, errors[rung], 0.02, 1));
        }
        return trial;
    }

    private static Trial finished(long id, double area, double... errors) {
        return paused(id, area, errors).with(State.FINISHED, "");
    }

    @Test
    void oneInThreeIsPromotedFromTheHighestRungThatHasOne() {
        List<Trial> trials = new ArrayList<>(List.of(paused(1, 1, 0.3), paused(2, 1, 0.2)));
        assertThat(HALVING.promotion(trials)).isEmpty();
        trials.add(paused(3, 1, 0.4));
        assertThat(HALVING.promotion(trials)).map(Trial::id).contains(2L);
        // On its way it is not promoted again; of six at rung 0 a second one goes on.
        trials.set(1, trials.get(1).withRung(1));
        assertThat(HALVING.promotion(trials)).isEmpty();
        trials.addAll(List.of(paused(4, 1, 0.5), paused(5, 1, 0.25), paused(6, 1, 0.6)));
        assertThat(HALVING.promotion(trials)).map(Trial::id).contains(5L);
        // Three measured at rung 1 send their best to the top before rung 0 sends more.
        trials.addAll(List.of(paused(7, 1, 0.1, 0.1), paused(8, 1, 0.11, 0.09), paused(9, 1, 0.12, 0.2)));
        assertThat(HALVING.promotion(trials)).map(Trial::id).contains(8L);
    }

    @Test
    void theBestOfEachCostGoOnBeforeTheSecondBest() {
        List<Trial> trials = List.of(
                paused(1, 1, 0.40),
                paused(2, 1, 0.41),
                paused(3, 9, 0.10),
                paused(4, 9, 0.11),
                paused(5, 3, 0.20),
                paused(6, 3, 0.21));
        assertThat(HALVING.ranked(trials, 0).stream().map(Trial::id).limit(3)).containsExactly(3L, 1L, 5L);
    }

    @Test
    void stopsOnlyWhatIsBeatenEvenIfItGainsAsMuchAsAnyOther() {
        List<Trial> trials = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            // The greatest gain is 0.10, of the fifth.
            trials.add(finished(i, 2, 0.2 + 0.01 * i, 0.18, 0.15 + (i == 5 ? 0 : 0.01 * i)));
        }
        Trial hopeless = paused(10, 2.5, 0.3);
        Trial hopeful = paused(11, 2.5, 0.24);
        Trial cheap = paused(12, 1.5, 0.6);
        trials.addAll(List.of(hopeless, hopeful, cheap));
        assertThat(HALVING.dominated(trials)).containsExactly(hopeless);
        assertThat(HALVING.dominated(trials.subList(1, trials.size()))).isEmpty();
    }

    @Test
    void chipsGrowWithTheRungAndNearTheFront() {
        assertThat(List.of(HALVING.draws(0), HALVING.draws(1), HALVING.draws(2)))
                .containsExactly(4, 8, 16);
        Trial best = paused(1, 1, 0.20);
        Trial near = paused(2, 1, 0.21);
        Trial far = paused(3, 1, 0.30);
        List<Trial> trials = List.of(best, near, far);
        // Student's t of three degrees of freedom: the 95 % interval of four chips is ± 3.18 · 0.02 / √4 = 0.032.
        assertThat(HALVING.draws(best, trials)).isEqualTo(16);
        assertThat(HALVING.draws(near, trials)).isEqualTo(16);
        assertThat(HALVING.draws(far, trials)).isEqualTo(4);
    }
}
