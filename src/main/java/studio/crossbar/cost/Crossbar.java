package studio.crossbar.cost;

import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Subtraction;
import studio.crossbar.mapping.TileSlot;

/**
 * What one tile asks of the circuits around it.
 *
 * @param rows wordlines in use
 * @param outputs weight columns
 * @param slices columns, or pairs of them, that hold the digits of one weight
 * @param paired whether each of these is a pair, to be subtracted
 * @param corrections columns of middle conductances, whose current is subtracted from that of all others
 * @param references the same of lowest conductances; they stand beside the bitlines that the tile's shape counts
 */
record Crossbar(int rows, int outputs, int slices, boolean paired, int corrections, int references) {

    /** A crossbar whose cells of weight 0 conduct nothing, or whose reference is nobody's cost. */
    Crossbar(int rows, int outputs, int slices, boolean paired, int corrections) {
        this(rows, outputs, slices, paired, corrections, 0);
    }

    static Crossbar of(TileSlot slot, Cell cell) {
        return new Crossbar(
                slot.rows(),
                slot.outputs(),
                slot.slices(),
                slot.encoding().devicesPerWeight() == 2,
                slot.encoding().correctionColumns(),
                slot.encoding().needsReference(cell.gMinMicroSiemens()) ? 1 : 0);
    }

    /** Results of conversion and subtraction that one read gives. */
    int codes() {
        return outputs * slices;
    }

    /** Columns that hold weights. */
    int weightColumns() {
        return paired ? 2 * codes() : codes();
    }

    /** All bitlines. */
    int columns() {
        return weightColumns() + common();
    }

    /** Columns whose current is subtracted from that of all others before conversion. */
    int common() {
        return corrections + references;
    }

    /** Columns that are converted, where pairs are subtracted as {@code subtraction} says. */
    int converted(Subtraction subtraction) {
        return subtraction == Subtraction.ANALOG ? codes() : weightColumns();
    }

    /** Columns whose sums are subtracted from another's before conversion. */
    int pairs() {
        return paired ? codes() : 0;
    }

    /** Cells that hold weights, where a cell takes {@code devicesOfAPair} devices of a pair. */
    long cells(int devicesOfAPair) {
        return (long) rows * (paired ? 2 / devicesOfAPair * codes() : codes());
    }
}
