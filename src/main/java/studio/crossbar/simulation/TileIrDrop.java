package studio.crossbar.simulation;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import studio.crossbar.mapping.Tile;
import studio.crossbar.mapping.TileSlot;
import studio.crossbar.simulation.irdrop.IrDropSolution;
import studio.crossbar.simulation.irdrop.IrDropSolver;
import studio.crossbar.simulation.irdrop.ResistiveCrossbar;
import studio.crossbar.simulation.tile.WireResistance;

/**
 * What a tile loses to the resistance of its wires when all word lines are driven alike, the heaviest load, with cells on
 * target: the exact solution, which does not depend on the voltage.
 *
 * @param cells share of the drive that does not reach the cell, {@code [rows × deviceColumns]}, 0 … 1
 * @param columns share of a bit line's current that is lost, {@code [deviceColumns]}; 0 where it carries none
 */
@SuppressWarnings("ArrayRecordComponent") // Tables; nothing compares them.
public record TileIrDrop(float[] cells, float[] columns) {

    /** For pictures and per cent with two digits. */
    private static final double TOLERANCE = 1e-6;

    private static final double SIEMENS = 1e-6;

    /**
     * Solves a tile.
     *
     * @throws java.util.concurrent.CancellationException after {@code cancelled} says so
     * @throws studio.crossbar.simulation.irdrop.NotConvergedException if the solution does not
     */
    public static TileIrDrop of(Tile tile, WireResistance wires, BooleanSupplier cancelled) {
        TileSlot slot = tile.slot();
        float[] levels = TilePlan.levels(tile.cell(), null);
        float[] targets = TilePlan.targets(tile, levels);
        int own = slot.deviceColumns();
        int columns = own + (slot.encoding().needsReference(levels[0]) ? 1 : 0);
        double[] siemens = new double[slot.rows() * columns];
        // A reference column, where the encoding needs one, is the last: it loads the word lines, too.
        Arrays.fill(siemens, levels[0] * SIEMENS);
        for (int r = 0; r < slot.rows(); r++) {
            for (int c = 0; c < own; c++) {
                siemens[r * columns + c] = targets[r * own + c] * SIEMENS;
            }
        }
        double[] volts = new double[slot.rows()];
        Arrays.fill(volts, 1);
        IrDropSolver solver = new IrDropSolver(
                new ResistiveCrossbar(slot.rows(), columns, siemens, wires.wordlineOhm(), wires.bitlineOhm()));
        IrDropSolution solution = solver.solve(volts, 1, TOLERANCE, true, null, cancelled);
        float[] cells = new float[slot.rows() * own];
        double[] ideal = new double[own];
        for (int r = 0; r < slot.rows(); r++) {
            for (int c = 0; c < own; c++) {
                int at = r * columns + c;
                double across = solution.wordlineVolts()[at] - solution.bitlineVolts()[at];
                cells[r * own + c] = (float) Math.clamp(1 - across, 0, 1);
                ideal[c] += siemens[at];
            }
        }
        float[] lost = new float[own];
        for (int c = 0; c < own; c++) {
            lost[c] = ideal[c] == 0 ? 0 : (float) Math.clamp(1 - solution.currentAmperes()[c] / ideal[c], 0, 1);
        }
        return new TileIrDrop(cells, lost);
    }
}
