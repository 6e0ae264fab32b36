package studio.crossbar.ui.specification;

import java.util.List;
import javafx.beans.binding.Bindings;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.Texts;

/** What can be done with specifications and corners. */
public final class SpecificationActions {

    final Action readAgain;
    final Action measure;
    final Action stop;

    public SpecificationActions(SpecificationViewModel model) {
        readAgain = new Action(
                "read-again",
                Texts.get("specification.reread.name"),
                "fth-refresh-cw",
                null,
                Texts.get("specification.reread.help"),
                Bindings.createStringBinding(
                        () -> model.designProperty().get() == null ? Texts.get("specification.reread.reason") : "",
                        model.designProperty()),
                model::read);
        measure = new Action(
                "measure-corners",
                Texts.get("specification.measure.name"),
                "fth-play",
                null,
                Texts.get("specification.measure.help"),
                model.measureReasonProperty(),
                model::measure);
        stop = new Action(
                "stop-corners",
                Texts.get("specification.stop.name"),
                "fth-x-circle",
                null,
                Texts.get("specification.stop.help"),
                model.cancelReasonProperty(),
                model::cancel);
    }

    /** All of them. */
    public List<Action> all() {
        return List.of(readAgain, measure, stop);
    }
}
