package studio.crossbar.training;

import java.util.ArrayList;
import java.util.List;
import studio.crossbar.design.Recipe;
import studio.crossbar.tensor.NoiseUse;

/** Turns the end of batches and epochs of one phase into history, progress, the choice of an epoch and kept states. */
final class Reporter implements Phase.Observer {

    private final Course course;
    private final Model model;
    private final BatchRunner runner;
    private final StepHook hook;

    Reporter(Course course, Model model, BatchRunner runner, StepHook hook) {
        this.course = course;
        this.model = model;
        this.runner = runner;
        this.hook = hook;
    }

    @Override
    public void epochEnded(Epoch.Phase kind, int epoch, Phase.Reading reading) {
        Journal journal = course.journal;
        Windows validation = course.data.validation();
        double held = Double.NaN;
        model.exchangeAverages();
        if (validation != null) {
            Stage stage = kind == Epoch.Phase.HARDWARE
                    ? new Stage(
                            true,
                            false,
                            course.design.hardware().noise(),
                            NoiseUse.VALIDATION,
                            course.design.seed(),
                            epoch)
                    : Stage.FLOAT;
            runner.program(stage);
            held = runner.accuracy(validation, stage, course.listener::cancelled);
        }
        if (kind == Epoch.Phase.HARDWARE && epoch >= firstChoice() && held > journal.bestAccuracy) {
            journal.bestAccuracy = held;
            journal.best = model.snapshot();
        }
        model.exchangeAverages();
        Epoch entry = new Epoch(
                kind,
                journal.history.size() + 1,
                course.totalEpochs,
                reading.loss(),
                reading.accuracy(),
                held,
                reading.learningRate(),
                reading.programmingSigma(),
                model.layers.stream()
                        .map(layer -> new LayerReading(
                                layer.ranges(), reading.clipping().rate(layer.index)))
                        .toList());
        journal.history.add(entry);
        if (course.store != TrainingState.Store.NONE) {
            List<float[]> arrays = new ArrayList<>(model.fullSnapshot());
            hook.state().map(float[]::clone).forEach(arrays::add);
            course.store.save(journal.state(
                    kind, epoch + 1, arrays, model.parameters.getFirst().averaged()));
        }
        course.listener.epoch(entry);
    }

    /** First epoch under the noise and the levels of the design. */
    private int firstChoice() {
        Recipe recipe = course.design.recipe();
        return Math.max(recipe.rampEpochs(), recipe.bitRampEpochs());
    }

    @Override
    public void batchEnded(double loss) {
        course.journal.batchesDone++;
        double all = (double) course.totalEpochs * course.batches();
        course.listener.progress(course.journal.batchesDone / all, loss);
    }

    @Override
    public boolean cancelled() {
        return course.listener.cancelled();
    }

    @Override
    public boolean paused() {
        return course.listener.paused();
    }
}
