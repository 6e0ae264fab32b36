package studio.crossbar.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import studio.crossbar.data.Companding;
import studio.crossbar.data.Dataset;
import studio.crossbar.data.Standardisation;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.RowPlan;
import studio.crossbar.hardware.Slices;
import studio.crossbar.network.Network;
import studio.crossbar.network.onnx.FloatLayer;
import studio.crossbar.network.onnx.FloatNetwork;
import studio.crossbar.network.onnx.ImportedNetwork;
import studio.crossbar.network.onnx.OnnxExport;
import studio.crossbar.network.onnx.Preparation;
import studio.crossbar.training.Ranges;
import studio.crossbar.training.TrainedLayer;
import studio.crossbar.training.TrainedNetwork;

/** Trained networks as ONNX models, and the other way round. */
public final class OnnxModels {

    private OnnxModels() {}

    /** Which weights a file gets. */
    public enum Weights {
        /** As learned, from which the cells' levels are rounded. */
        FLOAT,
        /** As the cells hold them without errors: whole levels. */
        CELLS
    }

    /**
     * The network of a project as an ONNX model that takes signals as the data set has them and computes in float.
     *
     * @param data that the network learned from; names its signals and classes
     * @param version of this program
     */
    public static byte[] export(
            Project project, TrainedNetwork trained, Dataset data, Weights weights, String version) {
        Design design = trained.design();
        Companding companding = design.companding();
        Preparation preparation = new Preparation(
                companding.active()
                        ? new Preparation.Power(companding.exponent(), companding.floor(), data.triads())
                        : null,
                trained.standardisation().mean(),
                trained.standardisation().deviation(),
                design.hardware().inputs() == InputCoding.RECTIFIED_SPLIT);
        return new OnnxExport(
                        design.name(),
                        version,
                        floatNetwork(trained, weights),
                        preparation,
                        data.classNames(),
                        Map.of(
                                "project",
                                project.settings().name(),
                                "design",
                                design.name(),
                                "dataset",
                                data.name(),
                                "weights",
                                weights.name().toLowerCase(Locale.ROOT),
                                "channels",
                                String.join(", ", data.channelNames())))
                .bytes();
    }

    /** Weights in the order of taps and channels, with the digital scale in them. */
    public static FloatNetwork floatNetwork(TrainedNetwork trained, Weights kind) {
        List<FloatLayer> layers = new ArrayList<>();
        for (TrainedLayer layer : trained.layers()) {
            int outputs = layer.outputs();
            int[] rows = layer.plan().rowsByTapAndChannel();
            float[] values = kind == Weights.FLOAT
                    ? layer.weights()
                    : held(layer, trained.design().hardware().cell());
            float[] weights = new float[values.length];
            for (int row = 0; row < rows.length; row++) {
                for (int n = 0; n < outputs; n++) {
                    weights[row * outputs + n] = values[rows[row] * outputs + n] * layer.multiplier()[n];
                }
            }
            layers.add(new FloatLayer(weights, layer.bias()));
        }
        return new FloatNetwork(trained.design().network(), layers);
    }

    /** Weights of whole levels, {@code R · level / steps}. */
    private static float[] held(TrainedLayer layer, Cell cell) {
        short[] levels = layer.levels(cell);
        float step =
                layer.ranges().weight() / new Slices(cell.levels(), layer.plan().slices()).steps();
        float[] values = new float[levels.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = levels[i] * step;
        }
        return values;
    }

    /**
     * The network as one that a training can start from, see {@link studio.crossbar.training.TrainingOptions}.
     *
     * @param design that is to be trained; its cells and tiles do not matter here
     */
    public static TrainedNetwork start(ImportedNetwork imported, Design design) {
        FloatNetwork floating = imported.network();
        Network network = floating.network();
        InputCoding inputs = coding(imported);
        Hardware hardware =
                design.hardware().withPolarity(Polarity.DIFFERENTIAL).withInputs(inputs);
        List<TrainedLayer> layers = new ArrayList<>();
        for (Network.Placed placed : network.weighted(inputs != InputCoding.SIGNED)) {
            FloatLayer values = floating.layers().get(placed.index());
            int outputs = values.outputs();
            RowPlan plan = RowPlan.of(placed, hardware);
            int[] rows = plan.rowsByTapAndChannel();
            float[] weights = new float[values.weights().length];
            for (int row = 0; row < rows.length; row++) {
                System.arraycopy(values.weights(), row * outputs, weights, rows[row] * outputs, outputs);
            }
            layers.add(new TrainedLayer(
                    placed.index(), plan, outputs, weights, filled(outputs, 1), values.bias(), new Ranges(1, 1, 1)));
        }
        int signals = network.input().channels() / inputs.channelsPerSignal();
        return new TrainedNetwork(
                design.with(network, hardware),
                new Standardisation(new float[signals], filled(signals, 1)),
                layers,
                List.of(),
                0);
    }

    /** How the network's input codes signals. */
    static InputCoding coding(ImportedNetwork imported) {
        return imported.split() ? InputCoding.RECTIFIED_SPLIT : InputCoding.SIGNED;
    }

    private static float[] filled(int size, float value) {
        float[] values = new float[size];
        Arrays.fill(values, value);
        return values;
    }
}
