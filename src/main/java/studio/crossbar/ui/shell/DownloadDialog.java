package studio.crossbar.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.download.PublishedDataset;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Workbench;

/** Asks which published data set is fetched; what is wrong stands below its field. */
final class DownloadDialog {

    private static final ButtonType START = new ButtonType(Texts.get("shell.download.start"), ButtonData.OK_DONE);
    private static final int WIDTH = 420;

    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final DialogForm form = new DialogForm(WIDTH);
    private final Window owner;

    private DownloadDialog(Window owner, DownloadViewModel model, boolean projectOpen) {
        this.owner = owner;
        dialog.initOwner(owner);
        dialog.setTitle(Texts.get("shell.download.title"));
        dialog.setHeaderText(Texts.get("shell.download.question"));
        dialog.setResizable(true);
        dialog.getDialogPane().setId("download-dialog");
        dialog.getDialogPane().getButtonTypes().setAll(START, ButtonType.CANCEL);
        ComboBox<PublishedDataset> choice = DialogForm.choice(
                List.of(PublishedDataset.values()),
                one -> one.kind().text(),
                model.datasetProperty(),
                "download-dataset");
        form.row(Texts.get("shell.download.dataset.name"), choice, Texts.get("shell.download.dataset.help"), null);
        form.below(model.summary(), "download-summary", "text-muted");
        TextField folder = form.path(model.folderProperty(), "download-folder");
        form.row(
                Texts.get("shell.download.folder.name"),
                folder,
                Texts.get("shell.download.folder.help"),
                DialogForm.browse(
                        folder,
                        Texts.get("shell.download.browse"),
                        Texts.get("shell.download.folder.choose"),
                        this::folder));
        form.below(model.folderProblem(), "download-folder-reason", "field-reason");
        TextField mirror = form.path(model.mirrorProperty(), "download-mirror");
        mirror.setPromptText(Texts.get("shell.download.mirror.prompt"));
        HBox.setHgrow(mirror, Priority.ALWAYS);
        form.row(Texts.get("shell.download.mirror.name"), mirror, Texts.get("shell.download.mirror.help"), null);
        form.below(model.mirrorProblem(), "download-mirror-reason", "field-reason");
        if (projectOpen) {
            Label opens = new Label(Texts.get("shell.download.opens"));
            opens.getStyleClass().add("text-muted");
            form.below(opens);
        }
        dialog.getDialogPane().setContent(form);
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

    private @Nullable File folder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Texts.get("shell.download.folder.choose"));
        return chooser.showDialog(owner);
    }
}
