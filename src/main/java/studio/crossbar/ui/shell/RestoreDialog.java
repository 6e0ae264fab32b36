package studio.crossbar.ui.shell;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import studio.crossbar.ui.common.Texts;

/** The question whether edits that a crash left behind come back; only one of the two answers closes it. */
final class RestoreDialog {

    private static final ButtonType RESTORE = new ButtonType(Texts.get("shell.restore.yes"), ButtonData.OK_DONE);
    private static final ButtonType DISCARD = new ButtonType(Texts.get("shell.restore.no"), ButtonData.OTHER);
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);

    private RestoreDialog() {}

    /** Asks without waiting. */
    static void ask(Window owner, String project, Instant written, Runnable restore, Runnable discard) {
        Alert alert = new Alert(
                Alert.AlertType.CONFIRMATION,
                Texts.format("shell.restore.text", WHEN.format(written.atZone(ZoneId.systemDefault()))),
                RESTORE,
                DISCARD);
        alert.initOwner(owner);
        alert.setTitle(Texts.get("shell.window.title"));
        alert.setHeaderText(Texts.format("shell.restore.question", project));
        alert.getDialogPane().setId("restore-dialog");
        alert.getDialogPane().lookupButton(RESTORE).setId("restore-yes");
        alert.getDialogPane().lookupButton(DISCARD).setId("restore-no");
        alert.setOnHidden(event -> (alert.getResult() == DISCARD ? discard : restore).run());
        alert.show();
    }
}
