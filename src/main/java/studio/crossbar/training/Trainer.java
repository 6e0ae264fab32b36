package studio.crossbar.training;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.Parts;
import studio.crossbar.design.Design;
import studio.crossbar.design.PolarityStart;
import studio.crossbar.design.Recipe;
import studio.crossbar.device.DevicePresets;
import studio.crossbar.hardware.DigitalScaling;

/** Runs a design's recipe: float pre-training, calibration, hardware-aware fine-tuning. */
public final class Trainer {

    private final Course course;
    private final Design design;
    private final Recipe recipe;
    private final @Nullable FloatStart begin;
    /** Float epochs under the signs of the cells; 0 where they have both. */
    private final int polarityEpochs;

    private final double polarityLearningRate;
    private final @Nullable DeviceLaw law;
    private final TrainingOptions options;

    private Trainer(
            Design design,
            Parts raw,
            @Nullable FloatStart begin,
            int polarityEpochs,
            TrainingListener listener,
            TrainingState.Store store,
            TrainingOptions options) {
        this.design = design;
        this.begin = begin;
        this.options = options;
        this.polarityEpochs = polarityEpochs;
        recipe = design.recipe();
        polarityLearningRate = begin == null ? recipe.floatLearningRate() : recipe.hardwareLearningRate();
        law = recipe.device().isEmpty() ? null : law(design);
        int before = begin == null ? recipe.floatEpochs() : begin.history().size();
        course = new Course(design, raw, before + polarityEpochs + recipe.hardwareEpochs(), listener, store);
    }

    /**
     * Trains {@code design} on the training part; the test part gives the float network's accuracy and chooses nothing.
     *
     * @param raw windows as read, not standardised
     * @throws java.util.concurrent.CancellationException within a second after {@code listener} asks for it
     * @throws IllegalArgumentException if the data do not fit the network
     */
    public static TrainedNetwork train(Design design, Parts raw, TrainingListener listener) {
        return train(design, raw, listener, null, TrainingState.Store.NONE);
    }

    /**
     * The same, going on from {@code resumed} if it is there, with the same bits as without the interruption.
     *
     * @param resumed latest state that was kept of this very training, or null to begin
     * @param store is given the state after every epoch
     */
    public static TrainedNetwork train(
            Design design,
            Parts raw,
            TrainingListener listener,
            @Nullable TrainingState resumed,
            TrainingState.Store store) {
        return train(design, raw, listener, resumed, store, TrainingOptions.standard());
    }

    /** The same with {@code options}, whose parent must not change between a training and its resumption. */
    public static TrainedNetwork train(
            Design design,
            Parts raw,
            TrainingListener listener,
            @Nullable TrainingState resumed,
            TrainingState.Store store,
            TrainingOptions options) {
        boolean unipolar = design.hardware().polarity().unipolar();
        int polarityEpochs = unipolar ? design.recipe().floatEpochs() : 0;
        return new Trainer(design, raw, null, polarityEpochs, listener, store, options).run(resumed);
    }

    /**
     * Trains {@code design} from float values that are there already: float epochs under the signs of its cells at the
     * rate of fine-tuning, calibration, fine-tuning.
     *
     * @param begin float values of the same network on the same sub-matrices, whatever their encodings
     * @param polarityEpochs float epochs under the signs, 0 … 1000
     * @param resumed latest state that was kept of this very training, or null to begin
     * @param store is given the state after every epoch
     */
    public static TrainedNetwork fineTune(
            Design design,
            Parts raw,
            FloatStart begin,
            int polarityEpochs,
            TrainingListener listener,
            @Nullable TrainingState resumed,
            TrainingState.Store store) {
        return new Trainer(design, raw, begin, polarityEpochs, listener, store, TrainingOptions.standard())
                .run(resumed);
    }

    private TrainedNetwork run(@Nullable TrainingState resumed) {
        try (Workers workers = new Workers(options.threads())) {
            return run(workers, resumed);
        }
    }

    private TrainedNetwork run(Workers workers, @Nullable TrainingState resumed) {
        Epoch.Phase first = begin == null ? Epoch.Phase.FLOAT : Epoch.Phase.POLARITY;
        Epoch.Phase start = resumed == null ? first : resumed.phase();
        course.resume(resumed);
        Model model = Model.of(design);
        BatchRunner runner = course.runner(model, workers);
        if (start == Epoch.Phase.FLOAT) {
            if (resumed == null) {
                model.initialise(design.seed(), true);
                inherit(model, runner, true);
            }
            course.floatPhase(model, runner, resumed);
            if (polarityEpochs > 0) {
                if (recipe.polarityStart() == PolarityStart.FLOAT) {
                    model.keepSigns();
                } else {
                    model = Model.of(design);
                    model.initialise(design.seed(), false);
                    runner = course.runner(model, workers);
                }
                inherit(model, runner, false);
            }
        } else if (begin != null && resumed == null) {
            begin.begin(course, model);
            model.keepSigns();
        }
        if (start != Epoch.Phase.HARDWARE) {
            polarity(model, runner, start == Epoch.Phase.POLARITY ? resumed : null);
            new Calibration(
                            model,
                            runner,
                            design.hardware().ranges(),
                            design.hardware().noise().programmingSigma())
                    .run(course.data.train());
        } else if (design.hardware().scaling() != DigitalScaling.AFFINE) {
            model.layers.forEach(layer -> layer.digital.endNormalisation());
        }
        return hardware(model, runner, start == Epoch.Phase.HARDWARE ? resumed : null);
    }

    private void inherit(Model model, BatchRunner runner, boolean signed) {
        if (options.parent() != null) {
            new Inheritance(model, runner, design.network(), course.data.train(), options.parent())
                    .run(signed, design.seed());
        }
    }

    /** Float epochs under the signs of the cells, where there are any. */
    private void polarity(Model model, BatchRunner runner, @Nullable TrainingState resumed) {
        if (polarityEpochs > 0) {
            course.phase(
                    Epoch.Phase.POLARITY, polarityEpochs, polarityLearningRate, model, runner, resumed, StepHook.NONE);
        }
        if (polarityEpochs > 0 || begin != null) {
            course.settle(model, runner);
        }
    }

    private TrainedNetwork hardware(Model model, BatchRunner runner, @Nullable TrainingState resumed) {
        if (law != null) {
            model.follow(law);
        }
        course.phase(
                Epoch.Phase.HARDWARE,
                recipe.hardwareEpochs(),
                recipe.hardwareLearningRate(),
                model,
                runner,
                resumed,
                StepHook.NONE);
        Journal journal = course.journal;
        if (journal.best != null) {
            model.restore(journal.best);
        }
        Statistics.settle(
                model, runner, course.data.train(), true, design.hardware().noise(), design.seed());
        return new TrainedNetwork(
                design,
                course.data.standardisation(),
                model.result(),
                journal.history,
                journal.floatAccuracy,
                journal.floatConfusion);
    }

    private static DeviceLaw law(Design design) {
        Recipe recipe = design.recipe();
        try {
            return DeviceLaw.of(
                    DevicePresets.of(recipe.device()),
                    design.hardware().cell().levels(),
                    recipe.deviceSeconds(),
                    design.seed());
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("recipe.device: " + e.getMessage(), e);
        }
    }
}
