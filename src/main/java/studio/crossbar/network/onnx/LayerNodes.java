package studio.crossbar.network.onnx;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.network.Extent;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Shape;
import studio.crossbar.network.Window;
import studio.crossbar.network.onnx.GraphBuilder.Attributes;

/** Writes layers as ONNX nodes, named after their place such as "layer_3_body_1_conv". */
final class LayerNodes {

    private final GraphBuilder graph;
    private final List<FloatLayer> values;
    /** Whether tensors of positions have rows and columns, rather than time alone. */
    private final boolean images;

    private int weighted;

    /**
     * @param values of the layers with weights, in the order in which they come
     */
    LayerNodes(GraphBuilder graph, List<FloatLayer> values, boolean images) {
        this.graph = graph;
        this.values = values;
        this.images = images;
    }

    /**
     * A tensor of the graph.
     *
     * @param shape of a sample, ours
     * @param vector whether it is {@code [batch, values]}; otherwise {@code [batch, channels, (height,) width]}
     * @param order of a vector's values
     */
    record Place(String name, Shape shape, boolean vector, int @Nullable [] order) {}

    /** Writes a chain. */
    Place chain(Place input, List<Layer> layers, String prefix) {
        Place place = input;
        for (int i = 0; i < layers.size(); i++) {
            place = layer(place, layers.get(i), prefix + (i + 1) + "_");
        }
        return place;
    }

    private Place layer(Place in, Layer layer, String prefix) {
        return switch (layer) {
            case Layer.Dense dense -> dense(in, dense, prefix);
            case Layer.Conv1d conv -> convolution(in, conv, prefix + "conv");
            case Layer.Conv2d conv -> convolution(in, conv, prefix + "conv");
            case Layer.MaxPool pool -> pool(in, pool, "MaxPool", prefix + "max_pool");
            case Layer.AveragePool pool -> pool(in, pool, "AveragePool", prefix + "average_pool");
            case Layer.MeanOverTime mean -> mean(in, mean, prefix);
            case Layer.Relu _ -> same(in, graph.node(prefix + "relu", "Relu", in.name()));
            case Layer.ReluN relu -> clip(in, relu, prefix + "clip");
            case Layer.HardTanh clip -> clip(in, clip, prefix + "clip");
            case Layer.ConcatRelu _ -> concatRelu(in, prefix);
            case Layer.Flatten _ -> flatten(in, prefix + "flatten");
            case Layer.Dropout dropout -> dropout(in, dropout, prefix + "dropout");
            case Layer.Residual residual -> residual(in, residual, prefix);
        };
    }

    private static Place same(Place in, String name) {
        return new Place(name, in.shape(), in.vector(), in.order());
    }

    private Place clip(Place in, Layer.Clip clip, String name) {
        String low = graph.floats(name + "_low", new float[] {clip.low()});
        String high = graph.floats(name + "_high", new float[] {clip.high()});
        return same(in, graph.node(name, "Clip", in.name(), low, high));
    }

    private Place dropout(Place in, Layer.Dropout dropout, String name) {
        String rate = graph.floats(name + "_rate", new float[] {(float) dropout.rate()});
        return same(in, graph.node(name, "Dropout", in.name(), rate));
    }

    Place concatRelu(Place in, String prefix) {
        String positive = graph.node(prefix + "positive", "Relu", in.name());
        String negated = graph.node(prefix + "negated", "Neg", in.name());
        String negative = graph.node(prefix + "negative", "Relu", negated);
        String both = graph.node(prefix + "concat", "Concat", Attributes.NONE.with("axis", 1), positive, negative);
        return new Place(
                both, new Layer.ConcatRelu().output(in.shape()), in.vector(), FlattenOrder.doubled(in.order()));
    }

    private Place dense(Place in, Layer.Dense dense, String prefix) {
        Place from = in.vector() ? in : flatten(in, prefix + "flatten");
        FloatLayer layer = values.get(weighted++);
        int rows = layer.rows();
        int outputs = layer.outputs();
        float[] transposed = new float[rows * outputs];
        for (int n = 0; n < outputs; n++) {
            for (int k = 0; k < rows; k++) {
                transposed[n * rows + k] = layer.weights()[FlattenOrder.at(from.order(), k) * outputs + n];
            }
        }
        String name = prefix + "dense";
        String weights = graph.floats(name + "_weight", transposed, outputs, rows);
        String bias = graph.floats(name + "_bias", layer.bias(), outputs);
        String node = graph.node(name, "Gemm", Attributes.NONE.with("transB", 1), from.name(), weights, bias);
        return new Place(node, dense.output(in.shape()), true, null);
    }

    private Place convolution(Place in, Layer.Weighted conv, String name) {
        Place from = positions(in, name);
        FloatLayer layer = values.get(weighted++);
        Window window = conv.window(in.shape());
        int taps = window.kernel().area();
        int outputs = layer.outputs();
        int channels = layer.rows() / taps;
        float[] kernel = new float[layer.weights().length];
        for (int n = 0; n < outputs; n++) {
            for (int c = 0; c < channels; c++) {
                for (int tap = 0; tap < taps; tap++) {
                    kernel[(n * channels + c) * taps + tap] = layer.weights()[(tap * channels + c) * outputs + n];
                }
            }
        }
        long[] size = sides(window.kernel());
        long[] dimensions =
                images ? new long[] {outputs, channels, size[0], size[1]} : new long[] {outputs, channels, size[0]};
        String weights = graph.floats(name + "_weight", kernel, dimensions);
        String bias = graph.floats(name + "_bias", layer.bias(), outputs);
        long[] padding = sides(window.padding());
        Attributes attributes = Attributes.NONE
                .with("kernel_shape", size)
                .with("strides", sides(window.stride()))
                .with("pads", images ? new long[] {padding[0], padding[1], padding[0], padding[1]} : twice(padding[0]))
                .with("dilations", sides(window.dilation()))
                .with("group", conv.groups());
        String node = graph.node(name, "Conv", attributes, from.name(), weights, bias);
        return new Place(node, conv.output(in.shape()), false, null);
    }

    private Place pool(Place in, Layer.Pool pool, String operator, String name) {
        Place from = positions(in, name);
        Attributes attributes =
                Attributes.NONE.with("kernel_shape", sides(pool.kernel())).with("strides", sides(pool.stride()));
        return new Place(graph.node(name, operator, attributes, from.name()), pool.output(in.shape()), false, null);
    }

    private Place mean(Place in, Layer.MeanOverTime mean, String prefix) {
        if (in.vector()) {
            return in;
        }
        String name = graph.node(prefix + "mean", "GlobalAveragePool", in.name());
        return new Place(name, mean.output(in.shape()), false, null);
    }

    Place flatten(Place in, String name) {
        if (in.vector()) {
            return in;
        }
        String node = graph.node(name, "Flatten", Attributes.NONE.with("axis", 1), in.name());
        return new Place(node, new Shape(in.shape().size(), 1), true, FlattenOrder.of(in.shape()));
    }

    /** The values of a vector in our order. */
    Place ordered(Place in, String name) {
        if (in.order() == null) {
            return in;
        }
        String places = graph.longs(name + "_order", FlattenOrder.inverse(in.order()));
        String node = graph.node(name + "_gather", "Gather", Attributes.NONE.with("axis", 1), in.name(), places);
        return new Place(node, in.shape(), in.vector(), null);
    }

    /** A vector as channels of one position. */
    private Place positions(Place in, String name) {
        if (!in.vector()) {
            return in;
        }
        Place from = ordered(in, name);
        long channels = in.shape().channels();
        String shape = graph.longs(
                name + "_input_shape", images ? new long[] {0, channels, 1, 1} : new long[] {0, channels, 1});
        return new Place(graph.node(name + "_input", "Reshape", from.name(), shape), in.shape(), false, null);
    }

    private Place residual(Place in, Layer.Residual residual, String prefix) {
        Place body = chain(in, residual.body(), prefix + "body_");
        Place shortcut = chain(in, residual.shortcut(), prefix + "shortcut_");
        if (body.vector() || shortcut.vector()) {
            body = ordered(flatten(body, prefix + "body_flatten"), prefix + "body");
            shortcut = ordered(flatten(shortcut, prefix + "shortcut_flatten"), prefix + "shortcut");
        }
        return same(body, graph.node(prefix + "add", "Add", body.name(), shortcut.name()));
    }

    private long[] sides(Extent extent) {
        return images ? new long[] {extent.height(), extent.width()} : new long[] {extent.width()};
    }

    private static long[] twice(long value) {
        return new long[] {value, value};
    }
}
