package studio.crossbar.network.onnx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Shape;

/** What a tensor was computed by, back to the input. A step is itself alone: two that compute the same are two. */
final class Step {

    private final @Nullable Layer layer;
    private final List<FloatLayer> values;
    private final @Nullable Step previous;
    private final @Nullable Shape output;

    /**
     * @param layer null for the input itself
     * @param values of the layer and the layers in it, body before shortcut
     * @param previous what the layer reads; null for the input
     * @param output shape that leaves; null for the input, whose axes may not be known yet
     */
    Step(@Nullable Layer layer, List<FloatLayer> values, @Nullable Step previous, @Nullable Shape output) {
        this.layer = layer;
        this.values = List.copyOf(values);
        this.previous = previous;
        this.output = output;
    }

    /** The beginning of a chain. */
    static Step input() {
        return new Step(null, List.of(), null, null);
    }

    @Nullable
    Layer layer() {
        return layer;
    }

    List<FloatLayer> values() {
        return values;
    }

    @Nullable
    Step previous() {
        return previous;
    }

    @Nullable
    Shape output() {
        return output;
    }

    /** The last step that both chains go through; null if there is none. */
    static @Nullable Step common(Step one, Step other) {
        Set<Step> before = new HashSet<>();
        for (Step step = one; step != null; step = step.previous) {
            before.add(step);
        }
        Step step = other;
        while (step != null && !before.contains(step)) {
            step = step.previous;
        }
        return step;
    }

    /** Layers behind {@code start}, up to this one. */
    Chain since(@Nullable Step start) {
        List<Layer> layers = new ArrayList<>();
        List<FloatLayer> found = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (Step step = this; step != null && step != start; step = step.previous) {
            steps.add(step);
        }
        for (Step step : steps.reversed()) {
            if (step.layer != null) {
                layers.add(step.layer);
            }
            found.addAll(step.values);
        }
        return new Chain(layers, found);
    }

    /**
     * Layers in a row.
     *
     * @param values of those with weights
     */
    record Chain(List<Layer> layers, List<FloatLayer> values) {}
}
