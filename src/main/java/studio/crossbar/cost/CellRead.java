package studio.crossbar.cost;

import java.util.List;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Slices;
import studio.crossbar.mapping.Tile;
import studio.crossbar.mapping.TileSlot;

/**
 * Mean conductance of a layer's cells, which sets the energy {@code V² G t} of a read.
 *
 * @param conductanceMicroSiemens mean over all devices used, µS
 * @param basis how it was found
 */
record CellRead(double conductanceMicroSiemens, String basis) {

    /**
     * Expectation before training: every weight level of the encoding is equally likely. With {@code L} states a cell and
     * {@code M} a weight the mean state is {@code (L − 1) / 2} for one cell a weight, correction cells included, and
     * {@code M (L − 1) / (2 (2M − 1))} for each cell of a pair, since one of the two stays at state 0.
     */
    static CellRead expected(List<TileSlot> slots, Cell cell) {
        double sum = 0;
        long devices = 0;
        for (TileSlot slot : slots) {
            sum += slot.devices() * meanConductance(slot, cell);
            devices += slot.devices();
        }
        return new CellRead(sum / devices, "mean conductance of equally likely weight levels");
    }

    /** Mean over the states that were programmed. */
    static CellRead programmed(List<Tile> tiles) {
        return new CellRead(Tile.meanConductanceMicroSiemens(tiles), "mean conductance of the programmed states");
    }

    private static double meanConductance(TileSlot slot, Cell cell) {
        double steps = cell.levels() - 1.0;
        double levels = new Slices(cell.levels(), slot.slices()).weightLevels();
        boolean pair = slot.encoding().devicesPerWeight() == 2;
        double state = pair ? levels * steps / (2 * (2 * levels - 1)) : steps / 2;
        return cell.gMinMicroSiemens() + (cell.gMaxMicroSiemens() - cell.gMinMicroSiemens()) * state / steps;
    }
}
