package studio.crossbar.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Walks a network depth first, a body before its shortcut, and notes for each layer with weights what is computed behind
 * it and what branches keep meanwhile. A layer without weights belongs to the last one with weights before it, or to the
 * first one if there is none.
 */
final class Placement {

    private final List<Entry> found = new ArrayList<>();
    private final List<Network.Digital> before = new ArrayList<>();

    /** A layer with weights while what follows it is not known yet. */
    private static final class Entry {

        private final int index;
        private final String path;
        private final Layer.Weighted spec;
        private final Shape input;
        private final boolean unsigned;
        private final Waiting waiting;
        private final List<Network.Digital> digital = new ArrayList<>();
        private Shape result;
        private boolean waits;

        Entry(int index, String path, Layer.Weighted spec, Shape input, boolean unsigned, Waiting waiting) {
            this.index = index;
            this.path = path;
            this.spec = spec;
            this.input = input;
            this.unsigned = unsigned;
            this.waiting = waiting;
            result = spec.output(input);
        }

        Network.Placed placed() {
            return new Network.Placed(
                    index,
                    path,
                    spec,
                    input,
                    unsigned,
                    digital,
                    result,
                    new Network.Kept(waiting.activations, waiting.sums, waits));
        }
    }

    /** What enclosing residuals keep: inputs of branches, and results of bodies. */
    private record Waiting(long activations, long sums) {

        Waiting withActivations(Shape shape) {
            return new Waiting(activations + shape.size(), sums);
        }

        Waiting withSums(Shape shape) {
            return new Waiting(activations, sums + shape.size());
        }
    }

    private Placement() {}

    static List<Network.Placed> of(Shape input, boolean unsignedInput, List<Layer> layers) {
        Placement placement = new Placement();
        placement.chain(input, unsignedInput, layers, "", new Waiting(0, 0), false);
        if (!placement.found.isEmpty()) {
            placement.found.getFirst().digital.addAll(0, placement.before);
        }
        return placement.found.stream().map(Entry::placed).toList();
    }

    /**
     * @param keepsInput whether what enters is needed again after these layers
     * @return shape that leaves
     */
    private Shape chain(
            Shape input, boolean unsigned, List<Layer> layers, String prefix, Waiting waiting, boolean keepsInput) {
        Shape shape = input;
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            String path = prefix + (i + 1);
            // The first layer reads the very values that are kept.
            Waiting here = keepsInput && i > 0 ? waiting.withActivations(input) : waiting;
            switch (layer) {
                case Layer.Weighted spec -> found.add(new Entry(found.size(), path, spec, shape, unsigned, here));
                case Layer.Residual residual -> residual(residual, shape, unsigned, path, here, keepsInput && i == 0);
                default -> follow(new Network.Digital(layer, shape));
            }
            unsigned = layer.unsignedOutput(unsigned);
            shape = layer.output(shape);
        }
        return shape;
    }

    private void residual(
            Layer.Residual residual, Shape input, boolean unsigned, String path, Waiting waiting, boolean keepsInput) {
        boolean body = Network.has(residual.body(), Layer.Weighted.class);
        boolean shortcut = Network.has(residual.shortcut(), Layer.Weighted.class);
        if (shortcut && !body) {
            // Crossbars first, so that what they read is written before anything else.
            chain(input, unsigned, residual.shortcut(), path + " shortcut ", waiting, true);
            chain(input, unsigned, residual.body(), path + " body ", waiting, keepsInput);
        } else {
            Shape result = chain(input, unsigned, residual.body(), path + " body ", waiting, true);
            if (shortcut) {
                found.getLast().waits = true;
            }
            Waiting beside = shortcut ? waiting.withSums(result) : waiting;
            chain(input, unsigned, residual.shortcut(), path + " shortcut ", beside, keepsInput);
        }
        follow(new Network.Digital(residual, input));
    }

    private void follow(Network.Digital digital) {
        if (found.isEmpty()) {
            before.add(digital);
        } else {
            Entry last = found.getLast();
            last.digital.add(digital);
            last.result = digital.layer().output(digital.input());
        }
    }
}
