package studio.crossbar.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.download.PublishedDataset;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Workbench;

/** Asks which published data set is fetched; what is wrong stands below its field. */
final class DownloadDialog {

    private static final ButtonType START = new ButtonType(Texts.get("shell.download.start"), ButtonData.OK_DONE);
    private static final int WIDTH = 420;

    private final DownloadViewModel model;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final GridPane grid = new GridPane(10, 4);
    private final Window owner;

    private DownloadDialog(Window owner, DownloadViewModel model, boolean projectOpen) {
        this.owner = owner;
        this.model = model;
        dialog.initOwner(owner);
        dialog.setTitle(Texts.get("shell.download.title"));
        dialog.setHeaderText(Texts.get("shell.download.question"));
        dialog.setResizable(true);
        dialog.getDialogPane().setId("download-dialog");
        dialog.getDialogPane().getButtonTypes().setAll(START, ButtonType.CANCEL);
        ComboBox<PublishedDataset> choice = choice();
        row(Texts.get("shell.download.dataset.name"), choice, Texts.get("shell.download.dataset.help"), null);
        below(model.summary(), "download-summary", "text-muted");
        TextField folder = new TextField();
        folder.setId("download-folder");
        folder.setPrefWidth(WIDTH);
        folder.textProperty().bindBidirectional(model.folderProperty());
        row(Texts.get("shell.download.folder.name"), folder, Texts.get("shell.download.folder.help"), chooser(folder));
        below(model.folderProblem(), "download-folder-reason", "field-reason");
        TextField mirror = new TextField();
        mirror.setId("download-mirror");
        mirror.setPromptText(Texts.get("shell.download.mirror.prompt"));
        mirror.textProperty().bindBidirectional(model.mirrorProperty());
        HBox.setHgrow(mirror, Priority.ALWAYS);
        row(Texts.get("shell.download.mirror.name"), mirror, Texts.get("shell.download.mirror.help"), null);
        below(model.mirrorProblem(), "download-mirror-reason", "field-reason");
        if (projectOpen) {
            Label opens = new Label(Texts.get("shell.download.opens"));
            opens.getStyleClass().add("text-muted");
            grid.add(opens, 1, grid.getRowCount());
        }
        dialog.getDialogPane().setContent(grid);
        Node start = dialog.getDialogPane().lookupButton(START);
        start.setId("download-start");
        start.disableProperty()
                .bind(model.folderProblem()
                        .isNotEmpty()
                        .or(model.mirrorProblem().isNotEmpty()));
        dialog.getDialogPane().lookupButton(ButtonType.CANCEL).setId("download-cancel");
        dialog.setOnShown(event -> choice.requestFocus());
    }

    /** Asks, and has {@code workbench} fetch what is chosen. */
    static void show(Window owner, Workbench workbench) {
        DownloadViewModel model = new DownloadViewModel(
                workbench.session().designProperty().get(), Path.of(System.getProperty("user.home", "")));
        boolean projectOpen = workbench.session().projectProperty().get() != null;
        DownloadDialog asked = new DownloadDialog(owner, model, projectOpen);
        if (asked.dialog.showAndWait().filter(START::equals).isPresent()) {
            workbench.download(model.datasetProperty().get(), model.wantedFolder(), model.wantedMirror());
        }
    }

    private ComboBox<PublishedDataset> choice() {
        ComboBox<PublishedDataset> box = new ComboBox<>();
        box.getItems().setAll(List.of(PublishedDataset.values()));
        box.setId("download-dataset");
        box.setPrefWidth(180);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable PublishedDataset one) {
                return one == null ? "" : one.kind().text();
            }

            @Override
            public @Nullable PublishedDataset fromString(String text) {
                return null;
            }
        });
        box.valueProperty().bindBidirectional(model.datasetProperty());
        return box;
    }

    private Button chooser(TextField field) {
        Button browse = new Button(Texts.get("shell.download.browse"));
        browse.setId("download-folder-browse");
        browse.setMinWidth(Region.USE_PREF_SIZE);
        browse.setAccessibleText(Texts.get("shell.download.folder.choose"));
        browse.setOnAction(event -> {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(Texts.get("shell.download.folder.choose"));
            File chosen = chooser.showDialog(owner);
            if (chosen != null) {
                field.setText(chosen.getPath());
            }
        });
        return browse;
    }

    private void row(String name, Control control, String help, @Nullable Node beside) {
        Label label = new Label(name);
        label.setLabelFor(control);
        label.setMinWidth(Region.USE_PREF_SIZE);
        Tooltip tooltip = new Tooltip(help);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDTH);
        label.setTooltip(tooltip);
        control.setTooltip(tooltip);
        control.setAccessibleText(name);
        HBox box = new HBox(6, control);
        if (beside != null) {
            HBox.setHgrow(control, Priority.ALWAYS);
            box.getChildren().add(beside);
        }
        grid.addRow(grid.getRowCount(), label, box);
    }

    private void below(ObservableValue<String> text, String id, String styleClass) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setPrefWidth(WIDTH);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.textProperty().bind(text);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().subscribe(this::fit);
        label.textProperty().subscribe(this::fit);
        grid.add(label, 1, grid.getRowCount());
    }

    /** Makes room for what has come. */
    private void fit() {
        Scene scene = dialog.getDialogPane().getScene();
        if (scene != null && scene.getWindow() != null) {
            scene.getWindow().sizeToScene();
        }
    }
}
