package studio.crossbar.ui.training;

import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.crossbar.simulation.AgeingCurve;
import studio.crossbar.simulation.ChipTimes;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.EmptyState;
import studio.crossbar.ui.common.JobItem;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** Which chips age, the job that measures them, and their accuracy over time. */
final class AgeingPane extends VBox {

    private final AgeingViewModel model;
    private final AgeingActions actions;
    private final AgeingChart chart;
    private final Label summary = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final Label message = new Label();

    AgeingPane(AgeingViewModel model, AgeingActions actions, ObservableValue<Theme> theme) {
        super(8);
        this.model = model;
        this.actions = actions;
        setPadding(new Insets(8, 14, 8, 14));
        chart = new AgeingChart(theme);
        Node empty = new EmptyState(
                "fth-clock", Texts.get("training.ageing.empty.title"), Texts.get("training.ageing.empty.text"));
        StackPane centre = new StackPane(empty, chart);
        VBox.setVgrow(centre, Priority.ALWAYS);
        summary.setId("ageing-summary");
        summary.setWrapText(true);
        summary.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(choices(), job(), problem(), centre, summary);
        InvalidationListener update = observable -> {
            chart.setVisible(!model.curves().isEmpty());
            empty.setVisible(model.curves().isEmpty());
            chart.show(model.curves());
            summary.setText(model.curves().stream().map(AgeingPane::inWords).collect(Collectors.joining("\n")));
        };
        model.curves().addListener(update);
        update.invalidated(model.curves());
        model.measuringProperty().subscribe(this::follow);
    }

    private Node choices() {
        ComboBox<String> device = new ComboBox<>(model.devices());
        device.setId("ageing-device");
        device.setAccessibleText(Texts.get("training.ageing.device"));
        device.setTooltip(new Tooltip(Texts.get("training.ageing.device.help")));
        device.setPrefWidth(206);
        device.valueProperty().bindBidirectional(model.deviceProperty());
        Spinner<Integer> chips = new Spinner<>(new SpinnerValueFactory.IntegerSpinnerValueFactory(
                1, AgeingViewModel.MOST_CHIPS, model.chipsProperty().get()));
        chips.setId("ageing-chips");
        chips.setEditable(true);
        chips.setPrefWidth(72);
        chips.setTooltip(new Tooltip(Texts.format("training.ageing.chips.help", AgeingViewModel.MOST_CHIPS)));
        chips.getEditor().setAccessibleText(Texts.get("training.ageing.chips"));
        chips.valueProperty().subscribe(value -> {
            if (value != null) {
                model.chipsProperty().set(value);
            }
        });
        CheckBox compensation = new CheckBox(Texts.get("training.ageing.compensation"));
        compensation.setId("ageing-compensation");
        compensation.setTooltip(new Tooltip(Texts.get("training.ageing.compensation.help")));
        compensation.selectedProperty().bindBidirectional(model.compensationProperty());
        FlowPane choices = new FlowPane(
                10,
                6,
                named(Texts.get("training.ageing.device"), device),
                named(Texts.get("training.ageing.chips"), chips),
                compensation,
                ActionControls.textButton(actions.measure, "accent"));
        choices.setAlignment(Pos.CENTER_LEFT);
        return choices;
    }

    private static Node named(String name, Node control) {
        Label label = new Label(name);
        label.setLabelFor(control);
        label.setMinWidth(USE_PREF_SIZE);
        HBox box = new HBox(6, label, control);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private Node job() {
        progress.setId("ageing-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(progress, Priority.ALWAYS);
        message.setMinWidth(0);
        HBox job = new HBox(10, progress, message, ActionControls.textButton(actions.stop));
        job.setAlignment(Pos.CENTER_LEFT);
        job.visibleProperty().bind(model.measuringProperty().isNotNull());
        job.managedProperty().bind(job.visibleProperty());
        return job;
    }

    private void follow(@Nullable JobItem item) {
        progress.progressProperty().unbind();
        message.textProperty().unbind();
        if (item != null) {
            progress.progressProperty().bind(item.doneProperty());
            message.textProperty().bind(item.messageProperty());
        }
    }

    private Node problem() {
        Label problem = new Label();
        problem.setId("ageing-problem");
        problem.getStyleClass().add("badge-warning");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }

    private static String inWords(AgeingCurve curve) {
        AgeingCurve.Age first = curve.ages().getFirst();
        AgeingCurve.Age last = curve.ages().getLast();
        String points = String.format(
                java.util.Locale.ROOT,
                "%+.1f",
                100 * (last.accuracy().mean() - first.accuracy().mean()));
        return Texts.format(
                "training.ageing.summary",
                AgeingChart.label(curve),
                Numbers.percent(first.accuracy().mean()),
                TrainingViewModel.meanAndDeviation(last.accuracy()),
                ChipTimes.text(last.seconds()),
                points.replace('-', '−'));
    }
}
