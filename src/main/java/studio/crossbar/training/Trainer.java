package studio.crossbar.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.Dataset;
import studio.crossbar.data.Parts;
import studio.crossbar.data.Standardisation;
import studio.crossbar.data.StratifiedSplit;
import studio.crossbar.data.SubjectSplit;
import studio.crossbar.design.Design;
import studio.crossbar.design.Recipe;
import studio.crossbar.device.DevicePresets;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.Noise;
import studio.crossbar.tensor.NoiseUse;

/** Runs a design's recipe: float pre-training, calibration, hardware-aware fine-tuning. */
public final class Trainer {

    private final Design design;
    private final Recipe recipe;
    private final TrainingListener listener;
    private final TrainingState.Store store;
    private final TrainingOptions options;
    private final Windows train;
    private final @Nullable Windows validation;
    private final Windows test;
    private final Standardisation standardisation;
    private final int totalEpochs;
    private final @Nullable DeviceLaw law;
    private final List<Epoch> history = new ArrayList<>();
    private long batchesDone;
    /** Accuracy on the validation windows and values of the best epoch under full noise. */
    private double bestAccuracy = Double.NEGATIVE_INFINITY;

    private @Nullable List<float[]> best;
    private double floatAccuracy = Double.NaN;
    private BatchRunner.@Nullable Teacher teacher;

    private Trainer(
            Design design, Parts raw, TrainingListener listener, TrainingState.Store store, TrainingOptions options) {
        this.design = design;
        this.store = store;
        this.options = options;
        this.recipe = design.recipe();
        law = recipe.device().isEmpty() ? null : law(design);
        this.listener = listener;
        Dataset training = design.companding().apply(raw.train());
        Dataset heldOut = null;
        if (recipe.validationSubjects() > 0) {
            if (training.hasSubjects()) {
                SubjectSplit split = SubjectSplit.of(training, heldOutSubjects(training));
                training = split.train();
                heldOut = split.validation();
            } else {
                StratifiedSplit split =
                        StratifiedSplit.ofShare(training, recipe.validationSubjects() / 100.0, design.seed());
                training = split.train();
                heldOut = split.validation();
            }
        }
        standardisation = Standardisation.fit(training);
        train = Windows.of(training, standardisation);
        validation = heldOut == null ? null : Windows.of(heldOut, standardisation);
        test = Windows.of(design.companding().apply(raw.test()), standardisation);
        totalEpochs = recipe.floatEpochs()
                + (design.hardware().polarity().unipolar() ? recipe.floatEpochs() : 0)
                + recipe.hardwareEpochs();
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
        Compatibility.check(design, raw.train());
        Compatibility.check(design, raw.test());
        return new Trainer(design, raw, listener, store, options).run(resumed);
    }

    private TrainedNetwork run(@Nullable TrainingState resumed) {
        try (Workers workers = new Workers(options.threads())) {
            return run(workers, resumed);
        }
    }

    private TrainedNetwork run(Workers workers, @Nullable TrainingState resumed) {
        Epoch.Phase start = resumed == null ? Epoch.Phase.FLOAT : resumed.phase();
        if (resumed != null) {
            history.addAll(resumed.history());
            batchesDone = (long) history.size() * batches();
            floatAccuracy = resumed.floatAccuracy();
            bestAccuracy = resumed.bestAccuracy();
            best = resumed.best();
            teacher = resumed.teacher() == null ? null : new BatchRunner.Teacher(resumed.teacher());
        }
        Model model = Model.of(design);
        BatchRunner runner = new BatchRunner(model, design.hardware().inputs(), recipe.batch(), workers);
        if (start == Epoch.Phase.FLOAT) {
            if (resumed == null) {
                model.initialise(design.seed(), true);
                inherit(model, runner, true);
            }
            floatPhase(model, runner, resumed);
            if (design.hardware().polarity().unipolar()) {
                model = Model.of(design);
                model.initialise(design.seed(), false);
                runner = new BatchRunner(model, design.hardware().inputs(), recipe.batch(), workers);
                inherit(model, runner, false);
            }
        }
        if (start != Epoch.Phase.HARDWARE) {
            if (design.hardware().polarity().unipolar()) {
                phase(
                        Epoch.Phase.POLARITY,
                        recipe.floatEpochs(),
                        recipe.floatLearningRate(),
                        model,
                        runner,
                        start == Epoch.Phase.POLARITY ? resumed : null);
                Statistics.settle(model, runner, train, false, Noise.NONE, design.seed());
            }
            new Calibration(
                            model,
                            runner,
                            design.hardware().ranges(),
                            design.hardware().noise().programmingSigma())
                    .run(train);
        } else if (design.hardware().scaling() != DigitalScaling.AFFINE) {
            model.layers.forEach(layer -> layer.digital.endNormalisation());
        }
        if (law != null) {
            model.follow(law);
        }
        phase(
                Epoch.Phase.HARDWARE,
                recipe.hardwareEpochs(),
                recipe.hardwareLearningRate(),
                model,
                runner,
                start == Epoch.Phase.HARDWARE ? resumed : null);
        if (best != null) {
            model.restore(best);
        }
        Statistics.settle(model, runner, train, true, design.hardware().noise(), design.seed());
        return new TrainedNetwork(design, standardisation, model.result(), history, floatAccuracy);
    }

    private void inherit(Model model, BatchRunner runner, boolean signed) {
        if (options.parent() != null) {
            new Inheritance(model, runner, design.network(), train, options.parent()).run(signed, design.seed());
        }
    }

    private void floatPhase(Model model, BatchRunner runner, @Nullable TrainingState resumed) {
        phase(Epoch.Phase.FLOAT, recipe.floatEpochs(), recipe.floatLearningRate(), model, runner, resumed);
        Statistics.settle(model, runner, train, false, Noise.NONE, design.seed());
        runner.program(Stage.FLOAT);
        floatAccuracy = runner.accuracy(test, Stage.FLOAT, listener::cancelled);
        teacher = recipe.distillation() > 0 ? teacher(runner) : null;
    }

    private void phase(
            Epoch.Phase kind,
            int epochs,
            double rate,
            Model model,
            BatchRunner runner,
            @Nullable TrainingState resumed) {
        if (resumed != null) {
            model.restoreFully(resumed.arrays(), resumed.averaged());
        }
        int ramp = kind == Epoch.Phase.HARDWARE ? recipe.rampEpochs() : 0;
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
                        train,
                        recipe,
                        teacher,
                        design.seed(),
                        resumed == null ? 0 : resumed.epochsDone(),
                        new Reporter(model, runner));
    }

    private int batches() {
        return Math.ceilDiv(train.size(), recipe.batch());
    }

    private BatchRunner.Teacher teacher(BatchRunner runner) {
        int classes = design.network().output().size();
        float[] probabilities = runner.inferAll(train, Stage.FLOAT, listener::cancelled);
        for (int i = 0; i < train.size(); i++) {
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

    private Set<Integer> heldOutSubjects(Dataset data) {
        int[] subjects = IntStream.of(data.subjects()).distinct().sorted().toArray();
        if (recipe.validationSubjects() >= subjects.length) {
            throw new IllegalArgumentException("recipe.validationSubjects: " + recipe.validationSubjects()
                    + " leaves none of the " + subjects.length + " training subjects; choose fewer");
        }
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(design.seed());
        Set<Integer> chosen = new HashSet<>();
        while (chosen.size() < recipe.validationSubjects()) {
            chosen.add(subjects[random.nextInt(subjects.length)]);
        }
        return chosen;
    }

    /** Turns the end of batches and epochs into history and progress. */
    private final class Reporter implements Phase.Observer {

        private final Model model;
        private final BatchRunner runner;

        Reporter(Model model, BatchRunner runner) {
            this.model = model;
            this.runner = runner;
        }

        @Override
        public void epochEnded(Epoch.Phase kind, int epoch, Phase.Reading reading) {
            double held = Double.NaN;
            model.exchangeAverages();
            if (validation != null) {
                Stage stage = kind == Epoch.Phase.HARDWARE
                        ? new Stage(true, false, design.hardware().noise(), NoiseUse.VALIDATION, design.seed(), epoch)
                        : Stage.FLOAT;
                runner.program(stage);
                held = runner.accuracy(validation, stage, listener::cancelled);
            }
            if (kind == Epoch.Phase.HARDWARE && epoch >= firstChoice() && held > bestAccuracy) {
                bestAccuracy = held;
                best = model.snapshot();
            }
            model.exchangeAverages();
            Epoch entry = new Epoch(
                    kind,
                    history.size() + 1,
                    totalEpochs,
                    reading.loss(),
                    reading.accuracy(),
                    held,
                    reading.learningRate(),
                    reading.programmingSigma(),
                    model.layers.stream()
                            .map(layer -> new LayerReading(
                                    layer.ranges(), reading.clipping().rate(layer.index)))
                            .toList());
            history.add(entry);
            if (store != TrainingState.Store.NONE) {
                store.save(state(kind, epoch));
            }
            listener.epoch(entry);
        }

        /** First epoch under the noise and the levels of the design. */
        private int firstChoice() {
            return Math.max(recipe.rampEpochs(), recipe.bitRampEpochs());
        }

        private TrainingState state(Epoch.Phase kind, int epoch) {
            return new TrainingState(
                    kind,
                    epoch + 1,
                    model.fullSnapshot(),
                    model.parameters.getFirst().averaged(),
                    history,
                    floatAccuracy,
                    teacher == null ? null : teacher.probabilities(),
                    bestAccuracy,
                    best);
        }

        @Override
        public void batchEnded(double loss) {
            batchesDone++;
            double all = (double) totalEpochs * batches();
            listener.progress(batchesDone / all, loss);
        }

        @Override
        public boolean cancelled() {
            return listener.cancelled();
        }

        @Override
        public boolean paused() {
            return listener.paused();
        }
    }
}
