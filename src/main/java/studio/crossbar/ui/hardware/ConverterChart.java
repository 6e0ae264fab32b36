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
import studio.crossbar.hardware.Hardware;
import studio.crossbar.tensor.Quantizer;
import studio.crossbar.ui.common.ChartPane;
import studio.crossbar.ui.common.Theme;

/** Transfer curve of the ADC for a signed column sum: steps, clipping at the full scale, and the ideal line. */
final class ConverterChart extends StackPane {

    private static final double SHOWN = 1.25;
    private static final int POINTS = 2001;

    private final XYSeriesCollection data = new XYSeriesCollection();
    private final XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer(true, false);
    private final ChartPane pane;

    ConverterChart(ObservableValue<Theme> theme) {
        NumberAxis sum = new NumberAxis("Column sum over full scale Y");
        sum.setRange(-SHOWN, SHOWN);
        NumberAxis code = new NumberAxis("Converted sum over Y");
        code.setRange(-SHOWN, SHOWN);
        XYPlot plot = new XYPlot(data, sum, code, lines);
        JFreeChart chart = new JFreeChart("ADC transfer curve", null, plot, true);
        pane = new ChartPane("converter-chart", chart, theme, this::colour);
        getChildren().add(pane);
    }

    void show(Hardware hardware) {
        int bits = hardware.converters().adcBits();
        int steps = (1 << (bits - 1)) - 1;
        Quantizer quantizer = new Quantizer(1f, steps, -steps, steps);
        XYSeries stairs = new XYSeries(bits + "-bit ADC");
        XYSeries ideal = new XYSeries("ideal");
        for (int i = 0; i < POINTS; i++) {
            double x = SHOWN * (2.0 * i / (POINTS - 1) - 1);
            stairs.add(x, (double) quantizer.code((float) x) / steps, false);
        }
        ideal.add(-SHOWN, -SHOWN, false);
        ideal.add(SHOWN, SHOWN, false);
        data.setNotify(false);
        data.removeAllSeries();
        data.addSeries(stairs);
        data.addSeries(ideal);
        data.setNotify(true);
        pane.applyTheme();
    }

    private void colour(Theme theme) {
        lines.setSeriesPaint(0, theme.series(0));
        lines.setSeriesStroke(0, new BasicStroke(1.8f));
        lines.setSeriesPaint(1, theme.muted());
        lines.setSeriesStroke(
                1, new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {4, 4}, 0));
    }
}
