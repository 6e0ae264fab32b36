package studio.crossbar.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/**
 * Something the user can do, shared by menu, toolbar, palette and keyboard.
 *
 * @param text such as "Train"
 * @param icon Ikonli literal
 * @param keys shortcut, if there is one
 * @param help what it does, for the tooltip
 * @param disabledReason why it cannot be done now; empty if it can
 * @param handler does it
 */
public record Action(
        String text,
        String icon,
        @Nullable KeyCombination keys,
        String help,
        ObservableValue<String> disabledReason,
        Runnable handler) {

    /** Does it unless it is disabled. */
    public void run() {
        if (enabled()) {
            handler.run();
        }
    }

    public boolean enabled() {
        return disabledReason.getValue().isEmpty();
    }

    /** Help with the shortcut, or the reason why it is disabled. */
    public String tooltip() {
        String reason = disabledReason.getValue();
        String shortcut = keys == null ? "" : " (" + keys.getDisplayText() + ")";
        return reason.isEmpty() ? help + shortcut : text + " is not possible now: " + reason;
    }
}
