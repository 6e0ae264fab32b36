package studio.crossbar.ui.cost;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.CostItem;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.cost.CostViewModel.Bill;
import studio.crossbar.ui.cost.CostViewModel.Part;
import studio.crossbar.ui.cost.CostViewModel.Row;

/** Lines of a bill: each is a count times a unit cost. */
final class BillRows {

    private BillRows() {}

    /**
     * Lines of {@code metric}, dearest first; shares are of the whole bill.
     *
     * @param part whose lines are wanted; null for all
     */
    static List<Row> of(Bill bill, CostMetric metric, @Nullable Part part) {
        double total = CostViewModel.total(bill.cost(), metric);
        List<Row> lines = new ArrayList<>(
                switch (metric) {
                    case AREA ->
                        items(bill, metric, part, total, CostItem::instances, CostItem::unitAreaSquareMicrometres);
                    case ENERGY ->
                        items(bill, metric, part, total, CostItem::operations, CostItem::unitEnergyPicojoules);
                    case LATENCY -> latencies(bill, part, total);
                });
        lines.sort(Comparator.comparingDouble(Row::total).reversed());
        return lines;
    }

    private static List<Row> items(
            Bill bill,
            CostMetric metric,
            @Nullable Part part,
            double total,
            ToDoubleFunction<CostItem> count,
            ToDoubleFunction<CostItem> unit) {
        List<Row> lines = new ArrayList<>();
        for (CostItem item : bill.cost().items()) {
            double amount = metric.ofItem(item);
            if (amount != 0 && (part == null || part.holds(item))) {
                lines.add(new Row(
                        item.component().label(),
                        bill.layerName(item.layer()),
                        count.applyAsDouble(item),
                        unit.applyAsDouble(item),
                        amount,
                        amount / total,
                        item.wholeSource()));
            }
        }
        return lines;
    }

    private static List<Row> latencies(Bill bill, @Nullable Part part, double total) {
        List<Row> lines = new ArrayList<>();
        String source = Texts.format(
                "cost.table.latency.source", bill.cost().technology().identity().label());
        for (LayerPlan layer : bill.plan().layers()) {
            if (part != null && part.layer() != layer.layer()) {
                continue;
            }
            double time = bill.cost().layerLatenciesMicroseconds().get(layer.layer());
            lines.add(new Row(
                    Texts.get("cost.table.all-stages"),
                    layer.name(),
                    layer.vectors(),
                    time / layer.vectors(),
                    time,
                    time / total,
                    source));
        }
        return lines;
    }
}
