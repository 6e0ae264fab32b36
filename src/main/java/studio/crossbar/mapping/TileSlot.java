package studio.crossbar.mapping;

import studio.crossbar.hardware.Encoding;

/**
 * Where one tile sits in a layer's weight matrix.
 *
 * <p>Bitlines are ordered output by output, within an output slice by slice from the least significant digit, within a
 * slice of a pair G+ before G−; a correction column comes last.
 *
 * @param layer index among the layers with weights
 * @param block row block, index in the layer's {@link studio.crossbar.hardware.RowPlan}
 * @param encoding of its cells
 * @param firstRow first row, in the order of the row plan
 * @param rows wordlines used
 * @param firstOutput first output column
 * @param outputs weight columns
 * @param slices slices a weight
 */
public record TileSlot(
        int layer, int block, Encoding encoding, int firstRow, int rows, int firstOutput, int outputs, int slices) {

    /** A tile whose weights have one slice. */
    public TileSlot(int layer, int block, Encoding encoding, int firstRow, int rows, int firstOutput, int outputs) {
        this(layer, block, encoding, firstRow, rows, firstOutput, outputs, 1);
    }

    /** Bitlines used. */
    public int deviceColumns() {
        return encoding.columns(outputs, slices);
    }

    /** Bitlines that carry weights and are converted; a correction column is subtracted from them before. */
    public int convertedColumns() {
        return deviceColumns() - encoding.correctionColumns();
    }

    /** Devices that hold weights. */
    public long weightDevices() {
        return (long) rows * convertedColumns();
    }

    /** Devices on its bitlines, those of a correction column included. */
    public long devices() {
        return (long) rows * deviceColumns();
    }

    /** Whether the tile holds the weight from crossbar row {@code row} of its layer to {@code output}. */
    boolean holds(int row, int output) {
        return row >= firstRow && row < firstRow + rows && output >= firstOutput && output < firstOutput + outputs;
    }

    /** Whether bitline {@code deviceColumn} is a correction column, which belongs to no weight. */
    public boolean correction(int deviceColumn) {
        return deviceColumn >= convertedColumns();
    }

    /**
     * Output, counted within the tile, that bitline {@code deviceColumn} belongs to.
     *
     * @throws IllegalArgumentException for a correction column
     */
    public int output(int deviceColumn) {
        if (correction(deviceColumn)) {
            throw new IllegalArgumentException(
                    "deviceColumn: " + deviceColumn + " is the correction column, which belongs to no output");
        }
        return deviceColumn / columnsAnOutput();
    }

    /** Digit, from 0 for the least significant, that bitline {@code deviceColumn} holds. */
    public int slice(int deviceColumn) {
        return deviceColumn / encoding.devicesPerWeight() % slices;
    }

    /** First bitline of an output's slice, counted within the tile. */
    int column(int output, int slice) {
        return output * columnsAnOutput() + slice * encoding.devicesPerWeight();
    }

    /** Neighbouring bitlines that hold one weight. */
    int columnsAnOutput() {
        return slices * encoding.devicesPerWeight();
    }

    /** How the current of bitline {@code deviceColumn} counts: +1 or −1. */
    public int sign(int deviceColumn) {
        return switch (encoding) {
            case DIFFERENTIAL -> deviceColumn % 2 == 0 ? 1 : -1;
            case POSITIVE -> 1;
            case NEGATIVE -> -1;
            case OFFSET -> correction(deviceColumn) ? -1 : 1;
        };
    }
}
