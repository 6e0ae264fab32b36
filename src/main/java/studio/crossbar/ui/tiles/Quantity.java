package studio.crossbar.ui.tiles;

import studio.crossbar.hardware.Slices;
import studio.crossbar.mapping.Tile;
import studio.crossbar.ui.common.Texts;

/** What colours stand for. */
public enum Quantity {
    /** Conductance with the sign that the column has in the sum, µS. */
    POLARITY(Texts.get("tiles.quantity.polarity.label"), Texts.get("tiles.quantity.polarity.legend"), true) {
        @Override
        double of(Tile tile, int row, int column) {
            double conductance = tile.conductanceMicroSiemens(row, column);
            return tile.slot().sign(column) * conductance;
        }

        @Override
        double largest(Tile tile) {
            return tile.cell().gMaxMicroSiemens();
        }
    },
    /** Conductance, µS. */
    CONDUCTANCE(Texts.get("tiles.quantity.conductance.label"), Texts.get("tiles.quantity.conductance.legend"), false) {
        @Override
        double of(Tile tile, int row, int column) {
            return tile.conductanceMicroSiemens(row, column);
        }

        @Override
        double largest(Tile tile) {
            return tile.cell().gMaxMicroSiemens();
        }
    },
    /** Level of the weight that the cell belongs to. */
    WEIGHT(Texts.get("tiles.quantity.weight.label"), Texts.get("tiles.quantity.weight.legend"), true) {
        @Override
        double of(Tile tile, int row, int column) {
            return tile.slot().correction(column)
                    ? 0
                    : tile.level(row, tile.slot().output(column));
        }

        @Override
        double largest(Tile tile) {
            return new Slices(tile.cell().levels(), tile.slot().slices()).steps();
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

    /** Value at the end of the colour scale, for all tiles of a network with {@code tile}. */
    abstract double largest(Tile tile);
}
