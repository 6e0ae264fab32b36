package studio.crossbar.network.onnx;

import java.util.ArrayList;
import java.util.List;
import studio.crossbar.network.Extent;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Shape;

/** Pools and means over all positions. */
final class PoolOperators {

    private final Reading reading;

    PoolOperators(Reading reading) {
        this.reading = reading;
    }

    Value pool(Node node, boolean greatest) throws OnnxException {
        Value.Feature feature = reading.settled(node, settleable(node));
        Shape shape = reading.positions(node, feature);
        boolean image = feature.layout().rank() == 4;
        Extent kernel = Windows.kernel(node, image);
        Windows windows = Windows.of(node, image, kernel);
        if (!windows.padding(shape, Extent.ZERO).equals(Extent.ZERO)) {
            throw node.problem("pads its input, but pools here have no padding; choose kernel and stride that fit "
                    + shape + ", or use a convolution with stride instead");
        }
        if (!windows.dilation().equals(Extent.ONE)) {
            throw node.problem("is dilated, but pools here are not; use a pool of neighbouring positions");
        }
        if (node.integer("ceil_mode", 0) != 0
                && ((shape.height() - kernel.height()) % windows.stride().height() != 0
                        || (shape.width() - kernel.width()) % windows.stride().width() != 0)) {
            throw node.problem("rounds the number of windows up (ceil_mode), and " + shape + " leaves part of a window;"
                    + " export with ceil_mode 0");
        }
        return append(node, feature, pool(node, greatest, kernel, windows.stride()));
    }

    Value greatestOfAll(Node node) throws OnnxException {
        Value.Feature feature = reading.settled(node, settleable(node));
        Shape shape = reading.positions(node, feature);
        Extent all = new Extent(shape.height(), shape.width());
        return append(node, feature, pool(node, true, all, all));
    }

    private static Layer pool(Node node, boolean greatest, Extent kernel, Extent stride) throws OnnxException {
        return greatest
                ? Reading.layer(node, () -> new Layer.MaxPool(kernel, stride))
                : Reading.layer(node, () -> new Layer.AveragePool(kernel, stride));
    }

    private Value append(Node node, Value.Feature feature, Layer layer) throws OnnxException {
        Shape output = reading.output(node, layer, reading.shape(node, feature));
        return reading.append(
                node,
                feature,
                layer,
                List.of(),
                Layout.channelsFirst(output, feature.layout().rank()));
    }

    Value meanOfAll(Node node) throws OnnxException {
        Value.Feature feature = reading.settled(node, settleable(node));
        reading.positions(node, feature);
        boolean[] gone = new boolean[feature.layout().rank()];
        for (int d = 2; d < gone.length; d++) {
            gone[d] = true;
        }
        return mean(node, feature, gone, true);
    }

    Value reduceMean(Node node) throws OnnxException {
        Value.Feature feature = reading.settled(node, node.feature(0));
        long[] axes = node.axes(1);
        boolean[] gone = new boolean[feature.layout().rank()];
        for (long axis : axes == null ? new long[0] : axes) {
            gone[node.axis(axis, gone.length)] = true;
        }
        return mean(node, feature, gone, node.integer("keepdims", 1) != 0);
    }

    private Value mean(Node node, Value.Feature feature, boolean[] gone, boolean keep) throws OnnxException {
        List<List<Axis>> left = new ArrayList<>();
        for (int d = 0; d < gone.length; d++) {
            List<Axis> axes = feature.layout().dimensions().get(d);
            for (Axis axis : axes) {
                boolean position = axis.role() == Axis.Role.HEIGHT || axis.role() == Axis.Role.WIDTH;
                if (position != gone[d]) {
                    throw node.problem("takes the mean of some dimensions of " + feature.layout()
                            + ", but only the mean over" + " all positions of each channel is supported");
                }
            }
            if (!gone[d]) {
                left.add(axes);
            } else if (keep) {
                left.add(List.of());
            }
        }
        Layout layout = new Layout(left);
        return reading.shape(node, feature).length() == 1
                ? feature.withLayout(layout)
                : reading.append(node, feature, new Layer.MeanOverTime(), List.of(), layout);
    }

    /** A pool says itself that channels come first. */
    private Value.Feature settleable(Node node) throws OnnxException {
        Value.Feature feature = node.feature(0);
        return feature.zeros().equals(Extent.ZERO) ? reading.settled(node, feature, true) : feature;
    }
}
