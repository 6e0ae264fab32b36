package studio.crossbar.ui.specification;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.study.AtomicFiles;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.EmptyState;
import studio.crossbar.ui.common.ExportMenu;
import studio.crossbar.ui.common.Exportable;
import studio.crossbar.ui.common.JobItem;
import studio.crossbar.ui.common.ProjectEmptyState;
import studio.crossbar.ui.common.Steps;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Tips;

/** Targets and chips above, verdicts of every design and corner below. */
public final class SpecificationView extends StackPane {

    private final SpecificationViewModel model;
    private final SpecificationActions actions;
    private final VBox matrices = new VBox(18);
    private final Map<JudgedDesign, VerdictMatrix> shown = new LinkedHashMap<>();
    private final ProgressBar progress = new ProgressBar();
    private final Label message = new Label();
    private final Button export = new Button(null, new FontIcon("fth-download"));
    private final Exportable verdicts = new Exportable("verdicts").with(Exportable.Format.CSV, this::csv);
    private final Steps steps = new Steps();

    /** @param actions of {@code model} */
    public SpecificationView(
            SpecificationViewModel model, SpecificationActions actions, Action openProject, Action train) {
        this.model = model;
        this.actions = actions;
        Label refusal = new Label();
        refusal.setId("spec-refusal");
        refusal.setWrapText(true);
        refusal.setMaxWidth(520);
        refusal.textProperty().bind(model.refusalProperty());
        Node damaged = new EmptyState(
                "fth-alert-triangle",
                Texts.get("specification.damaged.title"),
                Texts.get("specification.damaged.text"),
                refusal,
                ActionControls.textButton(actions.readAgain, "accent"));
        Node empty = new ProjectEmptyState(
                model.designProperty(),
                openProject,
                new EmptyState(
                        "fth-check-square",
                        Texts.get("specification.reading.title"),
                        Texts.get("specification.reading.text")));
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
        VBox top = new VBox(
                8,
                steps.later(() -> new TargetsPane(model)),
                steps.later(() -> new PlanPane(model, actions.editCorners)),
                run(train),
                remark());
        top.setPadding(new Insets(12, 14, 8, 14));
        matrices.setPadding(new Insets(4, 14, 14, 14));
        model.designs().addListener((javafx.beans.InvalidationListener) observable -> show());
        steps.then(this::show);
        ScrollPane scroll = new ScrollPane(matrices);
        scroll.setId("spec-verdicts");
        scroll.setFitToWidth(true);
        ExportMenu.install(scroll, verdicts);
        BorderPane pane = new BorderPane(scroll);
        pane.setTop(top);
        return pane;
    }

    private HBox run(Action train) {
        progress.setId("spec-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        message.setId("spec-message");
        message.setMinWidth(0);
        HBox.setHgrow(progress, Priority.ALWAYS);
        Node trained = ActionControls.textButton(train);
        trained.managedProperty().bind(trained.visibleProperty());
        trained.visibleProperty().bind(model.untrainedProperty());
        HBox run = new HBox(
                10,
                ActionControls.textButton(actions.measure, "accent"),
                ActionControls.textButton(actions.stop),
                export(),
                trained,
                progress,
                message);
        run.setAlignment(Pos.CENTER_LEFT);
        model.measuringProperty().subscribe(this::follow);
        return run;
    }

    /** What the context menu of the verdicts does, in sight. */
    private Button export() {
        export.setId("spec-export");
        export.getStyleClass().addAll("button-icon", "flat");
        export.setAccessibleText(Texts.get("specification.export.name"));
        Tips.on(export, Texts.get("specification.export.help"));
        export.managedProperty().bind(export.visibleProperty());
        export.setOnAction(
                event -> ExportMenu.items(export, verdicts).getFirst().fire());
        return export;
    }

    private Exportable.@Nullable Content csv() {
        String text = model.csv();
        return text.isEmpty() ? null : file -> AtomicFiles.write(file, text);
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

    /** Matrices of designs whose verdicts have not changed stay. */
    private void show() {
        Map<JudgedDesign, VerdictMatrix> before = Map.copyOf(shown);
        shown.clear();
        model.designs().stream()
                .filter(judged -> !judged.table().rows().isEmpty())
                .forEach(judged -> shown.put(
                        judged, Objects.requireNonNullElseGet(before.get(judged), () -> new VerdictMatrix(judged))));
        matrices.getChildren().setAll(shown.values());
        export.setVisible(!shown.isEmpty());
        if (matrices.getChildren().isEmpty()) {
            matrices.getChildren()
                    .add(new EmptyState(
                            "fth-check-square",
                            Texts.get("specification.table.empty.title"),
                            Texts.format("specification.table.empty.text", "93 %", "2.5 mm²")));
        }
    }
}
