package studio.crossbar.ui.shell;

import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.EditHistory;
import studio.crossbar.ui.common.LocalUndo;
import studio.crossbar.ui.common.UndoScope;

/**
 * Keys and mouse of the edit history. A text field in focus keeps the keys while it has something of its own to undo;
 * otherwise they would be lost in it. After it an editor around the focus whose edits are no part of the history comes first.
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
            TextInputControl text = scene.getFocusOwner() instanceof TextInputControl focused ? focused : null;
            LocalUndo local = UndoScope.around(scene.getFocusOwner());
            if (matches(undo, event)) {
                undo(event, text, local);
            } else if (matches(redo, event) || SECOND_REDO.match(event)) {
                redo(event, text, local);
            }
        });
    }

    private void undo(KeyEvent event, @Nullable TextInputControl text, @Nullable LocalUndo local) {
        if (text != null && text.isUndoable()) {
            return;
        }
        if (local != null && !local.undoNameProperty().get().isEmpty()) {
            local.undo();
            event.consume();
        } else if (text != null) {
            undo.run();
            event.consume();
        }
    }

    private void redo(KeyEvent event, @Nullable TextInputControl text, @Nullable LocalUndo local) {
        if (text != null && text.isRedoable()) {
            return;
        }
        if (local != null && !local.redoNameProperty().get().isEmpty()) {
            local.redo();
            event.consume();
        } else if (text != null) {
            redo.run();
            event.consume();
        }
    }

    private static boolean matches(Action action, KeyEvent event) {
        return Objects.requireNonNull(action.keys()).match(event);
    }
}
