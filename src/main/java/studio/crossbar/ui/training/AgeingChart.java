package studio.crossbar.ui.training;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import studio.crossbar.report.DataTable;
import studio.crossbar.simulation.AgeingCurve;
import studio.crossbar.ui.common.ChartPane;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** Mean accuracy with error bars of one deviation over the logarithm of age; a dashed line shows each right after programming. */
final class AgeingChart extends StackPane {

    private final YIntervalSeriesCollection series = new YIntervalSeriesCollection();
    private final XYErrorRenderer lines = new XYErrorRenderer();
    private final NumberAxis percent = new NumberAxis(Texts.get("training.ageing.percent"));
    private final AgeAxis age = new AgeAxis(Texts.get("training.ageing.age"));
    private final JFreeChart chart;
    private final XYPlot plot;
    private final ChartPane pane;
    private List<AgeingCurve> curves = List.of();

    AgeingChart(ObservableValue<Theme> theme) {
        lines.setDefaultLinesVisible(true);
        lines.setDrawXError(false);
        percent.setAutoRangeIncludesZero(false);
        percent.setAutoRangeMinimumSize(2);
        plot = new XYPlot(series, age, percent, lines);
        chart = new JFreeChart(Texts.get("training.ageing.title"), null, plot, true);
        pane = new ChartPane("ageing-chart", chart, theme, this::colour);
        pane.exportAsData(() -> data(curves));
        getChildren().add(pane);
    }

    /** A row an age, those right after programming too; ages as they are, not where the axis has them. */
    static DataTable data(List<AgeingCurve> curves) {
        List<List<Object>> rows = new ArrayList<>();
        for (AgeingCurve curve : curves) {
            for (AgeingCurve.Age age : curve.ages()) {
                rows.add(List.of(
                        label(curve),
                        age.seconds(),
                        100 * age.accuracy().mean(),
                        100 * age.accuracy().standardDeviation(),
                        100 * age.accuracy().worst()));
            }
        }
        return new DataTable(List.of("device", "age_s", "mean_percent", "std_percent", "min_percent"), rows);
    }

    void show(List<AgeingCurve> value) {
        chart.setNotify(false);
        curves = List.copyOf(value);
        series.removeAllSeries();
        for (AgeingCurve curve : curves) {
            YIntervalSeries points = new YIntervalSeries(label(curve));
            for (AgeingCurve.Age one : curve.ages()) {
                if (one.seconds() > 0) {
                    double mean = 100 * one.accuracy().mean();
                    double deviation = 100 * one.accuracy().standardDeviation();
                    points.add(AgeAxis.place(one.seconds()), mean, mean - deviation, mean + deviation);
                }
            }
            series.addSeries(points);
        }
        age.setRange(
                -0.3,
                AgeAxis.place(curves.stream()
                                .mapToDouble(curve -> curve.ages().getLast().seconds())
                                .max()
                                .orElse(1))
                        + 0.3);
        pane.applyTheme();
    }

    /** Device and way of reading. */
    static String label(AgeingCurve curve) {
        String cells = curve.driftCompensation()
                ? Texts.format("training.ageing.compensated", curve.device(), curve.chips())
                : Texts.format("training.ageing.uncompensated", curve.device(), curve.chips());
        return curve.wires() == null ? cells : Texts.format("training.ageing.wired", cells);
    }

    private void colour(Theme theme) {
        plot.clearRangeMarkers();
        lines.setErrorStroke(new BasicStroke(1.2f));
        lines.setCapLength(6);
        for (int i = 0; i < curves.size(); i++) {
            Color colour = theme.series(i);
            lines.setSeriesPaint(i, colour);
            lines.setSeriesStroke(i, new BasicStroke(2f));
            lines.setSeriesShape(i, new Ellipse2D.Double(-3, -3, 6, 6));
            double fresh = 100 * curves.get(i).ages().getFirst().accuracy().mean();
            plot.addRangeMarker(new ValueMarker(fresh, colour, dashed()), Layer.BACKGROUND);
        }
    }

    private static BasicStroke dashed() {
        return new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {5, 4}, 0);
    }
}
