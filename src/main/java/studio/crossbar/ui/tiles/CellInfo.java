package studio.crossbar.ui.tiles;

import org.jspecify.annotations.Nullable;
import studio.crossbar.hardware.Slices;
import studio.crossbar.mapping.Tile;
import studio.crossbar.mapping.TileSlot;
import studio.crossbar.mapping.WeightPlace;
import studio.crossbar.network.Layer;
import studio.crossbar.simulation.TileIrDrop;
import studio.crossbar.ui.common.Texts;

/**
 * All about one cell.
 *
 * @param layer name
 * @param tile index among the network's tiles, from 1
 * @param row crossbar row of the layer, from 0
 * @param tileRow wordline of the tile, from 0
 * @param tileColumn bitline of the tile, from 0
 * @param output output of the layer that the column feeds; {@link #NO_OUTPUT} for a correction column
 * @param tap kernel tap of the row
 * @param kernel place of the tap in the kernel: "3", or "1, 2" in a kernel of two dimensions
 * @param channel input channel of the row
 * @param conductanceMicroSiemens of the cell, µS
 * @param pair of which it is one cell; null for a single cell
 * @param state conductance level of the cell
 * @param level weight level
 * @param weight {@code level · R / (L^S − 1)} with {@code S} slices
 * @param errorMicroSiemens programmed minus target in the evaluation's first chip, of the pair's difference or of the single
 *     cell, µS; NaN for a design without programming noise
 * @param errorShare the same over G_max − G_min
 * @param drop share of the drive that wires keep from the cell, 0 … 1; NaN while that is not known
 * @param columnDrop share of its column's current that is lost, likewise
 * @param role of the cell, such as "G+ of a pair"
 */
public record CellInfo(
        String layer,
        int tile,
        int row,
        int tileRow,
        int tileColumn,
        int output,
        int tap,
        String kernel,
        int channel,
        double conductanceMicroSiemens,
        @Nullable Pair pair,
        int state,
        int level,
        double weight,
        double errorMicroSiemens,
        double errorShare,
        double drop,
        double columnDrop,
        String role) {

    /** A correction column belongs to all outputs of its tile. */
    public static final int NO_OUTPUT = -1;

    /**
     * Conductances of a pair.
     *
     * @param plus G+, µS
     * @param minus G−, µS
     */
    public record Pair(double plus, double minus) {}

    static CellInfo of(FloorPlan.Hit hit, CellFigures figures) {
        FloorPlan.Placed placed = hit.placed();
        Tile tile = placed.tile();
        TileSlot slot = tile.slot();
        int column = hit.column();
        boolean correction = slot.correction(column);
        int output = correction ? 0 : slot.output(column);
        WeightPlace place = placed.layer().weight(slot.firstRow() + hit.row(), slot.firstOutput() + output);
        int level = correction ? 0 : tile.level(hit.row(), output);
        float fullScale =
                figures.mapped().trained().layers().get(slot.layer()).ranges().weight();
        boolean noisy = figures.errors().sigmaMicroSiemens() > 0;
        double error = noisy ? figures.errorsOf(placed.index())[hit.row() * slot.deviceColumns() + column] : Double.NaN;
        TileIrDrop drop = figures.drop(placed.index());
        return new CellInfo(
                placed.layer().name(),
                placed.index() + 1,
                place.row(),
                hit.row(),
                column,
                correction ? NO_OUTPUT : place.output(),
                place.tap(),
                kernel(placed.layer().spec(), place.tap()),
                place.inputChannel(),
                tile.conductanceMicroSiemens(hit.row(), column),
                pair(tile, hit.row(), column),
                tile.state(hit.row(), column),
                level,
                (double) level * fullScale / new Slices(tile.cell().levels(), slot.slices()).steps(),
                error,
                error / figures.errors().rangeMicroSiemens(),
                drop == null ? Double.NaN : drop.cells()[hit.row() * slot.deviceColumns() + column],
                drop == null ? Double.NaN : drop.columns()[column],
                role(slot, column));
    }

    private static @Nullable Pair pair(Tile tile, int row, int column) {
        if (tile.slot().encoding().devicesPerWeight() == 1) {
            return null;
        }
        int plus = column - column % 2;
        return new Pair(tile.conductanceMicroSiemens(row, plus), tile.conductanceMicroSiemens(row, plus + 1));
    }

    private static String kernel(Layer.Weighted spec, int tap) {
        return spec instanceof Layer.Conv2d image
                ? tap / image.kernel().width() + ", " + tap % image.kernel().width()
                : Integer.toString(tap);
    }

    private static String role(TileSlot slot, int column) {
        String role = switch (slot.encoding()) {
            case DIFFERENTIAL ->
                slot.sign(column) > 0 ? Texts.get("tiles.cell.role.plus") : Texts.get("tiles.cell.role.minus");
            case POSITIVE -> Texts.get("tiles.cell.role.positive");
            case NEGATIVE -> Texts.get("tiles.cell.role.negative");
            case OFFSET ->
                slot.correction(column) ? Texts.get("tiles.cell.role.correction") : Texts.get("tiles.cell.role.offset");
        };
        return slot.slices() == 1 || slot.correction(column)
                ? role
                : Texts.format("tiles.cell.role.digit", role, slot.slice(column) + 1, slot.slices());
    }
}
