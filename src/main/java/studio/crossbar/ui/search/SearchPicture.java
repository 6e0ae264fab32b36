package studio.crossbar.ui.search;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import studio.crossbar.search.Trial;
import studio.crossbar.search.front.KneePoint;
import studio.crossbar.search.front.ParetoFront;
import studio.crossbar.search.front.VolumeCurve;
import studio.crossbar.search.store.SearchSetup;
import studio.crossbar.search.store.TestResult;

/**
 * What is known of a search at one moment, computed by the core.
 *
 * @param setup what it was begun with
 * @param trials in the order of their ids
 * @param byId the same
 * @param tests newest result on the test data of each trial that has one
 * @param front in the search's objectives
 * @param trusted whether the front is of trials trained to the end; otherwise it is of whatever was measured
 * @param onFront ids of the front
 * @param knee id of the front's knee, or {@link TrialSelection#NONE}
 * @param volume of the front, 0 … 1 of the search's box
 * @param curve volume after each measurement, in the order in which they ended
 */
record SearchPicture(
        SearchSetup setup,
        List<Trial> trials,
        Map<Long, Trial> byId,
        Map<Long, TestResult> tests,
        ParetoFront front,
        boolean trusted,
        Set<Long> onFront,
        long knee,
        double volume,
        List<VolumeCurve.Point> curve) {

    /** Computes what follows from {@code trials}; a second for ten thousand of them. */
    static SearchPicture of(SearchSetup setup, List<Trial> trials, List<TestResult> results) {
        ParetoFront finished = ParetoFront.of(trials, setup.objectives());
        boolean trusted = !finished.trials().isEmpty();
        ParetoFront front = trusted ? finished : ParetoFront.ofAny(trials, setup.objectives());
        Map<Long, TestResult> tests = new HashMap<>();
        results.forEach(result -> tests.put(result.trial(), result));
        Map<Long, Trial> byId = LinkedHashMap.newLinkedHashMap(trials.size());
        trials.forEach(trial -> byId.put(trial.id(), trial));
        return new SearchPicture(
                setup,
                trials,
                byId,
                tests,
                front,
                trusted,
                front.trials().stream().map(Trial::id).collect(Collectors.toUnmodifiableSet()),
                KneePoint.of(front).map(Trial::id).orElse(TrialSelection.NONE),
                finished.volume(setup.box()),
                VolumeCurve.of(trials, setup.box(), setup.rungs()::dataShare));
    }

    /** Figures of the search's objectives, in their order. */
    List<TrialFigure> objectives() {
        return setup.objectives().stream().map(TrialFigure::of).toList();
    }
}
