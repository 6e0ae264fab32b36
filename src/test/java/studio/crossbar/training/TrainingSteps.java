package studio.crossbar.training;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import studio.crossbar.data.Standardisation;
import studio.crossbar.design.Design;
import studio.crossbar.design.Recipe;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.hardware.Noise;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.RangeSharing;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;
import studio.crossbar.tensor.NoiseUse;

/**
 * Training steps on one batch of random inputs under the hardware of the speed comparison's peer: 4-bit signed weights,
 * 5 % fresh noise, 8-bit DACs and ADCs, row blocks of 128, shared ranges.
 */
final class TrainingSteps implements AutoCloseable {

    private static final Recipe RECIPE = Recipe.standard().withEpochs(1, 1).with(r -> {
        r.rampEpochs = 0;
        r.labelSmoothing = 0;
        r.distillation = 0;
        r.augmentation = 0;
        r.rotationDegrees = 0;
        r.batchNormalisation = false;
    });
    private static final Optimisation HOW = Optimisation.of(RECIPE);
    private static final Loss LOSS = new Loss(0, 0);

    private final int batch;
    private final Model model;
    private final Workers workers;
    private final BatchRunner runner;
    private final Windows windows;
    private final int[] order;
    private int steps;

    TrainingSteps(Network network, int batch, int threads) {
        this.batch = batch;
        Hardware hardware = new Hardware(
                Cell.ofBits(4),
                Polarity.DIFFERENTIAL,
                new Converters(8, 8),
                new TileShape(128, 128),
                RangeSharing.UNIFORM,
                DigitalScaling.AFFINE,
                InputCoding.SIGNED,
                new Noise(0.05, 0));
        model = Model.of(new Design("steps", network, hardware, RECIPE.with(r -> r.batch = batch), 1));
        model.initialise(1, true);
        workers = new Workers(threads);
        runner = new BatchRunner(model, InputCoding.SIGNED, batch, workers);
        windows = windows(network.input(), network.output().size(), batch);
        order = IntStream.range(0, batch).toArray();
        new Calibration(model, runner, RangeSharing.UNIFORM, 0.05).run(windows);
    }

    /** Forward, backward and update. */
    void step(Epoch.Phase kind) {
        Stage stage = new Stage(kind == Epoch.Phase.HARDWARE, true, new Noise(0.05, 0), NoiseUse.TRAINING, 1, steps++);
        runner.program(stage);
        runner.learn(windows, order, 0, batch, Augmentation.NONE, 0, LOSS, null, stage);
        Phase.update(model, workers, kind, HOW, steps, 1e-3f);
    }

    private static Windows windows(Shape shape, int classes, int count) {
        Random random = new Random(1);
        float[] signals = new float[count * shape.size()];
        for (int i = 0; i < signals.length; i++) {
            signals[i] = random.nextFloat();
        }
        int[] labels =
                IntStream.range(0, count).map(i -> random.nextInt(classes)).toArray();
        return new Windows(
                signals,
                shape.channels(),
                shape.height(),
                shape.width(),
                labels,
                new Standardisation(new float[shape.channels()], ones(shape.channels())),
                List.of());
    }

    private static float[] ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Override
    public void close() {
        runner.close();
    }
}
