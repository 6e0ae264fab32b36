package studio.crossbar.cost;

import java.util.List;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Slices;
import studio.crossbar.mapping.Tile;
import studio.crossbar.mapping.TileSlot;

/**
 * Mean conductance of a layer's cells that hold weights, which sets the energy {@code V² G t} of a read. Correction and
 * reference cells are lines of their own in the bill.
 *
 * @param conductanceMicroSiemens mean over all devices that hold weights, µS
 * @param basis how it was found
 */
record CellRead(double conductanceMicroSiemens, String basis) {

    /**
     * Expectation before training: every weight level of the encoding is equally likely. With {@code L} states a cell and
     * {@code M} a weight the mean state is {@code (L − 1) / 2} for one cell a weight and
     * {@code M (L − 1) / (2 (2M − 1))} for each cell of a pair, since one of the two stays at state 0.
     */
    static CellRead expected(List<TileSlot> slots, Cell cell) {
        double sum = 0;
        long devices = 0;
        for (TileSlot slot : slots) {
            long weights = (long) slot.rows() * slot.convertedColumns();
            sum += weights * meanConductance(slot, cell);
            devices += weights;
        }
        return new CellRead(sum / devices, "mean conductance of equally likely weight levels");
    }

    /** Mean over the states that were programmed. */
    static CellRead programmed(List<Tile> tiles) {
        return new CellRead(Tile.meanWeightConductanceMicroSiemens(tiles), "mean conductance of the programmed states");
    }

    private static double meanConductance(TileSlot slot, Cell cell) {
        double steps = cell.levels() - 1.0;
        double levels = new Slices(cell.levels(), slot.slices()).weightLevels();
        boolean pair = slot.encoding().devicesPerWeight() == 2;
        double state = pair ? levels * steps / (2 * (2 * levels - 1)) : steps / 2;
        return cell.gMinMicroSiemens() + (cell.gMaxMicroSiemens() - cell.gMinMicroSiemens()) * state / steps;
    }
}
