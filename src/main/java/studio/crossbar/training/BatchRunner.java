package studio.crossbar.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.tensor.CounterNoise;

/**
 * Runs batches in shards of {@link Model#SHARD} samples on all processors. Shards and the order in which their
 * gradients are summed depend on the batch alone, so results are the same bits on any number of threads.
 */
final class BatchRunner {

    private final Model model;
    private final InputCoding coding;
    private final int classes;
    private final List<ShardNetwork> shards = new ArrayList<>();
    private final double[] losses;
    private final int[] right;

    /** @param batch most samples a batch */
    BatchRunner(Model model, InputCoding coding, int batch) {
        this.model = model;
        this.coding = coding;
        classes = model.network.output().size();
        int count = Math.ceilDiv(batch, Model.SHARD);
        for (int i = 0; i < count; i++) {
            shards.add(new ShardNetwork(model, i));
        }
        losses = new double[count];
        right = new int[count];
    }

    /** Most samples a call takes. */
    int capacity() {
        return shards.size() * Model.SHARD;
    }

    /**
     * What a batch gave.
     *
     * @param loss mean, nats
     * @param right samples classified rightly
     */
    record Result(double loss, int right) {}

    /** Soft targets for all windows, {@code [n, classes]}. */
    record Teacher(float[] probabilities) {}

    /**
     * Forward and backward over the windows {@code order[from … to − 1]}; gradients are left in the parameters.
     *
     * @param noise randomness of the augmentation, advanced by the window's place in the epoch
     */
    Result learn(
            Windows windows,
            int[] order,
            int from,
            int to,
            Augmentation augmentation,
            long augmentationSeed,
            Loss loss,
            @Nullable Teacher teacher,
            Stage stage) {
        int active = prepare(to - from, stage);
        forEachShard(active, i -> {
            ShardNetwork shard = shards.get(i);
            shard.clear();
            InputStage input = new InputStage(windows, coding, augmentation);
            int first = from + i * Model.SHARD;
            int samples = Math.min(Model.SHARD, to - first);
            for (int s = 0; s < samples; s++) {
                input.load(order[first + s], shard.input.output, s, new CounterNoise(augmentationSeed, first + s));
            }
            shard.forward(samples, stage);
            losses[i] = 0;
            right[i] = 0;
            for (int s = 0; s < samples; s++) {
                int window = order[first + s];
                int label = windows.labels()[window];
                losses[i] += loss.of(
                        shard.logits(),
                        s * classes,
                        classes,
                        label,
                        teacher == null ? null : teacher.probabilities(),
                        window * classes,
                        1f / (to - from),
                        shard.logitGradient());
                right[i] += Loss.argMax(shard.logits(), s * classes, classes) == label ? 1 : 0;
            }
            shard.backward(samples, stage);
        });
        reduce(active, stage);
        double sum = 0;
        int hits = 0;
        for (int i = 0; i < active; i++) {
            sum += losses[i];
            hits += right[i];
        }
        return new Result(sum / (to - from), hits);
    }

    /** Logits {@code [to − from, classes]} of the windows {@code order[from … to − 1]}, not augmented. */
    float[] infer(Windows windows, int[] order, int from, int to, Stage stage) {
        float[] logits = new float[(to - from) * classes];
        int active = prepare(to - from, stage);
        forEachShard(active, i -> {
            ShardNetwork shard = shards.get(i);
            InputStage input = new InputStage(windows, coding, Augmentation.NONE);
            int first = from + i * Model.SHARD;
            int samples = Math.min(Model.SHARD, to - first);
            for (int s = 0; s < samples; s++) {
                input.load(order[first + s], shard.input.output, s, new CounterNoise(0, 0));
            }
            shard.forward(samples, stage);
            System.arraycopy(shard.logits(), 0, logits, (first - from) * classes, samples * classes);
        });
        return logits;
    }

    /** Logits {@code [n, classes]} of all windows; each batch has read noise of its own. */
    float[] inferAll(Windows windows, Stage stage) {
        int[] order = IntStream.range(0, windows.size()).toArray();
        float[] logits = new float[windows.size() * classes];
        for (int from = 0; from < windows.size(); from += capacity()) {
            int to = Math.min(windows.size(), from + capacity());
            Stage batch = stage.at(stage.step() + from / capacity());
            System.arraycopy(
                    infer(windows, order, from, to, batch), 0, logits, from * classes, (to - from) * classes);
        }
        return logits;
    }

    /** Share of {@code windows} classified rightly, with the weights as programmed. */
    double accuracy(Windows windows, Stage stage) {
        float[] logits = inferAll(windows, stage);
        int hits = 0;
        for (int i = 0; i < windows.size(); i++) {
            hits += Loss.argMax(logits, i * classes, classes) == windows.labels()[i] ? 1 : 0;
        }
        return (double) hits / windows.size();
    }

    /** Shards of the last call, for calibration. */
    List<ShardNetwork> shards() {
        return shards;
    }

    private int prepare(int samples, Stage stage) {
        if (samples > capacity()) {
            throw new IllegalArgumentException("samples: " + samples + " is above the capacity " + capacity());
        }
        for (CrossbarState layer : model.layers) {
            float[] multipliers = layer.digital.multipliers();
            float[] biases = layer.digital.biases();
            for (ShardNetwork shard : shards) {
                shard.crossbars.get(layer.index).digital.prepare(multipliers, biases);
            }
        }
        return Math.ceilDiv(samples, Model.SHARD);
    }

    private static void forEachShard(int count, IntConsumer task) {
        IntStream.range(0, count).parallel().forEach(task);
    }

    /** Sums the shards' gradients, in their order. */
    private void reduce(int active, Stage stage) {
        for (Parameter parameter : model.parameters) {
            java.util.Arrays.fill(parameter.gradient, 0);
        }
        for (CrossbarState layer : model.layers) {
            int outputs = layer.outputs;
            float[] mean = new float[outputs];
            float[] variance = new float[outputs];
            for (int i = 0; i < active; i++) {
                CrossbarPass pass = shards.get(i).crossbars.get(layer.index);
                add(pass.weightGradient, layer.weights.gradient);
                add(pass.digital.multiplierGradient, layer.digital.multiplier.gradient);
                add(pass.digital.biasGradient, layer.digital.bias.gradient);
                layer.dacRange.gradient[0] += (float) pass.dacRangeGradient;
                layer.adcRange.gradient[0] += (float) pass.adcRangeGradient;
                for (int n = 0; n < outputs; n++) {
                    mean[n] += pass.digital.mean[n] / active;
                    variance[n] += pass.digital.variance[n] / active;
                }
            }
            if (stage.analog()) {
                layer.weightRangeGradient();
            }
            if (layer.digital.normalised) {
                layer.digital.observe(mean, variance);
            }
        }
    }

    private static void add(float[] from, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }
}
