package studio.crossbar.ui.cost;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import studio.crossbar.cost.Component;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** One bar a design, stacked by component. */
final class CompareChart extends StackPane {

    private final StackedBarChart chart;

    CompareChart(ObservableValue<Theme> theme) {
        chart = new StackedBarChart("compare-chart", theme);
        getChildren().add(chart);
    }

    /** Shows area or energy of the designs that have a bill. */
    void show(List<ComparedEntry> entries, CostMetric metric) {
        StackedBars bars = new StackedBars();
        for (Component component : Component.values()) {
            if (entries.stream().anyMatch(entry -> value(entry, component, metric) != 0)) {
                for (ComparedEntry entry : entries) {
                    bars.add(
                            component.label(),
                            StackedBars.colour(component),
                            entry.name(),
                            value(entry, component, metric));
                }
            }
        }
        chart.show(Texts.format("cost.compare.chart.title", metric.label()), metric, bars);
    }

    private static double value(ComparedEntry entry, Component component, CostMetric metric) {
        ComparedEntry.Bill bill = entry.bill();
        return bill == null
                ? 0
                : bill.cost().items().stream()
                        .filter(item -> item.component() == component)
                        .mapToDouble(metric::ofItem)
                        .sum();
    }
}
