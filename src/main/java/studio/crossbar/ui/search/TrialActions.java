package studio.crossbar.ui.search;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.Counts;
import studio.crossbar.ui.common.Texts;

/** What can be done with the brushed trials, on the screen and from the command palette. */
public final class TrialActions {

    private final SearchViewModel model;

    public TrialActions(SearchViewModel model) {
        this.model = model;
    }

    /** All of them. */
    public List<Action> all() {
        return List.of(open(), pin());
    }

    /** Makes the only brushed trial the edited design. */
    Action open() {
        return new Action(
                "open-design",
                Texts.get("search.open.name"),
                "fth-external-link",
                null,
                Texts.get("search.open.help"),
                following(model::singleReason),
                () -> model.open(model.selection().single()));
    }

    /** Compares the brushed trials. */
    Action pin() {
        return new Action(
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
    }

    private ObservableValue<String> following(Supplier<String> text) {
        return Bindings.createStringBinding(
                text::get,
                model.selection().selectedProperty(),
                model.pictureProperty(),
                model.selection().pinned());
    }

    private String brushed() {
        int count = model.selection().selectedProperty().get().size();
        return count == 0 ? "" : Counts.trials(count);
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
