package studio.crossbar.ui.common;

import javafx.scene.paint.Color;

/** Colours of the themes, which charts share, for the toolkit and for pixels; what is read on them; and a scale of values. */
public final class Colours {

    /** Cividis (Nuñez et al., PLoS ONE 13(7), 2018), from its low to its high end. */
    private static final int[] CIVIDIS = {
        0x00224E, 0x123570, 0x3B496C, 0x575D6D, 0x707173, 0x8A8678, 0xA59C74, 0xC3B369, 0xE1CC55, 0xFEE838
    };

    private Colours() {}

    public static Color fx(java.awt.Color colour) {
        return Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue());
    }

    public static Color fx(java.awt.Color colour, double opacity) {
        return Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue(), opacity);
    }

    /** As pixels have it. */
    public static int argb(java.awt.Color colour, double opacity) {
        return (int) Math.round(255 * opacity) << 24 | (colour.getRGB() & 0xFFFFFF);
    }

    /** RGB at a place of cividis, 0 … 1, a scale that all kinds of colour vision read alike. */
    public static int cividis(double share) {
        double place = Math.clamp(share, 0, 1) * (CIVIDIS.length - 1);
        int from = Math.min((int) place, CIVIDIS.length - 2);
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int low = CIVIDIS[from] >> shift & 0xFF;
            int high = CIVIDIS[from + 1] >> shift & 0xFF;
            rgb = rgb << 8 | (int) Math.round(low + (high - low) * (place - from));
        }
        return rgb;
    }

    /** Contrast of two colours, 1 … 21 (WCAG 2.2). */
    public static double contrast(java.awt.Color one, java.awt.Color other) {
        return contrast(luminance(one.getRGB()), luminance(other.getRGB()));
    }

    /** Black or white, whichever contrasts more with a ground, which is given as RGB. */
    public static Color ink(int ground) {
        return darkInk(ground) ? Color.BLACK : Color.WHITE;
    }

    /** Whether that is black. */
    public static boolean darkInk(int ground) {
        double luminance = luminance(ground);
        return contrast(luminance, 0) > contrast(luminance, 1);
    }

    private static double contrast(double one, double other) {
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    /** Relative luminance of RGB (WCAG 2.2). */
    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double share = (channel & 0xFF) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
