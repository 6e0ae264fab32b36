package studio.crossbar.ui.hardware;

import java.awt.BasicStroke;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.stream.DoubleStream;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.LengthAdjustmentType;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import studio.crossbar.ui.common.ChartPane;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** Histogram of the column sums with the range of the ADCs and the boundaries between their codes. */
final class AdcInputsChart extends StackPane {

    /** Boundaries up to this number cross the chart; more stand at its foot. */
    private static final int FEW_BOUNDARIES = 32;

    /** Height of the strip below the bars in which they stand, over that of the chart. */
    private static final double FOOT = 0.08;

    private static final double LEAST_SHARE = 1e-9;

    private final XYIntervalSeriesCollection bars = new XYIntervalSeriesCollection();
    private final XYSeriesCollection codes = new XYSeriesCollection();
    private final NumberAxis sum = new NumberAxis(Texts.get("hardware.adc.chart.sum"));
    private final LogAxis share = new LogAxis(Texts.get("hardware.adc.chart.share"));
    private final XYBarRenderer columns = new XYBarRenderer();
    private final XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer(true, false);
    private final XYPlot plot = new XYPlot(bars, sum, share, columns);
    private final ChartPane pane;

    AdcInputsChart(ObservableValue<Theme> theme) {
        columns.setBarPainter(new StandardXYBarPainter());
        columns.setShadowVisible(false);
        columns.setDrawBarOutline(false);
        columns.setUseYInterval(true);
        share.setBase(10);
        share.setSmallestValue(LEAST_SHARE);
        share.setTickUnit(new NumberTickUnit(1));
        share.setMinorTickMarksVisible(false);
        share.setNumberFormatOverride(new DecimalFormat("0.####### %", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        plot.setDataset(1, codes);
        plot.setRenderer(1, lines);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        JFreeChart chart = new JFreeChart(Texts.get("hardware.adc.chart.title"), null, plot, true);
        // Read aloud, but the tab above says it already.
        chart.getTitle().setVisible(false);
        chart.getLegend().setItemLabelPadding(new RectangleInsets(2, 2, 2, 10));
        pane = new ChartPane("adc-inputs-chart", chart, theme, this::colour);
        getChildren().add(pane);
        setMinSize(120, 100);
    }

    void show(AdcPicture picture) {
        double least = shares(picture).filter(value -> value > 0).min().orElse(1e-3);
        double most = shares(picture).max().orElse(1);
        double floor = Math.max(LEAST_SHARE, Math.pow(10, Math.floor(Math.log10(least))) * 0.5);
        double top = Math.max(10 * floor, 1.6 * most);
        XYIntervalSeries converted = new XYIntervalSeries(Texts.get("hardware.adc.chart.converted"));
        XYIntervalSeries clipped = new XYIntervalSeries(Texts.get("hardware.adc.chart.clipped"));
        for (AdcPicture.Bar bar : picture.bars()) {
            add(converted, bar.centre(), picture.width(), floor, bar.converted());
            add(clipped, bar.centre(), picture.width(), floor, bar.clipped());
        }
        XYSeries boundaries = new XYSeries(Texts.get("hardware.adc.chart.codes"), false, true);
        boolean few = picture.boundaries().size() <= FEW_BOUNDARIES;
        double bottom = floor / Math.pow(top / floor, FOOT);
        double height = few ? top : floor;
        for (double boundary : picture.boundaries()) {
            boundaries.add(boundary, bottom, false);
            boundaries.add(boundary, height, false);
            boundaries.add(boundary, Double.NaN, false);
        }
        bars.setNotify(false);
        codes.setNotify(false);
        bars.removeAllSeries();
        bars.addSeries(converted);
        bars.addSeries(clipped);
        codes.removeAllSeries();
        codes.addSeries(boundaries);
        sum.setRange(
                picture.bars().getFirst().centre() - picture.width(),
                picture.bars().getLast().centre() + picture.width());
        share.setRange(bottom, top);
        plot.clearDomainMarkers();
        limit(picture.low(), true);
        limit(picture.high(), false);
        codes.setNotify(true);
        bars.setNotify(true);
        pane.applyTheme();
    }

    private static DoubleStream shares(AdcPicture picture) {
        return picture.bars().stream().flatMapToDouble(bar -> DoubleStream.of(bar.converted(), bar.clipped()));
    }

    private static void add(XYIntervalSeries series, double centre, double width, double floor, double value) {
        if (value > 0) {
            series.add(centre, centre - width / 2, centre + width / 2, value, floor, Math.max(floor, value));
        }
    }

    /** A line where the ADCs' range ends; none where no sum can be. */
    private void limit(double value, boolean left) {
        if (value != 0) {
            ValueMarker marker = new ValueMarker(value);
            marker.setLabel(name(value));
            marker.setLabelFont(ChartPane.LABEL);
            marker.setLabelOffsetType(LengthAdjustmentType.EXPAND);
            marker.setLabelOffset(new RectangleInsets(3, 8, 3, 5));
            marker.setLabelAnchor(left ? RectangleAnchor.TOP_LEFT : RectangleAnchor.TOP_RIGHT);
            marker.setLabelTextAnchor(left ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
            plot.addDomainMarker(marker, Layer.FOREGROUND);
        }
    }

    /** Such as "−Y" or "0.5 Y". */
    private static String name(double limit) {
        if (Math.abs(limit) == 1) {
            return limit < 0 ? Texts.get("hardware.adc.chart.low") : Texts.get("hardware.adc.chart.high");
        }
        String size = Numbers.significant(Math.abs(limit));
        return limit < 0
                ? Texts.format("hardware.adc.chart.limit.low", size)
                : Texts.format("hardware.adc.chart.limit.high", size);
    }

    private void colour(Theme theme) {
        columns.setSeriesPaint(0, theme.series(0));
        columns.setSeriesPaint(1, theme.series(1));
        lines.setSeriesPaint(0, theme.text());
        lines.setSeriesStroke(0, new BasicStroke(0.6f));
        var markers = plot.getDomainMarkers(Layer.FOREGROUND);
        if (markers != null) {
            for (Object marker : markers) {
                ValueMarker limit = (ValueMarker) marker;
                limit.setPaint(theme.text());
                limit.setLabelPaint(theme.text());
                limit.setLabelBackgroundColor(theme.background());
                limit.setStroke(new BasicStroke(1.4f));
            }
        }
    }
}
