package studio.crossbar.ui.cost;

import java.util.function.ToDoubleFunction;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import studio.crossbar.cost.Component;
import studio.crossbar.cost.CostItem;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** One bar a layer, stacked by component. */
final class CostChart extends StackPane {

    private final StackedBarChart chart;

    CostChart(ObservableValue<Theme> theme) {
        chart = new StackedBarChart("cost-chart", theme);
        getChildren().add(chart);
    }

    void show(CostViewModel.Bill bill, CostMetric metric) {
        StackedBars bars = new StackedBars();
        boolean latency = metric == CostMetric.LATENCY;
        if (latency) {
            for (LayerPlan layer : bill.plan().layers()) {
                bars.add(
                        Texts.get("cost.chart.all-stages"),
                        0,
                        layer.name(),
                        bill.cost().layerLatenciesMicroseconds().get(layer.layer()));
            }
        } else {
            fill(bars, bill, metric::ofItem);
        }
        String title = latency
                ? Texts.format("cost.chart.title.latency", metric.label())
                : Texts.format("cost.chart.title", metric.label());
        chart.show(title, metric, bars);
    }

    private static void fill(StackedBars bars, CostViewModel.Bill bill, ToDoubleFunction<CostItem> value) {
        for (Component component : Component.values()) {
            boolean used = bill.cost().items().stream()
                    .anyMatch(item -> item.component() == component && value.applyAsDouble(item) != 0);
            if (used) {
                for (LayerPlan layer : bill.plan().layers()) {
                    bars.add(
                            component.label(),
                            StackedBars.colour(component),
                            layer.name(),
                            bill.withShared(component, layer.layer(), value));
                }
            }
        }
    }
}
