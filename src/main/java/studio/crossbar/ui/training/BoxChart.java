package studio.crossbar.ui.training;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import studio.crossbar.report.DataTable;
import studio.crossbar.ui.common.ChartPane;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** Box plots of accuracy under noise, a run a line: quartiles, whiskers, mean, and each programmed chip as a point. */
final class BoxChart extends StackPane {

    private static final double HALF_BOX = 0.28;
    private static final double HALF_CAP = 0.12;

    /** Chips of one accuracy lie beside each other; the golden ratio spreads any number of them evenly. */
    private static final double GOLDEN = 0.6180339887498949;

    private static final int LONGEST_LABEL = 30;

    /**
     * A line of the chart.
     *
     * @param label of the run
     * @param colour of the theme's series
     * @param box what its chips reach
     */
    record Line(String label, int colour, Box box) {}

    private final XYSeriesCollection points = new XYSeriesCollection();
    private final XYLineAndShapeRenderer dots = new XYLineAndShapeRenderer(false, true);
    private final NumberAxis percent = new NumberAxis(Texts.get("training.draws.percent"));
    private final JFreeChart chart;
    private final XYPlot plot;
    private final ChartPane pane;
    private List<Line> lines = List.of();

    BoxChart(ObservableValue<Theme> theme) {
        plot = new XYPlot(points, labels(), percent, dots);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        chart = new JFreeChart(Texts.get("training.draws.title"), null, plot, false);
        pane = new ChartPane("draw-chart", chart, theme, this::colour);
        pane.exportAsData(() -> data(lines));
        getChildren().add(pane);
    }

    /** A row a chip. */
    static DataTable data(List<Line> lines) {
        List<List<Object>> rows = new ArrayList<>();
        for (Line line : lines) {
            for (int chip = 0; chip < line.box().draws().size(); chip++) {
                rows.add(
                        List.of(line.label(), chip + 1, 100 * line.box().draws().get(chip)));
            }
        }
        return new DataTable(List.of("run", "chip", Texts.get("training.draws.percent")), rows);
    }

    void show(List<Line> value) {
        chart.setNotify(false);
        lines = List.copyOf(value);
        points.removeAllSeries();
        double low = 100;
        double high = 0;
        for (int i = 0; i < lines.size(); i++) {
            Box box = lines.get(i).box();
            double at = place(i);
            XYSeries chips = new XYSeries("chips " + i, false, true);
            for (int k = 0; k < box.draws().size(); k++) {
                double shown = 100 * box.draws().get(k);
                chips.add(at + HALF_BOX * 1.4 * ((k * GOLDEN) % 1 - 0.5), shown, false);
                low = Math.min(low, shown);
                high = Math.max(high, shown);
            }
            points.addSeries(chips);
            XYSeries mean = new XYSeries("mean " + i);
            mean.add(at, 100 * box.mean());
            points.addSeries(mean);
        }
        double margin = Math.max(0.5, 0.1 * (high - low));
        percent.setRange(Math.max(-1, low - margin), Math.min(101, Math.max(low, high) + margin));
        plot.setDomainAxis(labels());
        pane.applyTheme();
    }

    /** The axis runs upwards and lines downwards. */
    private int place(int line) {
        return lines.size() - 1 - line;
    }

    private SymbolAxis labels() {
        SymbolAxis axis = new SymbolAxis(
                null,
                lines.reversed().stream().map(line -> shortened(line.label())).toArray(String[]::new));
        axis.setRange(-0.5, Math.max(1, lines.size()) - 0.5);
        axis.setGridBandsVisible(false);
        return axis;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_LABEL ? text : text.substring(0, LONGEST_LABEL - 1) + "…";
    }

    private void colour(Theme theme) {
        plot.clearAnnotations();
        plot.setDomainGridlinesVisible(false);
        for (int i = 0; i < lines.size(); i++) {
            Color colour = theme.series(lines.get(i).colour());
            draw(place(i), lines.get(i).box(), colour, theme);
            dots.setSeriesPaint(2 * i, colour);
            dots.setSeriesShape(2 * i, new Ellipse2D.Double(-3, -3, 6, 6));
            dots.setSeriesPaint(2 * i + 1, theme.text());
            dots.setSeriesShape(2 * i + 1, diamond());
        }
    }

    private void draw(int at, Box box, Color colour, Theme theme) {
        BasicStroke thin = new BasicStroke(1.2f);
        Color fill = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 45);
        plot.addAnnotation(new XYBoxAnnotation(
                at - HALF_BOX,
                100 * box.firstQuartile(),
                at + HALF_BOX,
                100 * box.thirdQuartile(),
                thin,
                colour,
                fill));
        line(at - HALF_BOX, box.median(), at + HALF_BOX, box.median(), new BasicStroke(2f), theme.text());
        line(at, box.low(), at, box.firstQuartile(), thin, colour);
        line(at, box.thirdQuartile(), at, box.high(), thin, colour);
        line(at - HALF_CAP, box.low(), at + HALF_CAP, box.low(), thin, colour);
        line(at - HALF_CAP, box.high(), at + HALF_CAP, box.high(), thin, colour);
    }

    private void line(double at, double from, double atEnd, double to, BasicStroke stroke, Color colour) {
        plot.addAnnotation(new XYLineAnnotation(at, 100 * from, atEnd, 100 * to, stroke, colour));
    }

    private static Path2D diamond() {
        Path2D diamond = new Path2D.Double();
        diamond.moveTo(0, -5);
        diamond.lineTo(4, 0);
        diamond.lineTo(0, 5);
        diamond.lineTo(-4, 0);
        diamond.closePath();
        return diamond;
    }
}
