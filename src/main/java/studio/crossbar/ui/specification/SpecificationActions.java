package studio.crossbar.ui.specification;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.stage.Window;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.Texts;

/** What can be done with specifications and corners. */
public final class SpecificationActions {

    final Action readAgain;

    /** Opens the editor of the project's own corners. */
    final Action editCorners;

    final Action measure;
    final Action stop;

    /**
     * Actions of {@code model}.
     *
     * @param owner of the editor's window
     */
    public SpecificationActions(SpecificationViewModel model, Supplier<Window> owner) {
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
        editCorners = new Action(
                "edit-corners",
                Texts.get("specification.corners.edit.name"),
                "fth-edit-2",
                null,
                Texts.get("specification.corners.edit.help"),
                Bindings.createStringBinding(
                        () -> unread(model), model.sheetProperty(), model.designProperty(), model.refusalProperty()),
                () -> CornersDialog.show(owner.get(), model.corners()));
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

    /** Why there are no corners to edit; empty if there are. */
    private static String unread(SpecificationViewModel model) {
        if (model.sheetProperty().get() != null) {
            return "";
        }
        if (model.designProperty().get() == null) {
            return Texts.get("specification.reread.reason");
        }
        return model.refusalProperty().get().isEmpty()
                ? Texts.get("specification.measure.reason.reading")
                : model.refusalProperty().get();
    }

    /** All of them. */
    public List<Action> all() {
        return List.of(readAgain, editCorners, measure, stop);
    }
}
