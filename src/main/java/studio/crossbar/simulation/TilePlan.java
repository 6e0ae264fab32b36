package studio.crossbar.simulation;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import studio.crossbar.device.Device;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.Slices;
import studio.crossbar.hardware.Subtraction;
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
     * @param unsignedInput whether no input is negative, so that columns converted one by one need no sign
     */
    static TilePlan of(Tile tile, ChipOptions options, float range, Quantizer trained, boolean unsignedInput) {
        TileSlot slot = tile.slot();
        float[] levels = levels(tile.cell(), options.device());
        Slices slices = new Slices(tile.cell().levels(), slot.slices());
        boolean column = slot.encoding().needsReference(levels[0]) && options.wires() != null;
        return new TilePlan(
                slot,
                slot.deviceColumns() + (column ? 1 : 0),
                targets(tile, levels),
                levels[0],
                readout(slot, slices, options.subtraction(), levels[0], column),
                slot.encoding().noiseGain() * (double) range / (levels[levels.length - 1] - levels[0]),
                converter(slot.encoding(), options.subtraction(), trained, unsignedInput));
    }

    /** What the cells are programmed to, µS {@code [rows × slot.deviceColumns()]}. */
    static float[] targets(Tile tile, float[] levels) {
        TileSlot slot = tile.slot();
        float[] targets = new float[slot.rows() * slot.deviceColumns()];
        for (int r = 0; r < slot.rows(); r++) {
            for (int c = 0; c < slot.deviceColumns(); c++) {
                targets[r * slot.deviceColumns() + c] =
                        slot.correction(c) ? (levels[0] + levels[levels.length - 1]) / 2 : levels[tile.state(r, c)];
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

    private static TileReadout readout(
            TileSlot slot, Slices slices, Subtraction subtraction, float zero, boolean column) {
        TileReadout one = switch (slot.encoding()) {
            case DIFFERENTIAL -> TileReadout.differential(slot.outputs(), subtraction);
            case POSITIVE -> unipolar(slot.outputs(), 1, zero, column);
            case NEGATIVE -> unipolar(slot.outputs(), -1, zero, column);
            case OFFSET -> TileReadout.offset(slot.outputs(), 1, Subtraction.ANALOG);
        };
        if (slot.slices() == 1) {
            return one;
        }
        return one.sliced(
                IntStream.range(0, slot.slices()).mapToObj(slices::share).toList());
    }

    /** The trained converter for a digit of 1, without a sign where only currents of one sign are converted. */
    private static Quantizer converter(
            Encoding encoding, Subtraction subtraction, Quantizer trained, boolean unsignedInput) {
        if (encoding == Encoding.NEGATIVE) {
            return new Quantizer(trained.fullScale(), trained.steps(), -trained.high(), -trained.low());
        }
        boolean apart = encoding == Encoding.DIFFERENTIAL && subtraction == Subtraction.DIGITAL;
        int steps = 2 * trained.steps() + 1;
        return apart && unsignedInput ? new Quantizer(trained.fullScale(), steps, 0, steps) : trained;
    }

    private static TileReadout unipolar(int outputs, int sign, float zero, boolean column) {
        if (!column) {
            return TileReadout.unipolar(outputs, sign, zero);
        }
        Conversion.Term value = new Conversion.Term(1, 0, 1);
        Conversion.Term reference = new Conversion.Term(-1, outputs, 0);
        return new TileReadout(outputs, List.of(new Conversion(sign, List.of(value, reference), 0)));
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
