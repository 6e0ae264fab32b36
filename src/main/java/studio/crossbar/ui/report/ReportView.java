package studio.crossbar.ui.report;

import java.io.File;
import java.nio.file.Path;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.EmptyState;
import studio.crossbar.ui.common.ProjectEmptyState;
import studio.crossbar.ui.common.Texts;

/** Summary of the result and export of PDF, CSV and PNG. */
public final class ReportView extends StackPane {

    /** Opens a file or folder with the desktop's own application. */
    @FunctionalInterface
    public interface Opener {
        void open(Path path);
    }

    private final ReportViewModel model;
    private final Opener opener;
    private final GridPane summary = new GridPane(20, 7);
    private final FlowPane files = new FlowPane(12, 2);
    private final Label refused = new Label();
    private final Label stale = new Label(Texts.get("report.stale"));

    public ReportView(ReportViewModel model, Action openProject, Action train, Opener opener) {
        this.model = model;
        this.opener = opener;
        Node empty = new ProjectEmptyState(
                model.designProperty(),
                openProject,
                new EmptyState(
                        "fth-file-text",
                        Texts.get("report.empty.title"),
                        Texts.get("report.empty.hint"),
                        ActionControls.textButton(train, "accent")));
        Node content = content();
        getChildren().addAll(empty, content);
        model.evaluationProperty().subscribe(evaluation -> {
            empty.setVisible(evaluation == null);
            content.setVisible(evaluation != null);
            fill();
        });
        model.designProperty().subscribe(design -> stale.setVisible(model.stale()));
        model.written().addListener((javafx.beans.InvalidationListener) observable -> showFiles());
        showFiles();
    }

    private Node content() {
        Label title = heading(Texts.get("report.result.heading"));
        stale.getStyleClass().add("badge-warning");
        stale.managedProperty().bind(stale.visibleProperty());
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        summary.getColumnConstraints().addAll(names, values);
        summary.getStyleClass().add("card-row");
        TextField folder = new TextField();
        folder.setId("export-folder");
        folder.setAccessibleText(Texts.get("report.export.folder.accessible"));
        folder.textProperty().bindBidirectional(model.folderProperty());
        Button browse = new Button(Texts.get("report.export.browse"), new FontIcon("fth-folder"));
        browse.setMinWidth(Region.USE_PREF_SIZE);
        browse.setOnAction(event -> browse());
        Button export = new Button(Texts.get("report.export.run"), new FontIcon("fth-download"));
        export.setId("export-run");
        export.setMinWidth(Region.USE_PREF_SIZE);
        export.getStyleClass().add("accent");
        export.setOnAction(event -> refused.setText(model.export().orElse("")));
        VBox where = new VBox(8, folder, new HBox(8, browse, export));
        refused.getStyleClass().add("field-reason");
        refused.managedProperty().bind(refused.textProperty().isNotEmpty());
        Label explanation = new Label(Texts.get("report.export.explanation"));
        explanation.setWrapText(true);
        explanation.getStyleClass().add("text-muted");
        files.setId("export-files");
        // Names end before the edge of the page, where its scroll bar may be.
        files.setPadding(new Insets(0, 24, 0, 0));
        VBox page = new VBox(
                10,
                title,
                stale,
                summary,
                heading(Texts.get("report.export.heading")),
                explanation,
                where,
                refused,
                files);
        page.setPadding(new Insets(14));
        page.setMaxWidth(1000);
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        return scroll;
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("section-heading");
        return label;
    }

    private void browse() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Texts.get("report.export.browse.title"));
        File chosen = chooser.showDialog(getScene().getWindow());
        if (chosen != null) {
            model.folderProperty().set(chosen.getPath());
        }
    }

    private void fill() {
        summary.getChildren().clear();
        int row = 0;
        for (ReportViewModel.Line line : model.lines()) {
            Label name = new Label(line.name());
            name.getStyleClass().add("text-muted");
            Label value = new Label(line.value());
            value.setWrapText(true);
            summary.addRow(row++, name, value);
        }
        stale.setVisible(model.stale());
    }

    private void showFiles() {
        files.getChildren().clear();
        for (Path path : model.written()) {
            Hyperlink link = new Hyperlink(String.valueOf(path.getFileName()), new FontIcon("fth-file"));
            link.setTooltip(new Tooltip(path.toString()));
            link.setOnAction(event -> opener.open(path));
            files.getChildren().add(link);
        }
    }
}
