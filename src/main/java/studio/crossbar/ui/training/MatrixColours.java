package studio.crossbar.ui.training;

import java.awt.Color;
import studio.crossbar.ui.common.Colours;
import studio.crossbar.ui.common.Theme;

/**
 * Colours of a confusion matrix: what is right is blue and what is wrong orange, which all kinds of colour vision tell apart;
 * strength is the square root of the share, so that few errors are seen beside many hits.
 */
final class MatrixColours {

    private MatrixColours() {}

    /** @param share of the true class, 0 … 1; NaN where it has no windows */
    static Color cell(Theme theme, boolean right, double share) {
        return mixed(theme.background(), theme.series(right ? 0 : 1), Math.sqrt(share > 0 ? share : 0));
    }

    private static Color mixed(Color from, Color to, double share) {
        return new Color(
                (int) Math.round(from.getRed() + share * (to.getRed() - from.getRed())),
                (int) Math.round(from.getGreen() + share * (to.getGreen() - from.getGreen())),
                (int) Math.round(from.getBlue() + share * (to.getBlue() - from.getBlue())));
    }

    /** Of the two themes' texts the one with more contrast to {@code ground}. */
    static Color readable(Color ground) {
        Color dark = Theme.LIGHT.text();
        Color light = Theme.LIGHT.background();
        return Colours.contrast(ground, dark) >= Colours.contrast(ground, light) ? dark : light;
    }
}
