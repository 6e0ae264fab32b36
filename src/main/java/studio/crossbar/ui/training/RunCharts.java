package studio.crossbar.ui.training;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.text.DecimalFormat;
import java.text.FieldPosition;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.SplitPane;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import studio.crossbar.training.Epoch;
import studio.crossbar.ui.common.ChartPane;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;
import studio.crossbar.ui.common.TrainingLog;

/** Live loss and accuracy over epochs; vertical lines part the phases. */
final class RunCharts extends SplitPane {

    /** Part of the plots' height above the curves, where the names of the phases stand. */
    private static final double ROOM_FOR_LABELS = 0.2;

    private final TrainingViewModel model;
    private final XYSeries batchLoss = new XYSeries(Texts.get("training.loss.batch"));
    private final XYSeries epochLoss = new XYSeries(Texts.get("training.loss.epoch"));
    private final XYSeries trainAccuracy = new XYSeries(Texts.get("training.accuracy.train"));
    private final XYSeries validationAccuracy = new XYSeries(Texts.get("training.accuracy.validation"));
    private final NumberAxis lossEpochs = epochAxis();
    private final NumberAxis accuracyEpochs = epochAxis();
    private final XYPlot lossPlot;
    private final XYPlot accuracyPlot;
    private final ChartPane lossPane;
    private final ChartPane accuracyPane;

    RunCharts(TrainingViewModel model, ObservableValue<Theme> theme) {
        this.model = model;
        NumberAxis loss = new NumberAxis(Texts.get("training.loss.axis"));
        XYLineAndShapeRenderer lossLines = new XYLineAndShapeRenderer(true, false);
        lossPlot = new XYPlot(collection(epochLoss, batchLoss), lossEpochs, loss, lossLines);
        JFreeChart lossChart = new JFreeChart(Texts.get("training.loss.title"), null, lossPlot, true);
        lossPane = new ChartPane("loss-chart", lossChart, theme, now -> {
            mark(lossLines, now, 0, 1);
            lossLines.setSeriesShapesVisible(0, true);
            lossLines.setSeriesPaint(1, now.muted());
            lossLines.setSeriesStroke(1, new BasicStroke(1f));
            loss.setUpperMargin(ROOM_FOR_LABELS);
            markPhases(lossPlot, now);
        });
        NumberAxis accuracy = new NumberAxis(Texts.get("training.accuracy.axis"));
        accuracy.setAutoRangeIncludesZero(false);
        accuracy.setAutoRangeMinimumSize(5);
        accuracy.setNumberFormatOverride(new Percentages());
        XYLineAndShapeRenderer accuracyLines = new XYLineAndShapeRenderer(true, true);
        accuracyPlot =
                new XYPlot(collection(trainAccuracy, validationAccuracy), accuracyEpochs, accuracy, accuracyLines);
        JFreeChart accuracyChart = new JFreeChart(Texts.get("training.accuracy.title"), null, accuracyPlot, true);
        accuracyPane = new ChartPane("accuracy-chart", accuracyChart, theme, now -> {
            mark(accuracyLines, now, 0, 0);
            mark(accuracyLines, now, 1, 1);
            accuracyLines.setSeriesVisibleInLegend(1, !validationAccuracy.isEmpty());
            accuracy.setUpperMargin(ROOM_FOR_LABELS);
            markPhases(accuracyPlot, now);
        });
        getItems().addAll(lossPane, accuracyPane);
        model.log().epochs().addListener((ListChangeListener<Epoch>) change -> showEpochs());
        model.log().batches().addListener((ListChangeListener<TrainingLog.BatchLoss>) this::showBatches);
        model.log().batches().forEach(this::add);
        showEpochs();
    }

    private static NumberAxis epochAxis() {
        NumberAxis axis = new NumberAxis(Texts.get("training.epoch.axis"));
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        return axis;
    }

    private static XYSeriesCollection collection(XYSeries... series) {
        XYSeriesCollection collection = new XYSeriesCollection();
        for (XYSeries each : series) {
            collection.addSeries(each);
        }
        return collection;
    }

    private static void mark(XYLineAndShapeRenderer lines, Theme theme, int series, int colour) {
        lines.setSeriesPaint(series, theme.series(colour));
        lines.setSeriesStroke(series, new BasicStroke(2f));
        lines.setSeriesShape(series, new Ellipse2D.Double(-2.5, -2.5, 5, 5));
    }

    private void markPhases(XYPlot plot, Theme theme) {
        plot.clearDomainMarkers();
        for (TrainingViewModel.PhaseStart phase : model.phaseStarts()) {
            ValueMarker marker = new ValueMarker(phase.after(), theme.muted(), new BasicStroke(1f));
            marker.setLabel(phase.name());
            marker.setLabelFont(ChartPane.LABEL);
            marker.setLabelPaint(theme.muted());
            marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
            marker.setLabelTextAnchor(TextAnchor.TOP_LEFT);
            marker.setLabelBackgroundColor(new java.awt.Color(0, true));
            plot.addDomainMarker(marker);
        }
    }

    private void showEpochs() {
        epochLoss.clear();
        trainAccuracy.clear();
        validationAccuracy.clear();
        for (Epoch epoch : model.log().epochs()) {
            epochLoss.add(epoch.index(), epoch.loss(), false);
            trainAccuracy.add(epoch.index(), 100 * epoch.trainAccuracy(), false);
            if (!Double.isNaN(epoch.validationAccuracy())) {
                validationAccuracy.add(epoch.index(), 100 * epoch.validationAccuracy(), false);
            }
        }
        lossEpochs.setRange(0, model.totalEpochs() + 0.5);
        accuracyEpochs.setRange(0, model.totalEpochs() + 0.5);
        epochLoss.fireSeriesChanged();
        trainAccuracy.fireSeriesChanged();
        validationAccuracy.fireSeriesChanged();
        lossPane.applyTheme();
        accuracyPane.applyTheme();
    }

    private void showBatches(ListChangeListener.Change<? extends TrainingLog.BatchLoss> change) {
        while (change.next()) {
            if (change.wasRemoved()) {
                batchLoss.clear();
            }
            change.getAddedSubList().forEach(this::add);
        }
        batchLoss.fireSeriesChanged();
    }

    private void add(TrainingLog.BatchLoss batch) {
        batchLoss.add(batch.done() * model.totalEpochs(), batch.loss(), false);
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
