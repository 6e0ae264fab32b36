package studio.crossbar.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Texts;

/**
 * An action in the palette.
 *
 * @param screen that it belongs to; null if it is the window's
 */
record PaletteEntry(Action action, @Nullable Screen screen) {

    /** The window's actions first, then those of the screens. */
    static List<PaletteEntry> all(List<Action> ofWindow, Map<Screen, List<Action>> ofScreens) {
        List<PaletteEntry> all = new ArrayList<>();
        ofWindow.forEach(action -> all.add(new PaletteEntry(action, null)));
        ofScreens.forEach((screen, actions) -> actions.forEach(action -> all.add(new PaletteEntry(action, screen))));
        return all;
    }

    /** Title, with the screen's name before it. */
    private String name() {
        return screen == null ? action.title() : Texts.format("shell.palette.ofScreen", screen.label(), action.title());
    }

    /** Whether it is found by {@code wanted}, lower case. */
    boolean matches(String wanted) {
        return name().toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** Name with shortcut, or with the reason why it cannot be done now. */
    String text() {
        KeyCombination keys = action.keys();
        String name = keys == null ? name() : Texts.format("shell.palette.withKeys", name(), keys.getDisplayText());
        return action.enabled()
                ? name
                : Texts.format(
                        "shell.palette.withReason",
                        name,
                        action.disabledReason().getValue());
    }
}
