package studio.crossbar.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import studio.crossbar.cost.Component;
import studio.crossbar.cost.Cost;
import studio.crossbar.cost.CostItem;
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
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.RangeSharing;
import studio.crossbar.hardware.RowPlan;
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
import studio.crossbar.training.Ranges;
import studio.crossbar.training.TrainedLayer;
import studio.crossbar.training.TrainedNetwork;

/** Evaluations with random weights and invented costs. */
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
        TrainedNetwork trained = trained(design);
        MappedNetwork mapped = MappedNetwork.of(trained);
        return new Evaluation(
                mapped,
                new AccuracyUnderNoise(
                        List.of(0.9351, 0.9321, 0.9402, 0.9287, 0.9345, 0.9367, 0.9311, 0.9398, 0.9333, 0.9354)),
                cost(mapped.plan()),
                new DatasetSummary(synthetic ? "synthetic IMU" : "UCI HAR", synthetic, 7352, 2947));
    }

    private static TrainedNetwork trained(Design design) {
        SplittableRandom random = new SplittableRandom(design.seed());
        MappingPlan plan = MappingPlan.of(design.network(), design.hardware());
        List<TrainedLayer> layers = new ArrayList<>();
        for (LayerPlan layer : plan.layers()) {
            int outputs = layer.spec().outputs();
            float[] weights = new float[layer.rows().rows() * outputs];
            for (RowPlan.Plane plane : layer.rows().planes()) {
                for (int i = plane.firstRow() * outputs; i < (plane.firstRow() + plane.rows()) * outputs; i++) {
                    float value = (float) (0.4 * random.nextGaussian() * 0.35);
                    weights[i] = plane.encoding() == Encoding.DIFFERENTIAL
                            ? value
                            : plane.encoding() == Encoding.POSITIVE ? Math.abs(value) : -Math.abs(value);
                }
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
                    new Ranges(4, 0.4f, 6.5f)));
        }
        return history;
    }

    private static Cost cost(MappingPlan plan) {
        List<CostItem> items = new ArrayList<>();
        List<Double> latencies = new ArrayList<>();
        for (LayerPlan layer : plan.layers()) {
            double rows = layer.rows().rows();
            double columns =
                    layer.tiles().stream().mapToInt(t -> t.deviceColumns()).sum();
            double vectors = layer.vectors();
            int l = layer.layer();
            String wan = "Wan et al., Nature 608, 504 (2022), extended data table 1: 130 nm, scaled to 32 nm";
            String isaac = "Shafiee et al., ISAAC, ISCA 2016, table I: 32 nm";
            items.add(new CostItem(
                    Component.CELL_ARRAY, l, layer.devices(), 0.0256, layer.devices() * vectors, 3e-4, wan));
            items.add(new CostItem(Component.DAC, l, rows, 1.67, rows * vectors, 0.0039, isaac));
            items.add(new CostItem(Component.MULTIPLEXER, l, columns, 1.2, columns * vectors, 0.001, isaac));
            items.add(new CostItem(Component.SAMPLE_AND_HOLD, l, columns, 0.39, columns * vectors, 1e-5, isaac));
            items.add(new CostItem(Component.ADC, l, columns / 8, 1200, columns * vectors, 1.67, isaac));
            items.add(new CostItem(Component.ACCUMULATOR, l, columns, 24, columns * vectors, 0.05, isaac));
            latencies.add(vectors * 0.128);
        }
        items.add(new CostItem(
                Component.DIGITAL_SCALING,
                CostItem.SHARED,
                64,
                180,
                6000,
                0.2,
                "Horowitz, ISSCC 2014, figure 1.1.9: 45 nm"));
        items.add(new CostItem(
                Component.BUFFER, CostItem.SHARED, 16384, 0.45, 65536, 0.02, "CACTI 6.5 through ISAAC table I"));
        items.add(new CostItem(Component.INTERCONNECT, CostItem.SHARED, 4, 900, 9000, 0.03, ""));
        return new Cost(
                "generic 32 nm",
                items,
                latencies,
                latencies.stream().mapToDouble(Double::doubleValue).sum() + 0.5);
    }
}
