package studio.crossbar.ui.common;

import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTitleAnnotation;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.xy.IntervalXYDataset;
import org.jfree.data.xy.XYDataset;
import org.jspecify.annotations.Nullable;
import studio.crossbar.report.DataTable;

/** The series that a chart shows, a row a point. */
final class ChartData {

    private ChartData() {}

    static DataTable of(JFreeChart chart) {
        Plot plot = chart.getPlot();
        return switch (plot) {
            case CombinedDomainXYPlot combined -> parts(combined);
            case XYPlot xy -> points(xy);
            case CategoryPlot category -> bars(category);
            default -> throw new IllegalArgumentException(plot.getPlotType());
        };
    }

    /** The plots over one another, each called by its note and the unit of its axis. */
    private static DataTable parts(CombinedDomainXYPlot combined) {
        List<List<Object>> rows = new ArrayList<>();
        for (Object each : combined.getSubplots()) {
            XYPlot plot = (XYPlot) each;
            String name = name(plot);
            series(
                    plot,
                    (dataset, series, item) -> rows.add(List.of(
                            name,
                            String.valueOf(dataset.getSeriesKey(series)),
                            dataset.getXValue(series, item),
                            dataset.getYValue(series, item))));
        }
        return new DataTable(List.of("plot", "series", label(combined.getDomainAxis(), "x"), "value"), rows);
    }

    private static String name(XYPlot plot) {
        String unit = label(plot.getRangeAxis(), "");
        for (Object note : plot.getAnnotations()) {
            if (note instanceof XYTitleAnnotation named && named.getTitle() instanceof TextTitle title) {
                return unit.isEmpty() ? title.getText() : title.getText() + " (" + unit + ")";
            }
        }
        return unit;
    }

    private static DataTable points(XYPlot plot) {
        boolean bars = plot.getRenderer() instanceof XYBarRenderer;
        String x = label(plot.getDomainAxis(), "x");
        List<String> header = new ArrayList<>(List.of("series", x, label(plot.getRangeAxis(), "y")));
        if (bars) {
            header.addAll(List.of(x + " from", x + " to"));
        }
        List<List<Object>> rows = new ArrayList<>();
        series(plot, (dataset, series, item) -> {
            List<Object> row = new ArrayList<>(List.of(
                    String.valueOf(dataset.getSeriesKey(series)),
                    dataset.getXValue(series, item),
                    dataset.getYValue(series, item)));
            if (bars) {
                boolean wide = dataset instanceof IntervalXYDataset;
                row.add(wide ? ((IntervalXYDataset) dataset).getStartXValue(series, item) : Double.NaN);
                row.add(wide ? ((IntervalXYDataset) dataset).getEndXValue(series, item) : Double.NaN);
            }
            rows.add(row);
        });
        return new DataTable(header, rows);
    }

    private interface Point {
        void at(XYDataset dataset, int series, int item);
    }

    /** Visits what is seen; points without a value only break lines. */
    private static void series(XYPlot plot, Point point) {
        for (int d = 0; d < plot.getDatasetCount(); d++) {
            XYDataset dataset = plot.getDataset(d);
            if (dataset == null) {
                continue;
            }
            XYItemRenderer renderer = plot.getRendererForDataset(dataset);
            for (int s = 0; s < dataset.getSeriesCount(); s++) {
                if (renderer == null || renderer.isSeriesVisible(s)) {
                    for (int i = 0; i < dataset.getItemCount(s); i++) {
                        if (!Double.isNaN(dataset.getYValue(s, i))) {
                            point.at(dataset, s, i);
                        }
                    }
                }
            }
        }
    }

    private static DataTable bars(CategoryPlot plot) {
        CategoryDataset data = plot.getDataset();
        List<List<Object>> rows = new ArrayList<>();
        for (int c = 0; c < data.getColumnCount(); c++) {
            for (int r = 0; r < data.getRowCount(); r++) {
                Number value = data.getValue(r, c);
                if (value != null) {
                    rows.add(List.of(
                            String.valueOf(data.getColumnKey(c)),
                            String.valueOf(data.getRowKey(r)),
                            value.doubleValue()));
                }
            }
        }
        return new DataTable(
                List.of(label(plot.getDomainAxis(), "category"), "series", label(plot.getRangeAxis(), "value")), rows);
    }

    private static String label(@Nullable Axis axis, String otherwise) {
        return axis == null || axis.getLabel() == null ? otherwise : axis.getLabel();
    }
}
