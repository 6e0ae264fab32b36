package studio.crossbar.cost;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes the lines of a bill: each part times what each layer needs of it, built as often as the schedule asks.
 *
 * @param parts of the design
 * @param loads one entry a layer
 * @param times one entry a layer
 * @param options of the bill
 * @param ownConverters whether nothing analog is shared between layers
 */
record Bill(
        List<Part> parts, List<LayerLoad> loads, List<LayerTime> times, CostOptions options, boolean ownConverters) {

    List<CostItem> items(Technology technology) {
        List<CostItem> items = new ArrayList<>(parts.size() * (loads.size() + 1));
        for (Part part : parts) {
            addPart(part, items);
        }
        if (options.floorplan() == Floorplan.MACROS) {
            addLink(technology.macro().link(), items);
        }
        addLeakage(technology.digital().leakage(), items);
        return items;
    }

    private void addPart(Part part, List<CostItem> items) {
        boolean shared = part.sharing().shared(options.schedule(), ownConverters);
        double most = 0;
        for (int layer = 0; layer < loads.size(); layer++) {
            LayerLoad load = loads.get(layer);
            double pieces = part.pieces().applyAsDouble(load) * (part.basis() == Basis.LAYER ? 1 : load.replicas());
            double uses = part.uses().applyAsDouble(load);
            most = Math.max(most, pieces);
            double own = shared ? 0 : pieces;
            if (own > 0 || uses > 0) {
                items.add(part.item(layer, own, uses, load));
            }
        }
        if (shared && most > 0) {
            items.add(part.item(CostItem.SHARED, most, 0, loads.getFirst()));
        }
    }

    /** Power over the time between two results: 1 µW · µs = 1 pJ. */
    private void addLink(LinkParts link, List<CostItem> items) {
        if (link.area().value() == 0 && link.power().value() == 0) {
            return;
        }
        items.add(new CostItem(
                Component.INTERCONNECT,
                CostItem.SHARED,
                Basis.LAYER,
                1,
                link.area().value(),
                LayerTime.betweenResultsMicroseconds(times, options.schedule()),
                link.power().value(),
                "link off the chip, a use is a µs between results: " + link.source()));
    }

    /**
     * The whole chip leaks all the time. Layer after layer, each answers for the chip while it works; side by side, each
     * for its own area over the interval between two results.
     */
    private void addLeakage(Quantity leakage, List<CostItem> items) {
        if (leakage.value() == 0) {
            return;
        }
        double[] areas = new double[loads.size()];
        double shared = 0;
        for (CostItem item : items) {
            if (item.layer() == CostItem.SHARED) {
                shared += item.areaSquareMillimetres();
            } else {
                areas[item.layer()] += item.areaSquareMillimetres();
            }
        }
        double all = shared;
        for (double area : areas) {
            all += area;
        }
        double interval = LayerTime.betweenResultsMicroseconds(times, options.schedule());
        boolean serial = options.schedule() == Schedule.LAYER_SERIAL;
        String source = "leakage, mm² of chip × µs: " + leakage.source();
        for (int layer = 0; layer < areas.length; layer++) {
            double squareMillimetreMicroseconds = serial
                    ? all * times.get(layer).latencyMicroseconds()
                    : (areas[layer] + shared / areas.length) * interval;
            items.add(new CostItem(
                    Component.LEAKAGE,
                    layer,
                    Basis.LAYER,
                    0,
                    0,
                    squareMillimetreMicroseconds,
                    leakage.value(),
                    source));
        }
    }
}
