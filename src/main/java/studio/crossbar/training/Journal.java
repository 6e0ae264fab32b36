package studio.crossbar.training;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a training has found so far beside the values of its model. */
final class Journal {

    final List<Epoch> history = new ArrayList<>();
    long batchesDone;
    /** Test accuracy of the float network; NaN while it trains. */
    double floatAccuracy = Double.NaN;
    /** Which classes the float network takes the test windows for; null while it trains. */
    @Nullable
    Confusion floatConfusion;

    BatchRunner.@Nullable Teacher teacher;
    /** Accuracy on the validation windows and values of the best epoch under full noise. */
    double bestAccuracy = Double.NEGATIVE_INFINITY;

    @Nullable
    List<float[]> best;

    /** Takes up what an interrupted training had found. */
    void resume(TrainingState state, int batchesAnEpoch) {
        history.addAll(state.history());
        batchesDone = (long) history.size() * batchesAnEpoch;
        floatAccuracy = state.floatAccuracy();
        floatConfusion = state.floatConfusion();
        bestAccuracy = state.bestAccuracy();
        best = state.best();
        teacher = state.teacher() == null ? null : new BatchRunner.Teacher(state.teacher());
    }

    /**
     * All that a training needs to go on from here.
     *
     * @param epochsDone of the phase
     * @param arrays of the model
     * @param averaged steps that its averages hold
     */
    TrainingState state(Epoch.Phase phase, int epochsDone, List<float[]> arrays, int averaged) {
        return new TrainingState(
                phase,
                epochsDone,
                arrays,
                averaged,
                history,
                floatAccuracy,
                floatConfusion,
                teacher == null ? null : teacher.probabilities(),
                bestAccuracy,
                best);
    }
}
