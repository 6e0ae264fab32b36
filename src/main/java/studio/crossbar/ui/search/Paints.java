package studio.crossbar.ui.search;

import javafx.scene.paint.Color;
import studio.crossbar.ui.common.Theme;

/** The screen's colours, all from the theme but the scale of values. */
final class Paints {

    /** Cividis (Nuñez et al., PLoS ONE 13(7), 2018), from its low to its high end. */
    private static final int[] CIVIDIS = {
        0x123570, 0x3B496C, 0x575D6D, 0x707173, 0x8A8678, 0xA59C74, 0xC3B369, 0xE1CC55, 0xFEE838
    };

    private Paints() {}

    static Color fx(java.awt.Color colour) {
        return Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue());
    }

    static Color fx(java.awt.Color colour, double opacity) {
        return Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue(), opacity);
    }

    static int argb(java.awt.Color colour, double opacity) {
        return (int) Math.round(255 * opacity) << 24 | (colour.getRGB() & 0xFFFFFF);
    }

    /** Designs on the front. */
    static java.awt.Color front(Theme theme) {
        return theme.series(0);
    }

    /** Designs that are brushed. */
    static java.awt.Color brushed(Theme theme) {
        return theme.series(1);
    }

    /** Designs that are pinned. */
    static java.awt.Color pinned(Theme theme) {
        return theme.series(3);
    }

    /** Place {@code share}, 0 … 1, of the scale of values; NaN is grey. */
    static java.awt.Color scale(double share) {
        if (Double.isNaN(share)) {
            return new java.awt.Color(0x888888);
        }
        double place = Math.clamp(share, 0, 1) * (CIVIDIS.length - 1);
        int from = Math.min((int) place, CIVIDIS.length - 2);
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int low = CIVIDIS[from] >> shift & 0xFF;
            int high = CIVIDIS[from + 1] >> shift & 0xFF;
            rgb = rgb << 8 | (int) Math.round(low + (high - low) * (place - from));
        }
        return new java.awt.Color(rgb);
    }
}
