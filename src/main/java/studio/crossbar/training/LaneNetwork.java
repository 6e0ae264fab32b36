package studio.crossbar.training;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.network.Layer;

/** All layers' buffers for one shard of a batch at a time, and the gradients of all shards that the lane has run. */
final class LaneNetwork {

    final Pass.Input input;
    /** Layers with weights, in order. */
    final List<CrossbarPass> crossbars;

    private final List<Pass> passes;
    private final Pass last;
    private final Run run = new Run();

    LaneNetwork(Model model) {
        input = new Pass.Input(model.network.input(), model.shard);
        Builder builder = new Builder(model);
        last = builder.chain(input, model.network.layers());
        crossbars = List.copyOf(builder.weighted);
        passes = List.copyOf(builder.all);
    }

    /** Makes the passes of a chain of layers; a clip that follows weights is done by their pass. */
    private static final class Builder {

        private final Model model;
        private final List<CrossbarPass> weighted = new ArrayList<>();
        private final List<Pass> all = new ArrayList<>();
        private int dropouts;

        Builder(Model model) {
            this.model = model;
        }

        Pass chain(Pass from, List<Layer> layers) {
            Pass before = from;
            for (int i = 0; i < layers.size(); i++) {
                Layer layer = layers.get(i);
                if (layer instanceof Layer.Weighted) {
                    Layer.@Nullable Clip clip =
                            i + 1 < layers.size() && layers.get(i + 1) instanceof Layer.Clip next ? next : null;
                    before = crossbar(before, clip);
                    i += clip == null ? 0 : 1;
                } else if (layer instanceof Layer.Residual residual) {
                    before = residual(before, residual);
                } else {
                    before = add(digital(before, layer));
                }
            }
            return before;
        }

        private Pass crossbar(Pass before, Layer.@Nullable Clip clip) {
            CrossbarPass pass = new CrossbarPass(
                    model.layers.get(weighted.size()), before, model.shard, before instanceof Pass.Input, clip);
            weighted.add(pass);
            return add(pass);
        }

        private Pass residual(Pass before, Layer.Residual residual) {
            var fork = new DigitalPasses.Fork(before, model.shard);
            all.add(fork);
            Pass body = chain(fork.body, residual.body());
            Pass shortcut = chain(fork.shortcut, residual.shortcut());
            return add(new DigitalPasses.Add(body, shortcut, model.shard));
        }

        private Pass digital(Pass before, Layer layer) {
            int samples = model.shard;
            return switch (layer) {
                case Layer.Clip clip -> new DigitalPasses.Clip(before, clip, samples);
                case Layer.ConcatRelu _ -> new DigitalPasses.ConcatRelu(before, layer.output(before.shape), samples);
                case Layer.MeanOverTime _ ->
                    new DigitalPasses.MeanOverTime(before, layer.output(before.shape), samples);
                case Layer.Pool pool -> new DigitalPasses.Pool(before, pool, layer.output(before.shape), samples);
                case Layer.Flatten _ -> new DigitalPasses.Flatten(before, layer.output(before.shape), samples);
                case Layer.Dropout dropout -> new DigitalPasses.Dropout(before, dropout, samples, dropouts++);
                case Layer.Weighted _, Layer.Residual _ -> throw new IllegalArgumentException(layer + " has weights");
            };
        }

        private Pass add(Pass pass) {
            all.add(pass);
            return pass;
        }
    }

    /** Runs the first {@code samples} of {@link #input}. */
    void forward(int samples, int shard, Stage stage) {
        run.of(samples, shard, stage);
        for (int i = 0; i < passes.size(); i++) {
            passes.get(i).forward(run);
        }
    }

    /** Runs back what {@link #forward} ran, from {@link #logitGradient}. */
    void backward() {
        for (int i = passes.size() - 1; i >= 0; i--) {
            passes.get(i).backward(run);
        }
    }

    /** {@code [samples, classes]}. */
    float[] logits() {
        return last.output;
    }

    /** {@code [samples, classes]}. */
    float[] logitGradient() {
        return last.outputGradient;
    }

    /** Forgets the gradients of the step before. */
    void clear() {
        for (int i = 0; i < crossbars.size(); i++) {
            crossbars.get(i).clear();
        }
    }
}
