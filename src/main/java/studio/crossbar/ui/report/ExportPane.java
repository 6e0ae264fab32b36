package studio.crossbar.ui.report;

import java.nio.file.Path;
import javafx.beans.InvalidationListener;
import javafx.geometry.Insets;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.Texts;

/** Where the files of the report go, what is written, and what was. */
final class ExportPane extends VBox {

    private final ReportViewModel model;
    private final ReportView.Opener opener;
    private final FlowPane files = new FlowPane(12, 2);

    /** @param actions of {@code model} */
    ExportPane(ReportViewModel model, ReportActions actions, ReportView.Opener opener) {
        super(10);
        this.model = model;
        this.opener = opener;
        TextField folder = new TextField();
        folder.setId("export-folder");
        folder.setAccessibleText(Texts.get("report.export.folder.accessible"));
        folder.textProperty().bindBidirectional(model.folderProperty());
        HBox.setHgrow(folder, Priority.ALWAYS);
        Label refused = new Label();
        refused.setId("export-refused");
        refused.getStyleClass().add("field-reason");
        refused.setWrapText(true);
        refused.textProperty().bind(model.refusalProperty());
        refused.managedProperty().bind(refused.textProperty().isNotEmpty());
        files.setId("export-files");
        // Names end before the edge of the page, where its scroll bar may be.
        files.setPadding(new Insets(0, 24, 0, 0));
        getChildren()
                .addAll(
                        ReportView.heading(Texts.get("report.export.heading")),
                        new HBox(8, folder, button(actions.chooseFolder)),
                        new FlowPane(8, 8, button(actions.exportFiles, "accent"), button(actions.exportBundle)),
                        refused,
                        files);
        model.written().addListener((InvalidationListener) observable -> showFiles());
        showFiles();
    }

    private static Region button(Action action, String... styleClasses) {
        Region button = ActionControls.textButton(action, styleClasses);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
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
