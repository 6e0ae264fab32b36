package studio.crossbar.ui.tiles;

import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.mapping.Tile;

/** What colours stand for. */
public enum Quantity {
    /** Conductance with the sign that the column has in the sum, µS. */
    POLARITY("Polarity", "Signed conductance in µS", true) {
        @Override
        double of(Tile tile, int row, int column) {
            double conductance = tile.conductanceMicroSiemens(row, column);
            return negative(tile, column) ? -conductance : conductance;
        }

        @Override
        double largest(Cell cell) {
            return cell.gMaxMicroSiemens();
        }
    },
    /** Conductance, µS. */
    CONDUCTANCE("Conductance", "Conductance in µS", false) {
        @Override
        double of(Tile tile, int row, int column) {
            return tile.conductanceMicroSiemens(row, column);
        }

        @Override
        double largest(Cell cell) {
            return cell.gMaxMicroSiemens();
        }
    },
    /** Level of the weight that the cell belongs to. */
    WEIGHT("Weight level", "Weight level", true) {
        @Override
        double of(Tile tile, int row, int column) {
            return tile.level(row, output(tile, column));
        }

        @Override
        double largest(Cell cell) {
            return cell.levels() - 1.0;
        }
    };

    private final String label;
    private final String legend;
    private final boolean signed;

    Quantity(String label, String legend, boolean signed) {
        this.label = label;
        this.legend = legend;
        this.signed = signed;
    }

    public String label() {
        return label;
    }

    /** Title of the legend, with the unit. */
    public String legend() {
        return legend;
    }

    /** Whether values have a sign, so that colours are centred on zero. */
    public boolean signed() {
        return signed;
    }

    /** Value of a cell. */
    abstract double of(Tile tile, int row, int column);

    /** Value at the end of the colour scale. */
    abstract double largest(Cell cell);

    /** Output that a device column belongs to, within its tile. */
    static int output(Tile tile, int column) {
        return column / tile.slot().encoding().devicesPerWeight();
    }

    private static boolean negative(Tile tile, int column) {
        Encoding encoding = tile.slot().encoding();
        return encoding == Encoding.NEGATIVE || encoding == Encoding.DIFFERENTIAL && column % 2 == 1;
    }
}
