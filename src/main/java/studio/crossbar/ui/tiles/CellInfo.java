package studio.crossbar.ui.tiles;

import studio.crossbar.hardware.RowPlan;
import studio.crossbar.mapping.Tile;

/**
 * All about one cell.
 *
 * @param layer name
 * @param tile index among the network's tiles, from 1
 * @param row crossbar row of the layer, from 0
 * @param tileRow wordline of the tile, from 0
 * @param tileColumn bitline of the tile, from 0
 * @param output output of the layer that the column feeds
 * @param tap kernel tap of the row
 * @param channel input channel of the row
 * @param conductanceMicroSiemens of the cell, µS
 * @param state conductance level of the cell
 * @param level weight level
 * @param weight {@code level · R / (L − 1)}
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

    static CellInfo of(FloorPlan.Hit hit, float weightFullScale) {
        Tile tile = hit.placed().tile();
        int row = tile.slot().firstRow() + hit.row();
        RowPlan rows = hit.placed().layer().rows();
        RowPlan.Plane plane =
                rows.planes().get(rows.blocks().get(tile.slot().block()).plane());
        int channels = plane.channels().size();
        int output = Quantity.output(tile, hit.column());
        int level = tile.level(hit.row(), output);
        String role = switch (tile.slot().encoding()) {
            case DIFFERENTIAL -> hit.column() % 2 == 0 ? "G+ of a pair" : "G− of a pair";
            case POSITIVE -> "positive";
            case NEGATIVE -> "negative";
        };
        return new CellInfo(
                hit.placed().layer().name(),
                hit.placed().index() + 1,
                row,
                hit.row(),
                hit.column(),
                tile.slot().firstOutput() + output,
                (row - plane.firstRow()) / channels,
                plane.channels().get((row - plane.firstRow()) % channels),
                tile.conductanceMicroSiemens(hit.row(), hit.column()),
                tile.state(hit.row(), hit.column()),
                level,
                level * weightFullScale / (tile.cell().levels() - 1.0),
                role);
    }
}
