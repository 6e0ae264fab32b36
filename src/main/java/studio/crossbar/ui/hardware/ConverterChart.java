package studio.crossbar.ui.hardware;

import java.awt.BasicStroke;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.ui.common.ChartPane;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/**
 * Transfer curve of the ADC: steps, clipping at the full scale, how far read noise moves them, and the ideal line. Column
 * sums have a sign only where a cell or an input has one.
 */
final class ConverterChart extends StackPane {

    /** Ends the key of the upper of two curves of one name. */
    private static final String HIGH = " +";

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
        TransferCurve curve = TransferCurve.of(hardware);
        sum.setRange(curve.lowest(), curve.highest());
        plot.getRangeAxis().setRange(curve.lowest(), curve.highest());
        String title = curve.signed()
                ? Texts.get("hardware.converter.title.signed")
                : Texts.get("hardware.converter.title.unsigned");
        chart.getTitle().setText(title);
        XYSeries ideal = new XYSeries(Texts.get("hardware.converter.ideal"));
        ideal.add(curve.lowest(), curve.lowest(), false);
        ideal.add(curve.highest(), curve.highest(), false);
        data.setNotify(false);
        data.removeAllSeries();
        data.addSeries(series(Texts.format("hardware.converter.adc", curve.bits()), curve.stairs()));
        data.addSeries(ideal);
        if (!curve.low().isEmpty()) {
            String noise = Texts.get("hardware.converter.noise");
            data.addSeries(series(noise, curve.low()));
            data.addSeries(series(noise + HIGH, curve.high()));
            // One entry says what both are.
            lines.setSeriesVisibleInLegend(data.getSeriesCount() - 1, false);
        }
        data.setNotify(true);
        pane.applyTheme();
    }

    private static XYSeries series(String name, List<TransferCurve.Point> points) {
        XYSeries series = new XYSeries(name);
        points.forEach(point -> series.add(point.sum(), point.result(), false));
        return series;
    }

    private void colour(Theme theme) {
        lines.setSeriesPaint(0, theme.series(0));
        lines.setSeriesStroke(0, new BasicStroke(1.8f));
        lines.setSeriesPaint(1, theme.muted());
        lines.setSeriesStroke(
                1, new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {4, 4}, 0));
        for (int noise = 2; noise < data.getSeriesCount(); noise++) {
            lines.setSeriesPaint(noise, theme.series(1));
            lines.setSeriesStroke(noise, new BasicStroke(1f));
        }
    }
}
