package studio.crossbar.ui.common;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/**
 * Something the user can do, shared by menu, toolbar, palette and keyboard.
 *
 * @param id last part of the ids of its controls, the same in every language
 * @param text such as "Train"
 * @param icon Ikonli literal
 * @param keys shortcut, if there is one
 * @param help what it does, for the tooltip
 * @param disabledReason why it cannot be done now; empty if it can
 * @param subject what it would act on now, such as the edit that would be undone; empty if {@code text} says all
 * @param handler does it
 */
public record Action(
        String id,
        String text,
        String icon,
        @Nullable KeyCombination keys,
        String help,
        ObservableValue<String> disabledReason,
        ObservableValue<String> subject,
        Runnable handler) {

    private static final ObservableValue<String> NO_SUBJECT = new ReadOnlyStringWrapper("");

    /** An action whose text says all. */
    public Action(
            String id,
            String text,
            String icon,
            @Nullable KeyCombination keys,
            String help,
            ObservableValue<String> disabledReason,
            Runnable handler) {
        this(id, text, icon, keys, help, disabledReason, NO_SUBJECT, handler);
    }

    /** Text with the subject, such as "Undo Cell bits 2 → 4". */
    public String title() {
        return subject.getValue().isEmpty() ? text : Texts.format("common.action.title", text, subject.getValue());
    }

    /** {@link #title} as it changes. */
    ObservableValue<String> titleValue() {
        return Bindings.createStringBinding(this::title, subject);
    }

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
        if (!reason.isEmpty()) {
            return Texts.format("common.action.disabled", text, reason);
        }
        String what =
                subject.getValue().isEmpty() ? help : Texts.format("common.action.helpOf", help, subject.getValue());
        return keys == null ? what : Texts.format("common.action.withKeys", what, keys.getDisplayText());
    }
}
