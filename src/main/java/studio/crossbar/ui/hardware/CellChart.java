package studio.crossbar.ui.hardware;

import java.awt.BasicStroke;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.ui.common.ChartPane;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/**
 * How well the levels of a cell can be told apart: the density of the conductance of every level under programming
 * noise, whose standard deviation is {@code σ_w · (G_max − G_min)}.
 */
final class CellChart extends StackPane {

    private static final int POINTS = 61;
    private static final double NOISELESS = 1e-4;

    private final XYSeriesCollection data = new XYSeriesCollection();
    private final XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer(true, false);
    private final NumberAxis axis = new NumberAxis(Texts.get("hardware.cell.conductance"));
    private final ChartPane pane;

    CellChart(ObservableValue<Theme> theme) {
        NumberAxis density = new NumberAxis(Texts.get("hardware.cell.density"));
        density.setRange(0, 1.1);
        XYPlot plot = new XYPlot(data, axis, density, lines);
        JFreeChart chart = new JFreeChart(Texts.get("hardware.cell.title"), null, plot, false);
        pane = new ChartPane("cell-chart", chart, theme, this::colour);
        getChildren().add(pane);
    }

    void show(Hardware hardware) {
        Cell cell = hardware.cell();
        double span = cell.gMaxMicroSiemens() - cell.gMinMicroSiemens();
        double sigma = Math.max(NOISELESS, hardware.noise().programmingSigma()) * span;
        data.setNotify(false);
        data.removeAllSeries();
        for (int level = 0; level < cell.levels(); level++) {
            double centre = cell.conductanceMicroSiemens(level);
            XYSeries series = new XYSeries(level);
            for (int i = 0; i < POINTS; i++) {
                double z = 4.0 * (2.0 * i / (POINTS - 1) - 1);
                double conductance = centre + z * sigma;
                // Noise that would take a cell below 0 leaves it at 0.
                if (conductance >= 0) {
                    series.add(conductance, Math.exp(-z * z / 2), false);
                }
            }
            data.addSeries(series);
        }
        double margin = Math.max(0.05 * span, 3 * sigma);
        axis.setRange(Math.max(0, cell.gMinMicroSiemens() - margin), cell.gMaxMicroSiemens() + margin);
        data.setNotify(true);
        pane.applyTheme();
    }

    private void colour(Theme theme) {
        float width = data.getSeriesCount() > 32 ? 0.8f : 1.6f;
        for (int s = 0; s < data.getSeriesCount(); s++) {
            lines.setSeriesPaint(s, theme.series(s % 2 == 0 ? 0 : 1));
            lines.setSeriesStroke(s, new BasicStroke(width));
        }
    }
}
