package studio.crossbar.ui.cost;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableValue;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.FileRequest;
import studio.crossbar.ui.common.Texts;

/** What can be done with the bill, with compared designs and with the technology file. */
public final class CostActions {

    /** Lists the items of all parts again. */
    final Action allParts;

    final CompareActions compare;
    final Action copyTechnology;
    final Action undoTechnology;
    final Action redoTechnology;

    /** @param files asks where to export to */
    public CostActions(
            CostViewModel cost, CompareViewModel compared, TechnologyViewModel technology, FileRequest files) {
        allParts = new Action(
                "cost-part-all",
                Texts.get("cost.part.all"),
                "fth-x",
                null,
                Texts.get("cost.part.all.help"),
                Bindings.when(cost.partProperty().isNull())
                        .then(Texts.get("cost.part.all.reason"))
                        .otherwise(""),
                () -> cost.look(null));
        compare = new CompareActions(compared, files);
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
        List<Action> all = new ArrayList<>(List.of(allParts));
        all.addAll(compare.all());
        all.addAll(List.of(copyTechnology, undoTechnology, redoTechnology));
        return all;
    }
}
