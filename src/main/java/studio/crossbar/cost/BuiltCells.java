package studio.crossbar.cost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.MappingPlan;

/**
 * Devices and tiles of a design with all copies of its layers, of which a replicated schedule builds several.
 *
 * @param devices that hold weights
 * @param programmed those and the devices of correction and reference columns, all of which are written
 * @param tiles all
 * @param utilisation share of the cells of full tiles that hold weights or correct, 0 … 1
 */
public record BuiltCells(long devices, long programmed, long tiles, double utilisation) {

    /** What the bill {@code cost} of {@code plan} builds. */
    public static BuiltCells of(MappingPlan plan, Cost cost) {
        long devices = 0;
        long tiles = 0;
        double used = 0;
        for (int l = 0; l < plan.layers().size(); l++) {
            LayerPlan layer = plan.layers().get(l);
            int copies = cost.layers().get(l).replicas();
            devices += copies * layer.weightDevices();
            tiles += (long) copies * layer.tiles().size();
            used += (double) copies * layer.devices();
        }
        double cells = (double) tiles * plan.tile().rows() * plan.tile().columns();
        return new BuiltCells(devices, cost.programming().devices(), tiles, used / cells);
    }

    /** Adds all of it to a result. */
    public void put(ObjectNode json) {
        json.put("devices", devices)
                .put("devicesProgrammed", programmed)
                .put("tiles", tiles)
                .put("utilisation", utilisation);
    }

    /** Such as "48704 that hold weights in 12 tiles; 49626 are programmed, with those of correction and reference columns". */
    public String text(MappingPlan plan) {
        boolean copies = tiles > plan.tiles().size();
        return devices + " that hold weights in " + tiles + " tiles"
                + (copies
                        ? " with all copies of layers, " + plan.weightDevices() + " in "
                                + plan.tiles().size() + " for one"
                        : "")
                + (programmed > devices
                        ? "; " + programmed + " are programmed, with those of correction and reference columns"
                        : "");
    }
}
