package studio.crossbar.ui.report;

import java.io.File;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.Texts;

/** What can be written of a result, and where to. */
public final class ReportActions {

    /** Asks for the folder. */
    final Action chooseFolder;

    /** Writes the report. */
    final Action exportFiles;

    /** Writes the archive that reproduces the result. */
    final Action exportBundle;

    /** Copies the lines for a shell. */
    final Action copyCommand;

    /**
     * Actions of {@code model}.
     *
     * @param owner of the dialog that asks for a folder
     */
    public ReportActions(ReportViewModel model, Supplier<Window> owner) {
        ObservableValue<String> noResult = Bindings.when(
                        model.evaluationProperty().isNull())
                .then(Texts.get("report.export.noResult"))
                .otherwise("");
        chooseFolder = new Action(
                "report-folder",
                Texts.get("report.export.browse"),
                "fth-folder",
                null,
                Texts.get("report.export.browse.help"),
                noResult,
                () -> {
                    DirectoryChooser chooser = new DirectoryChooser();
                    chooser.setTitle(Texts.get("report.export.browse.title"));
                    File chosen = chooser.showDialog(owner.get());
                    if (chosen != null) {
                        model.folderProperty().set(chosen.getPath());
                    }
                });
        exportFiles = new Action(
                "report-files",
                Texts.get("report.export.run"),
                "fth-download",
                null,
                Texts.get("report.export.explanation"),
                noResult,
                model::export);
        exportBundle = new Action(
                "report-bundle",
                Texts.get("report.bundle.run"),
                "fth-package",
                null,
                Texts.get("report.bundle.explanation"),
                noResult,
                model::exportBundle);
        copyCommand = CopyAction.of(model.reproduction());
    }

    /** All of them. */
    public List<Action> all() {
        return List.of(chooseFolder, exportFiles, exportBundle, copyCommand);
    }
}
