package studio.crossbar.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import studio.crossbar.data.Dataset;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.tensor.NoiseUse;
import studio.crossbar.training.AnalogInference;

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
        if (draws < 1) {
            throw new IllegalArgumentException("draws: " + draws + " is below 1");
        }
        List<Double> accuracies = new ArrayList<>();
        try (AnalogInference inference = new AnalogInference(mapped.trained(), raw)) {
            for (int draw = 0; draw < draws; draw++) {
                for (int layer = 0; layer < mapped.plan().layers().size(); layer++) {
                    inference.program(layer, chip(mapped, layer, seed, draw));
                }
                accuracies.add(inference.accuracy(seed, draw, cancelled));
                progress.accept((draw + 1.0) / draws);
            }
        }
        return new AccuracyUnderNoise(accuracies);
    }

    /** Weights of a layer as its tiles hold them, with the programming noise of one chip. */
    private static float[] chip(MappedNetwork mapped, int layer, long seed, int draw) {
        Hardware hardware = mapped.trained().design().hardware();
        float range = mapped.trained().layers().get(layer).ranges().weight();
        float step = range / (hardware.cell().levels() - 1);
        float sigma = (float) hardware.noise().programmingSigma() * range;
        short[] levels = mapped.readBack(layer);
        float[] weights = new float[levels.length];
        NoiseUse.CHIP.noise(seed, NoiseUse.Part.PROGRAMMING, layer, draw).gaussian(0, weights, 0, weights.length);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = levels[i] * step + sigma * weights[i];
        }
        return weights;
    }
}
