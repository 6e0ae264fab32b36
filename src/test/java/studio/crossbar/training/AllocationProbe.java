package studio.crossbar.training;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.IntStream;
import studio.crossbar.data.Dataset;
import studio.crossbar.data.Parts;
import studio.crossbar.data.Standardisation;
import studio.crossbar.design.Design;
import studio.crossbar.design.Recipe;
import studio.crossbar.hardware.Noise;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.RangeSharing;
import studio.crossbar.network.Network;
import studio.crossbar.tensor.NoiseUse;

/**
 * Prints the bytes that a warm training step allocates, for {@link AllocationTest}: in a virtual machine of its own, since
 * what the compiler boxes depends on all that ran before.
 */
final class AllocationProbe {

    private static final int STEPS = 200;

    /** Rounds until which the compiler must have removed the vectors that it boxes at its lower levels. */
    private static final int MOST_ROUNDS = 200;

    private AllocationProbe() {}

    /** @param args phase, whether a layer goes by tiles, and the bytes below which a step is warm */
    public static void main(String[] args) {
        System.out.println(
                bytesOfAWarmStep(Epoch.Phase.valueOf(args[0]), Boolean.parseBoolean(args[1]), Long.parseLong(args[2])));
    }

    private static long bytesOfAWarmStep(Epoch.Phase kind, boolean tiles, long enough) {
        Recipe recipe = Waves.recipe(1, 1).with(r -> {
            // Signals are distorted as such; the network with tiles takes their numbers for an image's.
            r.augmentation = tiles ? 0 : 0.5;
            r.rotationDegrees = tiles ? 0 : 20;
        });
        Network network = tiles ? Waves.tiles() : Waves.network(false);
        Design design = new Design("waves", network, Waves.hardware(Polarity.DIFFERENTIAL), recipe, 7);
        Parts parts = Waves.parts();
        Dataset train = parts.train();
        Windows windows = Windows.of(train, Standardisation.fit(train));
        Model model = Model.of(design);
        model.initialise(1, true);
        int batch = recipe.batch();
        try (Workers workers = new Workers(2);
                BatchRunner runner = new BatchRunner(model, design.hardware().inputs(), batch, workers)) {
            new Calibration(model, runner, RangeSharing.UNIFORM, 0.05).run(windows);
            int[] order = IntStream.range(0, batch).toArray();
            Loss loss = new Loss(0.1, 0.5);
            Optimisation how = Optimisation.of(recipe);
            BatchRunner.Teacher teacher = new BatchRunner.Teacher(
                    new float[train.size() * train.classNames().size()]);
            Augmentation augmentation = Augmentation.of(recipe);
            ClippingCounts counts = new ClippingCounts(model.layers.size());
            int step = 0;
            long bytes = Long.MAX_VALUE;
            for (int round = 0; round < MOST_ROUNDS && bytes >= enough; round++) {
                long before = allocatedBytes();
                for (int i = 0; i < STEPS; i++) {
                    Stage stage = new Stage(
                            kind == Epoch.Phase.HARDWARE, true, new Noise(0.05, 0.01), NoiseUse.TRAINING, 1, ++step);
                    runner.program(stage);
                    runner.learn(windows, order, 0, batch, augmentation, 1, loss, teacher, stage);
                    runner.count(counts);
                    Phase.update(model, workers, kind, how, step, 1e-4f);
                }
                bytes = (allocatedBytes() - before) / STEPS;
            }
            return bytes;
        }
    }

    /** Bytes that this thread and the workers have allocated. */
    private static long allocatedBytes() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] ids = Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(info -> info != null
                        && (info.getThreadId() == Thread.currentThread().threadId()
                                || info.getThreadName().startsWith("training-")))
                .mapToLong(java.lang.management.ThreadInfo::getThreadId)
                .toArray();
        return Arrays.stream(threads.getThreadAllocatedBytes(ids)).sum();
    }
}
