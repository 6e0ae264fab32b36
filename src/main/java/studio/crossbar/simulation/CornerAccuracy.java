package studio.crossbar.simulation;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import studio.crossbar.simulation.tile.WireResistance;

/**
 * Chips in one corner.
 *
 * @param corner where they are
 * @param wires that they have there; null for none
 * @param accuracy of each; null where the device cannot be in that corner
 * @param reason why there is no accuracy; empty if there is one
 */
public record CornerAccuracy(
        Corner corner,
        @Nullable WireResistance wires,
        @Nullable AccuracyUnderNoise accuracy,
        String reason) {

    public CornerAccuracy {
        if ((accuracy == null) == reason.isEmpty()) {
            throw new IllegalArgumentException("reason: \"" + reason + "\"; give one where there is no accuracy");
        }
    }

    /**
     * Simulates chips in {@code corner}; no work is done where the device cannot be there.
     *
     * @param options of chips in no corner
     * @param chips at least 1
     * @param progress receives the share done, 0 … 1
     * @throws java.util.concurrent.CancellationException within a second after {@code cancelled} says so
     */
    public static CornerAccuracy measure(
            ChipStudy study,
            Corner corner,
            ChipOptions options,
            int chips,
            long seed,
            BooleanSupplier cancelled,
            DoubleConsumer progress) {
        try {
            ChipOptions there = corner.of(options);
            AccuracyUnderNoise accuracy = study.accuracies(
                            there, List.of(corner.seconds()), chips, seed, cancelled, progress)
                    .getFirst();
            return new CornerAccuracy(corner, there.wires(), accuracy, "");
        } catch (IllegalArgumentException e) {
            return new CornerAccuracy(corner, null, null, String.valueOf(e.getMessage()));
        }
    }
}
