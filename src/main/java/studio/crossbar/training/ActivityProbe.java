package studio.crossbar.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import studio.crossbar.data.Dataset;
import studio.crossbar.hardware.Noise;
import studio.crossbar.tensor.NoiseUse;

/**
 * Measures how hard a trained network's rows are driven: mean over windows, input vectors, cycles and rows of what the
 * row drivers apply, relative to their full scale. The cells hold their levels without noise, so that the result depends
 * on network and data alone.
 */
public final class ActivityProbe {

    /** Most windows that are run, as many as calibration looks at. */
    public static final int MOST_WINDOWS = 512;

    private static final Stage LEVELS = new Stage(true, false, Noise.NONE, NoiseUse.CHIP, 0, 0);

    private final Model model;
    private final BatchRunner runner;
    /** {@code [lane][layer]}. */
    private final List<List<ActivitySum>> sums = new ArrayList<>();

    private ActivityProbe(Model model, BatchRunner runner) {
        this.model = model;
        this.runner = runner;
    }

    /**
     * Runs up to {@value #MOST_WINDOWS} windows spread evenly over {@code raw}.
     *
     * @param raw windows as read, not standardised
     * @param cancelled asked after each batch
     * @return one entry a layer with weights
     * @throws CancellationException if {@code cancelled} says so
     */
    public static List<Activity> measure(TrainedNetwork trained, Dataset raw, BooleanSupplier cancelled) {
        Compatibility.check(trained.design(), raw);
        Model model = Model.of(trained);
        int[] chosen = Arrays.copyOf(Windows.mixed(raw.size()), Math.min(MOST_WINDOWS, raw.size()));
        Windows windows =
                Windows.of(trained.design().companding().apply(raw.select(chosen)), trained.standardisation());
        try (BatchRunner runner =
                new BatchRunner(model, trained.design().hardware().inputs(), MOST_WINDOWS, Workers.ofProcessors())) {
            return new ActivityProbe(model, runner).run(windows, cancelled);
        }
    }

    private List<Activity> run(Windows windows, BooleanSupplier cancelled) {
        runner.program(LEVELS);
        int[] order = IntStream.range(0, windows.size()).toArray();
        int batch = runner.oneShardALane();
        for (int from = 0; from < windows.size(); from += batch) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("measuring the inputs was cancelled");
            }
            int samples = Math.min(windows.size() - from, batch);
            runner.infer(windows, order, from, from + samples, LEVELS);
            List<LaneNetwork> lanes = runner.lanes();
            while (sums.size() < lanes.size()) {
                sums.add(model.layers.stream().map(layer -> new ActivitySum()).toList());
            }
            runner.workers()
                    .forEach(
                            lanes.size(),
                            lane -> observe(
                                    lanes.get(lane),
                                    Math.min(model.shard, samples - lane * model.shard),
                                    sums.get(lane)));
        }
        return IntStream.range(0, model.layers.size()).mapToObj(this::activity).toList();
    }

    private static void observe(LaneNetwork lane, int samples, List<ActivitySum> into) {
        for (int layer = 0; layer < into.size(); layer++) {
            lane.crossbars.get(layer).addActivity(samples, into.get(layer));
        }
    }

    private Activity activity(int layer) {
        ActivitySum all = new ActivitySum();
        sums.forEach(lane -> all.add(lane.get(layer)));
        return all.activity();
    }
}
