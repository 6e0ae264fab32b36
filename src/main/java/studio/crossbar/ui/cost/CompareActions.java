package studio.crossbar.ui.cost;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.FileRequest;
import studio.crossbar.ui.common.Texts;

/** What can be done with compared designs: those of a line act on the chosen one. */
final class CompareActions {

    /** Keeps the edited design for comparison, under the name that is suggested. */
    final Action pin;

    /** Makes the chosen design the edited one. */
    final Action edit;

    /** Drops the chosen design, which is pinned. */
    final Action unpin;

    /** Compares the others with the chosen design. */
    final Action baseline;

    final Action export;

    private final CompareViewModel compare;
    private final StringProperty chosen = new SimpleStringProperty(this, "chosen", "");

    /** @param files asks where to export to */
    CompareActions(CompareViewModel compare, FileRequest files) {
        this.compare = compare;
        pin = new Action(
                "pin-design",
                Texts.get("cost.compare.pin"),
                "fth-bookmark",
                null,
                Texts.format("cost.compare.pin.help", CompareViewModel.MOST_PINNED),
                compare.pinReasonProperty(),
                () -> compare.pin(""));
        edit = ofChosen(
                "compare-edit",
                Texts.get("cost.compare.edit"),
                "fth-edit-2",
                Texts.get("cost.compare.edit.help"),
                CompareActions::editReason,
                compare::edit);
        unpin = ofChosen(
                "compare-unpin",
                Texts.get("cost.compare.unpin"),
                "fth-x",
                Texts.get("cost.compare.unpin.help"),
                CompareActions::unpinReason,
                compare::unpin);
        baseline = ofChosen(
                "compare-baseline",
                Texts.get("cost.compare.asBaseline"),
                "fth-flag",
                Texts.get("cost.compare.table.baseline.help"),
                this::baselineReason,
                entry -> compare.baselineProperty().set(entry.id()));
        export = new Action(
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
    }

    /** {@link ComparedEntry#id} of the line that is chosen; empty before the first choice. */
    StringProperty chosenProperty() {
        return chosen;
    }

    private @Nullable ComparedEntry chosen() {
        return compare.entries().stream()
                .filter(entry -> entry.id().equals(chosen.get()))
                .findFirst()
                .orElse(null);
    }

    private Action ofChosen(
            String id,
            String text,
            String icon,
            String help,
            Function<ComparedEntry, String> reason,
            Consumer<ComparedEntry> handler) {
        ObservableValue<String> why = Bindings.createStringBinding(
                () -> {
                    ComparedEntry entry = chosen();
                    return entry == null ? Texts.get("cost.compare.reason.none") : reason.apply(entry);
                },
                chosen,
                compare.entries(),
                compare.baselineProperty());
        return new Action(id, text, icon, null, help, why, () -> {
            ComparedEntry entry = chosen();
            if (entry != null) {
                handler.accept(entry);
            }
        });
    }

    private static String editReason(ComparedEntry entry) {
        if (entry.origin() == ComparedEntry.Origin.EDITED) {
            return Texts.get("cost.compare.reason.edited");
        }
        return entry.bill() == null ? Texts.get("cost.compare.reason.noBill") : "";
    }

    private static String unpinReason(ComparedEntry entry) {
        return entry.origin() == ComparedEntry.Origin.PINNED ? "" : Texts.get("cost.compare.reason.notPinned");
    }

    private String baselineReason(ComparedEntry entry) {
        if (entry.bill() == null) {
            return Texts.get("cost.compare.reason.noBill");
        }
        return entry.equals(compare.baseline()) ? Texts.get("cost.compare.reason.baseline") : "";
    }

    /** All of them. */
    List<Action> all() {
        return List.of(pin, edit, unpin, baseline, export);
    }
}
