package studio.crossbar.ui.network;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import studio.crossbar.network.Extent;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Shape;
import studio.crossbar.ui.common.Texts;

/** Layers that can be inserted. What is new keeps the shape as far as it can. */
public enum LayerKind {
    CONV1D(
            Texts.get("network.kind.conv1d"),
            input -> input.height() == 1 && input.width() > 1,
            input -> new Layer.Conv1d(input.channels(), 3, 1, 1)),
    CONV2D(
            Texts.get("network.kind.conv2d"),
            input -> input.height() > 1,
            input -> Layer.Conv2d.same(input.channels(), 3, 1)),
    DEPTHWISE(
            Texts.get("network.kind.depthwise"),
            input -> input.height() > 1,
            input -> Layer.Conv2d.depthwise(input.channels(), 3, 1)),
    DENSE(Texts.get("network.kind.dense"), input -> true, input -> new Layer.Dense(64)),
    RELU(Texts.get("network.kind.relu"), input -> true, input -> new Layer.Relu()),
    RELU_N(Texts.get("network.kind.relu-n"), input -> true, input -> new Layer.ReluN(6)),
    CONCAT_RELU(Texts.get("network.kind.concat-relu"), input -> true, input -> new Layer.ConcatRelu()),
    HARD_TANH(Texts.get("network.kind.hard-tanh"), input -> true, input -> new Layer.HardTanh()),
    MAX_POOL(
            Texts.get("network.kind.max-pool"),
            input -> input.length() > 1,
            input -> new Layer.MaxPool(two(input), two(input))),
    AVERAGE_POOL(
            Texts.get("network.kind.average-pool"),
            input -> input.length() > 1,
            input -> new Layer.AveragePool(two(input), two(input))),
    MEAN(Texts.get("network.kind.mean"), input -> input.length() > 1, input -> new Layer.MeanOverTime()),
    FLATTEN(Texts.get("network.kind.flatten"), input -> input.length() > 1, input -> new Layer.Flatten()),
    DROPOUT(Texts.get("network.kind.dropout"), input -> true, input -> new Layer.Dropout(0.1)),
    RESIDUAL(
            Texts.get("network.kind.residual"),
            input -> true,
            input -> new Layer.Residual(List.of(weights(input)), List.of()));

    private final String label;
    private final Predicate<Shape> suits;
    private final Function<Shape, Layer> standard;

    LayerKind(String label, Predicate<Shape> suits, Function<Shape, Layer> standard) {
        this.label = label;
        this.suits = suits;
        this.standard = standard;
    }

    private static Extent two(Shape input) {
        return new Extent(Math.min(2, input.height()), Math.min(2, input.width()));
    }

    private static Layer weights(Shape input) {
        if (input.height() > 1) {
            return Layer.Conv2d.same(input.channels(), 3, 1);
        }
        return input.width() > 1 ? new Layer.Conv1d(input.channels(), 3, 1, 1) : new Layer.Dense(input.channels());
    }

    public String label() {
        return label;
    }

    /** Whether it makes sense on {@code input}. */
    boolean suits(Shape input) {
        return suits.test(input);
    }

    /** A layer of this kind for {@code input}. */
    Layer standard(Shape input) {
        return standard.apply(input);
    }
}
