package studio.crossbar.ui.shell;

import java.util.Map;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import studio.crossbar.ui.common.UnsavedEdits;

/** The question before edits of the design are dropped. */
final class UnsavedDialog {

    private static final ButtonType SAVE = new ButtonType("Save", ButtonData.YES);
    private static final ButtonType DROP = new ButtonType("Don't save", ButtonData.NO);
    private static final Map<ButtonType, UnsavedEdits.Answer> ANSWERS =
            Map.of(SAVE, UnsavedEdits.Answer.SAVE, DROP, UnsavedEdits.Answer.DROP);

    private UnsavedDialog() {}

    /** Asks and waits; closing the dialog means to stay. */
    static UnsavedEdits.Answer ask(Window owner) {
        Alert alert = new Alert(
                Alert.AlertType.CONFIRMATION,
                "The project folder holds the design and the cost options as they were before your changes.",
                SAVE,
                DROP,
                ButtonType.CANCEL);
        alert.initOwner(owner);
        alert.setTitle("Crossbar Studio");
        alert.setHeaderText("Save the changes of the design?");
        alert.getDialogPane().setId("unsaved-dialog");
        alert.getDialogPane().lookupButton(SAVE).setId("unsaved-save");
        alert.getDialogPane().lookupButton(DROP).setId("unsaved-drop");
        alert.getDialogPane().lookupButton(ButtonType.CANCEL).setId("unsaved-stay");
        return alert.showAndWait().map(ANSWERS::get).orElse(UnsavedEdits.Answer.STAY);
    }
}
