package studio.crossbar.network.onnx;

import java.util.Arrays;
import java.util.List;
import studio.crossbar.network.Layer;

/**
 * Multiplications and additions of constants and batch normalisation, which go into the weights of the layer before them;
 * in front of all layers they prepare the input, which the studio does itself.
 */
final class ScaleOperators {

    private static final int SHOWN = 3;

    private final Reading reading;

    ScaleOperators(Reading reading) {
        this.reading = reading;
    }

    /** {@code Add}, {@code Sub}, {@code Mul} or {@code Div} of a tensor and constants. */
    Value arithmetic(Node node) throws OnnxException {
        boolean constantFirst = node.value(0) instanceof Value.Constant;
        Value.Feature feature = node.feature(constantFirst ? 1 : 0);
        Value.Constant constant = node.constant(constantFirst ? 0 : 1);
        float[] given = node.floats(constantFirst ? 0 : 1);
        if (feature.step().layer() == null) {
            return prepared(node, feature, given);
        }
        Value.Feature settled = reading.settled(node, feature);
        float[] values = perChannel(node, settled, constant, given);
        float[] factor = new float[values.length];
        float[] shift = new float[values.length];
        Arrays.fill(factor, 1);
        for (int c = 0; c < values.length; c++) {
            switch (node.operator()) {
                case "Add" -> shift[c] = values[c];
                case "Sub" -> {
                    factor[c] = constantFirst ? -1 : 1;
                    shift[c] = constantFirst ? values[c] : -values[c];
                }
                case "Mul" -> factor[c] = values[c];
                default -> factor[c] = 1 / values[c];
            }
            if (!Float.isFinite(factor[c]) || (constantFirst && node.operator().equals("Div"))) {
                throw node.problem("divides by a layer's values or by 0; remove it from the network");
            }
        }
        return folded(node, settled, factor, shift);
    }

    Value batchNormalisation(Node node) throws OnnxException {
        Value.Feature feature = node.feature(0);
        if (node.integer("training_mode", 0) != 0) {
            throw node.problem("was exported in training mode; export with the statistics of training (in PyTorch:"
                    + " model.eval() before torch.onnx.export)");
        }
        float[] scale = node.floats(1);
        float[] shift = node.floats(2);
        float[] mean = node.floats(3);
        float[] variance = node.floats(4);
        if (feature.step().layer() == null) {
            return prepared(node, feature, mean);
        }
        Value.Feature settled = reading.settled(node, feature);
        int channels = reading.shape(node, settled).channels();
        if (settled.layout().dimensionOf(Axis.Role.CHANNEL) != 1 && channels != 1) {
            throw node.problem("normalises " + settled.layout()
                    + ", whose channels are not its second dimension; export the" + " network with channels first");
        }
        for (float[] values : List.of(scale, shift, mean, variance)) {
            if (values.length != channels) {
                throw node.problem("has " + values.length + " values for " + channels
                        + " channels; the file is damaged, export it again");
            }
        }
        double epsilon = node.number("epsilon", 1e-5f);
        float[] factor = new float[channels];
        float[] offset = new float[channels];
        for (int c = 0; c < channels; c++) {
            double deviation = Math.sqrt(variance[c] + epsilon);
            if (!(deviation > 0)) {
                throw node.problem("has variance " + variance[c] + " for channel " + c + "; train the network again");
            }
            factor[c] = (float) (scale[c] / deviation);
            offset[c] = (float) (shift[c] - mean[c] * (scale[c] / deviation));
        }
        return folded(node, settled, factor, offset);
    }

    private Value prepared(Node node, Value.Feature feature, float[] values) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < Math.min(SHOWN, values.length); i++) {
            shown.append(i == 0 ? "" : ", ").append(values[i]);
        }
        reading.remarks.add(node.sentence() + " in front of all layers (" + shown
                + (values.length > SHOWN ? " …" : "")
                + ") is left out: the studio standardises each channel with the mean and the deviation of its training"
                + " data.");
        return feature.with(Step.input(), feature.layout());
    }

    private static Value folded(Node node, Value.Feature feature, float[] factor, float[] shift) throws OnnxException {
        Step step = feature.step();
        if (!(step.layer() instanceof Layer.Weighted)) {
            throw node.problem(
                    "scales or shifts what leaves a layer without weights, which has nothing to take the numbers;"
                            + " put it directly behind a convolution or a dense layer and train again");
        }
        FloatLayer scaled = step.values().getFirst().scaled(factor, shift);
        return feature.with(new Step(step.layer(), List.of(scaled), step.previous(), step.output()), feature.layout());
    }

    /** Constants one a channel, from dimensions that are matched from the last one on. */
    private float[] perChannel(Node node, Value.Feature feature, Value.Constant constant, float[] given)
            throws OnnxException {
        int channels = reading.shape(node, feature).channels();
        float[] values = new float[channels];
        if (given.length == 1) {
            Arrays.fill(values, given[0]);
            return values;
        }
        Layout layout = feature.layout();
        int ahead = layout.rank() - constant.dimensions().length;
        int axis = layout.dimensionOf(Axis.Role.CHANNEL) - ahead;
        if (given.length != channels || axis < 0 || ahead < 0 || constant.dimensions()[axis] != channels) {
            throw node.problem("combines " + layout + " with constants of " + Tensors.shown(constant.dimensions())
                    + "; only one constant a channel is supported");
        }
        return given;
    }
}
