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
}
