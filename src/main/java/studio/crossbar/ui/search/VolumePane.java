package studio.crossbar.ui.search;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.BorderPane;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jspecify.annotations.Nullable;
import studio.crossbar.search.front.VolumeCurve;
import studio.crossbar.ui.common.ChartPane;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** Dominated volume over the epochs spent: a flat end says that searching on finds little. */
final class VolumePane extends BorderPane {

    private final XYSeries volume = new XYSeries(Texts.get("search.volume.series"));
    private final NumberAxis epochs = new NumberAxis(Texts.get("search.volume.x"));
    private final ChartPane chart;

    VolumePane(SearchFeed feed, ObservableValue<Theme> theme) {
        XYStepRenderer steps = new XYStepRenderer();
        NumberAxis share = new NumberAxis(Texts.get("search.volume.y"));
        XYPlot plot = new XYPlot(new XYSeriesCollection(volume), epochs, share, steps);
        epochs.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        plot.setNoDataMessage(Texts.get("search.volume.empty"));
        chart = new ChartPane(
                "search-volume",
                new JFreeChart(Texts.get("search.volume.title"), null, plot, false),
                theme,
                now -> steps.setSeriesPaint(0, Paints.front(now)));
        setCenter(chart);
        feed.pictureProperty().subscribe(this::show);
    }

    /** Only where it grows, and its ends. */
    private void show(@Nullable SearchPicture search) {
        volume.setNotify(false);
        volume.clear();
        if (search != null && search.volume() > 0) {
            List<VolumeCurve.Point> curve = search.curve();
            double before = 0;
            volume.add(0, 0);
            for (VolumeCurve.Point point : curve) {
                if (point.volume() > before) {
                    volume.add(point.epochs(), point.volume(), false);
                    before = point.volume();
                }
            }
            double all = curve.getLast().epochs();
            volume.add(all, before, false);
            epochs.setRange(0, Math.max(1, all));
        }
        volume.setNotify(true);
        chart.applyTheme();
    }
}
