package studio.crossbar.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
import studio.crossbar.hardware.RowPlan;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;
import studio.crossbar.training.Ranges;
import studio.crossbar.training.TrainedLayer;
import studio.crossbar.training.TrainedNetwork;

/** Networks with random weights, as if trained. */
public final class Networks {

    private Networks() {}

    /** Hardware of which only cell, polarity and tile matter to a mapping. */
    public static Hardware hardware(Cell cell, Polarity polarity, TileShape tile) {
        return new Hardware(
                cell,
                polarity,
                new Converters(8, 8),
                tile,
                RangeSharing.UNIFORM,
                DigitalScaling.AFFINE,
                InputCoding.SIGNED,
                Noise.NONE);
    }

    /** A convolution and a classifier of random shape. */
    static Network random(Random random) {
        Shape input = new Shape(1 + random.nextInt(7), 4 + random.nextInt(9));
        return new Network(
                input,
                List.of(
                        new Layer.Conv1d(1 + random.nextInt(30), 1 + random.nextInt(4), 1 + random.nextInt(2), 0),
                        random.nextBoolean() ? new Layer.ConcatRelu() : new Layer.Relu(),
                        new Layer.Dense(1 + random.nextInt(40))));
    }

    /** Weights uniform within each row's encoding, full scale 1. */
    public static TrainedNetwork trained(Network network, Hardware hardware, Random random) {
        Design design = new Design("random", network, hardware, Recipe.standard(), 1);
        List<TrainedLayer> layers = new ArrayList<>();
        for (Network.Placed placed : network.weighted()) {
            RowPlan plan = RowPlan.of(placed.spec(), placed.input(), hardware.polarity(), hardware.tile());
            int outputs = placed.spec().outputs();
            float[] weights = new float[plan.rows() * outputs];
            for (RowPlan.Plane plane : plan.planes()) {
                int low = plane.encoding().lowestLevel(2);
                int high = plane.encoding().highestLevel(2);
                for (int k = plane.firstRow() * outputs; k < (plane.firstRow() + plane.rows()) * outputs; k++) {
                    weights[k] = low + random.nextFloat() * (high - low);
                }
            }
            layers.add(new TrainedLayer(
                    placed.index(),
                    plan,
                    outputs,
                    weights,
                    new float[outputs],
                    new float[outputs],
                    new Ranges(1, 1, 1)));
        }
        int channels = network.input().channels();
        Standardisation identity = new Standardisation(new float[channels], new float[channels]);
        return new TrainedNetwork(design, identity, layers, List.of(), 0);
    }
}
