package studio.crossbar.ui.shell;

import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.EditHistory;

/**
 * Keys and mouse of the edit history. A text field in focus keeps the keys while it has something of its own to undo;
 * otherwise they would be lost in it.
 */
final class UndoKeys {

    /** A second pair of keys of redo. */
    static final KeyCombination SECOND_REDO = KeyCombination.keyCombination("Shortcut+Y");

    private final EditHistory history;
    private final Action undo;
    private final Action redo;

    UndoKeys(EditHistory history, Action undo, Action redo) {
        this.history = history;
        this.undo = undo;
        this.redo = redo;
    }

    void listen(Scene scene) {
        scene.getAccelerators().put(SECOND_REDO, redo::run);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> history.held(true));
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> history.held(false));
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (scene.getFocusOwner() instanceof TextInputControl text) {
                pressed(event, text);
            }
        });
    }

    private void pressed(KeyEvent event, TextInputControl text) {
        if (matches(undo, event) && !text.isUndoable()) {
            undo.run();
            event.consume();
        } else if ((matches(redo, event) || SECOND_REDO.match(event)) && !text.isRedoable()) {
            redo.run();
            event.consume();
        }
    }

    private static boolean matches(Action action, KeyEvent event) {
        return Objects.requireNonNull(action.keys()).match(event);
    }
}
