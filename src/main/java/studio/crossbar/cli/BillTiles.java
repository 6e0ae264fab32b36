package studio.crossbar.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import studio.crossbar.cost.Cost;
import studio.crossbar.cost.TileCost;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.mapping.TileSlot;

/**
 * A bill by tile; the tiles' costs add up to the bill's, since each is that of all copies of the tile.
 *
 * @param plan of the bill's design
 * @param tiles one entry a tile of {@code plan}
 */
record BillTiles(Cost cost, MappingPlan plan, List<TileCost> tiles) {

    void put(ArrayNode json) {
        List<TileSlot> slots = plan.tiles();
        for (TileCost tile : tiles) {
            json.addObject()
                    .put("tile", tile.tile() + 1)
                    .put("layer", slots.get(tile.tile()).layer() + 1)
                    .put("copies", copies(slots.get(tile.tile())))
                    .put("area_mm2", tile.areaSquareMillimetres())
                    .put("energy_nJ", tile.energyNanojoules());
        }
    }

    String text() {
        List<TileSlot> slots = plan.tiles();
        TextTable table = new TextTable()
                .header("tile", "layer", "rows × columns", "copies", "area mm²", "share", "energy nJ", "share")
                .left(1);
        for (TileCost tile : tiles) {
            TileSlot slot = slots.get(tile.tile());
            table.row(
                    Integer.toString(tile.tile() + 1),
                    plan.layers().get(slot.layer()).name(),
                    slot.rows() + " × " + slot.deviceColumns(),
                    Integer.toString(copies(slot)),
                    Texts.significant(tile.areaSquareMillimetres()),
                    Texts.percent(tile.areaSquareMillimetres() / cost.areaSquareMillimetres()),
                    Texts.significant(tile.energyNanojoules()),
                    Texts.percent(tile.energyNanojoules() / cost.energyNanojoules()));
        }
        return table.text();
    }

    private int copies(TileSlot slot) {
        return cost.layers().get(slot.layer()).replicas();
    }
}
