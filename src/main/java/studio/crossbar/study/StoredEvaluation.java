package studio.crossbar.study;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.simulation.WiredAccuracy;
import studio.crossbar.simulation.tile.WireResistance;
import studio.crossbar.training.Confusion;
import studio.crossbar.training.LayerActivity;

/**
 * What of an {@link Evaluation} cannot be computed again at once.
 *
 * @param accuracy on the test windows over programming draws
 * @param confusion which classes these chips take for which; null in evaluations of before it was counted
 * @param wired the same with resistance of the wires; null where they have none
 * @param activity of the rows of each layer with weights, measured; empty in evaluations of before it was
 * @param dataset what it was measured on
 */
public record StoredEvaluation(
        AccuracyUnderNoise accuracy,
        @Nullable Confusion confusion,
        @Nullable WiredAccuracy wired,
        List<LayerActivity> activity,
        DatasetSummary dataset) {

    public StoredEvaluation {
        activity = List.copyOf(activity);
    }

    /** An evaluation without counts of classes. */
    public StoredEvaluation(
            AccuracyUnderNoise accuracy,
            @Nullable WiredAccuracy wired,
            List<LayerActivity> activity,
            DatasetSummary dataset) {
        this(accuracy, null, wired, activity, dataset);
    }

    /** Resistance of the wires that were measured; null if none was. */
    public @Nullable WireResistance wires() {
        return wired == null ? null : wired.wires();
    }
}
