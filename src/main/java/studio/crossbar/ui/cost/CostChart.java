package studio.crossbar.ui.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.StandardCategoryToolTipGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.DefaultCategoryDataset;
import studio.crossbar.cost.Component;
import studio.crossbar.cost.CostItem;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.ui.common.ChartPane;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** One bar a layer, stacked by component. */
final class CostChart extends StackPane {

    private static final String ALL_STAGES = Texts.get("cost.chart.all-stages");

    private final ObservableValue<Theme> theme;

    CostChart(ObservableValue<Theme> theme) {
        this.theme = theme;
        setMinSize(100, 100);
    }

    void show(CostViewModel.Bill bill, CostViewModel.Metric metric) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        List<Integer> colours = new ArrayList<>();
        if (metric == CostViewModel.Metric.LATENCY) {
            for (LayerPlan layer : bill.plan().layers()) {
                data.addValue(bill.cost().layerLatenciesMicroseconds().get(layer.layer()), ALL_STAGES, layer.name());
            }
            colours.add(0);
        } else {
            fill(
                    data,
                    colours,
                    bill,
                    metric == CostViewModel.Metric.AREA ? CostItem::areaSquareMillimetres : CostItem::energyNanojoules);
        }
        StackedBarRenderer bars = new StackedBarRenderer();
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setMaximumBarWidth(0.2);
        bars.setDefaultToolTipGenerator(new StandardCategoryToolTipGenerator(
                Texts.format("cost.chart.tooltip", metric.unit()), new java.text.DecimalFormat("0.####")));
        CategoryAxis layers = new CategoryAxis();
        layers.setMaximumCategoryLabelWidthRatio(0.4f);
        NumberAxis values = new NumberAxis(Texts.format("cost.chart.axis", metric.label(), metric.unit()));
        CategoryPlot plot = new CategoryPlot(data, layers, values, bars);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        JFreeChart chart = new JFreeChart(
                metric == CostViewModel.Metric.LATENCY
                        ? Texts.format("cost.chart.title.latency", metric.label())
                        : Texts.format("cost.chart.title", metric.label()),
                null,
                plot,
                metric != CostViewModel.Metric.LATENCY);
        getChildren().setAll(new ChartPane("cost-chart", chart, theme, now -> {
            for (int s = 0; s < colours.size(); s++) {
                bars.setSeriesPaint(s, now.series(colours.get(s)));
            }
        }));
    }

    private static void fill(
            DefaultCategoryDataset data,
            List<Integer> colours,
            CostViewModel.Bill bill,
            ToDoubleFunction<CostItem> value) {
        List<Component> components = List.of(Component.values());
        for (Component component : components) {
            boolean used = bill.cost().items().stream()
                    .anyMatch(item -> item.component() == component && value.applyAsDouble(item) != 0);
            if (!used) {
                continue;
            }
            colours.add(components.indexOf(component));
            for (LayerPlan layer : bill.plan().layers()) {
                data.addValue(bill.withShared(component, layer.layer(), value), component.label(), layer.name());
            }
        }
    }
}
