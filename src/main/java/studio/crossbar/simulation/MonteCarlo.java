package studio.crossbar.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import studio.crossbar.data.Dataset;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.RowPlan;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.mapping.TileSlot;
import studio.crossbar.tensor.CounterNoise;
import studio.crossbar.tensor.NoiseUse;
import studio.crossbar.training.AnalogInference;
import studio.crossbar.training.Confusion;

/** Inference of a mapped network on chips with programming noise of their own. */
public final class MonteCarlo {

    private MonteCarlo() {}

    /**
     * Accuracy over {@code draws} chips.
     *
     * @param raw test windows as read, not standardised
     * @param draws at least 1
     * @param seed of all draws; another seed gives other chips
     * @param progress receives the share done, 0 … 1
     * @throws CancellationException within a second after {@code cancelled} says so
     */
    public static AccuracyUnderNoise accuracy(
            MappedNetwork mapped,
            Dataset raw,
            int draws,
            long seed,
            BooleanSupplier cancelled,
            DoubleConsumer progress) {
        int threads = Runtime.getRuntime().availableProcessors();
        return accuracy(mapped, raw, 0, draws, seed, threads, cancelled, progress);
    }

    /**
     * Accuracy over {@code draws} chips, and which classes they take for which; arguments as for {@link #accuracy}.
     *
     * @throws CancellationException within a second after {@code cancelled} says so
     */
    public static DrawResults results(
            MappedNetwork mapped,
            Dataset raw,
            int draws,
            long seed,
            BooleanSupplier cancelled,
            DoubleConsumer progress) {
        int threads = Runtime.getRuntime().availableProcessors();
        return results(mapped, raw, 0, draws, seed, threads, cancelled, progress);
    }

    /**
     * Accuracy over the chips {@code first … first + draws − 1}, so that few chips can be followed by more.
     *
     * @param first at least 0
     * @param threads that may be used, the caller's included, at least 1; the result does not depend on them
     */
    public static AccuracyUnderNoise accuracy(
            MappedNetwork mapped,
            Dataset raw,
            int first,
            int draws,
            long seed,
            int threads,
            BooleanSupplier cancelled,
            DoubleConsumer progress) {
        return results(mapped, raw, first, draws, seed, threads, cancelled, progress)
                .accuracy();
    }

    private static DrawResults results(
            MappedNetwork mapped,
            Dataset raw,
            int first,
            int draws,
            long seed,
            int threads,
            BooleanSupplier cancelled,
            DoubleConsumer progress) {
        if (first < 0 || draws < 1) {
            throw new IllegalArgumentException("draws: " + draws + " from " + first + " are not at least 1 from 0");
        }
        List<Double> accuracies = new ArrayList<>();
        Confusion all = null;
        try (AnalogInference inference = new AnalogInference(mapped.trained(), raw, threads)) {
            for (int draw = first; draw < first + draws; draw++) {
                for (int layer = 0; layer < mapped.plan().layers().size(); layer++) {
                    inference.program(layer, chip(mapped, layer, seed, draw));
                }
                Confusion one = inference.confusion(seed, draw, cancelled);
                accuracies.add(one.accuracy());
                all = all == null ? one : all.plus(one);
                progress.accept((draw - first + 1.0) / draws);
            }
        }
        return new DrawResults(new AccuracyUnderNoise(accuracies), Objects.requireNonNull(all));
    }

    /**
     * What the cells of a layer hold, {@code [slices][rows × outputs]}, with the programming noise of one chip: each slice's
     * own, and that of the correction cells, which all weights of a row and tile share.
     */
    static float[][] chip(MappedNetwork mapped, int layer, long seed, int draw) {
        Hardware hardware = mapped.trained().design().hardware();
        float range = mapped.trained().layers().get(layer).ranges().weight();
        float step = range / (hardware.cell().levels() - 1);
        float sigma = (float) hardware.noise().programmingSigma() * range;
        CounterNoise noise = NoiseUse.CHIP.noise(seed, NoiseUse.Part.PROGRAMMING, layer, draw);
        LayerPlan plan = mapped.plan().layers().get(layer);
        int outputs = mapped.trained().layers().get(layer).outputs();
        float[][] cells = new float[hardware.slices()][];
        for (int slice = 0; slice < cells.length; slice++) {
            short[] levels = mapped.readBack(layer, slice);
            float[] weights = new float[levels.length];
            noise.gaussian((long) slice * weights.length, weights, 0, weights.length);
            for (RowPlan.Region region : plan.rows().regions()) {
                float deviation = region.encoding().noiseGain() * sigma;
                for (int row = region.firstRow(); row < region.firstRow() + region.rows(); row++) {
                    int from = row * outputs + region.firstOutput();
                    for (int i = from; i < from + region.outputs(); i++) {
                        weights[i] = levels[i] * step + deviation * weights[i];
                    }
                }
            }
            cells[slice] = weights;
        }
        long used = (long) cells.length * cells[0].length;
        for (TileSlot tile : plan.tiles()) {
            if (tile.encoding().correctionColumns() > 0) {
                correct(tile, outputs, tile.encoding().noiseGain() * sigma, noise, used, cells);
                used += tile.rows();
            }
        }
        return cells;
    }

    /** Takes the noise of a tile's correction cells from the weights of their rows. */
    private static void correct(
            TileSlot tile, int outputs, float deviation, CounterNoise noise, long first, float[][] cells) {
        float[] deviates = new float[tile.rows()];
        noise.gaussian(first, deviates, 0, deviates.length);
        for (int row = 0; row < tile.rows(); row++) {
            int from = (tile.firstRow() + row) * outputs + tile.firstOutput();
            for (float[] slice : cells) {
                for (int i = from; i < from + tile.outputs(); i++) {
                    slice[i] -= deviation * deviates[row];
                }
            }
        }
    }
}
