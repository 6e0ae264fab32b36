package studio.crossbar.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.device.Device;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.mapping.Tile;
import studio.crossbar.mapping.TileSlot;
import studio.crossbar.simulation.tile.Conversion;
import studio.crossbar.simulation.tile.TileReadout;
import studio.crossbar.tensor.Quantizer;

/**
 * What all chips have in common in one tile.
 *
 * @param slot its place
 * @param columns bit lines, those of the slot and, where a reference is a column of the tile, that one
 * @param targets µS {@code [rows × slot.deviceColumns()]}
 * @param zeroMicroSiemens of a cell that stands for weight 0 of an encoding with one sign
 * @param readout how bit lines become outputs
 * @param weightPerMicroSiemens of a digit of 1
 * @param adc as trained, for a digit of 1
 */
@SuppressWarnings("ArrayRecordComponent") // A table; nothing compares it.
record TilePlan(
        TileSlot slot,
        int columns,
        float[] targets,
        float zeroMicroSiemens,
        TileReadout readout,
        double weightPerMicroSiemens,
        Quantizer adc) {

    /**
     * @param range R, the weight full scale of the layer
     * @param trained converter of the tile's sums, with the encoding's sign
     */
    static TilePlan of(Tile tile, ChipOptions options, float range, Quantizer trained) {
        TileSlot slot = tile.slot();
        float[] levels = levels(tile.cell(), options.device());
        boolean column = slot.encoding() != Encoding.DIFFERENTIAL && options.wires() != null && levels[0] > 0;
        return new TilePlan(
                slot,
                slot.deviceColumns() + (column ? 1 : 0),
                targets(tile, levels),
                levels[0],
                readout(slot, options.subtraction(), levels[0], column),
                (double) range / (levels[levels.length - 1] - levels[0]),
                slot.encoding() == Encoding.NEGATIVE ? turned(trained) : trained);
    }

    /** What the cells are programmed to, µS {@code [rows × slot.deviceColumns()]}. */
    static float[] targets(Tile tile, float[] levels) {
        TileSlot slot = tile.slot();
        float[] targets = new float[slot.rows() * slot.deviceColumns()];
        for (int r = 0; r < slot.rows(); r++) {
            for (int c = 0; c < slot.deviceColumns(); c++) {
                targets[r * slot.deviceColumns() + c] = levels[tile.state(r, c)];
            }
        }
        return targets;
    }

    /** Target conductances of the states, µS. */
    static float[] levels(Cell cell, @Nullable Device device) {
        if (device != null) {
            return device.levels(cell.levels());
        }
        float[] levels = new float[cell.levels()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (float) cell.conductanceMicroSiemens(i);
        }
        return levels;
    }

    private static TileReadout readout(TileSlot slot, TileReadout.Subtraction subtraction, float zero, boolean column) {
        return switch (slot.encoding()) {
            case DIFFERENTIAL -> TileReadout.differential(slot.outputs(), subtraction);
            case POSITIVE -> unipolar(slot.outputs(), 1, zero, column);
            case NEGATIVE -> unipolar(slot.outputs(), -1, zero, column);
        };
    }

    private static TileReadout unipolar(int outputs, int sign, float zero, boolean column) {
        if (!column) {
            return TileReadout.unipolar(outputs, sign, zero);
        }
        Conversion.Term value = new Conversion.Term(1, 0, 1);
        Conversion.Term reference = new Conversion.Term(-1, outputs, 0);
        return new TileReadout(outputs, List.of(new Conversion(sign, List.of(value, reference), 0)));
    }

    private static Quantizer turned(Quantizer adc) {
        return new Quantizer(adc.fullScale(), adc.steps(), -adc.high(), -adc.low());
    }

    /** Puts {@code values} of the slot's cells, and {@code reference} in a reference column, in the tile's layout. */
    float[] withReference(float[] values, float reference) {
        int own = slot.deviceColumns();
        if (columns == own || values.length == 0) {
            return values;
        }
        float[] all = new float[slot.rows() * columns];
        for (int r = 0; r < slot.rows(); r++) {
            System.arraycopy(values, r * own, all, r * columns, own);
            all[r * columns + own] = reference;
        }
        return all;
    }
}
