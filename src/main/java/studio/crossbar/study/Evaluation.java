package studio.crossbar.study;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.Cost;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.simulation.WiredAccuracy;
import studio.crossbar.training.Confusion;
import studio.crossbar.training.LayerActivity;
import studio.crossbar.training.TrainedNetwork;

/**
 * The result that comes back for a design.
 *
 * @param mapped trained network on its tiles
 * @param accuracy on the test windows over programming draws
 * @param confusion which classes these chips take for which; null in evaluations of before it was counted
 * @param wired the same with resistance of the wires; null where they have none
 * @param activity of the rows of each layer with weights, measured; empty if it was not
 * @param cost area, energy, latency
 * @param dataset what it was measured on
 */
public record Evaluation(
        MappedNetwork mapped,
        AccuracyUnderNoise accuracy,
        @Nullable Confusion confusion,
        @Nullable WiredAccuracy wired,
        List<LayerActivity> activity,
        Cost cost,
        DatasetSummary dataset) {

    public Evaluation {
        activity = List.copyOf(activity);
    }

    /** An evaluation without counts of classes. */
    public Evaluation(
            MappedNetwork mapped,
            AccuracyUnderNoise accuracy,
            @Nullable WiredAccuracy wired,
            List<LayerActivity> activity,
            Cost cost,
            DatasetSummary dataset) {
        this(mapped, accuracy, null, wired, activity, cost, dataset);
    }

    /** The evaluation that was stored for {@code trained}, mapped and costed anew. */
    public static Evaluation restore(TrainedNetwork trained, StoredEvaluation stored, Costing costing) {
        return of(MappedNetwork.of(trained), stored, costing);
    }

    /** What was {@code measured} of a network on its tiles, costed. */
    static Evaluation of(MappedNetwork mapped, StoredEvaluation measured, Costing costing) {
        return new Evaluation(
                mapped,
                measured.accuracy(),
                measured.confusion(),
                measured.wired(),
                measured.activity(),
                costing.of(mapped, measured.activity()),
                measured.dataset());
    }

    /** Test accuracy of the float network, 0 … 1. */
    public double floatAccuracy() {
        return mapped.trained().floatAccuracy();
    }

    /** The same measurements, costed in another way. */
    public Evaluation costed(Costing costing) {
        return of(mapped, stored(), costing);
    }

    /** What must be kept to have it again. */
    public StoredEvaluation stored() {
        return new StoredEvaluation(accuracy, confusion, wired, activity, dataset);
    }
}
