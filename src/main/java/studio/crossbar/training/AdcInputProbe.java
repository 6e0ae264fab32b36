package studio.crossbar.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import studio.crossbar.data.Dataset;
import studio.crossbar.tensor.Quantizer;

/**
 * Measures what the ADCs of a trained network are given. The cells hold their levels without noise, so that the result
 * depends on network and data alone; what enters a layer has passed the converters of those before it.
 */
public final class AdcInputProbe {

    /** Most windows that are run: millions of sums in most networks. */
    public static final int MOST_WINDOWS = 256;

    private AdcInputProbe() {}

    /** Counts one layer's sums in one lane, a counter a kind of ADC. */
    private static final class LayerCounter {

        private final CrossbarState state;
        private final List<Quantizer> kinds;
        private final List<SumHistogram.Counter> counters;

        LayerCounter(CrossbarState state) {
            this.state = state;
            kinds = IntStream.range(0, state.geometry.rows.blocks().size())
                    .boxed()
                    .flatMap(block -> state.adcColumns(block).stream())
                    .map(CrossbarState.AdcColumns::codes)
                    .distinct()
                    .toList();
            counters = kinds.stream().map(kind -> new SumHistogram.Counter()).toList();
        }

        void observe(CrossbarPass pass, int samples) {
            for (int b = 0; b < state.geometry.rows.blocks().size(); b++) {
                List<CrossbarState.AdcColumns> columns = state.adcColumns(b);
                pass.readBlockSums(b, samples, (sums, count) -> add(columns, sums, count));
            }
        }

        private void add(List<CrossbarState.AdcColumns> columns, float[] sums, int count) {
            float fullScale = state.ranges().adc();
            // Columns that are converted alike lie together over all positions.
            int atOnce = columns.size() == 1 ? count : state.outputs;
            for (int at = 0; at < count; at += atOnce) {
                for (CrossbarState.AdcColumns some : columns) {
                    counters.get(kinds.indexOf(some.codes()))
                            .add(
                                    sums,
                                    at + some.firstOutput(),
                                    columns.size() == 1 ? count : some.outputs(),
                                    fullScale);
                }
            }
        }

        void add(LayerCounter other) {
            for (int kind = 0; kind < counters.size(); kind++) {
                counters.get(kind).add(other.counters.get(kind));
            }
        }

        AdcInputs inputs() {
            List<AdcInputs.Columns> columns = new ArrayList<>();
            for (int kind = 0; kind < kinds.size(); kind++) {
                Quantizer codes = kinds.get(kind);
                columns.add(new AdcInputs.Columns(
                        codes.low() < 0, codes.high() > 0, counters.get(kind).histogram()));
            }
            return new AdcInputs(state.ranges().adc(), columns);
        }
    }

    /**
     * Runs up to {@value #MOST_WINDOWS} windows spread evenly over {@code raw}.
     *
     * @param raw windows as read, not standardised
     * @param cancelled asked after each batch
     * @return one entry a layer with weights
     * @throws IllegalArgumentException if the windows do not fit the network
     * @throws CancellationException if {@code cancelled} says so
     */
    public static List<AdcInputs> measure(TrainedNetwork trained, Dataset raw, BooleanSupplier cancelled) {
        Model model = Model.of(trained);
        List<List<LayerCounter>> lanes = IntStream.range(0, BatchRunner.LANES)
                .mapToObj(lane -> model.layers.stream().map(LayerCounter::new).toList())
                .toList();
        Probe.run(trained, model, raw, MOST_WINDOWS, cancelled, (lane, network, samples) -> {
            for (int layer = 0; layer < model.layers.size(); layer++) {
                lanes.get(lane).get(layer).observe(network.crossbars.get(layer), samples);
            }
        });
        List<LayerCounter> all = lanes.getFirst();
        for (List<LayerCounter> lane : lanes.subList(1, lanes.size())) {
            for (int layer = 0; layer < all.size(); layer++) {
                all.get(layer).add(lane.get(layer));
            }
        }
        return all.stream().map(LayerCounter::inputs).toList();
    }
}
