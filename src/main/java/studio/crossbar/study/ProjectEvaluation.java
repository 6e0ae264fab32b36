package studio.crossbar.study;

import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.Parts;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.simulation.DrawResults;
import studio.crossbar.simulation.MonteCarlo;
import studio.crossbar.simulation.WiredAccuracy;
import studio.crossbar.simulation.tile.WireResistance;
import studio.crossbar.training.ActivityProbe;
import studio.crossbar.training.TrainedNetwork;

/** Evaluations of a project's trained network. */
public final class ProjectEvaluation {

    /** Of the progress of an evaluation with resistance, what is done when the chips without it are. */
    private static final double UNWIRED_SHARE = 0.4;

    private ProjectEvaluation() {}

    /**
     * Maps a trained network, measures it on the test windows under programming noise, and costs it with the inputs that
     * its rows had.
     *
     * @param draws chips, at least 1
     * @param wires resistance with which the chips are measured once more; null for none
     * @param progress receives the share done, 0 … 1
     * @throws java.util.concurrent.CancellationException within a second after {@code cancelled} says so
     */
    public static Evaluation evaluate(
            TrainedNetwork trained,
            Parts parts,
            Costing costing,
            int draws,
            @Nullable WireResistance wires,
            BooleanSupplier cancelled,
            DoubleConsumer progress) {
        MappedNetwork mapped = MappedNetwork.of(trained);
        long seed = trained.design().seed();
        double first = wires == null ? 1 : UNWIRED_SHARE;
        DrawResults results =
                MonteCarlo.results(mapped, parts.test(), draws, seed, cancelled, done -> progress.accept(first * done));
        WiredAccuracy wired = wires == null
                ? null
                : WiredAccuracy.measure(
                        mapped,
                        parts,
                        wires,
                        draws,
                        seed,
                        cancelled,
                        done -> progress.accept(first + (1 - first) * done));
        StoredEvaluation measured = new StoredEvaluation(
                results.accuracy(),
                results.confusion(),
                wired,
                ActivityProbe.measure(trained, parts.test(), cancelled),
                DatasetSummary.of(parts));
        return Evaluation.of(mapped, measured, costing);
    }

    /**
     * Keeps {@code evaluation} with its network, and its accuracies in the history of runs.
     *
     * @param store that has read or written the network
     * @throws ProjectException if a later training has replaced that network, or the disk refuses
     */
    public static void keep(Project project, ResultStore store, Evaluation evaluation) throws ProjectException {
        store.save(evaluation.stored());
        new RunStore(project).keep(evaluation.mapped().trained(), evaluation.dataset(), evaluation.accuracy());
    }
}
