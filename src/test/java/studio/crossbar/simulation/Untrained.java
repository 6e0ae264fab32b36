package studio.crossbar.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import studio.crossbar.data.Dataset;
import studio.crossbar.data.Standardisation;
import studio.crossbar.design.Design;
import studio.crossbar.design.Recipe;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.hardware.Noise;
import studio.crossbar.hardware.PolarityAssignment;
import studio.crossbar.hardware.RangeSharing;
import studio.crossbar.hardware.RowPlan;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.network.Extent;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;
import studio.crossbar.training.Ranges;
import studio.crossbar.training.TrainedLayer;
import studio.crossbar.training.TrainedNetwork;

/** Networks of random weights and ranges, whose answers are as good as any for comparing simulations. */
final class Untrained {

    static final int CLASSES = 5;
    private static final int WINDOWS = 300;

    private Untrained() {}

    static Network signals() {
        return new Network(
                new Shape(4, 20),
                List.of(
                        new Layer.Conv1d(10, 5, 2, 2),
                        new Layer.Relu(),
                        new Layer.Conv1d(12, 3, 1, 1),
                        new Layer.Relu(),
                        new Layer.MeanOverTime(),
                        new Layer.Dense(CLASSES)));
    }

    /** With a grouped and a depthwise convolution. */
    static Network images() {
        Extent one = Extent.square(1);
        return new Network(
                new Shape(4, 6, 6),
                List.of(
                        Layer.Conv2d.same(8, 3, 1),
                        new Layer.Relu(),
                        new Layer.Conv2d(8, Extent.square(3), one, one, one, 8),
                        new Layer.Relu(),
                        new Layer.Conv2d(12, Extent.square(3), Extent.square(2), one, one, 2),
                        new Layer.Relu(),
                        new Layer.Dense(CLASSES)));
    }

    static MappedNetwork mapped(Network network, PolarityAssignment polarity, int bits, Noise noise) {
        return mapped(network, hardware(polarity, bits, noise));
    }

    static Hardware hardware(PolarityAssignment polarity, int bits, Noise noise) {
        return new Hardware(
                Cell.ofBits(bits),
                polarity,
                new Converters(8, 8),
                new TileShape(16, 16),
                RangeSharing.UNIFORM,
                DigitalScaling.AFFINE,
                InputCoding.RECTIFIED_SPLIT,
                noise);
    }

    static MappedNetwork mapped(Network network, Hardware hardware) {
        Recipe recipe = Recipe.standard();
        Design design = new Design("untrained", network, hardware, recipe, 7);
        Random random = new Random(5);
        List<TrainedLayer> layers = new ArrayList<>();
        for (Network.Placed placed : network.weighted(hardware.inputs() != InputCoding.SIGNED)) {
            RowPlan plan = RowPlan.of(placed, hardware);
            int outputs = placed.spec().outputs();
            float[] weights = new float[plan.rows() * outputs];
            for (RowPlan.Region region : plan.regions()) {
                for (int row = region.firstRow(); row < region.firstRow() + region.rows(); row++) {
                    for (int o = region.firstOutput(); o < region.firstOutput() + region.outputs(); o++) {
                        weights[row * outputs + o] = weight(region.encoding(), random);
                    }
                }
            }
            float[] multiplier = new float[outputs];
            float[] bias = new float[outputs];
            for (int o = 0; o < outputs; o++) {
                multiplier[o] = 1.5f / (float) Math.sqrt(plan.rows());
                bias[o] = 0.3f * (float) random.nextGaussian();
            }
            layers.add(new TrainedLayer(
                    placed.index(), plan, outputs, weights, multiplier, bias, new Ranges(2f, 0.8f, 4f)));
        }
        TrainedNetwork trained = new TrainedNetwork(
                design, new Standardisation(new float[] {0, 0}, new float[] {1, 1}), layers, List.of(), 0.5);
        return MappedNetwork.of(trained);
    }

    private static float weight(Encoding encoding, Random random) {
        float weight = 1.6f * random.nextFloat() - 0.8f;
        return switch (encoding) {
            case DIFFERENTIAL, OFFSET -> weight;
            case POSITIVE -> Math.abs(weight);
            case NEGATIVE -> -Math.abs(weight);
        };
    }

    static Dataset data(Network network, long seed) {
        Random random = new Random(seed);
        int height = network.input().height();
        int width = network.input().width();
        float[] features = new float[WINDOWS * 2 * height * width];
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) random.nextGaussian();
        }
        int[] labels = new int[WINDOWS];
        for (int i = 0; i < WINDOWS; i++) {
            labels[i] = random.nextInt(CLASSES);
        }
        return new Dataset(
                "random",
                true,
                features,
                List.of("x", "y"),
                height,
                width,
                labels,
                List.of("a", "b", "c", "d", "e"),
                new int[0],
                "made by the test");
    }
}
