package studio.crossbar.ui.training;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jspecify.annotations.Nullable;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.ui.common.ChartPane;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** Accuracy of every programming draw, with mean and a band of one standard deviation either side. */
final class DrawChart extends StackPane {

    private final XYSeries draws = new XYSeries(Texts.get("training.draws.series"));
    private final XYLineAndShapeRenderer dots = new XYLineAndShapeRenderer(false, true);
    private final NumberAxis index = new NumberAxis(Texts.get("training.draws.index"));
    private final NumberAxis percent = new NumberAxis(Texts.get("training.draws.percent"));
    private final XYPlot plot;
    private final ChartPane pane;
    private @Nullable AccuracyUnderNoise accuracy;

    DrawChart(ObservableValue<Theme> theme) {
        XYSeriesCollection data = new XYSeriesCollection();
        data.addSeries(draws);
        index.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        plot = new XYPlot(data, index, percent, dots);
        JFreeChart chart = new JFreeChart(Texts.get("training.draws.title"), null, plot, false);
        pane = new ChartPane("draw-chart", chart, theme, this::colour);
        getChildren().add(pane);
    }

    void show(AccuracyUnderNoise value) {
        accuracy = value;
        draws.clear();
        double low = 100;
        double high = 0;
        for (int i = 0; i < value.draws().size(); i++) {
            double shown = 100 * value.draws().get(i);
            draws.add(i + 1, shown, false);
            low = Math.min(low, shown);
            high = Math.max(high, shown);
        }
        draws.fireSeriesChanged();
        double margin = Math.max(0.5, 0.3 * (high - low));
        percent.setRange(Math.max(-1, low - margin), Math.min(101, high + margin));
        index.setRange(0.3, value.draws().size() + 0.7);
        pane.applyTheme();
    }

    private void colour(Theme theme) {
        dots.setSeriesPaint(0, theme.series(0));
        dots.setSeriesShape(0, new Ellipse2D.Double(-4, -4, 8, 8));
        plot.clearRangeMarkers();
        if (accuracy != null) {
            double mean = 100 * accuracy.mean();
            double deviation = 100 * accuracy.standardDeviation();
            Color band = theme.series(5);
            plot.addRangeMarker(
                    new IntervalMarker(
                            mean - deviation,
                            mean + deviation,
                            new Color(band.getRed(), band.getGreen(), band.getBlue(), 60)),
                    Layer.BACKGROUND);
            plot.addRangeMarker(new ValueMarker(mean, theme.series(1), new BasicStroke(1.6f)), Layer.BACKGROUND);
        }
    }
}
