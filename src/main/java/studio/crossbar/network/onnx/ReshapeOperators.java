package studio.crossbar.network.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Shape;

/** Operators that divide the same values into other dimensions: {@code Reshape}, {@code Flatten}, {@code Squeeze}. */
final class ReshapeOperators {

    private final Reading reading;
    private int reshapedInputs;

    ReshapeOperators(Reading reading) {
        this.reading = reading;
    }

    /** The graph's input, whose axes no operator has named yet. */
    Value.Feature input(long[] sizes) {
        return new Value.Feature(Step.input(), raw(sizes));
    }

    private Layout raw(long[] sizes) {
        List<List<Axis>> dimensions = new ArrayList<>();
        dimensions.add(List.of(Axis.BATCH));
        int first = 4 * reshapedInputs++;
        for (int d = 0; d < sizes.length; d++) {
            dimensions.add(sizes[d] == 1 ? List.of() : List.of(new Axis(Axis.Role.RAW, first + d, (int) sizes[d])));
        }
        return new Layout(dimensions);
    }

    Value shape(Node node, Value.Feature feature) {
        Layout layout = feature.layout();
        long[] sizes = new long[layout.rank()];
        for (int d = 0; d < sizes.length; d++) {
            sizes[d] = layout.dimensions().get(d).contains(Axis.BATCH) ? Value.Constant.BATCH : layout.size(d);
        }
        return Value.Constant.list(node.where(), sizes);
    }

    Value reshape(Node node) throws OnnxException {
        Value.Feature feature = node.feature(0);
        long[] wanted = node.longs(1).clone();
        Layout layout = feature.layout();
        boolean copies = node.integer("allowzero", 0) == 0;
        for (int d = 0; d < wanted.length; d++) {
            if (wanted[d] == 0 && copies && d < layout.rank()) {
                wanted[d] = layout.dimensions().get(d).contains(Axis.BATCH) ? Value.Constant.BATCH : layout.size(d);
            }
        }
        return regrouped(node, feature, completed(node, layout, wanted));
    }

    /** Sizes behind the batch, none of them left open. */
    private static long[] completed(Node node, Layout layout, long[] wanted) throws OnnxException {
        String text = Tensors.shown(wanted).replace(Long.toString(Value.Constant.BATCH), "batch");
        OnnxException refusal = node.problem("reshapes " + layout + " to " + text
                + ", which does not keep the samples apart; reshape each sample on its own");
        if (wanted.length == 0 || !layout.batchFirst()) {
            throw refusal;
        }
        long[] sizes = Arrays.copyOfRange(wanted, 1, wanted.length);
        long known = 1;
        int open = -1;
        for (int d = 0; d < sizes.length; d++) {
            if (sizes[d] == -1 && open < 0) {
                open = d;
            } else if (sizes[d] < 1 || sizes[d] > Reading.MOST_VALUES) {
                throw refusal;
            } else {
                known = Math.min(known * sizes[d], Integer.MAX_VALUE);
            }
        }
        long sample = layout.sample();
        if (open >= 0) {
            // An open size beside an open batch, or behind one that is not the file's, could mix samples.
            if (wanted[0] == -1 || sample % known != 0) {
                throw refusal;
            }
            sizes[open] = sample / known;
        } else if (known != sample) {
            throw refusal;
        }
        return sizes;
    }

    /** The same values, slowest axes first, in dimensions of other sizes. */
    private Value regrouped(Node node, Value.Feature feature, long[] sizes) throws OnnxException {
        Layout layout = feature.layout();
        List<List<Axis>> dimensions = new ArrayList<>();
        dimensions.add(List.of(Axis.BATCH));
        List<Axis> axes = layout.axes().stream()
                .filter(axis -> axis.role() != Axis.Role.BATCH)
                .toList();
        int at = 0;
        for (long size : sizes) {
            List<Axis> dimension = new ArrayList<>();
            long product = 1;
            while (product < size && at < axes.size()) {
                Axis axis = axes.get(at++);
                product *= axis.size();
                dimension.add(axis);
            }
            if (product != size) {
                if (layout.raw() && feature.step().layer() == null && reading.input() == null && sizes.length <= 3) {
                    return feature.withLayout(raw(sizes));
                }
                throw node.problem("reshapes " + layout + " to sizes " + Tensors.shown(sizes)
                        + ", which cuts a dimension" + " into several; only the input may be reshaped so");
            }
            dimensions.add(dimension);
        }
        return flattened(node, feature, new Layout(dimensions));
    }

    /** A vector of channels and positions is a layer of its own, with its values in our order. */
    private Value flattened(Node node, Value.Feature feature, Layout layout) throws OnnxException {
        boolean several = layout.rank() == 2 && layout.dimensions().get(1).size() > 1;
        if (several && layout.raw()) {
            Value.Feature settled = reading.settled(node, feature);
            return regrouped(node, settled, new long[] {layout.size(1)});
        }
        boolean positions = layout.rank() == 2
                && layout.dimensions().get(1).stream()
                        .anyMatch(axis -> axis.role() == Axis.Role.HEIGHT || axis.role() == Axis.Role.WIDTH);
        if (!positions) {
            return feature.withLayout(layout);
        }
        Value.Feature settled = reading.settled(node, feature);
        Shape shape = reading.shape(node, settled);
        List<Axis> axes = layout.dimensions().get(1);
        Layout vector = Layout.channelsFirst(new Shape(shape.size(), 1), 2);
        Value.Feature flat = reading.append(node, settled, new Layer.Flatten(), List.of(), vector);
        return new Value.Feature(flat.step(), vector, order(axes, shape), flat.zeros(), flat.end());
    }

    /** Our place of each value of a vector that holds {@code axes} row-major; null if all places agree. */
    private static int @Nullable [] order(List<Axis> axes, Shape shape) {
        int[] order = new int[shape.size()];
        boolean same = true;
        for (int i = 0; i < order.length; i++) {
            int rest = i;
            int place = 0;
            for (Axis axis : axes.reversed()) {
                int stride = switch (axis.role()) {
                    case CHANNEL -> 1;
                    case WIDTH -> shape.channels();
                    default -> shape.channels() * shape.width();
                };
                place += rest % axis.size() * stride;
                rest /= axis.size();
            }
            order[i] = place;
            same &= place == i;
        }
        return same ? null : order;
    }

    Value flatten(Node node) throws OnnxException {
        Value.Feature feature = node.feature(0);
        long axis = node.integer("axis", 1);
        int split = axis == feature.layout().rank()
                ? (int) axis
                : node.axis(axis, feature.layout().rank());
        List<Axis> front = feature.layout().dimensions().subList(0, split).stream()
                .flatMap(List::stream)
                .toList();
        if (!front.equals(List.of(Axis.BATCH))) {
            throw node.problem("flattens " + feature.layout() + " at dimension " + split
                    + ", which does not keep the samples apart; flatten with axis 1");
        }
        Value flat = regrouped(node, feature, new long[] {feature.layout().sample()});
        Layer before = feature.step().layer();
        boolean onePosition = flat instanceof Value.Feature vector && vector.step() == feature.step();
        // A mean leaves one position anyway; elsewhere whoever wrote a flattening of one position gets it back.
        return onePosition && feature.layout().rank() > 2 && before != null && !(before instanceof Layer.MeanOverTime)
                ? flattenedPosition(node, (Value.Feature) flat)
                : flat;
    }

    private Value flattenedPosition(Node node, Value.Feature feature) throws OnnxException {
        return reading.append(node, reading.settled(node, feature), new Layer.Flatten(), List.of(), feature.layout());
    }

    Value squeeze(Node node) throws OnnxException {
        Value.Feature feature = node.feature(0);
        Layout layout = feature.layout();
        long[] axes = node.axes(1);
        List<List<Axis>> left = new ArrayList<>(layout.dimensions());
        if (axes == null) {
            left.removeIf(List::isEmpty);
        } else {
            for (int d : ShapeOperators.sorted(node, axes, layout.rank()).reversed()) {
                if (!left.get(d).isEmpty()) {
                    throw node.problem("removes dimension " + d + " of " + layout + ", whose size is not 1; the file is"
                            + " damaged, export it again");
                }
                left.remove(d);
            }
        }
        return flattened(node, feature, new Layout(left));
    }
}
