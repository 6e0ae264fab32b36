package studio.crossbar.ui.tiles;

import org.jspecify.annotations.Nullable;
import studio.crossbar.hardware.Slices;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.mapping.Tile;
import studio.crossbar.simulation.ProgrammingErrors;
import studio.crossbar.simulation.TileIrDrop;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Texts;

/** What colours stand for. */
public enum Quantity {
    /** Conductance with the sign that the column has in the sum, µS. */
    POLARITY(
            "polarity",
            Texts.get("tiles.quantity.polarity.label"),
            Texts.get("tiles.quantity.polarity.legend"),
            Texts.get("tiles.quantity.polarity.help"),
            true) {
        @Override
        TilePyramid of(CellFigures figures, int index) {
            Tile tile = figures.tile(index);
            return each(tile, (row, column) -> tile.slot().sign(column) * tile.conductanceMicroSiemens(row, column));
        }

        @Override
        double largest(CellFigures figures) {
            return figures.cell().gMaxMicroSiemens();
        }
    },
    /** Conductance, µS. */
    CONDUCTANCE(
            "conductance",
            Texts.get("tiles.quantity.conductance.label"),
            Texts.get("tiles.quantity.conductance.legend"),
            Texts.get("tiles.quantity.conductance.help"),
            false) {
        @Override
        TilePyramid of(CellFigures figures, int index) {
            Tile tile = figures.tile(index);
            return each(tile, tile::conductanceMicroSiemens);
        }

        @Override
        double largest(CellFigures figures) {
            return figures.cell().gMaxMicroSiemens();
        }
    },
    /** Level of the weight that the cell belongs to. */
    WEIGHT(
            "weight-level",
            Texts.get("tiles.quantity.weight.label"),
            Texts.get("tiles.quantity.weight.legend"),
            Texts.get("tiles.quantity.weight.help"),
            true) {
        @Override
        TilePyramid of(CellFigures figures, int index) {
            Tile tile = figures.tile(index);
            return each(
                    tile,
                    (row, column) -> tile.slot().correction(column)
                            ? 0
                            : tile.level(row, tile.slot().output(column)));
        }

        @Override
        double largest(CellFigures figures) {
            int slices = figures.mapped().trained().design().hardware().slices();
            return new Slices(figures.cell().levels(), slices).steps();
        }
    },
    /** What the first chip of the evaluation misses its targets by, µS; the scale ends at three standard deviations. */
    ERROR(
            "error",
            Texts.get("tiles.quantity.error.label"),
            Texts.get("tiles.quantity.error.legend"),
            Texts.get("tiles.quantity.error.help"),
            true) {
        @Override
        TilePyramid of(CellFigures figures, int index) {
            Tile tile = figures.tile(index);
            return TilePyramid.of(
                    figures.errors().microSiemens(index),
                    tile.slot().rows(),
                    tile.slot().deviceColumns());
        }

        @Override
        boolean atHand() {
            return false;
        }

        @Override
        double largest(CellFigures figures) {
            return Math.max(3 * figures.errors().sigmaMicroSiemens(), 1e-9);
        }

        @Override
        String reason(CellFigures figures) {
            return figures.errors().sigmaMicroSiemens() > 0 ? "" : Texts.get("tiles.quantity.error.none");
        }

        @Override
        String note(CellFigures figures) {
            ProgrammingErrors errors = figures.errors();
            return Texts.format(
                    "tiles.note.error",
                    errors.chip() + 1,
                    errors.seed(),
                    Numbers.significant(errors.sigmaMicroSiemens()),
                    Numbers.percent(errors.sigmaMicroSiemens() / errors.rangeMicroSiemens()));
        }

        @Override
        String tick(CellFigures figures, double value) {
            double percent = 100 * value / figures.errors().rangeMicroSiemens();
            return value == 0
                    ? super.tick(figures, value)
                    : Texts.format("tiles.quantity.error.tick", super.tick(figures, value), text(percent, true));
        }
    },
    /** Share of the drive that wires keep from a cell, per cent. */
    IR_DROP(
            "ir-drop",
            Texts.get("tiles.quantity.drop.label"),
            Texts.get("tiles.quantity.drop.legend"),
            Texts.get("tiles.quantity.drop.help"),
            false) {
        @Override
        @Nullable
        TilePyramid of(CellFigures figures, int index) {
            TileIrDrop drop = figures.drop(index);
            if (drop == null) {
                return null;
            }
            int columns = drop.columns().length;
            return each(figures.tile(index), (row, column) -> 100 * drop.cells()[row * columns + column]);
        }

        @Override
        double largest(CellFigures figures) {
            return 100 * figures.largestDrop();
        }

        @Override
        String reason(CellFigures figures) {
            return figures.wires() == null ? Texts.get("tiles.quantity.drop.none") : "";
        }
    },
    /** Cells of the tile that are used, per cent. */
    UTILISATION(
            "utilisation",
            Texts.get("tiles.quantity.utilisation.label"),
            Texts.get("tiles.quantity.utilisation.legend"),
            Texts.get("tiles.quantity.utilisation.help"),
            false) {
        @Override
        TilePyramid of(CellFigures figures, int index) {
            MappedNetwork mapped = figures.mapped();
            return TilePyramid.constant(
                    (float) (100 * figures.utilisation(index)),
                    mapped.plan().tile().rows(),
                    mapped.plan().tile().columns());
        }

        @Override
        double largest(CellFigures figures) {
            return 100;
        }
    };

    private final String id;
    private final String label;
    private final String legend;
    private final String help;
    private final boolean signed;

    Quantity(String id, String label, String legend, String help, boolean signed) {
        this.id = id;
        this.label = label;
        this.legend = legend;
        this.help = help;
        this.signed = signed;
    }

    /** What its button's id ends in, and a file's name. */
    String id() {
        return id;
    }

    public String label() {
        return label;
    }

    /** Title of the legend, with the unit. */
    public String legend() {
        return legend;
    }

    String help() {
        return help;
    }

    /** Whether values have a sign, so that colours are centred on zero. */
    public boolean signed() {
        return signed;
    }

    /** Values of a tile; null while they are not known. Any thread. */
    abstract @Nullable TilePyramid of(CellFigures figures, int index);

    /** Whether values are at hand; a computation of them holds whoever waits for it. */
    boolean atHand() {
        return true;
    }

    /** Value at the end of the colour scale, for all tiles. */
    abstract double largest(CellFigures figures);

    /** Why it cannot be shown; empty if it can. */
    String reason(CellFigures figures) {
        return "";
    }

    /** Of what it is, where that is not plain; may be empty. */
    String note(CellFigures figures) {
        return "";
    }

    /** A value beside the colour scale. */
    String tick(CellFigures figures, double value) {
        return text(value, signed);
    }

    private static String text(double value, boolean signed) {
        String digits = value == Math.rint(value)
                ? String.valueOf((long) Math.abs(value))
                : Numbers.significant(Math.abs(value));
        return (value < 0 ? "−" : signed && value > 0 ? "+" : "") + digits;
    }

    private interface CellValue {
        double at(int row, int column);
    }

    private static TilePyramid each(Tile tile, CellValue value) {
        int rows = tile.slot().rows();
        int columns = tile.slot().deviceColumns();
        float[] values = new float[rows * columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                values[r * columns + c] = (float) value.at(r, c);
            }
        }
        return TilePyramid.of(values, rows, columns);
    }
}
