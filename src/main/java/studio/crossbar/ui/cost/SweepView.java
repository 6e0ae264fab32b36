package studio.crossbar.ui.cost;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.util.ShapeUtils;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jspecify.annotations.Nullable;
import studio.crossbar.ui.common.ChartPane;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** Area and energy of all designs around the edited one, a colour an encoding. */
final class SweepView extends BorderPane {

    private static final Shape DOT = new Ellipse2D.Double(-1.6, -1.6, 3.2, 3.2);
    private static final Shape CROSS = ShapeUtils.createDiagonalCross(7, 1.6f);

    private final XYSeriesCollection data = new XYSeriesCollection();
    private final XYLineAndShapeRenderer dots = new XYLineAndShapeRenderer(false, true);
    private final ChartPane pane;

    SweepView(SweepViewModel model, ObservableValue<Theme> theme) {
        XYPlot plot = new XYPlot(
                data, axis(Texts.get("cost.sweep.chart.area")), axis(Texts.get("cost.sweep.chart.energy")), dots);
        pane = new ChartPane(
                "sweep-chart", new JFreeChart(Texts.get("cost.sweep.chart.title"), null, plot, true), theme, now -> {
                    plot.setDomainGridlinesVisible(true);
                    plot.setDomainGridlinePaint(now.grid());
                    plot.setDomainGridlineStroke(new BasicStroke(1f));
                    paint(now);
                });
        Label status = new Label();
        status.setId("sweep-status");
        status.setWrapText(true);
        status.getStyleClass().add("text-muted");
        status.setPadding(new Insets(10, 14, 4, 14));
        status.textProperty().bind(model.statusProperty());
        setTop(status);
        setCenter(pane);
        BorderPane.setMargin(pane, new Insets(0, 14, 10, 14));
        model.pictureProperty().subscribe(this::show);
    }

    /** Logarithmic with a mark at every doubling, whose numbers are short. */
    private static LogAxis axis(String label) {
        LogAxis axis = new LogAxis(label);
        axis.setBase(2);
        axis.setTickUnit(new NumberTickUnit(1));
        axis.setNumberFormatOverride(new DecimalFormat("0.####", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        axis.setSmallestValue(1e-6);
        return axis;
    }

    private void show(SweepViewModel.@Nullable Picture picture) {
        data.setNotify(false);
        data.removeAllSeries();
        if (picture != null) {
            XYSeries own = new XYSeries(Texts.get("cost.sweep.chart.own"));
            own.add(picture.design().area(), picture.design().energy());
            data.addSeries(own);
            for (SweepViewModel.Series encoding : picture.encodings()) {
                XYSeries series = new XYSeries(encoding.name());
                for (SweepViewModel.Mark mark : encoding.marks()) {
                    series.add(mark.area(), mark.energy(), false);
                }
                data.addSeries(series);
            }
        }
        data.setNotify(true);
        pane.applyTheme();
    }

    /** The first series is the design itself, drawn over the others in the colour of text. */
    private void paint(Theme theme) {
        for (int series = 0; series < data.getSeriesCount(); series++) {
            dots.setSeriesShape(series, series == 0 ? CROSS : DOT);
            dots.setSeriesPaint(series, series == 0 ? theme.text() : theme.series(series - 1));
        }
    }
}
