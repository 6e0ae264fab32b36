package studio.crossbar.cost;

import java.util.List;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.Slices;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.TileSlot;

/**
 * Expectation before training: every weight level of the encoding is equally likely, and all rows have the inputs that the
 * options assume.
 */
record ExpectedReads(Cell cell, Drive drive, double meanSquareInput) implements CellReads {

    static ExpectedReads of(Hardware hardware, CostOptions options) {
        return new ExpectedReads(hardware.cell(), Drive.of(hardware), options.meanSquareInput());
    }

    @Override
    public CellRead of(LayerPlan layer, int from, int to) {
        return CellRead.of(
                meanConductance(layer.tiles().subList(from, to)),
                cell,
                drive.expected(meanSquareInput, layer.signedInput()));
    }

    @Override
    public String source() {
        return "mean conductance of equally likely weight levels, mean square input " + meanSquareInput
                + " before it is rounded to codes";
    }

    @Override
    public EnergyBasis basis() {
        return EnergyBasis.EXPECTED_CONDUCTANCE;
    }

    private double meanConductance(List<TileSlot> slots) {
        double sum = 0;
        long devices = 0;
        for (TileSlot slot : slots) {
            long weights = (long) slot.rows() * slot.convertedColumns();
            sum += weights * meanConductance(slot);
            devices += weights;
        }
        return sum / devices;
    }

    /**
     * With {@code L} states a cell and {@code M} levels a weight the mean state is {@code (L − 1) / 2} for one cell a weight
     * and {@code M (L − 1) / (2 (2M − 1))} for each cell of a pair, since one of the two stays at state 0.
     */
    private double meanConductance(TileSlot slot) {
        double steps = cell.levels() - 1.0;
        double levels = new Slices(cell.levels(), slot.slices()).weightLevels();
        boolean pair = slot.encoding().devicesPerWeight() == 2;
        double state = pair ? levels * steps / (2 * (2 * levels - 1)) : steps / 2;
        return cell.gMinMicroSiemens() + (cell.gMaxMicroSiemens() - cell.gMinMicroSiemens()) * state / steps;
    }
}
