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
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/**
 * Transfer curve of the ADC: steps, clipping at the full scale, and the ideal line. Column sums have a sign only where a
 * cell or an input has one.
 */
final class ConverterChart extends StackPane {

    private static final double SHOWN = 1.25;
    private static final int POINTS = 2001;

    private final XYSeriesCollection data = new XYSeriesCollection();
    private final XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer(true, false);
    private final NumberAxis sum = new NumberAxis(Texts.get("hardware.converter.sum"));
    private final XYPlot plot;
    private final JFreeChart chart;
    private final ChartPane pane;

    ConverterChart(ObservableValue<Theme> theme) {
        NumberAxis code = new NumberAxis(Texts.get("hardware.converter.result"));
        plot = new XYPlot(data, sum, code, lines);
        chart = new JFreeChart(Texts.get("hardware.converter.title"), null, plot, true);
        pane = new ChartPane("converter-chart", chart, theme, this::colour);
        getChildren().add(pane);
    }

    void show(Hardware hardware) {
        int bits = hardware.converters().adcBits();
        boolean unsigned = HardwareViewModel.unsignedAdc(hardware);
        Quantizer quantizer = unsigned ? Quantizer.unsigned(1f, bits) : Quantizer.signed(1f, bits);
        int steps = unsigned ? (1 << bits) - 1 : (1 << (bits - 1)) - 1;
        double lowest = unsigned ? SHOWN - 1 : SHOWN;
        sum.setRange(-lowest, SHOWN);
        plot.getRangeAxis().setRange(-lowest, SHOWN);
        String title = unsigned
                ? Texts.get("hardware.converter.title.unsigned")
                : Texts.get("hardware.converter.title.signed");
        chart.getTitle().setText(title);
        XYSeries stairs = new XYSeries(Texts.format("hardware.converter.adc", bits));
        XYSeries ideal = new XYSeries(Texts.get("hardware.converter.ideal"));
        for (int i = 0; i < POINTS; i++) {
            double x = -lowest + (SHOWN + lowest) * i / (POINTS - 1);
            stairs.add(x, (double) quantizer.code((float) x) / steps, false);
        }
        ideal.add(-lowest, -lowest, false);
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
