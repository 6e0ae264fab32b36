package studio.crossbar.ui.search;

import java.awt.Color;
import studio.crossbar.ui.common.Colours;
import studio.crossbar.ui.common.Theme;

/** What the screen's colours stand for; all are the theme's but the scale of values. */
final class Paints {

    /** Place of the scale's low end on cividis, whose darkest part is not told from a dark ground. */
    private static final double LOWEST = 1.0 / 9;

    private Paints() {}

    /** Designs on the front. */
    static Color front(Theme theme) {
        return theme.series(0);
    }

    /** Designs that are brushed. */
    static Color brushed(Theme theme) {
        return theme.series(1);
    }

    /** Designs that are pinned. */
    static Color pinned(Theme theme) {
        return theme.series(3);
    }

    /** Place {@code share}, 0 … 1, of the scale of values; NaN is grey. */
    static Color scale(double share) {
        return Double.isNaN(share)
                ? new Color(0x888888)
                : new Color(Colours.cividis(LOWEST + (1 - LOWEST) * Math.clamp(share, 0, 1)));
    }
}
