package studio.crossbar.training;

import java.util.ArrayList;
import java.util.List;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;

/** All layers' buffers for one shard of a batch. */
final class ShardNetwork {

    final Pass.Input input;
    /** Layers with weights, in order. */
    final List<CrossbarPass> crossbars;

    private final List<Pass> passes;
    private final Pass last;

    ShardNetwork(Model model, int shard) {
        Network network = model.network;
        List<Shape> shapes = network.shapes();
        input = new Pass.Input(network.input(), Model.SHARD);
        List<CrossbarPass> weighted = new ArrayList<>();
        List<Pass> all = new ArrayList<>();
        Pass before = input;
        for (int i = 0; i < network.layers().size(); i++) {
            Shape shape = shapes.get(i + 1);
            before = switch (network.layers().get(i)) {
                case Layer.Weighted layer -> {
                    CrossbarPass pass = new CrossbarPass(
                            model.layers.get(weighted.size()), before, Model.SHARD, shard, weighted.isEmpty());
                    weighted.add(pass);
                    yield pass;
                }
                case Layer.Relu relu -> new ActivationPasses.Relu(before, Model.SHARD);
                case Layer.ConcatRelu relu -> new ActivationPasses.ConcatRelu(before, shape, Model.SHARD);
                case Layer.MeanOverTime mean -> new ActivationPasses.MeanOverTime(before, shape, Model.SHARD);
            };
            all.add(before);
        }
        crossbars = List.copyOf(weighted);
        passes = List.copyOf(all);
        last = before;
    }

    /** Runs the first {@code samples} of {@link #input}. */
    void forward(int samples, Stage stage) {
        for (Pass pass : passes) {
            pass.forward(samples, stage);
        }
    }

    /** Runs back from {@link #logitGradient}. */
    void backward(int samples, Stage stage) {
        for (int i = passes.size() - 1; i >= 0; i--) {
            passes.get(i).backward(samples, stage);
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

    void clear() {
        crossbars.forEach(CrossbarPass::clear);
    }
}
