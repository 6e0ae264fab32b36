package studio.crossbar.training;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import studio.crossbar.data.Dataset;
import studio.crossbar.hardware.Noise;
import studio.crossbar.tensor.NoiseUse;

/**
 * Runs windows through a trained network to look at what happens inside. The cells hold their levels without noise, so that
 * what is seen depends on network and data alone.
 */
final class Probe {

    private static final Stage LEVELS = new Stage(true, false, Noise.NONE, NoiseUse.CHIP, 0, 0);

    private Probe() {}

    /** Looks at one lane's network after a run; lanes are shown at the same time on several threads. */
    @FunctionalInterface
    interface Observer {

        /** @param samples that the lane has run */
        void observe(int lane, LaneNetwork network, int samples);
    }

    /**
     * Runs up to {@code most} windows spread evenly over {@code raw}.
     *
     * @param model of {@code trained}
     * @param raw windows as read, not standardised
     * @param cancelled asked after each batch
     * @param observer shown every lane after each batch
     * @throws IllegalArgumentException if the windows do not fit the network
     * @throws CancellationException if {@code cancelled} says so
     */
    static void run(
            TrainedNetwork trained, Model model, Dataset raw, int most, BooleanSupplier cancelled, Observer observer) {
        Compatibility.check(trained.design(), raw);
        int[] chosen = Arrays.copyOf(Windows.mixed(raw.size()), Math.min(most, raw.size()));
        Windows windows =
                Windows.of(trained.design().companding().apply(raw.select(chosen)), trained.standardisation());
        try (BatchRunner runner =
                new BatchRunner(model, trained.design().hardware().inputs(), most, Workers.ofProcessors())) {
            runner.program(LEVELS);
            int[] order = IntStream.range(0, windows.size()).toArray();
            int batch = runner.oneShardALane();
            for (int from = 0; from < windows.size(); from += batch) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException("measuring the inputs was cancelled");
                }
                int samples = Math.min(windows.size() - from, batch);
                runner.infer(windows, order, from, from + samples, LEVELS);
                runner.workers()
                        .forEach(
                                runner.lanes().size(),
                                lane -> observer.observe(
                                        lane,
                                        runner.lanes().get(lane),
                                        Math.min(model.shard, samples - lane * model.shard)));
            }
        }
    }
}
