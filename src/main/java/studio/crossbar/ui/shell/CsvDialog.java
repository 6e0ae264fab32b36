package studio.crossbar.ui.shell;

import java.nio.file.Path;
import java.util.Objects;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.CsvOptions;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Workbench;

/** Opens data that the user has chosen; of CSV it asks first how they are to be read. */
final class CsvDialog {

    private static final ButtonType OPEN = new ButtonType(Texts.get("shell.csv.open"), ButtonData.OK_DONE);
    private static final int WIDTH = 360;

    private CsvDialog() {}

    /** Looks at what lies at {@code path}, and has {@code workbench} open it. */
    static void open(Window owner, Workbench workbench, Path path) {
        CsvViewModel model = new CsvViewModel(Platform::runLater);
        model.look(path, known(workbench.session().projectProperty().get(), path), () -> {
            if (!model.csvBinding().get()) {
                workbench.openData(path);
            } else if (accepted(owner, path, model)) {
                workbench.openData(path, model.wanted());
            }
        });
    }

    /** What the project says of the file that it uses already. */
    private static CsvOptions known(@Nullable OpenProject project, Path path) {
        if (project == null) {
            return CsvOptions.AUTOMATIC;
        }
        ProjectSettings settings = project.project().settings();
        boolean same = project.project().relative(path).toString().equals(settings.data());
        return same ? Objects.requireNonNullElse(settings.csv(), CsvOptions.AUTOMATIC) : CsvOptions.AUTOMATIC;
    }

    private static boolean accepted(Window owner, Path path, CsvViewModel model) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(Texts.get("shell.csv.title"));
        dialog.setHeaderText(Texts.format("shell.csv.question", path.getFileName()));
        dialog.setResizable(true);
        dialog.getDialogPane().setId("csv-dialog");
        dialog.getDialogPane().getButtonTypes().setAll(OPEN, ButtonType.CANCEL);
        dialog.getDialogPane().setContent(CsvForm.of(model, WIDTH));
        Node open = dialog.getDialogPane().lookupButton(OPEN);
        open.setId("csv-open");
        open.disableProperty()
                .bind(model.busyProperty().or(model.problemProperty().isNotEmpty()));
        open.accessibleHelpProperty().bind(model.problemProperty());
        dialog.getDialogPane().lookupButton(ButtonType.CANCEL).setId("csv-cancel");
        return dialog.showAndWait().filter(OPEN::equals).isPresent();
    }
}
