package studio.crossbar.ui.cost;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
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
import studio.crossbar.ui.common.ChartPane;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** Horizontal bars, each stacked of parts; a component has one colour in all charts. */
final class StackedBars {

    private final DefaultCategoryDataset data = new DefaultCategoryDataset();
    private final List<Integer> colours = new ArrayList<>();

    /** Adds a part of a bar; parts of one name are one series. */
    void add(String part, int colour, String bar, double value) {
        if (data.getRowIndex(part) < 0) {
            colours.add(colour);
        }
        data.addValue(value, part, bar);
    }

    static int colour(Component component) {
        return component.ordinal();
    }

    /** The chart of what was added. */
    ChartPane pane(String id, String title, CostMetric metric, boolean legend, ObservableValue<Theme> theme) {
        StackedBarRenderer bars = new StackedBarRenderer();
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setMaximumBarWidth(0.2);
        bars.setDefaultToolTipGenerator(new StandardCategoryToolTipGenerator(
                Texts.format("cost.chart.tooltip", metric.unit()),
                new DecimalFormat("0.####", DecimalFormatSymbols.getInstance(Locale.ROOT))));
        CategoryAxis names = new CategoryAxis();
        names.setMaximumCategoryLabelWidthRatio(0.4f);
        NumberAxis values = new NumberAxis(Texts.format("cost.chart.axis", metric.label(), metric.unit()));
        CategoryPlot plot = new CategoryPlot(data, names, values, bars);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        JFreeChart chart = new JFreeChart(title, null, plot, legend);
        return new ChartPane(id, chart, theme, now -> {
            for (int s = 0; s < colours.size(); s++) {
                bars.setSeriesPaint(s, now.series(colours.get(s)));
            }
        });
    }
}
