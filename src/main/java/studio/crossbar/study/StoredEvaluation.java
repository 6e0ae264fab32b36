package studio.crossbar.study;

import java.util.List;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.training.Activity;

/**
 * What of an {@link Evaluation} cannot be computed again at once.
 *
 * @param accuracy on the test windows over programming draws
 * @param activity of the rows of each layer with weights, measured; empty in evaluations of before it was
 * @param dataset what it was measured on
 */
public record StoredEvaluation(AccuracyUnderNoise accuracy, List<Activity> activity, DatasetSummary dataset) {

    public StoredEvaluation {
        activity = List.copyOf(activity);
    }
}
