package studio.crossbar.ui.dataset;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.Texts;

/** Steps through the samples. */
public final class DatasetActions {

    final Action previous;
    final Action next;

    public DatasetActions(DatasetViewModel model) {
        ObservableValue<String> reason = Bindings.createStringBinding(
                () -> {
                    if (model.partsProperty().get() == null) {
                        return Texts.get("dataset.browser.reason.project");
                    }
                    return model.windowProperty().get() == null
                                    && model.pageProperty().get().isEmpty()
                            ? Texts.get("dataset.browser.reason.none")
                            : "";
                },
                model.partsProperty(),
                model.windowProperty(),
                model.pageProperty());
        previous = new Action(
                "browse-previous",
                Texts.get("dataset.browser.previous"),
                "fth-chevron-left",
                null,
                Texts.get("dataset.browser.previous.help"),
                reason,
                () -> model.step(-1));
        next = new Action(
                "browse-next",
                Texts.get("dataset.browser.next"),
                "fth-chevron-right",
                null,
                Texts.get("dataset.browser.next.help"),
                reason,
                () -> model.step(1));
    }

    /** All of them. */
    public List<Action> all() {
        return List.of(previous, next);
    }
}
