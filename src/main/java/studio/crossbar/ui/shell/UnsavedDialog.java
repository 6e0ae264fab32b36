package studio.crossbar.ui.shell;

import java.util.Map;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.UnsavedEdits;

/** The question before edits of the design are dropped. */
final class UnsavedDialog {

    private static final ButtonType SAVE = new ButtonType(Texts.get("shell.unsaved.save"), ButtonData.YES);
    private static final ButtonType DROP = new ButtonType(Texts.get("shell.unsaved.drop"), ButtonData.NO);
    private static final Map<ButtonType, UnsavedEdits.Answer> ANSWERS =
            Map.of(SAVE, UnsavedEdits.Answer.SAVE, DROP, UnsavedEdits.Answer.DROP);

    private UnsavedDialog() {}

    /** Asks and waits; closing the dialog means to stay. */
    static UnsavedEdits.Answer ask(Window owner) {
        Alert alert =
                new Alert(Alert.AlertType.CONFIRMATION, Texts.get("shell.unsaved.text"), SAVE, DROP, ButtonType.CANCEL);
        alert.initOwner(owner);
        alert.setTitle(Texts.get("shell.window.title"));
        alert.setHeaderText(Texts.get("shell.unsaved.question"));
        alert.getDialogPane().setId("unsaved-dialog");
        alert.getDialogPane().lookupButton(SAVE).setId("unsaved-save");
        alert.getDialogPane().lookupButton(DROP).setId("unsaved-drop");
        alert.getDialogPane().lookupButton(ButtonType.CANCEL).setId("unsaved-stay");
        return alert.showAndWait().map(ANSWERS::get).orElse(UnsavedEdits.Answer.STAY);
    }
}
