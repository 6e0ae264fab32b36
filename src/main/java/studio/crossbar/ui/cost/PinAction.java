package studio.crossbar.ui.cost;

import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.Texts;

/** Keeps the edited design for comparison, from the command palette. */
public final class PinAction {

    private PinAction() {}

    /** Pins under the name that {@code model} suggests. */
    public static Action of(CompareViewModel model) {
        return new Action(
                "pin-design",
                Texts.get("cost.compare.pin"),
                "fth-bookmark",
                null,
                Texts.format("cost.compare.pin.help", CompareViewModel.MOST_PINNED),
                model.pinReasonProperty(),
                () -> model.pin(""));
    }
}
