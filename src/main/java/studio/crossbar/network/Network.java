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
     * @param digital layers without weights that follow on its branch, up to the next one with weights
     */
    public record Placed(
            int index, String path, Layer.Weighted spec, Shape input, boolean unsignedInput, List<Layer> digital) {

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

    public Network {
        layers = List.copyOf(layers);
        output(layers, input, "layer ");
        if (place(input, true, layers).isEmpty()) {
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
        return List.copyOf(place(input, unsignedInput, layers));
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

    private static boolean has(List<Layer> layers, Class<? extends Layer> type) {
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

    private static List<Placed> place(Shape input, boolean unsignedInput, List<Layer> layers) {
        List<Placed> found = new ArrayList<>();
        place(input, unsignedInput, layers, "", found);
        return found;
    }

    private static void place(Shape input, boolean unsigned, List<Layer> layers, String prefix, List<Placed> found) {
        Shape shape = input;
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            String path = prefix + (i + 1);
            if (layer instanceof Layer.Weighted spec) {
                List<Layer> digital = layers.subList(i + 1, layers.size()).stream()
                        .takeWhile(next -> !(next instanceof Layer.Weighted || next instanceof Layer.Residual))
                        .toList();
                found.add(new Placed(found.size(), path, spec, shape, unsigned, digital));
            } else if (layer instanceof Layer.Residual residual) {
                place(shape, unsigned, residual.body(), path + " body ", found);
                place(shape, unsigned, residual.shortcut(), path + " shortcut ", found);
            }
            unsigned = layer.unsignedOutput(unsigned);
            shape = layer.output(shape);
        }
    }
}
