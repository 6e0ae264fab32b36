package studio.crossbar.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import studio.crossbar.cost.Cost;
import studio.crossbar.cost.CostItem;
import studio.crossbar.cost.LayerTime;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.MappingPlan;

/**
 * A bill by layer, with what a layer's latency consists of: the longer of the times that its crossbars and its bus take,
 * and the filling of its pipeline where reads overlap.
 *
 * @param plan of the bill's design
 */
record BillLayers(Cost cost, MappingPlan plan) {

    private static final String SHARED = "shared";

    void put(ArrayNode json) {
        for (LayerPlan layer : plan.layers()) {
            LayerTime time = cost.layers().get(layer.layer());
            put(layer.name(), layer.layer(), json)
                    .put("compute_us", time.computeMicroseconds())
                    .put("bus_us", time.busMicroseconds())
                    .put("fill_us", time.fillMicroseconds())
                    .put("latency_us", time.latencyMicroseconds());
        }
        if (shares()) {
            put(SHARED, CostItem.SHARED, json)
                    .put("compute_us", 0.0)
                    .put("bus_us", 0.0)
                    .put("fill_us", 0.0)
                    .put("latency_us", 0.0);
        }
    }

    private ObjectNode put(String name, int layer, ArrayNode json) {
        return json.addObject()
                .put("name", name)
                .put("area_mm2", cost.areaSquareMillimetres(layer))
                .put("energy_nJ", cost.energyNanojoules(layer));
    }

    String text() {
        boolean filled = cost.options().overlapped();
        List<String> names = new ArrayList<>(List.of("layer", "area mm²", "energy nJ", "compute µs", "bus µs"));
        if (filled) {
            names.add("filling µs");
        }
        names.add("latency µs");
        TextTable table = new TextTable().header(names.toArray(String[]::new));
        for (LayerPlan layer : plan.layers()) {
            LayerTime time = cost.layers().get(layer.layer());
            List<String> cells = cells(layer.name(), layer.layer());
            cells.add(Texts.significant(time.computeMicroseconds()));
            cells.add(Texts.significant(time.busMicroseconds()));
            if (filled) {
                cells.add(Texts.significant(time.fillMicroseconds()));
            }
            cells.add(Texts.significant(time.latencyMicroseconds()));
            table.row(cells.toArray(String[]::new));
        }
        if (shares()) {
            table.row(cells(SHARED, CostItem.SHARED).toArray(String[]::new));
        }
        return table.text();
    }

    private List<String> cells(String name, int layer) {
        return new ArrayList<>(List.of(
                name,
                Texts.significant(cost.areaSquareMillimetres(layer)),
                Texts.significant(cost.energyNanojoules(layer))));
    }

    private boolean shares() {
        return !cost.ofLayer(CostItem.SHARED).isEmpty();
    }
}
