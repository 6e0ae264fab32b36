package studio.crossbar.ui.training;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.text.DecimalFormat;
import java.text.FieldPosition;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeriesCollection;
import studio.crossbar.ui.common.ChartPane;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** Two curves of the current run over epochs, and one of each compared run; vertical lines part the phases. */
final class EpochChart extends StackPane {

    /** Part of the plot's height above the curves, where the names of the phases stand. */
    private static final double ROOM_FOR_LABELS = 0.2;

    /** Colours of the current run's curves; compared runs have the next ones. */
    static final int OWN_COLOURS = 2;

    /** Of more epochs single points are not told apart. */
    private static final int MOST_DOTS = 60;

    private final Curve first;
    private final Curve second;
    private final XYSeriesCollection series = new XYSeriesCollection();
    private final XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer(true, false);
    private final NumberAxis epochs = new NumberAxis(Texts.get("training.epoch.axis"));
    private final NumberAxis values;
    private final boolean secondIsFaint;
    private final JFreeChart chart;
    private final ChartPane pane;
    private List<Integer> places = List.of();
    private List<TrainingViewModel.PhaseStart> phases = List.of();

    private EpochChart(
            String id,
            String title,
            NumberAxis values,
            ObservableValue<Theme> theme,
            Curve first,
            Curve second,
            boolean secondIsFaint) {
        this.values = values;
        this.first = first;
        this.second = second;
        this.secondIsFaint = secondIsFaint;
        series.addSeries(first.series());
        series.addSeries(second.series());
        epochs.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        lines.setDrawSeriesLineAsPath(true);
        chart = new JFreeChart(title, null, new XYPlot(series, epochs, values, lines), true);
        pane = new ChartPane(id, chart, theme, this::colour);
        getChildren().add(pane);
    }

    /** Mean loss an epoch, and losses of batches in a faint line. */
    static EpochChart ofLoss(ObservableValue<Theme> theme, Curve epoch, Curve batch) {
        return new EpochChart(
                "loss-chart",
                Texts.get("training.loss.title"),
                new NumberAxis(Texts.get("training.loss.axis")),
                theme,
                epoch,
                batch,
                true);
    }

    /** Accuracies in percent. */
    static EpochChart ofAccuracy(ObservableValue<Theme> theme, Curve train, Curve validation) {
        NumberAxis percent = new NumberAxis(Texts.get("training.accuracy.axis"));
        percent.setAutoRangeIncludesZero(false);
        percent.setAutoRangeMinimumSize(5);
        percent.setNumberFormatOverride(new Percentages());
        return new EpochChart(
                "accuracy-chart", Texts.get("training.accuracy.title"), percent, theme, train, validation, false);
    }

    /**
     * Draws curves of other runs.
     *
     * @param atPlaces of each, which give their colours
     */
    void compare(List<Curve> others, List<Integer> atPlaces) {
        chart.setNotify(false);
        for (int i = series.getSeriesCount() - 1; i >= OWN_COLOURS; i--) {
            series.removeSeries(i);
        }
        others.forEach(curve -> series.addSeries(curve.series()));
        places = List.copyOf(atPlaces);
    }

    /** Draws the current run's curves as they are now. */
    void show(int totalEpochs, List<TrainingViewModel.PhaseStart> starts) {
        chart.setNotify(false);
        first.publish();
        second.publish();
        epochs.setRange(0, totalEpochs + 0.5);
        phases = starts;
        pane.applyTheme();
    }

    private void colour(Theme theme) {
        line(0, theme.series(0), 2f, first.size() <= MOST_DOTS);
        if (secondIsFaint) {
            line(1, theme.muted(), 1f, false);
        } else {
            line(1, theme.series(1), 2f, second.size() <= MOST_DOTS);
        }
        lines.setSeriesVisibleInLegend(1, second.size() > 0);
        for (int i = 0; i < places.size(); i++) {
            line(OWN_COLOURS + i, theme.series(OWN_COLOURS + places.get(i)), 1.6f, false);
        }
        values.setUpperMargin(ROOM_FOR_LABELS);
        markPhases(chart.getXYPlot(), theme);
    }

    private void line(int index, Color colour, float width, boolean dots) {
        lines.setSeriesPaint(index, colour);
        lines.setSeriesStroke(index, new BasicStroke(width));
        lines.setSeriesShape(index, new Ellipse2D.Double(-2.5, -2.5, 5, 5));
        lines.setSeriesShapesVisible(index, dots);
    }

    private void markPhases(XYPlot plot, Theme theme) {
        plot.clearDomainMarkers();
        for (TrainingViewModel.PhaseStart phase : phases) {
            ValueMarker marker = new ValueMarker(phase.after(), theme.muted(), new BasicStroke(1f));
            marker.setLabel(phase.name());
            marker.setLabelFont(ChartPane.LABEL);
            marker.setLabelPaint(theme.muted());
            marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
            marker.setLabelTextAnchor(TextAnchor.TOP_LEFT);
            marker.setLabelBackgroundColor(new Color(0, true));
            plot.addDomainMarker(marker);
        }
    }

    /** Says nothing above 100 %, where only the names of the phases stand. */
    private static final class Percentages extends DecimalFormat {

        @java.io.Serial
        private static final long serialVersionUID = 1;

        Percentages() {
            super("0.#");
        }

        @Override
        public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
            return number > 100 ? to : super.format(number, to, position);
        }
    }
}
