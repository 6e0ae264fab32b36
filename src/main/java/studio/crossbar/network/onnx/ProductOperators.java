package studio.crossbar.network.onnx;

import java.util.Arrays;
import java.util.List;
import studio.crossbar.network.Extent;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Shape;

/** Operators with weights: {@code Conv}, {@code Gemm}, {@code MatMul}. */
final class ProductOperators {

    private final Reading reading;

    ProductOperators(Reading reading) {
        this.reading = reading;
    }

    Value convolution(Node node) throws OnnxException {
        Value.Feature feature = reading.settled(node, node.feature(0), true);
        Shape shape = reading.positions(node, feature);
        float[] kernel = node.floats(1);
        long[] sizes = node.constant(1).dimensions();
        int rank = feature.layout().rank();
        if (sizes.length != rank) {
            throw node.problem("has weights of " + sizes.length + " dimensions for values of " + rank + "; only"
                    + " convolutions over time and over images are supported");
        }
        int outputs = node.count("number of outputs", sizes[0], 1);
        int channels = node.count("number of channels", sizes[1], 1);
        int groups = node.count("number of groups", node.integer("group", 1), 1);
        if ((long) channels * groups != shape.channels()) {
            throw node.problem("has weights for " + (long) channels * groups + " channels, but " + shape.channels()
                    + " come in; the file is damaged, export it again");
        }
        boolean image = rank == 4;
        Extent size =
                new Extent(image ? node.count("kernel", sizes[2], 1) : 1, node.count("kernel", sizes[rank - 1], 1));
        Windows windows = Windows.of(node, image, size);
        Extent padding = windows.padding(shape, feature.zeros());
        boolean time = shape.height() == 1 && size.height() == 1 && padding.height() == 0;
        Layer.Weighted layer = Reading.layer(
                node,
                () -> time
                        ? new Layer.Conv1d(
                                outputs,
                                size.width(),
                                windows.stride().width(),
                                padding.width(),
                                windows.dilation().width(),
                                groups)
                        : new Layer.Conv2d(outputs, size, windows.stride(), padding, windows.dilation(), groups));
        int taps = size.area();
        float[] weights = new float[kernel.length];
        for (int n = 0; n < outputs; n++) {
            for (int c = 0; c < channels; c++) {
                for (int tap = 0; tap < taps; tap++) {
                    weights[(tap * channels + c) * outputs + n] = kernel[(n * channels + c) * taps + tap];
                }
            }
        }
        FloatLayer values = new FloatLayer(weights, bias(node, outputs, 1));
        Shape output = reading.output(node, layer, shape);
        return reading.append(
                node, feature.withZeros(Extent.ZERO), layer, List.of(values), Layout.channelsFirst(output, rank));
    }

    Value gemm(Node node) throws OnnxException {
        if (node.integer("transA", 0) != 0) {
            throw node.problem("transposes the layer's values, which mixes samples; export the network without it");
        }
        return dense(node, node.integer("transB", 0) != 0, node.number("alpha", 1), node.number("beta", 1));
    }

    Value matMul(Node node) throws OnnxException {
        return dense(node, false, 1, 1);
    }

    private Value dense(Node node, boolean outputsFirst, float factor, float biasFactor) throws OnnxException {
        Value.Feature feature = reading.settled(node, node.feature(0));
        Shape shape = reading.shape(node, feature);
        Layout layout = feature.layout();
        int last = layout.rank() - 1;
        boolean vector =
                layout.batchFirst() && last >= 1 && shape.length() == 1 && layout.size(last) == shape.channels();
        if (!vector) {
            throw node.problem("multiplies values of " + layout
                    + " position by position; write it as a convolution of one" + " tap, or flatten the values before");
        }
        float[] matrix = node.floats(1);
        long[] sizes = node.constant(1).dimensions();
        if (sizes.length != 2) {
            throw node.problem("has weights of " + sizes.length + " dimensions, but a dense layer's have 2; export the"
                    + " network without batches of matrices");
        }
        int inputs = node.count("number of inputs", sizes[outputsFirst ? 1 : 0], 1);
        int outputs = node.count("number of outputs", sizes[outputsFirst ? 0 : 1], 1);
        if (inputs != shape.channels()) {
            throw node.problem("has weights for " + inputs + " inputs, but " + shape.channels()
                    + " come in; the file is damaged, export it again");
        }
        float[] weights = new float[matrix.length];
        for (int k = 0; k < inputs; k++) {
            int row = FlattenOrder.at(feature.order(), k);
            for (int n = 0; n < outputs; n++) {
                weights[row * outputs + n] = factor * matrix[outputsFirst ? n * inputs + k : k * outputs + n];
            }
        }
        Value.Feature from = new Value.Feature(feature.step(), layout);
        return reading.append(
                node,
                from,
                new Layer.Dense(outputs),
                List.of(new FloatLayer(weights, bias(node, outputs, biasFactor))),
                layout.resized(last, Axis.Role.CHANNEL, outputs));
    }

    private static float[] bias(Node node, int outputs, float factor) throws OnnxException {
        float[] bias = new float[outputs];
        if (!node.has(2)) {
            return bias;
        }
        float[] given = node.floats(2);
        if (given.length != outputs && given.length != 1) {
            throw node.problem("has " + given.length + " biases for " + outputs
                    + " outputs; the file is damaged, export it" + " again");
        }
        if (given.length == 1) {
            Arrays.fill(bias, factor * given[0]);
        } else {
            for (int n = 0; n < outputs; n++) {
                bias[n] = factor * given[n];
            }
        }
        return bias;
    }
}
