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
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.hardware.Noise;
import studio.crossbar.hardware.PolarityAssignment;
import studio.crossbar.hardware.PolarityMap;
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
    public static Hardware hardware(Cell cell, PolarityAssignment polarity, TileShape tile) {
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

    /** A map of random encodings that fits. */
    public static PolarityMap randomMap(
            Network network, Hardware hardware, PolarityMap.Granularity granularity, Random random) {
        PolarityMap map =
                PolarityMap.filled(network, hardware, granularity, 1 + random.nextInt(3), Encoding.DIFFERENTIAL);
        for (int layer = 0; layer < map.layers().size(); layer++) {
            List<List<Encoding>> lines = map.layers().get(layer).lines();
            for (int line = 0; line < lines.size(); line++) {
                for (int entry = 0; entry < lines.getFirst().size(); entry++) {
                    Encoding encoding = Encoding.values()[random.nextInt(Encoding.values().length)];
                    map = map.with(layer, line, entry, encoding);
                }
            }
        }
        return map;
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

    /** Weights uniform within their encoding, full scale 1. */
    public static TrainedNetwork trained(Network network, Hardware hardware, Random random) {
        Design design = new Design("random", network, hardware, Recipe.standard(), 1);
        List<TrainedLayer> layers = new ArrayList<>();
        for (Network.Placed placed : network.weighted()) {
            RowPlan plan = RowPlan.of(placed, hardware);
            int outputs = placed.spec().outputs();
            float[] weights = new float[plan.rows() * outputs];
            for (int i = 0; i < weights.length; i++) {
                Encoding encoding = plan.encoding(i / outputs, i % outputs);
                int low = encoding.lowestLevel(2);
                weights[i] = low + random.nextFloat() * (encoding.highestLevel(2) - low);
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
