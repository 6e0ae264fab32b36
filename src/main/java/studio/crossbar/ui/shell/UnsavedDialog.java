package studio.crossbar.ui.shell;

import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.UnsavedEdits;

/** The question before edits of the design, or a draft of its network, are dropped. */
final class UnsavedDialog {

    private static final ButtonType SAVE = new ButtonType(Texts.get("shell.unsaved.save"), ButtonData.YES);
    private static final ButtonType DROP = new ButtonType(Texts.get("shell.unsaved.drop"), ButtonData.NO);
    private static final ButtonType DROP_DRAFT = new ButtonType(Texts.get("shell.unsaved.dropDraft"), ButtonData.NO);
    private static final Map<ButtonType, UnsavedEdits.Answer> ANSWERS = Map.of(
            SAVE, UnsavedEdits.Answer.SAVE, DROP, UnsavedEdits.Answer.DROP, DROP_DRAFT, UnsavedEdits.Answer.DROP);
    private static final Map<ButtonType, String> IDS = Map.of(
            SAVE, "unsaved-save", DROP, "unsaved-drop", DROP_DRAFT, "unsaved-drop", ButtonType.CANCEL, "unsaved-stay");

    private UnsavedDialog() {}

    /** Asks and waits; closing the dialog means to stay. */
    static UnsavedEdits.Answer ask(Window owner, UnsavedEdits.What unsaved) {
        boolean savable = unsaved != UnsavedEdits.What.DRAFT;
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, text(unsaved));
        alert.getButtonTypes()
                .setAll(savable ? List.of(SAVE, DROP, ButtonType.CANCEL) : List.of(DROP_DRAFT, ButtonType.CANCEL));
        alert.initOwner(owner);
        alert.setTitle(Texts.get("shell.window.title"));
        alert.setHeaderText(savable ? Texts.get("shell.unsaved.question") : Texts.get("shell.unsaved.draft.question"));
        alert.getDialogPane().setId("unsaved-dialog");
        for (ButtonType type : alert.getButtonTypes()) {
            Node button = alert.getDialogPane().lookupButton(type);
            button.setId(IDS.get(type));
        }
        return alert.showAndWait().map(ANSWERS::get).orElse(UnsavedEdits.Answer.STAY);
    }

    private static String text(UnsavedEdits.What unsaved) {
        return switch (unsaved) {
            case DESIGN -> Texts.get("shell.unsaved.text");
            case DRAFT -> Texts.get("shell.unsaved.draft.text");
            case DESIGN_AND_DRAFT -> Texts.get("shell.unsaved.both.text");
        };
    }
}
