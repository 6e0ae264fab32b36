package studio.crossbar.ui.common;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.data.xy.XYDataset;
import org.jspecify.annotations.Nullable;

/** Finds the point of a chart that lies next to a place, and says its series and values. */
final class PointedAt {

    /** Pixels within which a point is found. */
    private static final double REACH = 12;

    private final XYPlot plot;
    private final Rectangle2D area;
    private final boolean legend;
    private double nearest = REACH;
    private String text = "";

    private PointedAt(XYPlot plot, Rectangle2D area, boolean legend) {
        this.plot = plot;
        this.area = area;
        this.legend = legend;
    }

    /**
     * What a point says.
     *
     * @param drawn where the chart's plots were drawn last
     * @return empty where there is no point, and in charts of bars
     */
    static String text(JFreeChart chart, PlotRenderingInfo drawn, double x, double y) {
        Plot plot = chart.getPlot();
        boolean legend = chart.getLegend() != null;
        if (plot instanceof CombinedDomainXYPlot combined) {
            int part = drawn.getSubplotIndex(new java.awt.geom.Point2D.Double(x, y));
            return part < 0
                    ? ""
                    : new PointedAt(
                                    (XYPlot) combined.getSubplots().get(part),
                                    drawn.getSubplotInfo(part).getDataArea(),
                                    legend)
                            .at(x, y);
        }
        return plot instanceof XYPlot one ? new PointedAt(one, drawn.getDataArea(), legend).at(x, y) : "";
    }

    private String at(double x, double y) {
        if (area == null || !area.contains(x, y)) {
            return "";
        }
        for (int d = 0; d < plot.getDatasetCount(); d++) {
            XYDataset dataset = plot.getDataset(d);
            if (dataset == null) {
                continue;
            }
            XYItemRenderer renderer = plot.getRendererForDataset(dataset);
            for (int s = 0; s < dataset.getSeriesCount(); s++) {
                if (renderer.isSeriesVisible(s)) {
                    look(dataset, s, d, legend && renderer.isSeriesVisibleInLegend(s), x, y);
                }
            }
        }
        return text;
    }

    private void look(XYDataset dataset, int series, int index, boolean named, double x, double y) {
        ValueAxis across = plot.getDomainAxisForDataset(index);
        ValueAxis up = plot.getRangeAxisForDataset(index);
        boolean turned = plot.getOrientation() == PlotOrientation.HORIZONTAL;
        for (int item = 0; item < dataset.getItemCount(series); item++) {
            double xValue = dataset.getXValue(series, item);
            double yValue = dataset.getYValue(series, item);
            double first = across.valueToJava2D(xValue, area, plot.getDomainAxisEdge());
            double second = up.valueToJava2D(yValue, area, plot.getRangeAxisEdge());
            double distance = turned ? Math.hypot(second - x, first - y) : Math.hypot(first - x, second - y);
            // False for NaN.
            if (distance < nearest) {
                nearest = distance;
                text = inWords(named ? String.valueOf(dataset.getSeriesKey(series)) : "", across, xValue, up, yValue);
            }
        }
    }

    private static String inWords(String series, ValueAxis across, double x, ValueAxis up, double y) {
        List<String> lines = new ArrayList<>();
        if (!series.isEmpty()) {
            lines.add(series);
        }
        add(lines, across.getLabel(), x);
        add(lines, up.getLabel(), y);
        return String.join("\n", lines);
    }

    /** An axis without a name has marks that say more than a number. */
    private static void add(List<String> lines, @Nullable String axis, double value) {
        if (axis != null && !axis.isBlank()) {
            lines.add(Texts.format("common.chart.value", axis, Numbers.amount(value)));
        }
    }
}
