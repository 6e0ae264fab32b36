package studio.crossbar.ui.search;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.Counts;
import studio.crossbar.ui.common.FileRequest;
import studio.crossbar.ui.common.Texts;

/** What can be done with trials. */
final class TrialActions {

    /** Makes the only brushed trial the edited design. */
    final Action open;

    /** Compares the brushed trials. */
    final Action pin;

    /** Takes the pins of the brushed trials away. */
    final Action unpin;

    /** Compares the other pinned trials with the only brushed one. */
    final Action baseline;

    /** Writes the listed trials. */
    final Action export;

    private final SearchViewModel model;

    TrialActions(SearchViewModel model, FileRequest files) {
        this.model = model;
        open = new Action(
                "open-design",
                Texts.get("search.open.name"),
                "fth-external-link",
                null,
                Texts.get("search.open.help"),
                following(model::singleReason),
                () -> model.open(model.selection().single()));
        pin = new Action(
                "pin",
                Texts.get("search.pin.name"),
                "fth-bookmark",
                null,
                Texts.get("search.pin.help"),
                following(this::pinReason),
                following(this::brushed),
                () -> model.selection()
                        .pin(model.selection().selectedProperty().get().stream()
                                .sorted()
                                .toList()));
        unpin = new Action(
                "unpin",
                Texts.get("search.unpin.name"),
                "fth-x",
                null,
                Texts.get("search.unpin.help"),
                following(() -> brushedPins().isEmpty() ? Texts.get("search.unpin.reason") : ""),
                () -> brushedPins().forEach(model.selection()::unpin));
        baseline = new Action(
                "compare-with-trial",
                Texts.get("search.baseline.name"),
                "fth-flag",
                null,
                Texts.get("search.compare.baseline.help"),
                following(this::baselineReason),
                () -> model.selection().compareWith(model.selection().single()));
        export = new Action(
                "export-trials",
                Texts.get("search.export.name"),
                "fth-download",
                null,
                Texts.get("search.export.help"),
                Bindings.createStringBinding(
                        () -> model.pictureProperty().get() == null ? Texts.get("search.export.reason") : "",
                        model.pictureProperty()),
                () -> {
                    Path file = files.ask(Texts.get("search.export.title"), "trials.csv", "csv");
                    if (file != null) {
                        model.exportCsv(file);
                    }
                });
    }

    /** All of them. */
    List<Action> all() {
        return List.of(open, pin, unpin, baseline, export);
    }

    private ObservableValue<String> following(Supplier<String> text) {
        return Bindings.createStringBinding(
                text::get,
                model.selection().selectedProperty(),
                model.pictureProperty(),
                model.selection().pinned(),
                model.selection().baselineProperty());
    }

    private String brushed() {
        int count = model.selection().selectedProperty().get().size();
        return count == 0 ? "" : Counts.trials(count);
    }

    private List<Long> brushedPins() {
        return model.selection().pinned().stream()
                .filter(model.selection().selectedProperty().get()::contains)
                .toList();
    }

    private String baselineReason() {
        long id = model.selection().single();
        if (!model.selection().pinned().contains(id)) {
            return Texts.get("search.baseline.reason.none");
        }
        return model.selection().baselineProperty().get() == id ? Texts.get("search.baseline.reason.now") : "";
    }

    private String pinReason() {
        if (model.selection().selectedProperty().get().isEmpty()) {
            return Texts.get("search.pin.reason.none");
        }
        return model.selection().pinned().size() == TrialSelection.MOST_PINNED
                ? Texts.get("search.pin.reason.full")
                : "";
    }
}
