package studio.crossbar.mapping;

import java.util.List;
import java.util.Objects;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Encoding;

/**
 * A programmed crossbar tile. Bitlines of a differential pair are neighbours: G+ at {@code 2·output}, G− at
 * {@code 2·output + 1}; the unused cell of a pair, and a cell of level 0, stay at {@code gMin}.
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
        byte[] states = new byte[slot.rows() * columns];
        for (int r = 0; r < slot.rows(); r++) {
            for (int o = 0; o < slot.outputs(); o++) {
                int level = levels[(slot.firstRow() + r) * layerOutputs + slot.firstOutput() + o];
                Encoding encoding = slot.encoding();
                if (level < encoding.lowestLevel(cell.levels()) || level > encoding.highestLevel(cell.levels())) {
                    throw new IllegalArgumentException("level: " + level + " at row " + (slot.firstRow() + r)
                            + ", output " + (slot.firstOutput() + o) + " does not fit " + encoding + " cells of "
                            + cell.levels() + " levels");
                }
                if (encoding.devicesPerWeight() == 2) {
                    states[r * columns + 2 * o] = (byte) Math.max(level, 0);
                    states[r * columns + 2 * o + 1] = (byte) Math.max(-level, 0);
                } else {
                    states[r * columns + o] = (byte) Math.abs(level);
                }
            }
        }
        return new Tile(slot, cell, states);
    }

    /** State of a cell, 0 … {@code cell.levels() − 1}. */
    public int state(int row, int deviceColumn) {
        Objects.checkIndex(row, slot.rows());
        Objects.checkIndex(deviceColumn, slot.deviceColumns());
        return Byte.toUnsignedInt(states[row * slot.deviceColumns() + deviceColumn]);
    }

    /** Conductance of a cell in µS. */
    public double conductanceMicroSiemens(int row, int deviceColumn) {
        return cell.conductanceMicroSiemens(state(row, deviceColumn));
    }

    /**
     * Mean conductance of the cells used in all of {@code tiles}, µS.
     *
     * @throws IllegalArgumentException if there is no tile
     */
    public static double meanConductanceMicroSiemens(List<Tile> tiles) {
        if (tiles.isEmpty()) {
            throw new IllegalArgumentException("tiles: none");
        }
        double sum = 0;
        long cells = 0;
        for (Tile tile : tiles) {
            long states = 0;
            for (byte state : tile.states) {
                states += Byte.toUnsignedInt(state);
            }
            Cell cell = tile.cell;
            double step = (cell.gMaxMicroSiemens() - cell.gMinMicroSiemens()) / (cell.levels() - 1);
            sum += tile.states.length * cell.gMinMicroSiemens() + states * step;
            cells += tile.states.length;
        }
        return sum / cells;
    }

    /** Weight level that the cells of {@code output} hold, with its sign. */
    public int level(int row, int output) {
        return switch (slot.encoding()) {
            case DIFFERENTIAL -> state(row, 2 * output) - state(row, 2 * output + 1);
            case POSITIVE -> state(row, output);
            case NEGATIVE -> -state(row, output);
        };
    }
}
