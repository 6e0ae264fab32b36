package studio.crossbar.ui.tiles;

import studio.crossbar.hardware.RowPlan;
import studio.crossbar.hardware.Slices;
import studio.crossbar.mapping.Tile;
import studio.crossbar.mapping.TileSlot;
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
 * @param channel input channel of the row
 * @param conductanceMicroSiemens of the cell, µS
 * @param state conductance level of the cell
 * @param level weight level
 * @param weight {@code level · R / (L^S − 1)} with {@code S} slices
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
        int channel,
        double conductanceMicroSiemens,
        int state,
        int level,
        double weight,
        String role) {

    /** A correction column belongs to all outputs of its tile. */
    public static final int NO_OUTPUT = -1;

    static CellInfo of(FloorPlan.Hit hit, float weightFullScale) {
        Tile tile = hit.placed().tile();
        int row = tile.slot().firstRow() + hit.row();
        RowPlan rows = hit.placed().layer().rows();
        RowPlan.Plane plane =
                rows.planes().get(rows.blocks().get(tile.slot().block()).plane());
        int channels = plane.channels().size();
        boolean correction = tile.slot().correction(hit.column());
        int output = correction ? 0 : tile.slot().output(hit.column());
        int level = correction ? 0 : tile.level(hit.row(), output);
        return new CellInfo(
                hit.placed().layer().name(),
                hit.placed().index() + 1,
                row,
                hit.row(),
                hit.column(),
                correction ? NO_OUTPUT : tile.slot().firstOutput() + output,
                (row - plane.firstRow()) / channels,
                plane.channels().get((row - plane.firstRow()) % channels),
                tile.conductanceMicroSiemens(hit.row(), hit.column()),
                tile.state(hit.row(), hit.column()),
                level,
                (double) level
                        * weightFullScale
                        / new Slices(tile.cell().levels(), tile.slot().slices()).steps(),
                role(tile.slot(), hit.column()));
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
