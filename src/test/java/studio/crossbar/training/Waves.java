package studio.crossbar.training;

import java.util.List;
import java.util.Random;
import studio.crossbar.data.Dataset;
import studio.crossbar.data.Parts;
import studio.crossbar.design.Design;
import studio.crossbar.design.Recipe;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.hardware.Noise;
import studio.crossbar.hardware.PolarityAssignment;
import studio.crossbar.hardware.RangeSharing;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.network.Extent;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;

/** Three classes of noisy sine waves on two channels, told apart by frequency; and small designs for them. */
final class Waves {

    static final int LENGTH = 24;

    private Waves() {}

    static Parts parts() {
        return new Parts("Waves", dataset(192, 1, 0), dataset(96, 2, 10));
    }

    private static Dataset dataset(int n, long seed, int firstSubject) {
        Random random = new Random(seed);
        float[] features = new float[n * 2 * LENGTH];
        int[] labels = new int[n];
        int[] subjects = new int[n];
        for (int i = 0; i < n; i++) {
            labels[i] = i % 3;
            subjects[i] = firstSubject + i % 4;
            double phase = random.nextDouble() * 2 * Math.PI;
            for (int c = 0; c < 2; c++) {
                for (int t = 0; t < LENGTH; t++) {
                    double angle = phase + c + (1 + 2 * labels[i]) * 2 * Math.PI * t / LENGTH;
                    features[(i * 2 + c) * LENGTH + t] = (float) (Math.sin(angle) + 0.3 * random.nextGaussian());
                }
            }
        }
        return new Dataset(
                "waves",
                true,
                features,
                List.of("x", "y"),
                LENGTH,
                labels,
                List.of("slow", "middle", "fast"),
                subjects,
                "made by the test");
    }

    static Network network(boolean concatenated) {
        Layer rectifier = concatenated ? new Layer.ConcatRelu() : new Layer.Relu();
        return new Network(
                new Shape(4, LENGTH),
                List.of(
                        new Layer.Conv1d(10, 5, 2, 2),
                        rectifier,
                        new Layer.Conv1d(12, 3, 1, 1),
                        rectifier,
                        new Layer.MeanOverTime(),
                        new Layer.Dense(3)));
    }

    /** For the same numbers as an image; the second convolution goes by tiles. */
    static Network tiles() {
        return tiles(
                new Shape(2, 6, 8),
                new Layer.Conv2d(16, Extent.square(3), Extent.ONE, Extent.square(2), Extent.ONE, 1));
    }

    /** A convolution that goes by tiles behind {@code first}, which has 16 outputs. */
    static Network tiles(Shape input, Layer first) {
        return new Network(
                input,
                List.of(
                        first,
                        new Layer.Relu(),
                        Layer.Conv2d.same(16, 3, 1),
                        new Layer.Relu(),
                        new Layer.MaxPool(Extent.square(2), Extent.square(2)),
                        new Layer.Flatten(),
                        new Layer.Dense(3)));
    }

    static Hardware hardware(PolarityAssignment polarity) {
        return new Hardware(
                Cell.ofBits(4),
                polarity,
                new Converters(8, 8),
                new TileShape(8, 16),
                RangeSharing.UNIFORM,
                DigitalScaling.AFFINE,
                InputCoding.RECTIFIED_SPLIT,
                new Noise(0.02, 0.002));
    }

    static Recipe recipe(int floatEpochs, int hardwareEpochs) {
        return Recipe.standard().withEpochs(floatEpochs, hardwareEpochs).with(r -> {
            r.rampEpochs = 0;
            r.batch = 32;
            r.floatLearningRate = 1e-2;
            r.hardwareLearningRate = 5e-3;
            r.weightDecay = 1e-3;
            r.labelSmoothing = 0.05;
            r.distillation = 0.3;
            r.augmentation = 0;
            r.rotationDegrees = 0;
        });
    }

    static Design design(PolarityAssignment polarity, Recipe recipe) {
        return new Design("waves", network(polarity.unipolar()), hardware(polarity), recipe, 7);
    }
}
