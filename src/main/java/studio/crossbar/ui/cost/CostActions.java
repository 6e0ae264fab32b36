package studio.crossbar.ui.cost;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableValue;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.FileRequest;
import studio.crossbar.ui.common.Texts;

/** What can be done with compared designs and with the technology file. */
public final class CostActions {

    /** Keeps the edited design for comparison, under the name that is suggested. */
    final Action pin;

    final Action exportComparison;
    final Action copyTechnology;
    final Action undoTechnology;
    final Action redoTechnology;

    /** @param files asks where to export to */
    public CostActions(CompareViewModel compare, TechnologyViewModel technology, FileRequest files) {
        pin = new Action(
                "pin-design",
                Texts.get("cost.compare.pin"),
                "fth-bookmark",
                null,
                Texts.format("cost.compare.pin.help", CompareViewModel.MOST_PINNED),
                compare.pinReasonProperty(),
                () -> compare.pin(""));
        exportComparison = new Action(
                "compare-export",
                Texts.get("cost.compare.export"),
                "fth-download",
                null,
                Texts.get("cost.compare.export.help"),
                Bindings.createStringBinding(
                        () -> compare.entries().isEmpty() ? Texts.get("cost.compare.export.reason") : "",
                        compare.entries()),
                () -> {
                    Path file = files.ask(Texts.get("cost.compare.export.title"), "comparison.csv", "csv");
                    if (file != null) {
                        compare.exportCsv(file);
                    }
                });
        copyTechnology = new Action(
                "technology-copy",
                Texts.get("cost.technology.copy"),
                "fth-copy",
                null,
                Texts.get("cost.technology.copy.help"),
                Bindings.createStringBinding(
                        () -> {
                            TechnologySource now = technology.sourceProperty().get();
                            if (now == null) {
                                return Texts.get("cost.technology.reason.unread");
                            }
                            return now.own() ? Texts.get("cost.technology.copy.reason") : "";
                        },
                        technology.sourceProperty()),
                technology::copy);
        undoTechnology = new Action(
                "technology-undo",
                Texts.get("cost.technology.undo"),
                "fth-corner-up-left",
                null,
                Texts.get("cost.technology.undo.help"),
                reason(technology.edits().undoNameProperty(), Texts.get("cost.technology.undo.reason")),
                technology.edits()::undo);
        redoTechnology = new Action(
                "technology-redo",
                Texts.get("cost.technology.redo"),
                "fth-corner-up-right",
                null,
                Texts.get("cost.technology.redo.help"),
                reason(technology.edits().redoNameProperty(), Texts.get("cost.technology.redo.reason")),
                technology.edits()::redo);
    }

    /** Why there is nothing to do where no edit is named. */
    private static ObservableValue<String> reason(ReadOnlyStringProperty edit, String none) {
        return Bindings.when(edit.isEmpty()).then(none).otherwise("");
    }

    /** All of them. */
    public List<Action> all() {
        return List.of(pin, exportComparison, copyTechnology, undoTechnology, redoTechnology);
    }
}
