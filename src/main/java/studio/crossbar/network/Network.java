package studio.crossbar.network;

import java.util.ArrayList;
import java.util.List;

/**
 * A chain of layers with its shapes inferred and checked.
 *
 * @param input shape of a sample
 * @param layers in order, at least one with weights
 */
public record Network(Shape input, List<Layer> layers) {

    public Network {
        layers = List.copyOf(layers);
        if (layers.stream().noneMatch(Layer.Weighted.class::isInstance)) {
            throw new IllegalArgumentException("layers: none of the " + layers.size() + " has weights");
        }
        infer(input, layers);
    }

    /** Shapes before each layer and, last, after the last one: {@code layers + 1} entries. */
    public List<Shape> shapes() {
        return infer(input, layers);
    }

    /** Shape that the last layer gives. */
    public Shape output() {
        return shapes().getLast();
    }

    /** Weights of all layers, without biases. */
    public long weights() {
        List<Shape> shapes = shapes();
        long sum = 0;
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i) instanceof Layer.Weighted weighted) {
                sum += (long) weighted.rows(shapes.get(i)) * weighted.outputs();
            }
        }
        return sum;
    }

    private static List<Shape> infer(Shape input, List<Layer> layers) {
        List<Shape> shapes = new ArrayList<>();
        shapes.add(input);
        for (int i = 0; i < layers.size(); i++) {
            try {
                shapes.add(layers.get(i).output(shapes.getLast()));
            } catch (IllegalArgumentException | ArithmeticException e) {
                throw new IllegalArgumentException(
                        "layer " + (i + 1) + ", " + layers.get(i) + ", on " + shapes.getLast() + ": " + e.getMessage(),
                        e);
            }
        }
        return List.copyOf(shapes);
    }
}
