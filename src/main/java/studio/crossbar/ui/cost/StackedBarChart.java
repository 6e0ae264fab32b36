package studio.crossbar.ui.cost;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
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
import studio.crossbar.ui.common.ChartPane;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** Horizontal bars, stacked; made once, filled anew with every edit. */
final class StackedBarChart extends StackPane {

    private final StackedBarRenderer renderer = new StackedBarRenderer();
    private final NumberAxis values = new NumberAxis();
    private final CategoryPlot plot =
            new CategoryPlot(new DefaultCategoryDataset(), new CategoryAxis(), values, renderer);
    private final JFreeChart chart = new JFreeChart(Texts.get("cost.chart.name"), null, plot, true);
    private final ChartPane pane;
    private List<Integer> colours = List.of();

    StackedBarChart(String id, ObservableValue<Theme> theme) {
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setMaximumBarWidth(0.2);
        plot.getDomainAxis().setMaximumCategoryLabelWidthRatio(0.4f);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        pane = new ChartPane(id, chart, theme, this::colour);
        getChildren().add(pane);
        setMinSize(100, 100);
    }

    /** Shows bars; a legend only where there is more than one series. */
    void show(String title, CostMetric metric, StackedBars bars) {
        chart.setNotify(false);
        chart.setTitle(title);
        values.setLabel(Texts.format("cost.chart.axis", metric.label(), metric.unit()));
        renderer.setDefaultToolTipGenerator(new StandardCategoryToolTipGenerator(
                Texts.format("cost.chart.tooltip", metric.unit()),
                new DecimalFormat("0.####", DecimalFormatSymbols.getInstance(Locale.ROOT))));
        plot.setDataset(bars.data());
        chart.getLegend().setVisible(bars.colours().size() > 1);
        colours = bars.colours();
        pane.setAccessibleText(title);
        pane.applyTheme();
    }

    private void colour(Theme theme) {
        for (int s = 0; s < colours.size(); s++) {
            renderer.setSeriesPaint(s, theme.series(colours.get(s)));
        }
    }
}
