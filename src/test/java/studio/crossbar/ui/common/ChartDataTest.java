package studio.crossbar.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.junit.jupiter.api.Test;
import studio.crossbar.report.DataTable;

class ChartDataTest {

    private static XYSeriesCollection curves() {
        XYSeries loss = new XYSeries("loss");
        loss.add(1, 0.5);
        loss.add(2, Double.NaN);
        loss.add(3, 0.25);
        XYSeries hidden = new XYSeries("hidden");
        hidden.add(1, 9);
        XYSeriesCollection curves = new XYSeriesCollection();
        curves.addSeries(loss);
        curves.addSeries(hidden);
        return curves;
    }

    private static XYItemRenderer lines() {
        XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer();
        lines.setSeriesVisible(1, false);
        return lines;
    }

    @Test
    void curvesAreListedAsTheyAreSeen() {
        XYPlot plot = new XYPlot(curves(), new NumberAxis("epoch"), new NumberAxis(null), lines());
        DataTable table = ChartData.of(new JFreeChart(plot));
        assertThat(table.header()).containsExactly("series", "epoch", "y");
        assertThat(table.rows()).containsExactly(List.of("loss", 1.0, 0.5), List.of("loss", 3.0, 0.25));
    }

    @Test
    void barsHaveTheirEnds() {
        XYIntervalSeries bars = new XYIntervalSeries("sums");
        bars.add(0.5, 0, 1, 7, 0, 7);
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        data.addSeries(bars);
        XYPlot plot = new XYPlot(data, new NumberAxis("sum"), new NumberAxis("share"), new XYBarRenderer());
        plot.setDataset(1, curves());
        plot.setRenderer(1, lines());
        DataTable table = ChartData.of(new JFreeChart(plot));
        assertThat(table.header()).containsExactly("series", "sum", "share", "sum from", "sum to");
        assertThat(table.rows()).hasSize(3).startsWith(List.of("sums", 0.5, 7.0, 0.0, 1.0));
    }

    @Test
    void plotsOverOneAnotherAreCalledByTheirAxes() {
        CombinedDomainXYPlot combined = new CombinedDomainXYPlot(new NumberAxis("s"));
        combined.add(new XYPlot(curves(), null, new NumberAxis("g"), lines()));
        combined.add(new XYPlot(curves(), null, new NumberAxis("rad/s"), lines()));
        DataTable table = ChartData.of(new JFreeChart(combined));
        assertThat(table.header()).containsExactly("plot", "series", "s", "value");
        assertThat(table.rows()).hasSize(4).endsWith(List.of("rad/s", "loss", 3.0, 0.25));
    }

    @Test
    void stackedBarsAreListedBarByBar() {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        data.addValue(2, "ADC", "saved");
        data.addValue(1, "cells", "saved");
        data.addValue(3, "ADC", "edited");
        CategoryPlot plot =
                new CategoryPlot(data, new CategoryAxis(), new NumberAxis("area, mm²"), new StackedBarRenderer());
        DataTable table = ChartData.of(new JFreeChart(plot));
        assertThat(table.header()).containsExactly("category", "series", "area, mm²");
        assertThat(table.rows())
                .containsExactly(
                        List.of("saved", "ADC", 2.0), List.of("saved", "cells", 1.0), List.of("edited", "ADC", 3.0));
    }
}
