package studio.crossbar.training;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a training needs to go on after an epoch as if it had never stopped.
 *
 * @param phase part of the recipe that was running
 * @param epochsDone of that phase
 * @param arrays learned values, optimiser moments, averages and statistics, in the model's order
 * @param averaged steps that the averages hold
 * @param history every epoch so far
 * @param floatAccuracy of the float phase's network; NaN while it runs
 * @param floatConfusion which classes that network takes the test windows for; null while it trains
 * @param teacher soft targets {@code [n × classes]}, or null
 * @param bestAccuracy of the best epoch on held-out windows; −∞ without one
 * @param best its values, or null
 */
public record TrainingState(
        Epoch.Phase phase,
        int epochsDone,
        List<float[]> arrays,
        int averaged,
        List<Epoch> history,
        double floatAccuracy,
        @Nullable Confusion floatConfusion,
        float @Nullable [] teacher,
        double bestAccuracy,
        @Nullable List<float[]> best) {

    public TrainingState {
        arrays = List.copyOf(arrays);
        history = List.copyOf(history);
        best = best == null ? null : List.copyOf(best);
    }

    /** Keeps the latest state of one training. */
    public interface Store {

        /** Keeps nothing. */
        Store NONE = state -> {};

        /**
         * Replaces the state kept so far; called after every epoch.
         *
         * @throws java.io.UncheckedIOException if it cannot be kept
         */
        void save(TrainingState state);
    }
}
