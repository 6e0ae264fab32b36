package studio.crossbar.ui.training;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeriesCollection;
import studio.crossbar.ui.common.ChartPane;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** Any number of curves over epochs; lines part the phases. */
final class LineChart extends StackPane {

    /** A longer legend leaves no room for the curves. */
    private static final int LONGEST_LEGEND = 8;

    private static final int MOST_DOTS = 60;

    private final XYSeriesCollection series = new XYSeriesCollection();
    private final XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer(true, false);
    private final NumberAxis epochs = new NumberAxis(Texts.get("training.epoch.axis"));
    private final JFreeChart chart;
    private final ChartPane pane;
    private List<Curve> curves = List.of();
    private List<TrainingViewModel.PhaseStart> phases = List.of();

    LineChart(String id, String title, String values, ObservableValue<Theme> theme) {
        epochs.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        lines.setDrawSeriesLineAsPath(true);
        chart = new JFreeChart(title, null, new XYPlot(series, epochs, new NumberAxis(values), lines), true);
        pane = new ChartPane(id, chart, theme, this::colour);
        getChildren().add(pane);
    }

    void show(List<Curve> value, int totalEpochs, List<TrainingViewModel.PhaseStart> starts) {
        chart.setNotify(false);
        curves = List.copyOf(value);
        series.removeAllSeries();
        for (Curve curve : curves) {
            curve.publish();
            series.addSeries(curve.series());
        }
        phases = starts;
        epochs.setRange(0, totalEpochs + 0.5);
        pane.applyTheme();
    }

    private void colour(Theme theme) {
        chart.getLegend().setVisible(curves.size() > 1 && curves.size() <= LONGEST_LEGEND);
        for (int i = 0; i < curves.size(); i++) {
            lines.setSeriesPaint(i, theme.series(i));
            lines.setSeriesStroke(i, new BasicStroke(1.8f));
            lines.setSeriesShape(i, new Ellipse2D.Double(-2, -2, 4, 4));
            lines.setSeriesShapesVisible(i, curves.get(i).size() <= MOST_DOTS);
        }
        XYPlot plot = chart.getXYPlot();
        plot.clearDomainMarkers();
        for (TrainingViewModel.PhaseStart phase : phases) {
            plot.addDomainMarker(new ValueMarker(phase.after(), theme.muted(), new BasicStroke(1f)));
        }
    }
}
