package studio.crossbar.ui.report;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Tips;

/** Where the files of the report go, what is written, and what was. */
final class ExportPane extends VBox {

    private final ReportViewModel model;
    private final ReportView.Opener opener;
    private final FlowPane files = new FlowPane(12, 2);
    private final Label refused = new Label();

    ExportPane(ReportViewModel model, ReportView.Opener opener) {
        super(10);
        this.model = model;
        this.opener = opener;
        TextField folder = new TextField();
        folder.setId("export-folder");
        folder.setAccessibleText(Texts.get("report.export.folder.accessible"));
        folder.textProperty().bindBidirectional(model.folderProperty());
        HBox.setHgrow(folder, Priority.ALWAYS);
        Button browse = new Button(Texts.get("report.export.browse"), new FontIcon("fth-folder"));
        browse.setMinWidth(Region.USE_PREF_SIZE);
        browse.setOnAction(event -> browse());
        Button export = button("export-run", Texts.get("report.export.run"), "fth-download", model::export);
        export.getStyleClass().add("accent");
        Tips.on(export, Texts.get("report.export.explanation"));
        Button bundle = button("export-bundle", Texts.get("report.bundle.run"), "fth-package", model::exportBundle);
        Tips.on(bundle, Texts.get("report.bundle.explanation"));
        refused.getStyleClass().add("field-reason");
        refused.setWrapText(true);
        refused.managedProperty().bind(refused.textProperty().isNotEmpty());
        files.setId("export-files");
        // Names end before the edge of the page, where its scroll bar may be.
        files.setPadding(new Insets(0, 24, 0, 0));
        getChildren()
                .addAll(
                        ReportView.heading(Texts.get("report.export.heading")),
                        new HBox(8, folder, browse),
                        new FlowPane(8, 8, export, bundle),
                        refused,
                        files);
        model.written().addListener((InvalidationListener) observable -> showFiles());
        showFiles();
    }

    private Button button(String id, String text, String icon, Supplier<Optional<String>> writing) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> refused.setText(writing.get().orElse("")));
        return button;
    }

    private void browse() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Texts.get("report.export.browse.title"));
        File chosen = chooser.showDialog(getScene().getWindow());
        if (chosen != null) {
            model.folderProperty().set(chosen.getPath());
        }
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
