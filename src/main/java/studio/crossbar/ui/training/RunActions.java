package studio.crossbar.ui.training;

import java.util.List;
import javafx.beans.binding.Bindings;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.Texts;

/** What can be done with finished trainings. */
public final class RunActions {

    /** Compares the selected one with the current one, or no longer. */
    final Action compare;

    /** Deletes the selected one. */
    final Action delete;

    /** Keeps the one that was deleted last again. */
    final Action bringBack;

    public RunActions(RunsViewModel model) {
        compare = new Action(
                "compare-run",
                Texts.get("training.runs.compare"),
                "fth-git-pull-request",
                null,
                Texts.get("training.runs.check.help"),
                Bindings.createStringBinding(
                        () -> compareReason(model),
                        model.selection().selectedProperty(),
                        model.rows(),
                        model.compared(),
                        model.fullProperty()),
                () -> {
                    RunRow row = model.selection().selectedProperty().get();
                    if (row != null) {
                        row.checkedProperty().set(!row.checkedProperty().get());
                    }
                });
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

    /** Why the selected run can be neither compared nor taken out of the comparison; empty if it can. */
    private static String compareReason(RunsViewModel model) {
        RunRow row = model.selection().selectedProperty().get();
        if (row == null) {
            return Texts.get("training.runs.delete.none");
        }
        if (row.current()) {
            return Texts.get("training.runs.compare.current");
        }
        return model.fullProperty().get() && !row.checkedProperty().get()
                ? Texts.format("training.runs.compare.full", RunsViewModel.MOST_COMPARED)
                : "";
    }

    /** All of them. */
    public List<Action> all() {
        return List.of(compare, delete, bringBack);
    }
}
