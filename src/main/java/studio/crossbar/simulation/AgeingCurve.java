package studio.crossbar.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import studio.crossbar.device.Device;
import studio.crossbar.simulation.tile.WireResistance;

/**
 * Accuracy of the same chips as they age.
 *
 * @param device name of their cells
 * @param driftCompensation as in {@link ChipOptions}
 * @param wires resistance of their wires; null for none
 * @param ages in order, the first right after programming
 */
public record AgeingCurve(
        String device, boolean driftCompensation, @Nullable WireResistance wires, List<Age> ages) {

    /** A second to ten years, about a decade apart at first and where people ask later. */
    private static final List<Double> STANDARD = Stream.of("1s", "10s", "1min", "10min", "1h", "1d", "30d", "1y", "10y")
            .map(ChipTimes::parse)
            .toList();

    /**
     * Chips at one age.
     *
     * @param seconds since programming
     * @param accuracy of each chip
     */
    public record Age(double seconds, AccuracyUnderNoise accuracy) {

        public Age {
            ChipTimes.require(seconds);
        }
    }

    public AgeingCurve {
        ages = List.copyOf(ages);
        if (device.isBlank()) {
            throw new IllegalArgumentException("device: is blank");
        }
        if (ages.size() < 2) {
            throw new IllegalArgumentException("ages: " + ages.size() + " make no curve; at least 2 are needed");
        }
        for (int i = 1; i < ages.size(); i++) {
            if (ages.get(i).seconds() <= ages.get(i - 1).seconds()) {
                throw new IllegalArgumentException("ages: " + ages.get(i).seconds() + " s follow "
                        + ages.get(i - 1).seconds() + " s; list them in ascending order");
            }
            int chips = ages.getFirst().accuracy().draws().size();
            if (ages.get(i).accuracy().draws().size() != chips) {
                throw new IllegalArgumentException(
                        "ages: " + ages.get(i).seconds() + " s are not of " + chips + " chips");
            }
        }
    }

    /** Number of chips. */
    public int chips() {
        return ages.getFirst().accuracy().draws().size();
    }

    /** Whether {@code other} was measured under the same conditions but for the number of chips. */
    public boolean replaces(AgeingCurve other) {
        return device.equals(other.device)
                && driftCompensation == other.driftCompensation
                && java.util.Objects.equals(wires, other.wires);
    }

    /** Standard ages of which the model of {@code device} says something, after 0; empty if it says nothing about ageing. */
    public static List<Double> agesOf(Device device) {
        List<Double> ages = new ArrayList<>();
        for (double age : STANDARD) {
            if (age >= device.range().firstSeconds() && age <= device.range().lastSeconds()) {
                ages.add(age);
            }
        }
        return ages;
    }

    /**
     * Programs chips once and measures them right after it and at the standard ages of their device.
     *
     * @param device of the cells
     * @param options of the chips; their device is replaced
     * @param chips at least 1
     * @param progress receives the share done, 0 … 1
     * @throws java.util.concurrent.CancellationException within a second after {@code cancelled} says so
     * @throws IllegalArgumentException if the device says nothing about ageing or cannot hold the design's levels
     */
    public static AgeingCurve measure(
            ChipStudy study,
            Device device,
            ChipOptions options,
            int chips,
            long seed,
            BooleanSupplier cancelled,
            DoubleConsumer progress) {
        List<Double> seconds = new ArrayList<>(List.of(0.0));
        seconds.addAll(agesOf(device));
        if (seconds.size() < 2) {
            throw new IllegalArgumentException("device: " + device.name() + " says nothing about ageing ("
                    + device.range().note() + "); choose another device");
        }
        ChipOptions aged = options.withDevice(device);
        List<AccuracyUnderNoise> accuracies = study.accuracies(aged, seconds, chips, seed, cancelled, progress);
        List<Age> ages = new ArrayList<>();
        for (int i = 0; i < seconds.size(); i++) {
            ages.add(new Age(seconds.get(i), accuracies.get(i)));
        }
        return new AgeingCurve(device.name(), aged.driftCompensation(), aged.wires(), ages);
    }
}
