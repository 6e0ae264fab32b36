package studio.crossbar.mapping;

import java.util.List;
import java.util.Objects;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.Slices;

/**
 * A programmed crossbar tile, with the bitlines of {@link TileSlot}. The unused cell of a pair, and a cell of digit 0 of
 * an encoding with one sign, stay at {@code gMin}. A correction cell is programmed to the middle of the cell's range, which
 * is between two states where their number is even; its state is then the lower of the two.
 *
 * @param slot place in the layer
 * @param cell what its cells are
 * @param states cell states {@code [slot.rows() × slot.deviceColumns()]}, row-major, 0 … {@code cell.levels() − 1}
 */
public record Tile(TileSlot slot, Cell cell, byte[] states) {

    public Tile {
        if (states.length != slot.devices()) {
            throw new IllegalArgumentException(
                    "states: " + states.length + " values for " + slot.devices() + " cells of " + slot);
        }
    }

    /**
     * Programs a tile.
     *
     * @param levels the whole layer's weight levels {@code [rows × layerOutputs]}
     * @throws IllegalArgumentException if a level is outside the encoding's range
     */
    static Tile program(TileSlot slot, Cell cell, short[] levels, int layerOutputs) {
        int columns = slot.deviceColumns();
        Encoding encoding = slot.encoding();
        Slices slices = new Slices(cell.levels(), slot.slices());
        byte[] states = new byte[slot.rows() * columns];
        for (int r = 0; r < slot.rows(); r++) {
            for (int o = 0; o < slot.outputs(); o++) {
                int level = levels[(slot.firstRow() + r) * layerOutputs + slot.firstOutput() + o];
                if (!encoding.holds(level, slices.weightLevels())) {
                    throw new IllegalArgumentException("level: " + level + " at row " + (slot.firstRow() + r)
                            + ", output " + (slot.firstOutput() + o) + " does not fit " + encoding + " cells of "
                            + cell.levels() + " levels" + (slices.count() == 1 ? "" : ", " + slices.count() + " each"));
                }
                for (int slice = 0; slice < slices.count(); slice++) {
                    write(encoding, slices, level, slice, states, r * columns + slot.column(o, slice));
                }
            }
            if (encoding.correctionColumns() > 0) {
                states[r * columns + columns - 1] = (byte) ((cell.levels() - 1) / 2);
            }
        }
        return new Tile(slot, cell, states);
    }

    /** Writes the cell or the pair of one digit. */
    private static void write(Encoding encoding, Slices slices, int level, int slice, byte[] states, int at) {
        switch (encoding) {
            case DIFFERENTIAL -> {
                states[at] = (byte) slices.digit(Math.max(level, 0), slice);
                states[at + 1] = (byte) slices.digit(Math.max(-level, 0), slice);
            }
            case POSITIVE, NEGATIVE -> states[at] = (byte) slices.digit(Math.abs(level), slice);
            case OFFSET -> states[at] = (byte) slices.digit((level + slices.steps()) / 2, slice);
        }
    }

    /** State of a cell, 0 … {@code cell.levels() − 1}. */
    public int state(int row, int deviceColumn) {
        Objects.checkIndex(row, slot.rows());
        Objects.checkIndex(deviceColumn, slot.deviceColumns());
        return Byte.toUnsignedInt(states[row * slot.deviceColumns() + deviceColumn]);
    }

    /** Conductance of a cell in µS. */
    public double conductanceMicroSiemens(int row, int deviceColumn) {
        int state = state(row, deviceColumn);
        return slot.correction(deviceColumn)
                ? (cell.gMinMicroSiemens() + cell.gMaxMicroSiemens()) / 2
                : cell.conductanceMicroSiemens(state);
    }

    /**
     * Mean conductance of the cells used in all of {@code tiles}, µS.
     *
     * @throws IllegalArgumentException if there is no tile
     */
    public static double meanConductanceMicroSiemens(List<Tile> tiles) {
        double sum = 0;
        long cells = 0;
        for (Tile tile : tiles) {
            sum += tile.conductancesMicroSiemens();
            cells += tile.states.length;
        }
        return sum / some(cells);
    }

    /**
     * The same of the cells that hold weights, without those of correction columns.
     *
     * @throws IllegalArgumentException if there is no tile
     */
    public static double meanWeightConductanceMicroSiemens(List<Tile> tiles) {
        double sum = 0;
        long cells = 0;
        for (Tile tile : tiles) {
            int corrections = tile.corrections();
            double middle = (tile.cell.gMinMicroSiemens() + tile.cell.gMaxMicroSiemens()) / 2;
            sum += tile.conductancesMicroSiemens() - corrections * middle;
            cells += tile.states.length - corrections;
        }
        return sum / some(cells);
    }

    /** Sum over the cells of one row that hold weights, µS. */
    public double weightConductancesMicroSiemens(int row) {
        int columns = slot.convertedColumns();
        int first = row * slot.deviceColumns();
        long states = 0;
        for (int c = 0; c < columns; c++) {
            states += Byte.toUnsignedInt(this.states[first + c]);
        }
        double step = (cell.gMaxMicroSiemens() - cell.gMinMicroSiemens()) / (cell.levels() - 1);
        return columns * cell.gMinMicroSiemens() + states * step;
    }

    private static long some(long cells) {
        if (cells == 0) {
            throw new IllegalArgumentException("tiles: none");
        }
        return cells;
    }

    private int corrections() {
        return slot.rows() * slot.encoding().correctionColumns();
    }

    /** Sum over all cells used. */
    private double conductancesMicroSiemens() {
        long states = 0;
        for (byte state : this.states) {
            states += Byte.toUnsignedInt(state);
        }
        double step = (cell.gMaxMicroSiemens() - cell.gMinMicroSiemens()) / (cell.levels() - 1);
        // What the states of correction cells lack to the middle of the range.
        double halves = (cell.levels() - 1) % 2 * 0.5 * corrections();
        return this.states.length * cell.gMinMicroSiemens() + (states + halves) * step;
    }

    /** Weight level that the cells of {@code output} hold, with its sign. */
    public int level(int row, int output) {
        Slices slices = new Slices(cell.levels(), slot.slices());
        int level = 0;
        for (int slice = 0; slice < slices.count(); slice++) {
            level += digitLevel(row, output, slice) * slices.place(slice);
        }
        return level;
    }

    /**
     * Level of one slice of a weight, with its sign, as if the slice were a weight of its own: the value that its column
     * adds is {@code R · level / (levels − 1)} times the input.
     *
     * @param slice from 0 for the least significant
     */
    public int digitLevel(int row, int output, int slice) {
        int column = slot.column(output, slice);
        return switch (slot.encoding()) {
            case DIFFERENTIAL -> state(row, column) - state(row, column + 1);
            case POSITIVE -> state(row, column);
            case NEGATIVE -> -state(row, column);
            case OFFSET -> 2 * state(row, column) - (cell.levels() - 1);
        };
    }
}
