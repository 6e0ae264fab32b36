package studio.crossbar.simulation;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.mapping.Tile;
import studio.crossbar.mapping.TileSlot;
import studio.crossbar.simulation.irdrop.ApproximationError;
import studio.crossbar.simulation.tile.TileConductance;
import studio.crossbar.simulation.tile.WireResistance;
import studio.crossbar.tensor.CounterNoise;

/**
 * How far IR drop as whole-network inference takes it is from the exact solution.
 *
 * @param tiles tiles on which it was measured, the largest ones
 * @param inputs evenly distributed input vectors on each
 * @param relativeL2 largest of the tiles' relative errors of currents
 * @param worstRelative largest error of a current over the largest current of its tile
 */
public record WireError(int tiles, int inputs, double relativeL2, double worstRelative) {

    public WireError {
        if (tiles < 0 || inputs < 0 || !(relativeL2 >= 0) || !(worstRelative >= 0)) {
            throw new IllegalArgumentException("error: " + relativeL2 + " and " + worstRelative + " on " + tiles
                    + " tiles with " + inputs + " inputs; none of these can be negative");
        }
    }

    private static final int MOST_TILES = 4;
    private static final int INPUTS = 8;

    /**
     * Measures it on the network's own tiles with cells on target.
     *
     * @throws java.util.concurrent.CancellationException after {@code cancelled} says so
     */
    public static WireError measure(MappedNetwork mapped, ChipOptions options, BooleanSupplier cancelled) {
        WireResistance wires = options.wires();
        if (wires == null) {
            return new WireError(0, 0, 0, 0);
        }
        List<Tile> largest = mapped.tiles().stream()
                .sorted(Comparator.comparingLong((Tile tile) -> tile.slot().devices())
                        .reversed())
                .limit(MOST_TILES)
                .toList();
        List<ApproximationError> errors = IntStream.range(0, largest.size())
                .mapToObj(i -> wires.error(cells(largest.get(i), options), INPUTS, new CounterNoise(i, 0), cancelled))
                .toList();
        return new WireError(
                largest.size(),
                INPUTS,
                errors.stream()
                        .mapToDouble(ApproximationError::relativeL2)
                        .max()
                        .orElseThrow(),
                errors.stream()
                        .mapToDouble(ApproximationError::worstRelative)
                        .max()
                        .orElseThrow());
    }

    /** In words, such as "2.1e-6 (L2), 7.0e-6 of the largest current at worst, on the 4 largest tiles". */
    public String text() {
        return String.format(
                Locale.ROOT,
                "%.1e (L2), %.1e of the largest current at worst, on the %s",
                relativeL2,
                worstRelative,
                tiles == 1 ? "largest tile" : tiles + " largest tiles");
    }

    private static TileConductance cells(Tile tile, ChipOptions options) {
        TileSlot slot = tile.slot();
        float[] levels = TilePlan.levels(tile.cell(), options.device());
        return TileConductance.noiseless(slot.rows(), slot.deviceColumns(), TilePlan.targets(tile, levels));
    }
}
