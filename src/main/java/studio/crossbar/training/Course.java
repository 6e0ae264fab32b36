package studio.crossbar.training;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.Parts;
import studio.crossbar.design.Design;
import studio.crossbar.design.Recipe;
import studio.crossbar.hardware.Noise;

/** What the phases of one training share: design, data, who listens, and what was found so far. */
final class Course {

    final Design design;
    final TrainingData data;
    /** Epochs of all phases, for progress and history. */
    final int totalEpochs;

    final TrainingListener listener;
    final TrainingState.Store store;
    final Journal journal = new Journal();

    Course(Design design, Parts raw, int totalEpochs, TrainingListener listener, TrainingState.Store store) {
        this.design = design;
        this.totalEpochs = totalEpochs;
        this.listener = listener;
        this.store = store;
        data = TrainingData.of(design, raw);
    }

    /** Takes up an interrupted training, if there is one. */
    void resume(@Nullable TrainingState state) {
        if (state != null) {
            journal.resume(state, batches());
        }
    }

    BatchRunner runner(Model model, Workers workers) {
        return new BatchRunner(
                model, design.hardware().inputs(), design.recipe().batch(), workers);
    }

    /** Batches an epoch. */
    int batches() {
        return Math.ceilDiv(data.train().size(), design.recipe().batch());
    }

    /** Trains without hardware and signs, measures what came of it, and has it teach the phases after it. */
    void floatPhase(Model model, BatchRunner runner, @Nullable TrainingState resumed) {
        Recipe recipe = design.recipe();
        phase(
                Epoch.Phase.FLOAT,
                recipe.floatEpochs(),
                recipe.floatLearningRate(),
                model,
                runner,
                resumed,
                StepHook.NONE);
        settle(model, runner);
        runner.program(Stage.FLOAT);
        Confusion confusion = runner.confusion(data.test(), Stage.FLOAT, listener::cancelled);
        journal.floatConfusion = confusion;
        journal.floatAccuracy = confusion.accuracy();
        journal.teacher = recipe.distillation() > 0 ? teacher(runner) : null;
    }

    /** Statistics of batch normalisation under float weights. */
    void settle(Model model, BatchRunner runner) {
        Statistics.settle(model, runner, data.train(), false, Noise.NONE, design.seed());
    }

    /** @param resumed state of this very phase to go on from, or null to begin it */
    void phase(
            Epoch.Phase kind,
            int epochs,
            double rate,
            Model model,
            BatchRunner runner,
            @Nullable TrainingState resumed,
            StepHook hook) {
        if (resumed != null) {
            restore(model, resumed, hook);
        }
        int ramp = kind == Epoch.Phase.HARDWARE ? design.recipe().rampEpochs() : 0;
        new Phase(
                        kind,
                        epochs,
                        rate,
                        ramp,
                        design.hardware().noise(),
                        design.hardware().cell().bits())
                .run(
                        model,
                        runner,
                        data.train(),
                        design.recipe(),
                        journal.teacher,
                        design.seed(),
                        resumed == null ? 0 : resumed.epochsDone(),
                        new Reporter(this, model, runner, hook),
                        hook);
    }

    private static void restore(Model model, TrainingState resumed, StepHook hook) {
        List<float[]> own = hook.state().toList();
        int split = resumed.arrays().size() - own.size();
        model.restoreFully(resumed.arrays().subList(0, split), resumed.averaged());
        for (int i = 0; i < own.size(); i++) {
            float[] kept = resumed.arrays().get(split + i);
            System.arraycopy(kept, 0, own.get(i), 0, kept.length);
        }
    }

    private BatchRunner.Teacher teacher(BatchRunner runner) {
        int classes = design.network().output().size();
        float[] probabilities = runner.inferAll(data.train(), Stage.FLOAT, listener::cancelled);
        for (int i = 0; i < data.train().size(); i++) {
            softmax(probabilities, i * classes, classes);
        }
        return new BatchRunner.Teacher(probabilities);
    }

    private static void softmax(float[] values, int at, int classes) {
        double sum = 0;
        float highest = values[at + Loss.argMax(values, at, classes)];
        for (int c = 0; c < classes; c++) {
            values[at + c] = (float) Math.exp(values[at + c] - highest);
            sum += values[at + c];
        }
        for (int c = 0; c < classes; c++) {
            values[at + c] = (float) (values[at + c] / sum);
        }
    }
}
