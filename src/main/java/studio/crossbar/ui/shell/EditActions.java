package studio.crossbar.ui.shell;

import javafx.scene.input.KeyCombination;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.EditHistory;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Workbench;

/** What the user can do to edits of the project: undo them, do them again, and go back to what was saved. */
final class EditActions {

    final Action undo;
    final Action redo;
    final Action revert;

    EditActions(Workbench workbench, Reasons reasons) {
        EditHistory history = workbench.session().history();
        undo = new Action(
                "undo",
                Texts.get("shell.action.undo.name"),
                "fth-corner-up-left",
                KeyCombination.keyCombination("Shortcut+Z"),
                Texts.get("shell.action.undo.help"),
                Reasons.unless(history.undoNameProperty(), Texts.get("shell.reason.nothingEdited")),
                history.undoNameProperty(),
                history::undo);
        redo = new Action(
                "redo",
                Texts.get("shell.action.redo.name"),
                "fth-corner-up-right",
                KeyCombination.keyCombination("Shortcut+Shift+Z"),
                Texts.get("shell.action.redo.help"),
                Reasons.unless(history.redoNameProperty(), Texts.get("shell.reason.nothingUndone")),
                history.redoNameProperty(),
                history::redo);
        revert = new Action(
                "revert-design",
                Texts.get("shell.action.revert.name"),
                "fth-rotate-ccw",
                null,
                Texts.get("shell.action.revert.help"),
                reasons.asSaved(),
                workbench::revert);
    }
}
