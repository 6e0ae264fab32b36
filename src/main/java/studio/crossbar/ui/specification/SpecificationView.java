package studio.crossbar.ui.specification;

import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.EmptyState;
import studio.crossbar.ui.common.JobItem;
import studio.crossbar.ui.common.ProjectEmptyState;

/** Targets and chips above, verdicts of every design and corner below. */
public final class SpecificationView extends StackPane {

    private final SpecificationViewModel model;
    private final VBox matrices = new VBox(18);
    private final ProgressBar progress = new ProgressBar();
    private final Label message = new Label();

    public SpecificationView(SpecificationViewModel model, Action openProject, Action train) {
        this.model = model;
        Label refusal = new Label();
        refusal.setId("spec-refusal");
        refusal.setWrapText(true);
        refusal.setMaxWidth(520);
        refusal.textProperty().bind(model.refusalProperty());
        Action again = new Action(
                "Read again",
                "fth-refresh-cw",
                null,
                "Reads the project's specifications and corners again",
                new SimpleStringProperty(""),
                model::read);
        Node damaged = new EmptyState(
                "fth-alert-triangle",
                "The specifications cannot be read",
                "Correct the file that is named here, then read it again.",
                refusal,
                ActionControls.textButton(again, "accent"));
        Node empty = new ProjectEmptyState(
                model.designProperty(),
                openProject,
                new EmptyState("fth-check-square", "Reading the specifications", "They are read from the project."));
        Node content = content(train);
        getChildren().addAll(empty, damaged, content);
        Runnable choose = () -> {
            boolean open = model.designProperty().get() != null;
            boolean read = model.sheetProperty().get() != null;
            content.setVisible(open && read);
            damaged.setVisible(open && !read && !model.refusalProperty().get().isEmpty());
            empty.setVisible(!content.isVisible() && !damaged.isVisible());
        };
        model.designProperty().subscribe(choose);
        model.sheetProperty().subscribe(choose);
        model.refusalProperty().subscribe(choose);
        choose.run();
    }

    private Node content(Action train) {
        VBox top = new VBox(8, new TargetsPane(model), new PlanPane(model), run(train), remark());
        top.setPadding(new Insets(12, 14, 8, 14));
        matrices.setPadding(new Insets(4, 14, 14, 14));
        model.tables().addListener((javafx.beans.InvalidationListener) observable -> show());
        show();
        ScrollPane scroll = new ScrollPane(matrices);
        scroll.setId("spec-verdicts");
        scroll.setFitToWidth(true);
        BorderPane pane = new BorderPane(scroll);
        pane.setTop(top);
        return pane;
    }

    private HBox run(Action train) {
        Action measure = new Action(
                "Measure corners",
                "fth-play",
                null,
                "Simulates the chips of every corner that has no current result; each result is kept in the project",
                model.measureReasonProperty(),
                model::measure);
        Action cancel = new Action(
                "Stop",
                "fth-x-circle",
                null,
                "Stops within a second; corners that are done are kept",
                model.cancelReasonProperty(),
                model::cancel);
        progress.setId("spec-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        message.setId("spec-message");
        message.setMinWidth(0);
        HBox.setHgrow(progress, Priority.ALWAYS);
        Node trained = ActionControls.textButton(train);
        trained.managedProperty().bind(trained.visibleProperty());
        trained.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.measureReasonProperty().get().startsWith("train"), model.measureReasonProperty()));
        HBox run = new HBox(
                10,
                ActionControls.textButton(measure, "accent"),
                ActionControls.textButton(cancel),
                trained,
                progress,
                message);
        run.setAlignment(Pos.CENTER_LEFT);
        model.measuringProperty().subscribe(this::follow);
        return run;
    }

    private void follow(@Nullable JobItem item) {
        progress.setVisible(item != null);
        progress.progressProperty().unbind();
        message.textProperty().unbind();
        if (item == null) {
            message.setText("");
        } else {
            progress.progressProperty().bind(item.doneProperty());
            message.textProperty().bind(item.messageProperty());
        }
    }

    /** What stands in the way, or how to read the table. */
    private Label remark() {
        Label remark = new Label();
        remark.setId("spec-remark");
        remark.setWrapText(true);
        remark.getStyleClass().add("text-muted");
        remark.textProperty().bind(model.remarkProperty());
        return remark;
    }

    private void show() {
        matrices.getChildren()
                .setAll(model.tables().stream()
                        .filter(table -> !table.rows().isEmpty())
                        .map(VerdictMatrix::new)
                        .toList());
        if (matrices.getChildren().isEmpty()) {
            matrices.getChildren()
                    .add(new EmptyState(
                            "fth-check-square",
                            "No targets yet",
                            "Type a limit into a field above, such as 93 % for the accuracy or 2.5 mm² for the area:"
                                    + " the verdicts on the design appear here."));
        }
    }
}
