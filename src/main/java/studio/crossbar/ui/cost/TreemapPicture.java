package studio.crossbar.ui.cost;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import studio.crossbar.cost.Component;
import studio.crossbar.cost.Cost;
import studio.crossbar.cost.CostItem;
import studio.crossbar.report.DataTable;
import studio.crossbar.ui.common.Texts;

/**
 * A bill by layer and component, dearest first.
 *
 * @param layers with what they take; one for what all share
 * @param total of the bill
 */
record TreemapPicture(List<Group> layers, double total) {

    /**
     * A layer.
     *
     * @param layer index among the layers with weights, or {@link CostItem#SHARED}
     * @param name of the layer
     * @param cells its components, none at 0
     */
    record Group(int layer, String name, List<Cell> cells) {

        Group {
            cells = List.copyOf(cells);
        }

        double value() {
            return cells.stream().mapToDouble(Cell::value).sum();
        }
    }

    /**
     * A component of a layer, or a layer's time.
     *
     * @param part which items of the bill it stands for
     * @param name of the component
     * @param colour of its series
     * @param value in the metric's unit, above 0
     * @param items how many lines of the bill it has
     */
    record Cell(CostViewModel.Part part, String name, int colour, double value, int items) {}

    TreemapPicture {
        layers = List.copyOf(layers);
    }

    /** A row a component of a layer, its value in {@code unit}. */
    DataTable table(String unit) {
        List<List<Object>> rows = new ArrayList<>();
        for (Group layer : layers) {
            for (Cell cell : layer.cells()) {
                rows.add(List.of(layer.name(), cell.name(), cell.value(), cell.items()));
            }
        }
        return new DataTable(List.of("layer", "component", unit, "items"), rows);
    }

    static TreemapPicture of(CostViewModel.Bill bill, CostMetric metric) {
        List<Group> groups = new ArrayList<>();
        for (int layer = CostItem.SHARED; layer < bill.plan().layers().size(); layer++) {
            List<Cell> cells = metric == CostMetric.LATENCY
                    ? time(bill.cost(), layer, bill.layerName(layer))
                    : components(bill.cost(), layer, metric);
            if (!cells.isEmpty()) {
                String name = layer == CostItem.SHARED ? Texts.get("cost.treemap.shared") : bill.layerName(layer);
                groups.add(new Group(layer, name, cells));
            }
        }
        groups.sort(Comparator.comparingDouble(Group::value).reversed());
        return new TreemapPicture(groups, CostViewModel.total(bill.cost(), metric));
    }

    private static List<Cell> time(Cost cost, int layer, String name) {
        double time =
                layer == CostItem.SHARED ? 0 : cost.layerLatenciesMicroseconds().get(layer);
        return time > 0 ? List.of(new Cell(new CostViewModel.Part(null, layer), name, 0, time, 1)) : List.of();
    }

    private static List<Cell> components(Cost cost, int layer, CostMetric metric) {
        List<Cell> cells = new ArrayList<>();
        for (Component component : Component.values()) {
            CostViewModel.Part part = new CostViewModel.Part(component, layer);
            List<CostItem> items = cost.items().stream()
                    .filter(item -> part.holds(item) && metric.ofItem(item) > 0)
                    .toList();
            double value = items.stream().mapToDouble(metric::ofItem).sum();
            if (value > 0) {
                cells.add(new Cell(part, component.label(), StackedBars.colour(component), value, items.size()));
            }
        }
        cells.sort(Comparator.comparingDouble(Cell::value).reversed());
        return cells;
    }
}
