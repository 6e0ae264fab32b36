package studio.crossbar.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.junit.jupiter.api.Test;

class PointedAtTest {

    private static XYPlot plot(String series, double y) {
        XYSeries points = new XYSeries(series);
        points.add(1, 0.5);
        points.add(2, y);
        points.add(3, Double.NaN);
        return new XYPlot(
                new XYSeriesCollection(points),
                new NumberAxis("Epoch"),
                new NumberAxis("Loss in nats"),
                new XYLineAndShapeRenderer());
    }

    private static ChartRenderingInfo drawn(JFreeChart chart) {
        ChartRenderingInfo info = new ChartRenderingInfo();
        chart.draw(
                new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB).createGraphics(),
                new Rectangle2D.Double(0, 0, 400, 300),
                info);
        return info;
    }

    private static double place(ValueAxis axis, double value, Rectangle2D area, XYPlot plot, boolean domain) {
        return axis.valueToJava2D(value, area, domain ? plot.getDomainAxisEdge() : plot.getRangeAxisEdge());
    }

    @Test
    void thePointUnderThePointerIsCalledByItsSeriesAndAxes() {
        XYPlot plot = plot("Training", 0.25);
        JFreeChart chart = new JFreeChart(null, null, plot, true);
        ChartRenderingInfo info = drawn(chart);
        Rectangle2D area = info.getPlotInfo().getDataArea();
        double x = place(plot.getDomainAxis(), 2, area, plot, true);
        double y = place(plot.getRangeAxis(), 0.25, area, plot, false);
        assertThat(PointedAt.text(chart, info.getPlotInfo(), x - 3, y - 3))
                .isEqualTo("Training\nEpoch: 2\nLoss in nats: 0.250");
        assertThat(PointedAt.text(chart, info.getPlotInfo(), x - 40, y - 40)).isEmpty();
        assertThat(PointedAt.text(chart, info.getPlotInfo(), 1, 1))
                .as("beside the plot")
                .isEmpty();

        plot.getRenderer().setSeriesVisibleInLegend(0, false);
        plot.getDomainAxis().setLabel(null);
        assertThat(PointedAt.text(chart, info.getPlotInfo(), x, y)).isEqualTo("Loss in nats: 0.250");
        plot.getRenderer().setSeriesVisible(0, false);
        assertThat(PointedAt.text(chart, info.getPlotInfo(), x, y)).isEmpty();
    }

    @Test
    void plotsMayLieOnTheirSideAndOverEachOther() {
        XYPlot turned = plot("Training", 0.25);
        turned.setOrientation(PlotOrientation.HORIZONTAL);
        JFreeChart one = new JFreeChart(null, null, turned, false);
        ChartRenderingInfo info = drawn(one);
        Rectangle2D area = info.getPlotInfo().getDataArea();
        assertThat(PointedAt.text(
                        one,
                        info.getPlotInfo(),
                        place(turned.getRangeAxis(), 0.5, area, turned, false),
                        place(turned.getDomainAxis(), 1, area, turned, true)))
                .isEqualTo("Epoch: 1\nLoss in nats: 0.500");

        CombinedDomainXYPlot combined = new CombinedDomainXYPlot(new NumberAxis("Time in s"));
        combined.add(plot("upper", 0.25));
        XYPlot lower = plot("lower", 0.125);
        combined.add(lower);
        JFreeChart both = new JFreeChart(null, null, combined, true);
        ChartRenderingInfo infos = drawn(both);
        Rectangle2D second = infos.getPlotInfo().getSubplotInfo(1).getDataArea();
        assertThat(PointedAt.text(
                        both,
                        infos.getPlotInfo(),
                        place(combined.getDomainAxis(), 2, second, combined, true),
                        place(lower.getRangeAxis(), 0.125, second, lower, false)))
                .startsWith("lower\n")
                .endsWith("Loss in nats: 0.125");
    }
}
