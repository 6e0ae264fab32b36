package studio.crossbar.mapping;

import studio.crossbar.hardware.Encoding;

/**
 * Where one tile sits in a layer's weight matrix.
 *
 * @param layer index among the layers with weights
 * @param block row block, index in the layer's {@link studio.crossbar.hardware.RowPlan}
 * @param encoding of its cells
 * @param firstRow first row, in the order of the row plan
 * @param rows wordlines used
 * @param firstOutput first output column
 * @param outputs weight columns; {@code outputs · devicesPerWeight} bitlines are used
 */
public record TileSlot(int layer, int block, Encoding encoding, int firstRow, int rows, int firstOutput, int outputs) {

    /** Bitlines used. */
    public int deviceColumns() {
        return outputs * encoding.devicesPerWeight();
    }

    /** Cells used. */
    public long devices() {
        return (long) rows * deviceColumns();
    }

    /** Whether the tile holds the weight from crossbar row {@code row} of its layer to {@code output}. */
    boolean holds(int row, int output) {
        return row >= firstRow && row < firstRow + rows && output >= firstOutput && output < firstOutput + outputs;
    }

    /** How the current of bitline {@code deviceColumn} counts: +1 or −1. */
    public int sign(int deviceColumn) {
        return switch (encoding) {
            case DIFFERENTIAL -> deviceColumn % 2 == 0 ? 1 : -1;
            case POSITIVE -> 1;
            case NEGATIVE -> -1;
        };
    }
}
