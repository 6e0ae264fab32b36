package studio.crossbar.ui.shell;

import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Workbench;

/** Asks which data set the project uses; the system has one chooser for folders and another for files. */
final class DataDialog {

    private static final ButtonType FOLDER = new ButtonType(Texts.get("shell.data.folder"), ButtonData.YES);
    private static final ButtonType FILE = new ButtonType(Texts.get("shell.data.file"), ButtonData.YES);
    private static final ButtonType DOWNLOAD = new ButtonType(Texts.get("shell.data.download"), ButtonData.YES);
    private static final ButtonType NONE = new ButtonType(Texts.get("shell.data.none"), ButtonData.LEFT);
    static final FileChooser.ExtensionFilter DATA = new FileChooser.ExtensionFilter(
            Texts.get("shell.data.filter"),
            "*.zip",
            "*.tar.gz",
            "*.tgz",
            "*.tar.xz",
            "*.csv",
            "*.tsv",
            "*.npy",
            "*.npz");

    private DataDialog() {}

    /** Asks, and has {@code workbench} open what is chosen. */
    static void show(Window owner, Workbench workbench) {
        Alert alert = new Alert(
                Alert.AlertType.CONFIRMATION,
                Texts.get("shell.data.text"),
                FOLDER,
                FILE,
                DOWNLOAD,
                NONE,
                ButtonType.CANCEL);
        alert.initOwner(owner);
        alert.setTitle(Texts.get("shell.window.title"));
        alert.setHeaderText(Texts.get("shell.data.question"));
        alert.getDialogPane().setId("data-dialog");
        alert.getDialogPane().lookupButton(FOLDER).setId("data-folder");
        alert.getDialogPane().lookupButton(FILE).setId("data-file");
        alert.getDialogPane().lookupButton(DOWNLOAD).setId("data-download");
        alert.getDialogPane().lookupButton(NONE).setId("data-none");
        Optional<ButtonType> answer = alert.showAndWait();
        if (answer.equals(Optional.of(NONE))) {
            workbench.openData(null);
        } else if (answer.equals(Optional.of(FOLDER))) {
            open(owner, workbench, folder(owner));
        } else if (answer.equals(Optional.of(FILE))) {
            open(owner, workbench, file(owner));
        } else if (answer.equals(Optional.of(DOWNLOAD))) {
            DownloadDialog.show(owner, workbench);
        }
    }

    private static void open(Window owner, Workbench workbench, @Nullable File chosen) {
        if (chosen != null) {
            CsvDialog.open(owner, workbench, chosen.toPath());
        }
    }

    private static @Nullable File folder(Window owner) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Texts.get("shell.data.chooseFolder"));
        return chooser.showDialog(owner);
    }

    private static @Nullable File file(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.get("shell.data.chooseFile"));
        chooser.getExtensionFilters()
                .addAll(List.of(DATA, new FileChooser.ExtensionFilter(Texts.get("shell.data.allFiles"), "*.*")));
        return chooser.showOpenDialog(owner);
    }
}
