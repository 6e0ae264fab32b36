package studio.crossbar.training;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import studio.crossbar.data.Dataset;

/**
 * Measures how hard a trained network's rows are driven: mean over windows, input vectors and cycles of what
 * each row's driver applies, relative to its full scale. The cells hold their levels without noise, so that the result depends
 * on network and data alone.
 */
public final class ActivityProbe {

    /** Most windows that are run, as many as calibration looks at. */
    public static final int MOST_WINDOWS = 512;

    private ActivityProbe() {}

    /**
     * Runs up to {@value #MOST_WINDOWS} windows spread evenly over {@code raw}.
     *
     * @param raw windows as read, not standardised
     * @param cancelled asked after each batch
     * @return one entry a layer with weights
     * @throws CancellationException if {@code cancelled} says so
     */
    public static List<LayerActivity> measure(TrainedNetwork trained, Dataset raw, BooleanSupplier cancelled) {
        Model model = Model.of(trained);
        List<List<ActivitySum>> lanes = IntStream.range(0, BatchRunner.LANES)
                .mapToObj(lane -> model.layers.stream()
                        .map(layer -> ActivitySum.of(layer.geometry))
                        .toList())
                .toList();
        Probe.run(trained, model, raw, MOST_WINDOWS, cancelled, (lane, network, samples) -> {
            for (int layer = 0; layer < model.layers.size(); layer++) {
                network.crossbars
                        .get(layer)
                        .addActivity(samples, lanes.get(lane).get(layer));
            }
        });
        return IntStream.range(0, model.layers.size())
                .mapToObj(layer -> activity(model.layers.get(layer).geometry, lanes, layer))
                .toList();
    }

    private static LayerActivity activity(Geometry geometry, List<List<ActivitySum>> lanes, int layer) {
        ActivitySum all = ActivitySum.of(geometry);
        lanes.forEach(lane -> all.add(lane.get(layer)));
        return all.activity();
    }
}
