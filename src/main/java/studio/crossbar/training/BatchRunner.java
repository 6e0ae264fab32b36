package studio.crossbar.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import studio.crossbar.hardware.InputCoding;

/**
 * Runs batches in shards of {@link Model#shard} samples, which a fixed number of lanes share out in turn. Shards, lanes and
 * the order in which gradients are summed depend on network and batch alone, so results are the same bits on any number
 * of threads.
 */
final class BatchRunner implements AutoCloseable {

    /** Most lanes, and so the most threads that a batch can use. */
    static final int LANES = 8;

    private final Model model;
    private final int classes;
    private final int capacity;
    private final Workers workers;
    private final List<LaneNetwork> lanes = new ArrayList<>();
    private final List<InputStage> inputs = new ArrayList<>();
    private final double[] losses;
    private final int[] right;
    private final List<Part> parts = new ArrayList<>();
    private final Batch batch = new Batch();
    private final IntConsumer learnLane = this::learnLane;
    private final IntConsumer inferLane = this::inferLane;
    private final IntConsumer programPart = this::programPart;
    private final IntConsumer reducePart = this::reducePart;

    /** A part of one layer's weights. */
    private record Part(CrossbarState layer, int number) {}

    /** What the lanes are working on. */
    private static final class Batch {

        @Nullable
        Windows windows;

        int[] order = {};
        int from;
        int to;
        int lanes;
        Augmentation augmentation = Augmentation.NONE;
        long augmentationSeed;

        @Nullable
        Loss loss;

        @Nullable
        Teacher teacher;

        Stage stage = Stage.FLOAT;
        float[] logits = {};

        Windows windows() {
            if (windows == null) {
                throw new IllegalStateException("no batch was given");
            }
            return windows;
        }
    }

    /**
     * @param capacity most samples a batch; a smaller call leaves lanes idle
     * @param workers shared by the calls; not closed here if others use it too
     */
    BatchRunner(Model model, InputCoding coding, int capacity, Workers workers) {
        this.model = model;
        this.capacity = capacity;
        this.workers = workers;
        classes = model.network.output().size();
        int count = Math.min(LANES, Math.ceilDiv(capacity, model.shard));
        for (int i = 0; i < count; i++) {
            lanes.add(new LaneNetwork(model));
            inputs.add(new InputStage(coding, model.network.input()));
        }
        losses = new double[count];
        right = new int[count];
        for (CrossbarState layer : model.layers) {
            for (int part = 0; part < layer.parts(); part++) {
                parts.add(new Part(layer, part));
            }
        }
    }

    /** Most samples a call takes. */
    int capacity() {
        return capacity;
    }

    /** Soft targets for all windows, {@code [n, classes]}. */
    record Teacher(float[] probabilities) {}

    /** Programs the weights as the devices hold them in this stage. */
    void program(Stage stage) {
        batch.stage = stage;
        workers.forEach(parts.size(), programPart);
    }

    private void programPart(int i) {
        Part part = parts.get(i);
        part.layer.program(batch.stage, part.number);
    }

    /**
     * Forward and backward over the windows {@code order[from … to − 1]}; gradients are left in the parameters.
     *
     * @param augmentationSeed randomness of the augmentation, advanced by the window's place in the epoch
     */
    void learn(
            Windows windows,
            int[] order,
            int from,
            int to,
            Augmentation augmentation,
            long augmentationSeed,
            Loss loss,
            @Nullable Teacher teacher,
            Stage stage) {
        give(windows, order, from, to, stage);
        batch.augmentation = augmentation;
        batch.augmentationSeed = augmentationSeed;
        batch.loss = loss;
        batch.teacher = teacher;
        workers.forEach(batch.lanes, learnLane);
        reduce(stage);
    }

    /** Mean loss of the last {@link #learn}, nats. */
    double loss() {
        double sum = 0;
        for (int i = 0; i < batch.lanes; i++) {
            sum += losses[i];
        }
        return sum / (batch.to - batch.from);
    }

    /** Samples that the last {@link #learn} classified rightly. */
    int right() {
        int sum = 0;
        for (int i = 0; i < batch.lanes; i++) {
            sum += right[i];
        }
        return sum;
    }

    private void learnLane(int lane) {
        LaneNetwork network = lanes.get(lane);
        network.clear();
        losses[lane] = 0;
        right[lane] = 0;
        Windows windows = batch.windows();
        Loss loss = batch.loss;
        float[] teacher = batch.teacher == null ? null : batch.teacher.probabilities();
        float weight = 1f / (batch.to - batch.from);
        for (int shard = lane; shard * model.shard < batch.to - batch.from; shard += batch.lanes) {
            int first = batch.from + shard * model.shard;
            int samples = load(lane, shard, batch.augmentation);
            network.forward(samples, shard, batch.stage);
            for (int s = 0; s < samples; s++) {
                int window = batch.order[first + s];
                int label = windows.labels()[window];
                if (loss != null) {
                    losses[lane] += loss.of(
                            network.logits(),
                            s * classes,
                            classes,
                            label,
                            teacher,
                            window * classes,
                            weight,
                            network.logitGradient());
                }
                right[lane] += Loss.argMax(network.logits(), s * classes, classes) == label ? 1 : 0;
            }
            network.backward();
        }
    }

    /** Loads one shard's samples. */
    private int load(int lane, int shard, Augmentation augmentation) {
        int first = batch.from + shard * model.shard;
        int samples = Math.min(model.shard, batch.to - first);
        InputStage input = inputs.get(lane);
        for (int s = 0; s < samples; s++) {
            input.load(
                    batch.windows(),
                    batch.order[first + s],
                    augmentation,
                    batch.augmentationSeed,
                    first + s,
                    lanes.get(lane).input.output,
                    s);
        }
        return samples;
    }

    /** Logits {@code [to − from, classes]} of the windows {@code order[from … to − 1]}, not augmented. */
    float[] infer(Windows windows, int[] order, int from, int to, Stage stage) {
        give(windows, order, from, to, stage);
        batch.logits = new float[(to - from) * classes];
        workers.forEach(batch.lanes, inferLane);
        return batch.logits;
    }

    private void inferLane(int lane) {
        LaneNetwork network = lanes.get(lane);
        network.clear();
        for (int shard = lane; shard * model.shard < batch.to - batch.from; shard += batch.lanes) {
            int samples = load(lane, shard, Augmentation.NONE);
            network.forward(samples, shard, batch.stage);
            System.arraycopy(network.logits(), 0, batch.logits, shard * model.shard * classes, samples * classes);
        }
    }

    /**
     * Logits {@code [n, classes]} of all windows; each batch has read noise of its own.
     *
     * @param cancelled asked after each batch
     * @throws java.util.concurrent.CancellationException if it says so
     */
    float[] inferAll(Windows windows, Stage stage, BooleanSupplier cancelled) {
        int[] order = IntStream.range(0, windows.size()).toArray();
        float[] logits = new float[windows.size() * classes];
        for (int from = 0; from < windows.size(); from += capacity) {
            if (cancelled.getAsBoolean()) {
                throw new java.util.concurrent.CancellationException("inference was cancelled");
            }
            int to = Math.min(windows.size(), from + capacity);
            Stage next = stage.at(stage.step() + from / capacity);
            System.arraycopy(infer(windows, order, from, to, next), 0, logits, from * classes, (to - from) * classes);
        }
        return logits;
    }

    /** Share of {@code windows} classified rightly, with the weights as programmed. */
    double accuracy(Windows windows, Stage stage, BooleanSupplier cancelled) {
        float[] logits = inferAll(windows, stage, cancelled);
        int hits = 0;
        for (int i = 0; i < windows.size(); i++) {
            hits += Loss.argMax(logits, i * classes, classes) == windows.labels()[i] ? 1 : 0;
        }
        return (double) hits / windows.size();
    }

    /** Which classes {@code windows} are taken for, with the weights as programmed. */
    Confusion confusion(Windows windows, Stage stage, BooleanSupplier cancelled) {
        float[] logits = inferAll(windows, stage, cancelled);
        int[] chosen = new int[windows.size()];
        Arrays.setAll(chosen, i -> Loss.argMax(logits, i * classes, classes));
        return Confusion.count(windows.labels(), chosen, classes);
    }

    /** Lanes of the last call, for calibration and statistics; with one shard a lane they hold the whole batch. */
    List<LaneNetwork> lanes() {
        return lanes.subList(0, batch.lanes);
    }

    /** Samples that fill every lane once. */
    int oneShardALane() {
        return Math.min(capacity, lanes.size() * model.shard);
    }

    private void give(Windows windows, int[] order, int from, int to, Stage stage) {
        int samples = to - from;
        if (samples > capacity) {
            throw new IllegalArgumentException("samples: " + samples + " is above the capacity " + capacity);
        }
        batch.windows = windows;
        batch.order = order;
        batch.from = from;
        batch.to = to;
        batch.stage = stage;
        batch.lanes = Math.min(lanes.size(), Math.ceilDiv(samples, model.shard));
        for (int l = 0; l < model.layers.size(); l++) {
            CrossbarState layer = model.layers.get(l);
            layer.prepare();
            float[] multipliers = layer.digital.multipliers();
            float[] biases = layer.digital.biases();
            for (int i = 0; i < batch.lanes; i++) {
                lanes.get(i).crossbars.get(l).digital.prepare(multipliers, biases);
            }
        }
    }

    /** Sums the lanes' gradients, in their order. */
    private void reduce(Stage stage) {
        workers.forEach(parts.size(), reducePart);
        for (int p = 0; p < model.parameters.size(); p++) {
            Parameter parameter = model.parameters.get(p);
            if (parameter.kind != Parameter.Kind.WEIGHT) {
                Arrays.fill(parameter.gradient, 0);
            }
        }
        for (int l = 0; l < model.layers.size(); l++) {
            CrossbarState layer = model.layers.get(l);
            int shards = 0;
            layer.digital.restartBatch();
            for (int i = 0; i < batch.lanes; i++) {
                CrossbarPass pass = lanes.get(i).crossbars.get(l);
                layer.digital.addGradients(pass.digital);
                layer.dacRange.gradient[0] += (float) pass.dacRangeGradient;
                layer.adcRange.gradient[0] += (float) pass.adcRangeGradient;
                shards += pass.digital.shards;
            }
            if (stage.analog()) {
                layer.weightRangeGradient();
            }
            if (layer.digital.normalised()) {
                layer.digital.observe(shards);
            }
        }
    }

    private void reducePart(int i) {
        Part part = parts.get(i);
        CrossbarState layer = part.layer;
        int from = layer.firstWeight(part.number);
        int to = layer.firstWeight(part.number + 1);
        float[] into = layer.weights.gradient;
        System.arraycopy(lanes.get(0).crossbars.get(layer.index).weightGradient, from, into, from, to - from);
        for (int lane = 1; lane < batch.lanes; lane++) {
            float[] gradient = lanes.get(lane).crossbars.get(layer.index).weightGradient;
            for (int k = from; k < to; k++) {
                into[k] += gradient[k];
            }
        }
    }

    /** Adds the conversions of the last {@link #learn} to {@code counts}. */
    void count(ClippingCounts counts) {
        for (int i = 0; i < batch.lanes; i++) {
            counts.add(lanes.get(i).crossbars);
        }
    }

    Workers workers() {
        return workers;
    }

    @Override
    public void close() {
        workers.close();
    }
}
