package studio.crossbar.simulation;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import studio.crossbar.data.Parts;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.simulation.tile.WireResistance;

/**
 * Accuracy of chips of the design's own cells whose wires have resistance, in the approximate mode, and how far that mode is
 * from the exact solution.
 *
 * @param wires resistance of the wires
 * @param accuracy of the same chips as without resistance
 * @param error of the currents, measured on the network's own tiles
 */
public record WiredAccuracy(WireResistance wires, AccuracyUnderNoise accuracy, WireError error) {

    /**
     * Simulates the test windows.
     *
     * @param draws chips, at least 1
     * @param seed of all chips
     * @param progress receives the share done, 0 … 1
     * @throws java.util.concurrent.CancellationException within a second after {@code cancelled} says so
     */
    public static WiredAccuracy measure(
            MappedNetwork mapped,
            Parts parts,
            WireResistance wires,
            int draws,
            long seed,
            BooleanSupplier cancelled,
            DoubleConsumer progress) {
        ChipOptions options = ChipOptions.DESIGN.withWires(wires);
        WireError error = WireError.measure(mapped, options, cancelled);
        try (ChipStudy study = new ChipStudy(mapped, parts.test(), parts.train())) {
            AccuracyUnderNoise accuracy = study.accuracies(options, List.of(0.0), draws, seed, cancelled, progress)
                    .getFirst();
            return new WiredAccuracy(wires, accuracy, error);
        }
    }
}
