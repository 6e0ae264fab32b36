package studio.crossbar.network;

import java.util.ArrayList;
import java.util.List;

/**
 * A chain of layers, some of which may branch, with its shapes inferred and checked.
 *
 * @param input shape of a sample
 * @param layers in order, at least one with weights
 */
public record Network(Shape input, List<Layer> layers) {

    /**
     * A layer with weights and where it stands.
     *
     * @param index among the layers with weights, depth first, a body before its shortcut
     * @param path such as "3" or "3 body 1", from 1
     * @param spec the layer
     * @param input shape that enters
     * @param unsignedInput whether what enters is never negative
     * @param digital layers without weights that are computed behind it, up to the next one with weights in this order;
     *     those before the first layer with weights belong to it too
     * @param result shape that is left behind its digital layers
     * @param kept what branches keep while it works
     */
    public record Placed(
            int index,
            String path,
            Layer.Weighted spec,
            Shape input,
            boolean unsignedInput,
            List<Digital> digital,
            Shape result,
            Kept kept) {

        public Placed {
            digital = List.copyOf(digital);
        }

        /** Such as "2 conv1d 64": number among the layers with weights, from 1, kind and outputs. */
        public String name() {
            String kind = switch (spec) {
                case Layer.Dense _ -> "dense ";
                case Layer.Conv1d _ -> "conv1d ";
                case Layer.Conv2d _ -> "conv2d ";
            };
            return (index + 1) + " " + kind + spec.outputs();
        }

        /** Shape that leaves the layer itself. */
        public Shape output() {
            return spec.output(input);
        }
    }

    /**
     * A layer without weights in its place; a {@link Layer.Residual} stands for the addition of its branches alone.
     *
     * @param layer without weights
     * @param input shape that enters
     */
    public record Digital(Layer layer, Shape input) {}

    /**
     * Values a sample that residuals keep while a layer works, beside what the layer reads and writes.
     *
     * @param activations inputs of branches that are read again
     * @param sums results of bodies whose shortcut has weights and is not done
     * @param waits whether the layer's own result is such a sum afterwards
     */
    public record Kept(long activations, long sums, boolean waits) {}

    public Network {
        layers = List.copyOf(layers);
        output(layers, input, "layer ");
        if (Placement.of(input, true, layers).isEmpty()) {
            throw new IllegalArgumentException("layers: none of the " + layers.size() + " has weights");
        }
    }

    /** Shapes before each layer and, last, after the last one: {@code layers + 1} entries. */
    public List<Shape> shapes() {
        List<Shape> shapes = new ArrayList<>();
        shapes.add(input);
        for (Layer layer : layers) {
            shapes.add(layer.output(shapes.getLast()));
        }
        return List.copyOf(shapes);
    }

    /** Shape that the last layer gives. */
    public Shape output() {
        return shapes().getLast();
    }

    /** Layers with weights, depth first, of a network whose input is never negative. */
    public List<Placed> weighted() {
        return weighted(true);
    }

    /**
     * Layers with weights, depth first.
     *
     * @param unsignedInput whether the network's input is never negative
     */
    public List<Placed> weighted(boolean unsignedInput) {
        return Placement.of(input, unsignedInput, layers);
    }

    /** Weights of all layers, without biases. */
    public long weights() {
        return weighted().stream()
                .mapToLong(placed -> (long) placed.spec().rows(placed.input())
                        * placed.spec().outputs())
                .sum();
    }

    /** Whether the network has a layer of {@code type}, at any depth. */
    public boolean has(Class<? extends Layer> type) {
        return has(layers, type);
    }

    static boolean has(List<Layer> layers, Class<? extends Layer> type) {
        return layers.stream()
                .anyMatch(layer -> type.isInstance(layer)
                        || (layer instanceof Layer.Residual residual
                                && (has(residual.body(), type) || has(residual.shortcut(), type))));
    }

    /** Shape after {@code layers}; an error names the layer by {@code label} and its number. */
    static Shape output(List<Layer> layers, Shape input, String label) {
        Shape shape = input;
        for (int i = 0; i < layers.size(); i++) {
            try {
                shape = layers.get(i).output(shape);
                shape.size();
            } catch (IllegalArgumentException | ArithmeticException e) {
                String what = layers.get(i) instanceof Layer.Residual
                        ? "residual"
                        : layers.get(i).toString();
                throw new IllegalArgumentException(
                        label + (i + 1) + ", " + what + ", on " + shape + ": " + e.getMessage(), e);
            }
        }
        return shape;
    }

    static boolean unsignedOutput(List<Layer> layers, boolean unsignedInput) {
        boolean unsigned = unsignedInput;
        for (Layer layer : layers) {
            unsigned = layer.unsignedOutput(unsigned);
        }
        return unsigned;
    }
}
