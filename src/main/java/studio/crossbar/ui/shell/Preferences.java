package studio.crossbar.ui.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.ui.common.Theme;

/**
 * What the window remembers.
 *
 * @param theme look; null to follow the desktop
 * @param lastProject folder, if one was open
 * @param width of the window
 * @param height of the window
 * @param maximised whether it filled the screen
 * @param dividers between tree, centre and inspector, 0 … 1
 */
record Preferences(
        @Nullable Theme theme,
        @Nullable String lastProject,
        double width,
        double height,
        boolean maximised,
        List<Double> dividers) {

    static final Preferences STANDARD = new Preferences(null, null, 1280, 800, false, List.of());

    Preferences {
        width = Math.clamp(width, 640, 10_000);
        height = Math.clamp(height, 480, 10_000);
        dividers = dividers == null || !dividers.stream().allMatch(d -> d > 0 && d < 1)
                ? List.of()
                : List.copyOf(dividers);
    }
}
