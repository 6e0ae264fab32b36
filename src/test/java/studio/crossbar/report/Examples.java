package studio.crossbar.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import studio.crossbar.cost.CostModel;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Technology;
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
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.study.DatasetSummary;
import studio.crossbar.study.Evaluation;
import studio.crossbar.training.Epoch;
import studio.crossbar.training.LayerReading;
import studio.crossbar.training.Ranges;
import studio.crossbar.training.TrainedLayer;
import studio.crossbar.training.TrainedNetwork;

/** Evaluations with random weights and invented accuracies. */
final class Examples {

    static final String LONG_NAME =
            "Row blocks of one sign, \"uniform\" scaling, tiles 128 × 128, σ = 5 %, fifth attempt, "
                    + "averylongwordwithoutanyspacethatnolinecanholdaverylongwordwithoutanyspacethatnolinecanhold "
                    + "and some more words, µS and mm² and − among them";

    private Examples() {}

    static Hardware hardware(Polarity polarity, int bits) {
        return new Hardware(
                Cell.ofBits(bits),
                polarity,
                new Converters(8, 8),
                new TileShape(128, 128),
                RangeSharing.UNIFORM,
                DigitalScaling.AFFINE,
                InputCoding.RECTIFIED_SPLIT,
                new Noise(0.05, 0.01));
    }

    static Network harCnn() {
        return new Network(
                new Shape(18, 128),
                List.of(
                        new Layer.Conv1d(32, 5, 2, 2),
                        new Layer.ConcatRelu(),
                        new Layer.Conv1d(64, 5, 2, 2),
                        new Layer.ConcatRelu(),
                        new Layer.Conv1d(64, 5, 2, 2),
                        new Layer.ConcatRelu(),
                        new Layer.MeanOverTime(),
                        new Layer.Dense(6)));
    }

    static Network small() {
        return new Network(new Shape(4, 1), List.of(new Layer.Dense(5), new Layer.Relu(), new Layer.Dense(3)));
    }

    static Evaluation har(String name, Polarity polarity, int bits, boolean synthetic) {
        return evaluation(new Design(name, harCnn(), hardware(polarity, bits), Recipe.standard(), 7), synthetic);
    }

    static Evaluation evaluation(Design design, boolean synthetic) {
        return evaluation(design, synthetic, CostOptions.STANDARD);
    }

    static Evaluation evaluation(Design design, boolean synthetic, CostOptions options) {
        TrainedNetwork trained = trained(design);
        MappedNetwork mapped = MappedNetwork.of(trained);
        return new Evaluation(
                mapped,
                new AccuracyUnderNoise(
                        List.of(0.9351, 0.9321, 0.9402, 0.9287, 0.9345, 0.9367, 0.9311, 0.9398, 0.9333, 0.9354)),
                null,
                List.of(),
                CostModel.cost(mapped, Technology.standard(), options),
                new DatasetSummary(synthetic ? "synthetic IMU" : "UCI HAR", synthetic, 7352, 2947));
    }

    private static TrainedNetwork trained(Design design) {
        SplittableRandom random = new SplittableRandom(design.seed());
        MappingPlan plan = MappingPlan.of(design.network(), design.hardware());
        List<TrainedLayer> layers = new ArrayList<>();
        for (LayerPlan layer : plan.layers()) {
            int outputs = layer.spec().outputs();
            float[] weights = new float[layer.rows().rows() * outputs];
            for (int i = 0; i < weights.length; i++) {
                float value = (float) (0.4 * random.nextGaussian() * 0.35);
                weights[i] = switch (layer.rows().encoding(i / outputs, i % outputs)) {
                    case DIFFERENTIAL, OFFSET -> value;
                    case POSITIVE -> Math.abs(value);
                    case NEGATIVE -> -Math.abs(value);
                };
            }
            layers.add(new TrainedLayer(
                    layer.layer(),
                    layer.rows(),
                    outputs,
                    weights,
                    new float[outputs],
                    new float[outputs],
                    new Ranges(4, 0.4f, 6.5f)));
        }
        return new TrainedNetwork(
                design, new Standardisation(new float[9], new float[9]), layers, history(random), 0.9545);
    }

    private static List<Epoch> history(SplittableRandom random) {
        List<Epoch> history = new ArrayList<>();
        for (int i = 1; i <= 45; i++) {
            boolean floating = i <= 20;
            double fall = Math.exp(-(floating ? i : i - 18) / 6.0);
            history.add(new Epoch(
                    floating ? Epoch.Phase.FLOAT : Epoch.Phase.HARDWARE,
                    i,
                    45,
                    0.45 + 1.3 * fall + 0.02 * random.nextDouble(),
                    0.98 - 0.5 * fall - 0.01 * random.nextDouble(),
                    i % 9 == 0 ? Double.NaN : 0.95 - 0.45 * fall - 0.02 * random.nextDouble(),
                    3e-3 * fall,
                    0.05,
                    List.of(new LayerReading(new Ranges(4, 0.4f, 6.5f), 0.01))));
        }
        return history;
    }
}
