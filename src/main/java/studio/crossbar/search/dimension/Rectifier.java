package studio.crossbar.search.dimension;

import org.jspecify.annotations.Nullable;
import studio.crossbar.network.Layer;

/** What follows a hidden layer. */
public enum Rectifier {
    /** {@link Layer.Relu}. */
    RELU(new Layer.Relu()),
    /** {@link Layer.ReluN} of 6 (Krizhevsky, "Convolutional deep belief networks on CIFAR-10", 2010). */
    RELU6(new Layer.ReluN(6)),
    /** {@link Layer.HardTanh}. */
    HARD_TANH(new Layer.HardTanh()),
    /** {@link Layer.ConcatRelu}: twice the channels for the next layer. */
    CONCAT_RELU(new Layer.ConcatRelu());

    private final Layer layer;

    Rectifier(Layer layer) {
        this.layer = layer;
    }

    /** The layer. */
    public Layer layer() {
        return layer;
    }

    /** The constant of {@code layer}; null if it is none of them. */
    static @Nullable Rectifier of(Layer layer) {
        for (Rectifier rectifier : values()) {
            if (rectifier.layer.equals(layer)) {
                return rectifier;
            }
        }
        return null;
    }
}
