package studio.crossbar.ui.dataset;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.DefaultCategoryDataset;
import studio.crossbar.data.Parts;
import studio.crossbar.ui.common.ChartPane;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** Samples of each class, training beside test. */
final class ClassBalanceChart extends StackPane {

    private final ObservableValue<Theme> theme;

    ClassBalanceChart(ObservableValue<Theme> theme) {
        this.theme = theme;
    }

    void show(Parts parts) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (int c = 0; c < parts.train().classNames().size(); c++) {
            String name = spoken(parts.train().classNames().get(c));
            data.addValue(parts.train().classCounts()[c], Texts.get("dataset.balance.train"), name);
            data.addValue(parts.test().classCounts()[c], Texts.get("dataset.balance.test"), name);
        }
        BarRenderer bars = new BarRenderer();
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setItemMargin(0.05);
        CategoryAxis classes = new CategoryAxis();
        classes.setCategoryMargin(0.25);
        classes.setMaximumCategoryLabelWidthRatio(0.5f);
        classes.setMaximumCategoryLabelLines(2);
        NumberAxis counts = new NumberAxis(Texts.get("dataset.balance.axis"));
        counts.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        CategoryPlot plot = new CategoryPlot(data, classes, counts, bars);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        JFreeChart chart = new JFreeChart(Texts.get("dataset.balance.title"), null, plot, true);
        getChildren().setAll(new ChartPane("class-balance-chart", chart, theme, now -> {
            bars.setSeriesPaint(0, now.series(0));
            bars.setSeriesPaint(1, now.series(4));
        }));
    }

    /** "WALKING_UPSTAIRS" as "Walking upstairs". */
    static String spoken(String className) {
        String lower = className.replace('_', ' ').toLowerCase(java.util.Locale.ROOT);
        return lower.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }
}
