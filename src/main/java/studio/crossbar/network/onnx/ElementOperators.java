package studio.crossbar.network.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.network.Layer;

/** Rectifiers and other limits, and sums of branches. */
final class ElementOperators {

    private final Reading reading;

    ElementOperators(Reading reading) {
        this.reading = reading;
    }

    Value relu(Node node) throws OnnxException {
        if (node.value(0) instanceof Value.Negative negative && !negative.rectified()) {
            return new Value.Negative(negative.of(), true);
        }
        return limited(node, 0, Float.POSITIVE_INFINITY);
    }

    Value clip(Node node) throws OnnxException {
        float low = node.has(1) ? node.scalar(1) : node.number("min", Float.NEGATIVE_INFINITY);
        float high = node.has(2) ? node.scalar(2) : node.number("max", Float.POSITIVE_INFINITY);
        return limited(node, unlimited(low, -1), unlimited(high, 1));
    }

    /** Exporters write the greatest number where there is no limit. */
    private static float unlimited(float limit, int sign) {
        return sign * limit >= Float.MAX_VALUE ? sign * Float.POSITIVE_INFINITY : limit;
    }

    Value extreme(Node node, boolean greater) throws OnnxException {
        if (node.inputs() != 2 || !(node.value(1) instanceof Value.Constant)) {
            throw node.problem("compares two tensors; only limits by a constant are supported");
        }
        float limit = node.scalar(1);
        return greater ? limited(node, limit, Float.POSITIVE_INFINITY) : limited(node, Float.NEGATIVE_INFINITY, limit);
    }

    private Value limited(Node node, float low, float high) throws OnnxException {
        Value.Feature feature = reading.settled(node, node.feature(0));
        Step step = feature.step();
        float least = low;
        float greatest = high;
        Value.Feature from = feature;
        Step before = step.previous();
        if (step.layer() instanceof Layer.Clip clip && before != null) {
            least = Math.clamp(clip.low(), low, high);
            greatest = Math.clamp(clip.high(), low, high);
            from = feature.with(before, feature.layout());
        }
        Layer layer = layer(node, least, greatest);
        return layer == null ? feature : reading.append(node, from, layer, List.of(), feature.layout());
    }

    private static @Nullable Layer layer(Node node, float low, float high) throws OnnxException {
        if (low == Float.NEGATIVE_INFINITY && high == Float.POSITIVE_INFINITY) {
            return null;
        }
        if (low == 0 && high == Float.POSITIVE_INFINITY) {
            return new Layer.Relu();
        }
        if (low == 0 && high > 0) {
            return Reading.layer(node, () -> new Layer.ReluN(decimal(high)));
        }
        if (low == -1 && high == 1) {
            return new Layer.HardTanh();
        }
        throw node.problem("limits values to " + low + " … " + high + "; the studio has 0 … ∞, 0 … a limit, and −1 … 1;"
                + " train the network with one of these");
    }

    /** The number that a person wrote, rather than the float's digits behind it. */
    static double decimal(float value) {
        return Double.parseDouble(Float.toString(value));
    }

    Value negated(Node node) throws OnnxException {
        return new Value.Negative(reading.settled(node, node.feature(0)), false);
    }

    /** {@code [max(x, 0), max(−x, 0)]}. */
    Value concat(Node node) throws OnnxException {
        if (node.inputs() == 2
                && node.value(0) instanceof Value.Feature positive
                && node.value(1) instanceof Value.Negative(Value.Feature x, boolean rectified)
                && rectified
                && positive.step().layer() instanceof Layer.Relu
                && positive.step().previous() == x.step()
                && positive.layout().equals(x.layout())) {
            Layout layout = x.layout();
            int axis = node.axis(node.integer("axis", 1), layout.rank());
            int channels = reading.shape(node, x).channels();
            boolean alone = channels == 1
                    ? axis == 1 && layout.dimensions().get(1).isEmpty()
                    : layout.dimensionOf(Axis.Role.CHANNEL) == axis;
            if (alone) {
                Value.Feature both = reading.append(
                        node,
                        x,
                        new Layer.ConcatRelu(),
                        List.of(),
                        layout.resized(axis, Axis.Role.CHANNEL, 2 * channels));
                return new Value.Feature(
                        both.step(), both.layout(), FlattenOrder.doubled(x.order()), both.zeros(), both.end());
            }
        }
        throw node.problem(
                "concatenates tensors; only [Relu(x), Relu(−x)], the concatenated rectifier, is supported. Join"
                        + " branches by addition instead");
    }

    Value sum(Node node) throws OnnxException {
        Value.Feature one = reading.settled(node, node.feature(0));
        Value.Feature other = reading.settled(node, node.feature(1));
        if (!one.layout().equals(other.layout()) || !Arrays.equals(one.order(), other.order())) {
            throw node.problem("adds " + one.layout() + " and " + other.layout()
                    + ", but the branches of a residual must" + " give the same shape in the same order");
        }
        Step start = Step.common(one.step(), other.step());
        if (start == null || (start == one.step() && start == other.step())) {
            throw node.problem("adds branches that do not start from one tensor as two chains of layers; the studio's"
                    + " residuals do");
        }
        Step.Chain first = one.step().since(start);
        Step.Chain second = other.step().since(start);
        boolean swap = first.layers().isEmpty()
                || (!second.layers().isEmpty()
                        && second.values().size() > first.values().size());
        Step.Chain body = swap ? second : first;
        Step.Chain shortcut = swap ? first : second;
        List<FloatLayer> values = new ArrayList<>(body.values());
        values.addAll(shortcut.values());
        return reading.append(
                node,
                one.with(start, one.layout()),
                new Layer.Residual(body.layers(), shortcut.layers()),
                values,
                one.layout());
    }

    /** Probabilities of the scores, which change neither their order nor what is trained. */
    Value probabilities(Node node) throws OnnxException {
        Value.Feature feature = reading.settled(node, node.feature(0));
        reading.remarks.add(node.sentence() + " at the end is left out: scores are the values before it, and the"
                + " training's loss contains it.");
        return feature.withEnd("the " + node.where());
    }

    Value dropout(Node node) throws OnnxException {
        Value.Feature feature = node.feature(0);
        float rate = node.has(1) ? node.scalar(1) : node.number("ratio", 0.5f);
        if (rate == 0 || feature.step().layer() == null) {
            return feature;
        }
        Value.Feature settled = reading.settled(node, feature);
        return reading.append(
                node,
                settled,
                Reading.layer(node, () -> new Layer.Dropout(decimal(rate))),
                List.of(),
                settled.layout());
    }
}
