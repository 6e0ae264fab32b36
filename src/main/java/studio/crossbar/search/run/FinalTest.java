package studio.crossbar.search.run;

import java.io.IOException;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import studio.crossbar.data.Dataset;
import studio.crossbar.design.Design;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.search.Trial;
import studio.crossbar.search.store.SearchSetup;
import studio.crossbar.search.store.SearchStore;
import studio.crossbar.search.store.TestResult;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.simulation.MonteCarlo;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectException;
import studio.crossbar.study.ResultStore;

/** Measures trials on the test data, once the search is over: whoever chooses by these figures has no test data any more. */
public final class FinalTest {

    /** Chips of the test are none that the search has seen. */
    private static final long OTHER_CHIPS = 0x5DEECE66DL;

    private FinalTest() {}

    /**
     * Measures the weights of {@code trial} and keeps the result.
     *
     * @param test windows that no search has seen
     * @param draws chips, at least 1
     * @throws java.util.concurrent.CancellationException within a second after {@code cancelled} says so
     * @throws IOException if the trial has no weights, or the result cannot be kept
     */
    public static TestResult measure(
            SearchStore store,
            SearchSetup setup,
            Trial trial,
            Dataset test,
            int draws,
            BooleanSupplier cancelled,
            DoubleConsumer progress)
            throws IOException {
        Design design = store.design(trial.id())
                .orElseThrow(() -> new ProjectException("trial " + trial.id() + ": has no design"));
        if (trial.measurements().isEmpty()) {
            throw new ProjectException("trial " + trial.id() + ": was not trained, so that there is nothing to test");
        }
        int rung = trial.measurements().getLast().rung();
        Project project = store.project(trial.id(), setup.rungs().design(design, rung));
        MappedNetwork mapped =
                MappedNetwork.of(new ResultStore(project).trained().network());
        AccuracyUnderNoise accuracy =
                MonteCarlo.accuracy(mapped, test, draws, design.seed() ^ OTHER_CHIPS, cancelled, progress);
        TestResult result = new TestResult(
                trial.id(), Instant.now().toString(), draws, 1 - accuracy.mean(), accuracy.standardDeviation());
        store.add(result);
        return result;
    }
}
