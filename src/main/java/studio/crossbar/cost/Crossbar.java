package studio.crossbar.cost;

import studio.crossbar.mapping.TileSlot;

/**
 * What one tile asks of the circuits around it.
 *
 * @param rows wordlines in use
 * @param outputs weight columns
 * @param slices columns, or pairs of them, that hold the digits of one weight
 * @param paired whether each of these is a pair, to be subtracted
 * @param corrections columns whose current is subtracted from that of all others
 */
record Crossbar(int rows, int outputs, int slices, boolean paired, int corrections) {

    static Crossbar of(TileSlot slot) {
        return new Crossbar(
                slot.rows(),
                slot.outputs(),
                slot.slices(),
                slot.encoding().devicesPerWeight() == 2,
                slot.encoding().correctionColumns());
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
        return weightColumns() + corrections;
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
