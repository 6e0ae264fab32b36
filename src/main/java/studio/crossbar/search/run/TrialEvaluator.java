package studio.crossbar.search.run;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.Parts;
import studio.crossbar.design.Design;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.search.Measurement;
import studio.crossbar.search.Trial;
import studio.crossbar.search.algorithm.RungPlan;
import studio.crossbar.search.algorithm.SuccessiveHalving;
import studio.crossbar.search.store.SearchSetup;
import studio.crossbar.search.store.SearchStore;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.simulation.MonteCarlo;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectException;
import studio.crossbar.study.ProjectTraining;
import studio.crossbar.study.ResultStore;
import studio.crossbar.training.TrainedNetwork;
import studio.crossbar.training.TrainingListener;
import studio.crossbar.training.TrainingOptions;

/**
 * Trains a trial at its rung and measures it on held-out samples. At its first rung it starts from the weights of a parent,
 * where shapes agree, at later ones from its own.
 */
final class TrialEvaluator {

    private final SearchStore store;
    private final RungPlan rungs;
    private final SuccessiveHalving halving;
    private final SearchData data;
    private final int threads;

    /** @param threads that one trial may use */
    TrialEvaluator(SearchStore store, SearchSetup setup, SearchData data, int threads) {
        this.store = store;
        this.rungs = setup.rungs();
        this.halving = setup.halving();
        this.data = data;
        this.threads = threads;
    }

    /**
     * Evaluates {@code trial} at its rung.
     *
     * @param parents trials whose weights it may inherit, the likest first
     * @param draws chips that the trial deserves, given what was measured first
     * @param progress receives the share done, 0 … 1
     * @throws java.util.concurrent.CancellationException within a second after {@code cancelled} says so
     * @throws IOException if files cannot be read or written
     * @throws IllegalArgumentException if the design does not fit the data
     * @throws IllegalStateException if files of the trial are damaged or lost; other trials can go on
     */
    Measurement evaluate(
            Trial trial,
            List<Trial> parents,
            ToIntFunction<Measurement> draws,
            BooleanSupplier cancelled,
            DoubleConsumer progress)
            throws IOException {
        long start = System.nanoTime();
        int rung = trial.rung();
        Design design = rungs.design(design(trial), rung);
        Project project = store.project(trial.id(), design);
        Parts parts = data.parts(rungs.dataShare(rung));
        ResultStore results = new ResultStore(project);
        if (readable(results::holdsDesign)) {
            // A process was killed between keeping the result and keeping its measurement.
            results.discardLeftovers(true);
        } else {
            TrainingOptions options = new TrainingOptions(threads, start(trial, parents));
            ProjectTraining.trainAndKeep(project, parts, data.whole(), options, listener(cancelled, progress));
        }
        TrainedNetwork trained = readable(results::trained).network();
        int before = trial.measurements().isEmpty()
                ? 0
                : trial.measurements().getLast().epochs();
        int epochs = before + trained.history().size();
        MappedNetwork mapped = MappedNetwork.of(trained);
        List<Double> accuracies = new ArrayList<>(chips(mapped, parts, 0, halving.draws(rung), cancelled));
        int wanted = draws.applyAsInt(measurement(rung, epochs, accuracies, start));
        if (wanted > accuracies.size()) {
            accuracies.addAll(chips(mapped, parts, accuracies.size(), wanted - accuracies.size(), cancelled));
        }
        return measurement(rung, epochs, accuracies, start);
    }

    private Design design(Trial trial) throws IOException {
        return store.design(trial.id())
                .orElseThrow(() -> new ProjectException("trial " + trial.id() + ": has no design to train"));
    }

    private List<Double> chips(MappedNetwork mapped, Parts parts, int first, int count, BooleanSupplier cancelled) {
        long seed = mapped.trained().design().seed();
        return MonteCarlo.accuracy(mapped, parts.test(), first, count, seed, threads, cancelled, _ -> {})
                .draws();
    }

    private static Measurement measurement(int rung, int epochs, List<Double> accuracies, long start) {
        AccuracyUnderNoise accuracy = new AccuracyUnderNoise(accuracies);
        return new Measurement(
                rung,
                epochs,
                accuracies.size(),
                Math.clamp(1 - accuracy.mean(), 0, 1),
                accuracy.standardDeviation(),
                (System.nanoTime() - start) * 1e-9,
                Instant.now());
    }

    /**
     * What the training starts from: the trial's own weights, a parent's, or null for random ones. A trial that lost its own
     * would be trained too little to compare.
     */
    private @Nullable TrainedNetwork start(Trial trial, List<Trial> parents) throws IOException {
        if (trial.rung() > 0) {
            return readable(() -> Optional.ofNullable(trained(trial, trial.rung() - 1)))
                    .orElseThrow(() ->
                            new IllegalStateException("the weights of its last rung are not in its folder any more"));
        }
        for (Trial parent : parents) {
            TrainedNetwork found = parent.measurements().isEmpty() ? null : inherited(parent);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** A parent's network; null if it cannot be had, such as while another worker replaces its files. */
    private @Nullable TrainedNetwork inherited(Trial parent) throws IOException {
        try {
            return trained(parent, parent.measurements().getLast().rung());
        } catch (ProjectException e) {
            return null;
        }
    }

    private @Nullable TrainedNetwork trained(Trial trial, int rung) throws IOException {
        ResultStore results = new ResultStore(store.project(trial.id(), rungs.design(design(trial), rung)));
        return results.holdsDesign() ? results.trained().network() : null;
    }

    /** Something read from files of a trial. */
    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T readable(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (ProjectException e) {
            throw new IllegalStateException("its files are damaged: " + e.getMessage(), e);
        }
    }

    private static TrainingListener listener(BooleanSupplier cancelled, DoubleConsumer progress) {
        return new TrainingListener() {
            @Override
            public void progress(double done, double loss) {
                progress.accept(done);
            }

            @Override
            public boolean cancelled() {
                return cancelled.getAsBoolean();
            }
        };
    }
}
