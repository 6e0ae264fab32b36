package studio.crossbar.cli;

import studio.crossbar.cost.Cost;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.MappingPlan;

/**
 * Devices and tiles of a design with all copies of its layers, of which a replicated schedule builds several.
 *
 * @param devices that hold weights
 * @param tiles all
 */
record BuiltCells(long devices, long tiles) {

    static BuiltCells of(MappingPlan plan, Cost cost) {
        long devices = 0;
        long tiles = 0;
        for (int l = 0; l < plan.layers().size(); l++) {
            LayerPlan layer = plan.layers().get(l);
            int copies = cost.layers().get(l).replicas();
            devices += copies * layer.devices();
            tiles += (long) copies * layer.tiles().size();
        }
        return new BuiltCells(devices, tiles);
    }

    /** Such as "48704 in 12 tiles". */
    String text(MappingPlan plan) {
        boolean copies = tiles > plan.tiles().size();
        return devices + " in " + tiles + " tiles"
                + (copies
                        ? " with all copies of layers, " + plan.devices() + " in "
                                + plan.tiles().size() + " for one"
                        : "");
    }
}
