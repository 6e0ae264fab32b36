package studio.crossbar.network.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.crossbar.network.Extent;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Shape;

/** What operators share while one graph is read: the input's axes, remarks, and how layers are appended. */
final class Reading {

    /** Most values of a sample anywhere in a network; far more than crossbars can be built for. */
    static final int MOST_VALUES = 1 << 24;

    /** What was left out or understood in one of several ways, for the user. */
    final List<String> remarks = new ArrayList<>();

    private @Nullable Shape input;
    private final Map<Axis, Axis> meanings = new HashMap<>();

    /** Shape of a sample; null until an operator has told what the axes are. */
    @Nullable
    Shape input() {
        return input;
    }

    /** Shape that leaves {@code feature}, whose axes are known. */
    Shape shape(Node node, Value.Feature feature) throws OnnxException {
        Shape shape = feature.step().output() == null ? input : feature.step().output();
        if (shape == null) {
            throw node.problem("is applied to the input before any layer; use only the layers that docs/onnx.md lists");
        }
        return shape;
    }

    /** A layer's input that must not be padded or made probabilities of. */
    Value.Feature settled(Node node, Value.Feature feature) throws OnnxException {
        if (!feature.zeros().equals(Extent.ZERO)) {
            throw node.problem("reads padded values, but only convolutions take padding; move the padding into a"
                    + " convolution");
        }
        return settled(node, feature, false);
    }

    /**
     * The feature with known axes.
     *
     * @param channelsFirst whether the operator itself says that channels come first; otherwise images whose last dimension
     *     alone is 1 or 3 have them last
     */
    Value.Feature settled(Node node, Value.Feature feature, boolean channelsFirst) throws OnnxException {
        if (feature.end() != null) {
            throw node.problem("follows " + feature.end()
                    + ", but probabilities can only be the network's result; remove" + " it inside the network");
        }
        Layout layout = feature.layout();
        if (input == null) {
            assume(node, layout, channelsFirst);
        }
        if (!layout.raw()) {
            return feature;
        }
        List<List<Axis>> dimensions = new ArrayList<>();
        for (List<Axis> dimension : layout.dimensions()) {
            List<Axis> known = new ArrayList<>();
            for (Axis axis : dimension) {
                Axis meaning = axis.role() == Axis.Role.RAW ? meanings.get(axis) : axis;
                if (meaning == null) {
                    throw node.problem("reads the input in another shape than an earlier layer; reshape it once, before"
                            + " all layers");
                }
                known.add(meaning);
            }
            dimensions.add(known);
        }
        return feature.withLayout(new Layout(dimensions));
    }

    private void assume(Node node, Layout layout, boolean channelsFirst) throws OnnxException {
        int rank = layout.rank();
        if (!layout.batchFirst() || rank < 2 || rank > 4) {
            throw node.problem(
                    "takes the input as " + layout + ", but samples must be vectors, signals of channels × time"
                            + " or images of channels × height × width behind the batch");
        }
        boolean last = !channelsFirst && rank == 4 && few(layout.size(3)) && !few(layout.size(1));
        Axis.Role[] roles = switch (rank) {
            case 2 -> new Axis.Role[] {Axis.Role.CHANNEL};
            case 3 -> new Axis.Role[] {Axis.Role.CHANNEL, Axis.Role.WIDTH};
            default ->
                last
                        ? new Axis.Role[] {Axis.Role.HEIGHT, Axis.Role.WIDTH, Axis.Role.CHANNEL}
                        : new Axis.Role[] {Axis.Role.CHANNEL, Axis.Role.HEIGHT, Axis.Role.WIDTH};
        };
        if (last) {
            remarks.add("The input is read as height × width × channels, " + layout + "; in the studio it is channels ×"
                    + " height × width.");
        }
        int[] sizes = {1, 1, 1};
        for (int d = 1; d < rank; d++) {
            List<Axis> axes = layout.dimensions().get(d);
            if (axes.size() > 1) {
                throw node.problem("takes the input as " + layout
                        + ", with several of its dimensions in one; export the" + " network without that reshaping");
            }
            if (axes.size() == 1) {
                Axis.Role role = roles[d - 1];
                sizes[role.ordinal() - Axis.Role.CHANNEL.ordinal()] =
                        axes.getFirst().size();
                meanings.put(axes.getFirst(), new Axis(role, 0, axes.getFirst().size()));
            }
        }
        input = new Shape(sizes[0], sizes[1], sizes[2]);
    }

    private static boolean few(long channels) {
        return channels == 1 || channels == 3;
    }

    /** Requires {@code [batch, channels, (height,) width]} and gives the shape. */
    Shape positions(Node node, Value.Feature feature) throws OnnxException {
        Shape shape = shape(node, feature);
        int rank = feature.layout().rank();
        if (feature.order() != null
                || rank < 3
                || rank > 4
                || !feature.layout().equals(Layout.channelsFirst(shape, rank))) {
            throw node.problem("reads " + feature.layout() + ", which is no batch of " + shape
                    + " with channels in front; transpose or reshape it back before");
        }
        return shape;
    }

    /** The feature behind one layer more. */
    Value.Feature append(Node node, Value.Feature feature, Layer layer, List<FloatLayer> values, Layout layout)
            throws OnnxException {
        Step step = new Step(layer, values, feature.step(), output(node, layer, shape(node, feature)));
        return feature.with(step, layout);
    }

    /** Shape behind a layer. */
    Shape output(Node node, Layer layer, Shape shape) throws OnnxException {
        try {
            Shape output = layer.output(shape);
            if (output.size() > MOST_VALUES) {
                throw node.problem("gives " + output + " values a sample, more than " + MOST_VALUES + "; use a smaller"
                        + " network");
            }
            return output;
        } catch (IllegalArgumentException e) {
            throw node.problem("does not fit " + shape + ": " + e.getMessage() + "; change the layer and export again");
        } catch (ArithmeticException e) {
            throw node.problem("gives more values than can be counted; use a smaller network");
        }
    }

    /** Makes a layer, whose refusal becomes the node's. */
    static <T extends Layer> T layer(Node node, Supplier<T> maker) throws OnnxException {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            throw node.problem(e.getMessage() + "; change the layer and export again");
        } catch (ArithmeticException e) {
            throw node.problem("has sizes beyond what can be counted; use a smaller network");
        }
    }
}
