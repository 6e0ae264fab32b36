package studio.crossbar.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.study.Evaluation;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.Counts;
import studio.crossbar.ui.common.EmptyState;
import studio.crossbar.ui.common.Figure;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** Accuracy of the programmed chips: figures and box plots, or what to do to have them. */
final class ResultPane extends StackPane {

    private final TrainingViewModel model;
    private final RunsViewModel runs;
    private final Figure mean =
            new Figure("accuracy-mean", Texts.get("training.mean.name"), Texts.get("training.mean.help"));
    private final Figure worst =
            new Figure("accuracy-worst", Texts.get("training.worst.name"), Texts.get("training.worst.help"));
    private final Figure floating =
            new Figure("accuracy-float", Texts.get("training.float.name"), Texts.get("training.float.help"));
    private final Figure wired =
            new Figure("accuracy-wired", Texts.get("training.wired.name"), Texts.get("training.wired.help"));
    private final BoxChart boxes;

    ResultPane(TrainingViewModel model, RunsViewModel runs, ObservableValue<Theme> theme, Action evaluate) {
        this.model = model;
        this.runs = runs;
        boxes = new BoxChart(theme);
        Node noResult = new EmptyState(
                "fth-bar-chart-2", Texts.get("training.running.title"), Texts.get("training.running.text"));
        Node notEvaluated = new EmptyState(
                "fth-bar-chart-2",
                Texts.get("training.stored.title"),
                Texts.get("training.stored.text"),
                ActionControls.textButton(evaluate, "accent"));
        FlowPane figures = new FlowPane(10, 10, mean, worst, floating, wired);
        figures.setPadding(new Insets(8, 14, 4, 14));
        BorderPane result = new BorderPane(boxes);
        setMinSize(0, 0);
        result.setTop(figures);
        getChildren().addAll(noResult, notEvaluated, result);
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
        model.evaluationProperty().subscribe(this::show);
        runs.compared().addListener((InvalidationListener) observable -> showBoxes());
    }

    private void show(@Nullable Evaluation evaluation) {
        if (evaluation == null) {
            return;
        }
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
        String points = String.format(Locale.ROOT, "%+.1f", 100 * (accuracy.mean() - evaluation.floatAccuracy()));
        floating.show(
                Numbers.percent(evaluation.floatAccuracy()),
                Texts.format("training.float.difference", points.replace('-', '−')));
        TrainingViewModel.Remark withWires = model.withWires(evaluation);
        wired.show(withWires.value(), withWires.below());
        showBoxes();
    }

    /** The current result first, then the compared runs that were evaluated. */
    private void showBoxes() {
        Evaluation evaluation = model.evaluationProperty().get();
        if (evaluation == null) {
            return;
        }
        List<BoxChart.Line> lines = new ArrayList<>();
        lines.add(new BoxChart.Line(Texts.get("training.runs.current"), 0, Box.of(evaluation.accuracy())));
        for (RunRow row : runs.compared()) {
            AccuracyUnderNoise accuracy = row.run().accuracy();
            if (accuracy != null) {
                int colour = EpochChart.OWN_COLOURS + row.slotProperty().get();
                lines.add(new BoxChart.Line(row.label(), colour, Box.of(accuracy)));
            }
        }
        boxes.show(lines);
    }
}
