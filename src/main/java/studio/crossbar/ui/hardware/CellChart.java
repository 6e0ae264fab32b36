package studio.crossbar.ui.hardware;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import studio.crossbar.ui.common.ChartPane;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** How well levels can be told apart: the density of each under programming noise. */
final class CellChart extends StackPane {

    private static final int POINTS = 61;
    private static final int MANY = 32;
    private static final int FEW_POINTS = 21;
    /** Half the width that a level without noise is drawn with, relative to the axis. */
    private static final double NOISELESS = 1e-4;

    private final XYSeriesCollection data = new XYSeriesCollection();
    private final List<Integer> groups = new ArrayList<>();
    private final XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer(true, false);
    private final NumberAxis axis = new NumberAxis();
    private final NumberAxis density = new NumberAxis(Texts.get("hardware.levels.density"));
    private final ChartPane pane;

    CellChart(ObservableValue<Theme> theme) {
        XYPlot plot = new XYPlot(data, axis, density, lines);
        JFreeChart chart = new JFreeChart(Texts.get("hardware.levels.chart"), null, plot, false);
        // Read aloud, but the line above says it already.
        chart.getTitle().setVisible(false);
        pane = new ChartPane("cell-chart", chart, theme, this::colour);
        getChildren().add(pane);
    }

    void show(LevelPicture picture) {
        double span = picture.high() - picture.low();
        int points = picture.bands().size() > MANY ? FEW_POINTS : POINTS;
        double widest = 0;
        data.setNotify(false);
        data.removeAllSeries();
        groups.clear();
        for (int b = 0; b < picture.bands().size(); b++) {
            LevelPicture.Band band = picture.bands().get(b);
            double sigma = Math.max(NOISELESS * span, band.sigma());
            widest = Math.max(widest, sigma);
            XYSeries series = new XYSeries(b);
            for (int i = 0; i < points; i++) {
                double z = 4.0 * (2.0 * i / (points - 1) - 1);
                double value = band.centre() + z * sigma;
                // Noise that would take a cell below 0 leaves it at 0.
                if (value >= picture.floor()) {
                    series.add(value, Math.exp(-z * z / 2), false);
                }
            }
            data.addSeries(series);
            groups.add(band.group());
        }
        double margin = Math.max(0.05 * span, 3 * widest);
        density.setRange(0, 1.1);
        axis.setLabel(picture.axis());
        axis.setRange(Math.max(picture.floor(), picture.low() - margin), picture.high() + margin);
        data.setNotify(true);
        pane.applyTheme();
    }

    private void colour(Theme theme) {
        float width = data.getSeriesCount() > MANY ? 0.8f : 1.6f;
        for (int s = 0; s < data.getSeriesCount(); s++) {
            lines.setSeriesPaint(s, theme.series(groups.get(s)));
            lines.setSeriesStroke(s, new BasicStroke(width));
        }
    }
}
