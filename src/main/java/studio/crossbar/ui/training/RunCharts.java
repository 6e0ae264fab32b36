package studio.crossbar.ui.training;

import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.SplitPane;
import studio.crossbar.study.RunEpoch;
import studio.crossbar.training.Epoch;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;
import studio.crossbar.ui.common.TrainingLog;

/** Live loss and accuracy over epochs, with those of compared runs. */
final class RunCharts extends SplitPane {

    private final TrainingViewModel model;
    private final RunsViewModel runs;
    private final ObservableBooleanValue shown;
    private final EpochChart loss;
    private final EpochChart accuracy;
    private final Curve epochLoss = new Curve(Texts.get("training.loss.epoch"));
    private final Curve batchLoss = new Curve(Texts.get("training.loss.batch"));
    private final Curve trainAccuracy = new Curve(Texts.get("training.accuracy.train"));
    private final Curve validationAccuracy = new Curve(Texts.get("training.accuracy.validation"));
    private final Coalescing update = new Coalescing(this::update);
    private boolean stale = true;
    private boolean otherRuns = true;

    /** @param shown whether anybody sees the charts; unseen ones are not drawn */
    RunCharts(TrainingViewModel model, RunsViewModel runs, ObservableValue<Theme> theme, ObservableBooleanValue shown) {
        this.model = model;
        this.runs = runs;
        this.shown = shown;
        loss = EpochChart.ofLoss(theme, epochLoss, batchLoss);
        accuracy = EpochChart.ofAccuracy(theme, trainAccuracy, validationAccuracy);
        getItems().addAll(loss, accuracy);
        model.log().epochs().addListener((InvalidationListener) change -> request());
        model.log().batches().addListener((ListChangeListener<TrainingLog.BatchLoss>) this::takeBatches);
        model.log().batches().forEach(this::add);
        runs.compared().addListener((InvalidationListener) change -> {
            otherRuns = true;
            request();
        });
        shown.addListener((observable, before, now) -> {
            if (now && stale) {
                update.request();
            }
        });
        request();
    }

    private void request() {
        stale = true;
        if (shown.get()) {
            update.request();
        }
    }

    private void takeBatches(ListChangeListener.Change<? extends TrainingLog.BatchLoss> change) {
        while (change.next()) {
            if (change.wasRemoved()) {
                batchLoss.clear();
            }
            change.getAddedSubList().forEach(this::add);
        }
        request();
    }

    private void add(TrainingLog.BatchLoss batch) {
        batchLoss.add(batch.done() * model.totalEpochs(), batch.loss());
    }

    /** Draws what there is now; package-private for the measurement of its time. */
    void update() {
        stale = false;
        epochLoss.clear();
        trainAccuracy.clear();
        validationAccuracy.clear();
        for (Epoch epoch : model.log().epochs()) {
            epochLoss.add(epoch.index(), epoch.loss());
            trainAccuracy.add(epoch.index(), 100 * epoch.trainAccuracy());
            validationAccuracy.add(epoch.index(), 100 * epoch.validationAccuracy());
        }
        int epochs = model.totalEpochs();
        for (RunRow row : runs.compared()) {
            epochs = Math.max(epochs, row.run().epochs().size());
        }
        if (otherRuns) {
            otherRuns = false;
            loss.compare(curves(RunEpoch::loss), places());
            accuracy.compare(curves(epoch -> 100 * epoch.accuracy()), places());
        }
        loss.show(epochs, model.phaseStarts());
        accuracy.show(epochs, model.phaseStarts());
    }

    private List<Integer> places() {
        return runs.compared().stream().map(row -> row.slotProperty().get()).toList();
    }

    private List<Curve> curves(ToDoubleFunction<RunEpoch> value) {
        return runs.compared().stream()
                .map(row -> {
                    Curve curve = new Curve(row.letter());
                    int index = 0;
                    for (RunEpoch epoch : row.run().epochs()) {
                        curve.add(++index, value.applyAsDouble(epoch));
                    }
                    curve.publish();
                    return curve;
                })
                .toList();
    }
}
