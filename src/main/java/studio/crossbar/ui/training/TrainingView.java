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
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.EmptyState;
import studio.crossbar.ui.common.ProjectEmptyState;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** The run above; below it, in tabs, its curves and result, and the runs before it. */
public final class TrainingView extends StackPane {

    private final TrainingViewModel model;
    private final Label status = new Label();
    private final Label stale = new Label(Texts.get("training.stale"));

    /**
     * The screen.
     *
     * @param runs finished trainings of the project
     * @param confusion which classes are taken for which
     * @param ages accuracy over drift time
     * @param actions of the parts
     */
    public TrainingView(
            TrainingViewModel model,
            RunsViewModel runs,
            ConfusionViewModel confusion,
            AgeingViewModel ages,
            TrainingActions actions,
            ObservableValue<Theme> theme,
            Action openProject,
            Action train,
            Action evaluate,
            Action pause,
            Action cancel) {
        this.model = model;
        Node empty = new ProjectEmptyState(
                model.designProperty(),
                openProject,
                new EmptyState(
                        "fth-trending-up",
                        Texts.get("training.empty.title"),
                        Texts.get("training.empty.text"),
                        ActionControls.textButton(train, "accent")));
        BorderPane content = new BorderPane(tabs(runs, confusion, ages, actions, theme, evaluate));
        content.setTop(top(train, pause, cancel));
        getChildren().addAll(empty, content);
        InvalidationListener update = observable -> {
            boolean any = model.hasRun() || !runs.rows().isEmpty();
            content.setVisible(any);
            empty.setVisible(!any);
            status.setText(model.lastEpoch());
        };
        model.log().runningProperty().addListener(update);
        model.log().pausedProperty().addListener(update);
        model.log().epochs().addListener(update);
        runs.rows().addListener(update);
        update.invalidated(model.log().runningProperty());
    }

    private Node top(Action train, Action pause, Action cancel) {
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
        stale.visibleProperty().bind(model.staleProperty());
        stale.managedProperty().bind(stale.visibleProperty());
        VBox top = new VBox(6, run, status, stale);
        top.setPadding(new Insets(12, 14, 6, 14));
        return top;
    }

    private Node tabs(
            RunsViewModel runs,
            ConfusionViewModel confusion,
            AgeingViewModel ages,
            TrainingActions actions,
            ObservableValue<Theme> theme,
            Action evaluate) {
        Tab run = new Tab(Texts.get("training.tabs.run"));
        RunCharts charts =
                new RunCharts(model, runs, theme, model.inFrontProperty().and(run.selectedProperty()));
        SplitPane split = new SplitPane(charts, new ResultPane(model, runs, theme, evaluate));
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.5);
        run.setContent(split);
        run.setId("training-tab-run");
        Tab layers = new Tab(Texts.get("training.tabs.layers"));
        layers.setId("training-tab-layers");
        layers.setContent(new LayerCharts(model, theme, model.inFrontProperty().and(layers.selectedProperty())));
        Tab classes = new Tab(Texts.get("training.tabs.confusion"), new ConfusionPane(confusion, theme, evaluate));
        classes.setId("training-tab-confusion");
        Tab ageing = new Tab(Texts.get("training.tabs.ageing"), new AgeingPane(ages, actions.ageing(), theme));
        ageing.setId("training-tab-ageing");
        Tab compare = new Tab(Texts.get("training.tabs.runs"), new RunsPane(runs, actions.runs(), theme));
        compare.setId("training-tab-runs");
        TabPane tabs = new TabPane(run, layers, classes, ageing, compare);
        tabs.setId("training-tabs");
        tabs.setAccessibleText(Texts.get("training.tabs.accessible"));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        runs.selection().revealedProperty().subscribe(row -> {
            if (row != null) {
                tabs.getSelectionModel().select(compare);
            }
        });
        return tabs;
    }
}
