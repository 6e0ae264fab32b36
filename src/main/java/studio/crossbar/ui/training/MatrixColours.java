package studio.crossbar.ui.training;

import java.awt.Color;
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
        return contrast(ground, dark) >= contrast(ground, light) ? dark : light;
    }

    /** WCAG 2.2. */
    static double contrast(Color one, Color other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    static javafx.scene.paint.Color paint(Color colour) {
        return javafx.scene.paint.Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue());
    }
}
