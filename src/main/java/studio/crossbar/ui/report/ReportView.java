package studio.crossbar.ui.report;

import java.nio.file.Path;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.EmptyState;
import studio.crossbar.ui.common.ProjectEmptyState;
import studio.crossbar.ui.common.Texts;

/** The report's pages beside their export, the commands that make them, and a summary of the result. */
public final class ReportView extends StackPane {

    private static final double EXPORTS = 0.42;

    /** Opens a file or folder with the desktop's own application. */
    @FunctionalInterface
    public interface Opener {
        void open(Path path);
    }

    private final ReportViewModel model;
    private final GridPane summary = new GridPane(14, 7);
    private final Label stale = new Label(Texts.get("report.stale"));
    private final SplitPane split = new SplitPane();

    /** @param actions of {@code model} */
    public ReportView(ReportViewModel model, Action openProject, Action train, ReportActions actions, Opener opener) {
        this.model = model;
        Node empty = new ProjectEmptyState(
                model.designProperty(),
                openProject,
                new EmptyState(
                        "fth-file-text",
                        Texts.get("report.empty.title"),
                        Texts.get("report.empty.hint"),
                        ActionControls.textButton(train, "accent")));
        Node preview = new PreviewPane(model.preview());
        Node exports = exports(actions, opener);
        StackPane pages = new StackPane(preview, empty);
        getChildren().add(split);
        model.evaluationProperty().subscribe(evaluation -> {
            empty.setVisible(evaluation == null);
            preview.setVisible(evaluation != null);
            fill();
        });
        model.designProperty().subscribe(design -> {
            stale.setVisible(model.stale());
            place(design == null, exports, pages);
        });
    }

    /** Without a project there is nothing to export. */
    private void place(boolean alone, Node exports, Node pages) {
        if (alone) {
            split.getItems().setAll(pages);
        } else if (split.getItems().size() != 2) {
            split.getItems().setAll(exports, pages);
            split.setDividerPositions(EXPORTS);
        }
    }

    private Node exports(ReportActions actions, Opener opener) {
        stale.getStyleClass().add("badge-warning");
        stale.setId("report-stale");
        stale.setWrapText(true);
        stale.setMinHeight(Region.USE_PREF_SIZE);
        stale.managedProperty().bind(stale.visibleProperty());
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        summary.getColumnConstraints().addAll(names, values);
        summary.getStyleClass().add("card-row");
        VBox ofResult = new VBox(10, heading(Texts.get("report.result.heading")), summary);
        Node export = new ExportPane(model, actions, opener);
        for (Node part : new Node[] {ofResult, export}) {
            part.visibleProperty().bind(model.evaluationProperty().isNotNull());
            part.managedProperty().bind(part.visibleProperty());
        }
        VBox page = new VBox(16, stale, export, new CommandPane(model.reproduction(), actions.copyCommand), ofResult);
        page.setPadding(new Insets(14));
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setMinWidth(0);
        return scroll;
    }

    static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("section-heading");
        return label;
    }

    private void fill() {
        summary.getChildren().clear();
        int row = 0;
        for (ResultLines.Line line : model.lines()) {
            Label name = new Label(line.name());
            name.getStyleClass().add("text-muted");
            Label value = new Label(line.value());
            value.setWrapText(true);
            value.setMinHeight(Region.USE_PREF_SIZE);
            summary.addRow(row++, name, value);
        }
        stale.setVisible(model.stale());
    }
}
