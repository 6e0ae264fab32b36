package studio.crossbar.ui.dataset;

import java.awt.BasicStroke;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTitleAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import studio.crossbar.ui.common.ChartPane;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** Signals of one window, one plot a group of channels over a shared time axis. */
final class SignalChart extends StackPane {

    /** Part of a plot's height above its curves, where the name of the group stands. */
    private static final double ROOM_FOR_NAME = 0.25;

    private static final int LEGEND_ENTRIES = 4;

    private final ObservableValue<Theme> theme;

    SignalChart(ObservableValue<Theme> theme) {
        this.theme = theme;
    }

    void show(DatasetViewModel.Window window) {
        double hertz = SignalUnits.hertz(window.groups().keySet());
        NumberAxis time =
                new NumberAxis(hertz > 0 ? Texts.get("dataset.signals.seconds") : Texts.get("dataset.signals.samples"));
        time.setAutoRangeIncludesZero(false);
        time.setLowerMargin(0);
        CombinedDomainXYPlot combined = new CombinedDomainXYPlot(time);
        combined.setGap(10);
        for (Map.Entry<String, List<DatasetViewModel.Channel>> group :
                window.groups().entrySet()) {
            XYSeriesCollection data = new XYSeriesCollection();
            for (DatasetViewModel.Channel channel : group.getValue()) {
                XYSeries series = new XYSeries(channel.name());
                for (int i = 0; i < channel.values().length; i++) {
                    series.add(hertz > 0 ? i / hertz : i, channel.values()[i], false);
                }
                data.addSeries(series);
            }
            NumberAxis axis = new NumberAxis(SignalUnits.of(group.getKey()).orElse(null));
            axis.setAutoRangeIncludesZero(false);
            StandardXYItemRenderer renderer = new StandardXYItemRenderer();
            XYPlot plot = new XYPlot(data, null, axis, renderer);
            TextTitle name = new TextTitle(group.getKey(), ChartPane.LABEL);
            name.setPadding(1, 4, 1, 4);
            plot.addAnnotation(new XYTitleAnnotation(0, 1, name, RectangleAnchor.TOP_LEFT), false);
            boolean first = combined.getSubplots().isEmpty();
            for (int s = 0; s < data.getSeriesCount(); s++) {
                renderer.setSeriesVisibleInLegend(s, first && data.getSeriesCount() <= LEGEND_ENTRIES);
            }
            combined.add(plot);
        }
        JFreeChart chart = new JFreeChart(null, null, combined, true);
        getChildren().setAll(new ChartPane("signal-chart", chart, theme, now -> colour(combined, now)));
    }

    private static void colour(CombinedDomainXYPlot combined, Theme theme) {
        for (Object each : combined.getSubplots()) {
            XYPlot plot = (XYPlot) each;
            ChartPane.style(plot, theme);
            plot.getRangeAxis().setUpperMargin(ROOM_FOR_NAME);
            for (Object note : plot.getAnnotations()) {
                if (note instanceof XYTitleAnnotation named && named.getTitle() instanceof TextTitle name) {
                    name.setPaint(theme.muted());
                }
            }
            XYItemRenderer renderer = plot.getRenderer();
            for (int s = 0; s < plot.getSeriesCount(); s++) {
                renderer.setSeriesPaint(s, theme.series(s));
                renderer.setSeriesStroke(s, new BasicStroke(1.4f));
            }
        }
    }
}
