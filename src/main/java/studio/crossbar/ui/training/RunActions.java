package studio.crossbar.ui.training;

import java.util.List;
import javafx.beans.binding.Bindings;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.Texts;

/** What can be done with finished trainings. */
public final class RunActions {

    /** Deletes the selected one. */
    final Action delete;

    /** Keeps the one that was deleted last again. */
    final Action bringBack;

    public RunActions(RunsViewModel model) {
        delete = new Action(
                "delete-run",
                Texts.get("training.runs.delete"),
                "fth-trash-2",
                null,
                Texts.get("training.runs.delete.help"),
                Bindings.createStringBinding(
                        () -> model.removeReason(
                                model.selection().selectedProperty().get()),
                        model.selection().selectedProperty(),
                        model.rows()),
                () -> {
                    RunRow row = model.selection().selectedProperty().get();
                    if (row != null) {
                        model.remove(row);
                    }
                });
        bringBack = new Action(
                "bring-run-back",
                Texts.get("training.runs.undo"),
                "fth-corner-up-left",
                null,
                Texts.get("training.runs.undo.help"),
                Bindings.createStringBinding(
                        () -> model.removedProperty().get() == null ? Texts.get("training.runs.undo.reason") : "",
                        model.removedProperty()),
                model::bringBack);
    }

    /** All of them. */
    public List<Action> all() {
        return List.of(delete, bringBack);
    }
}
