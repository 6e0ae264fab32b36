package studio.crossbar.ui.training;

import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.study.Evaluation;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.Counts;
import studio.crossbar.ui.common.EmptyState;
import studio.crossbar.ui.common.Figure;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.ProjectEmptyState;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** Live run above, accuracy of the programmed chips below. */
public final class TrainingView extends StackPane {

    private final TrainingViewModel model;
    private final Figure mean =
            new Figure("accuracy-mean", Texts.get("training.mean.name"), Texts.get("training.mean.help"));
    private final Figure worst =
            new Figure("accuracy-worst", Texts.get("training.worst.name"), Texts.get("training.worst.help"));
    private final Figure floating =
            new Figure("accuracy-float", Texts.get("training.float.name"), Texts.get("training.float.help"));
    private final Figure wired =
            new Figure("accuracy-wired", Texts.get("training.wired.name"), Texts.get("training.wired.help"));
    private final Label status = new Label();
    private final Label stale = new Label(Texts.get("training.stale"));
    private final DrawChart draws;
    private final Node noResult =
            new EmptyState("fth-bar-chart-2", Texts.get("training.running.title"), Texts.get("training.running.text"));
    private final Node notEvaluated;

    public TrainingView(
            TrainingViewModel model,
            ObservableValue<Theme> theme,
            Action openProject,
            Action train,
            Action evaluate,
            Action pause,
            Action cancel) {
        this.model = model;
        notEvaluated = new EmptyState(
                "fth-bar-chart-2",
                Texts.get("training.stored.title"),
                Texts.get("training.stored.text"),
                ActionControls.textButton(evaluate, "accent"));
        draws = new DrawChart(theme);
        Node empty = new ProjectEmptyState(
                model.designProperty(),
                openProject,
                new EmptyState(
                        "fth-trending-up",
                        Texts.get("training.empty.title"),
                        Texts.get("training.empty.text"),
                        ActionControls.textButton(train, "accent")));
        Node content = content(theme, train, pause, cancel);
        getChildren().addAll(empty, content);
        InvalidationListener update = observable -> {
            content.setVisible(model.hasRun());
            empty.setVisible(!model.hasRun());
            status.setText(model.lastEpoch());
        };
        model.log().runningProperty().addListener(update);
        model.log().pausedProperty().addListener(update);
        model.log().epochs().addListener(update);
        update.invalidated(model.log().runningProperty());
        model.evaluationProperty().subscribe(this::show);
        model.designProperty().subscribe(design -> showStale());
    }

    private Node content(ObservableValue<Theme> theme, Action train, Action pause, Action cancel) {
        ProgressBar progress = new ProgressBar();
        progress.setId("training-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.progressProperty().bind(model.log().doneProperty());
        HBox.setHgrow(progress, Priority.ALWAYS);
        Label message = new Label();
        message.setId("training-message");
        message.textProperty().bind(model.log().messageProperty());
        message.setMinWidth(0);
        HBox run = new HBox(
                10,
                ActionControls.textButton(train, "accent"),
                ActionControls.textButton(pause),
                ActionControls.textButton(cancel),
                progress,
                message);
        run.setAlignment(Pos.CENTER_LEFT);
        status.setId("training-status");
        status.getStyleClass().add("text-muted");
        stale.getStyleClass().add("badge-warning");
        stale.setId("training-stale");
        stale.managedProperty().bind(stale.visibleProperty());
        VBox top = new VBox(6, run, status, stale);
        top.setPadding(new Insets(12, 14, 6, 14));

        FlowPane figures = new FlowPane(10, 10, mean, worst, floating, wired);
        figures.setPadding(new Insets(8, 14, 4, 14));
        BorderPane result = new BorderPane(draws);
        result.setTop(figures);
        StackPane lower = new StackPane(noResult, notEvaluated, result);
        InvalidationListener choose = observable -> {
            boolean evaluated = model.evaluationProperty().get() != null;
            result.setVisible(evaluated);
            notEvaluated.setVisible(!evaluated && model.waitsForEvaluation());
            noResult.setVisible(!evaluated && !model.waitsForEvaluation());
        };
        model.evaluationProperty().addListener(choose);
        model.trainedProperty().addListener(choose);
        model.log().runningProperty().addListener(choose);
        choose.invalidated(model.evaluationProperty());
        SplitPane split = new SplitPane(new RunCharts(model, theme), lower);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.5);
        BorderPane pane = new BorderPane(split);
        pane.setTop(top);
        return pane;
    }

    private void show(@Nullable Evaluation evaluation) {
        if (evaluation != null) {
            AccuracyUnderNoise accuracy = evaluation.accuracy();
            mean.show(
                    TrainingViewModel.meanAndDeviation(accuracy),
                    Texts.format(
                            "training.mean.from",
                            Counts.draws(accuracy.draws().size()),
                            Counts.testWindows(evaluation.dataset().test())));
            worst.show(
                    Numbers.percent(accuracy.worst()),
                    Texts.format(
                            "training.worst.from", Counts.draws(accuracy.draws().size())));
            String points =
                    String.format(java.util.Locale.ROOT, "%+.1f", 100 * (accuracy.mean() - evaluation.floatAccuracy()));
            floating.show(
                    Numbers.percent(evaluation.floatAccuracy()),
                    Texts.format("training.float.difference", points.replace('-', '−')));
            TrainingViewModel.Remark withWires = model.withWires(evaluation);
            wired.show(withWires.value(), withWires.below());
            draws.show(accuracy);
        }
        showStale();
    }

    private void showStale() {
        boolean running = model.log().runningProperty().get();
        stale.setVisible(model.evaluationProperty().get() != null && !running && !model.resultIsCurrent());
    }
}
