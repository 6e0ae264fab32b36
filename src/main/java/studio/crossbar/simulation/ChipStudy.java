package studio.crossbar.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.Dataset;
import studio.crossbar.device.Device;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.simulation.tile.CrossbarArray;
import studio.crossbar.training.AnalogInference;

/**
 * Accuracy of chips that are simulated tile by tile with what was programmed. One study keeps the buffers that all its chips
 * use; batches and tiles are shared out over all processors. Not for several threads at once.
 */
public final class ChipStudy implements AutoCloseable {

    private static final int CALIBRATION_WINDOWS = 256;

    private final MappedNetwork mapped;
    private final Dataset calibration;
    private final AnalogInference inference;
    private @Nullable AnalogInference ranging;

    /**
     * @param test windows as read, not standardised
     * @param calibration windows of which some range the ADCs where options ask for that; not the test windows
     */
    public ChipStudy(MappedNetwork mapped, Dataset test, Dataset calibration) {
        this.mapped = mapped;
        this.calibration = calibration;
        inference = new AnalogInference(mapped.trained(), test);
    }

    /** What is simulated. */
    public MappedNetwork mapped() {
        return mapped;
    }

    /**
     * Accuracy over chips at several ages; each chip is programmed once and read at all of them.
     *
     * @param seconds ages, at least one
     * @param chips at least 1
     * @param seed of all chips; another seed gives other ones
     * @param progress receives the share done, 0 … 1
     * @return one entry an age
     * @throws CancellationException within a second after {@code cancelled} says so
     * @throws IllegalArgumentException before any work if the device says nothing about an age, the temperature, or the
     *     number of levels
     */
    public List<AccuracyUnderNoise> accuracies(
            ChipOptions options,
            List<Double> seconds,
            int chips,
            long seed,
            BooleanSupplier cancelled,
            DoubleConsumer progress) {
        if (chips < 1 || seconds.isEmpty()) {
            throw new IllegalArgumentException(
                    "chips: " + chips + " at " + seconds.size() + " ages; give at least one of both");
        }
        requireAges(options, seconds);
        ChipPlan plan = new ChipPlan(mapped, options, inference);
        List<List<Double>> accuracies = new ArrayList<>();
        seconds.forEach(_ -> accuracies.add(new ArrayList<>()));
        for (int number = 0; number < chips; number++) {
            Chip chip = chip(plan, seed, number, cancelled);
            for (int t = 0; t < seconds.size(); t++) {
                simulate(chip.at(seconds.get(t)));
                accuracies.get(t).add(inference.accuracy(seed, number, cancelled));
                progress.accept((number * seconds.size() + t + 1.0) / (chips * seconds.size()));
            }
        }
        return accuracies.stream().map(AccuracyUnderNoise::new).toList();
    }

    /** Refuses what the device was not fitted for. */
    private static void requireAges(ChipOptions options, List<Double> seconds) {
        Device device = options.device();
        for (double age : seconds) {
            ChipTimes.require(age);
            if (device != null) {
                device.requireSeconds(device.equivalentSeconds(age, options.celsius()));
            } else if (age > 0) {
                throw new IllegalArgumentException("time: " + ChipTimes.text(age)
                        + " after programming, but the design's own cells do not age; name a device");
            }
        }
    }

    /** Scores {@code [windows, classes]} of one chip at one age. */
    float[] scores(ChipOptions options, double seconds, int number, long seed) {
        requireAges(options, List.of(seconds));
        Chip chip = chip(new ChipPlan(mapped, options, inference), seed, number, () -> false);
        simulate(chip.at(seconds));
        return inference.scores(seed, number, () -> false);
    }

    private Chip chip(ChipPlan plan, long seed, int number, BooleanSupplier cancelled) {
        Chip chip = Chip.program(plan, seed, number, cancelled);
        if (plan.options().rangeShare() > 0) {
            chip.calibrate(ranging(), seed);
        }
        return chip;
    }

    private void simulate(List<CrossbarArray> layers) {
        for (int layer = 0; layer < layers.size(); layer++) {
            inference.simulate(layer, layers.get(layer));
        }
    }

    private AnalogInference ranging() {
        AnalogInference current = ranging;
        if (current == null) {
            int n = Math.min(CALIBRATION_WINDOWS, calibration.size());
            int[] spread = new int[n];
            for (int i = 0; i < n; i++) {
                spread[i] = (int) ((long) i * calibration.size() / n);
            }
            current = new AnalogInference(mapped.trained(), calibration.select(spread));
            ranging = current;
        }
        return current;
    }

    @Override
    public void close() {
        inference.close();
        if (ranging != null) {
            ranging.close();
        }
    }
}
