package studio.crossbar.ui.shell;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import studio.crossbar.ui.common.Theme;

/**
 * What the window remembers.
 *
 * @param theme look; null to follow the desktop
 * @param recent folders of the projects that were opened, newest first
 * @param width of the window
 * @param height of the window
 * @param maximised whether it filled the screen
 * @param dividers between tree, centre and inspector, 0 … 1
 * @param textSize percent of the usual size, {@value TextSize#LEAST} … {@value TextSize#MOST}
 * @param drawer where the divider above the jobs drawer is, 0 … 1
 * @param drawerHidden whether the jobs drawer is hidden
 */
@JsonIgnoreProperties("lastProject") // Files of before hold it in place of the list.
record Preferences(
        @Nullable Theme theme,
        List<String> recent,
        double width,
        double height,
        boolean maximised,
        List<Double> dividers,
        int textSize,
        double drawer,
        boolean drawerHidden) {

    private static final double USUAL_DRAWER = 0.86;

    static final Preferences STANDARD =
            new Preferences(null, List.of(), 1280, 800, false, List.of(), TextSize.USUAL, USUAL_DRAWER, false);

    Preferences {
        width = Math.clamp(width, 640, 10_000);
        height = Math.clamp(height, 480, 10_000);
        dividers = dividers == null || !dividers.stream().allMatch(d -> d > 0 && d < 1)
                ? List.of()
                : List.copyOf(dividers);
        recent = recent == null
                ? List.of()
                : recent.stream().filter(Objects::nonNull).toList();
        textSize = textSize == 0 ? TextSize.USUAL : Math.clamp(textSize, TextSize.LEAST, TextSize.MOST);
        // Files of before hold none, which is 0.
        drawer = drawer > 0 && drawer < 1 ? drawer : USUAL_DRAWER;
    }
}
