package studio.crossbar.search.dimension;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import studio.crossbar.network.Extent;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;

/**
 * A plain network while it is edited: stages of convolution, rectifier and perhaps pooling, a head, perhaps one hidden
 * dense layer, and the dense layer of the classes; or, where the base has no convolutions, stages of dense layers.
 *
 * <p>Convolutions get the padding that keeps the size, which is then divided by the stride; those of images are square.
 */
final class Topology {

    private final boolean dense;
    private final boolean image;
    private final int classes;
    private final List<Stage> stages;

    int depth;
    double widthFactor = 1;
    Pooling pooling;
    Head head;
    int hidden;
    double dropout;

    Topology(
            boolean dense,
            boolean image,
            int classes,
            List<Stage> stages,
            Pooling pooling,
            Head head,
            int hidden,
            double dropout) {
        this.dense = dense;
        this.image = image;
        this.classes = classes;
        this.depth = stages.size();
        this.stages = new ArrayList<>(stages);
        while (this.stages.size() < Dimensions.MOST_STAGES) {
            this.stages.add(this.stages.getLast().continued());
        }
        this.pooling = pooling;
        this.head = head;
        this.hidden = hidden;
        this.dropout = dropout;
    }

    /** Edits stage {@code number}, from 1, or all for 0. A depth must have been set before. */
    void edit(int number, Consumer<Stage> edit) {
        if (number > depth) {
            throw new IllegalArgumentException("stage " + number + ": the network has " + depth
                    + "; add depth to the space or leave the parameter out");
        }
        if (number == 0) {
            stages.forEach(edit);
        } else {
            edit.accept(stages.get(number - 1));
        }
    }

    /** Refuses what only convolutions have. */
    void requireConvolutions(String name) {
        if (dense) {
            throw new IllegalArgumentException(
                    name + ": the base design has no convolutions; choose another base or leave the parameter out");
        }
    }

    /** The network on {@code input}. */
    Network network(Shape input) {
        List<Layer> layers = new ArrayList<>();
        if (dense && input.length() > 1) {
            layers.add(new Layer.Flatten());
        }
        for (Stage stage : stages.subList(0, depth)) {
            layers.add(weights(stage));
            layers.add(stage.rectifier.layer());
            if (!dense && pooling != Pooling.NONE && stage.stride > 1) {
                layers.add(pool(stage.stride));
            }
        }
        if (!dense) {
            layers.add(head == Head.MEAN ? new Layer.MeanOverTime() : new Layer.Flatten());
        }
        if (hidden > 0) {
            layers.add(new Layer.Dense(hidden));
            layers.add(stages.get(depth - 1).rectifier.layer());
        }
        if (dropout > 0) {
            layers.add(new Layer.Dropout(dropout));
        }
        layers.add(new Layer.Dense(classes));
        return new Network(input, layers);
    }

    private Layer weights(Stage stage) {
        int width = (int) Math.max(1, Math.round(stage.width * widthFactor));
        if (dense) {
            return new Layer.Dense(width);
        }
        int stride = pooling == Pooling.NONE ? stage.stride : 1;
        int padding = stage.kernel / 2 * stage.dilation;
        return image
                ? new Layer.Conv2d(
                        width,
                        Extent.square(stage.kernel),
                        Extent.square(stride),
                        Extent.square(padding),
                        Extent.square(stage.dilation),
                        1)
                : new Layer.Conv1d(width, stage.kernel, stride, padding, stage.dilation, 1);
    }

    private Layer pool(int stride) {
        Extent extent = image ? Extent.square(stride) : new Extent(1, stride);
        return pooling == Pooling.MAX ? new Layer.MaxPool(extent, extent) : new Layer.AveragePool(extent, extent);
    }
}
