package studio.crossbar.training;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Float values from which fine-tuning starts, in place of a float phase of its own.
 *
 * @param values learned values and statistics, in the model's order
 * @param floatAccuracy of the float network that they come from, on the test windows
 * @param floatConfusion which classes that network takes the test windows for; null if it was not counted
 * @param teacher soft targets {@code [n × classes]} of that network for the training windows, or null
 * @param history epochs so far
 */
public record FloatStart(
        List<float[]> values,
        double floatAccuracy,
        @Nullable Confusion floatConfusion,
        float @Nullable [] teacher,
        List<Epoch> history) {

    public FloatStart {
        values = List.copyOf(values);
        history = List.copyOf(history);
    }

    static FloatStart of(Model model, Journal journal) {
        return new FloatStart(
                model.snapshot(),
                journal.floatAccuracy,
                journal.floatConfusion,
                journal.teacher == null ? null : journal.teacher.probabilities(),
                journal.history);
    }

    /** Puts the values into {@code model} and the rest into {@code course}. */
    void begin(Course course, Model model) {
        model.restore(values);
        Journal journal = course.journal;
        journal.history.addAll(history);
        journal.batchesDone = (long) history.size() * course.batches();
        journal.floatAccuracy = floatAccuracy;
        journal.floatConfusion = floatConfusion;
        journal.teacher = teacher == null ? null : new BatchRunner.Teacher(teacher);
    }
}
