package studio.crossbar.cost;

import studio.crossbar.hardware.Cell;
import studio.crossbar.training.Activity;

/**
 * What reads of a layer's cells, or of some of its tiles', are counted with: energy {@code Σ V² G t} over devices.
 *
 * @param weights of devices that hold weights
 * @param corrections of cells of correction columns, at the middle conductance
 * @param references of cells of reference columns, at the lowest conductance
 */
record CellRead(Driven weights, Driven corrections, Driven references) {

    /** Cells whose rows are all driven alike. */
    static CellRead of(double weightMicroSiemens, Cell cell, Activity activity) {
        return new CellRead(
                Driven.of(weightMicroSiemens, activity),
                Driven.of(middle(cell), activity),
                Driven.of(cell.gMinMicroSiemens(), activity));
    }

    /** Conductance of a correction cell, µS. */
    static double middle(Cell cell) {
        return (cell.gMinMicroSiemens() + cell.gMaxMicroSiemens()) / 2;
    }
}
