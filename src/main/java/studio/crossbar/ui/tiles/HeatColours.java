package studio.crossbar.ui.tiles;

import studio.crossbar.hardware.Cell;
import studio.crossbar.mapping.Tile;
import studio.crossbar.ui.common.Theme;

/**
 * Colours of cells. Signed quantities run from orange through the neutral of the theme to blue, which stay apart for
 * colour-blind eyes (Okabe and Ito 2008); conductance uses cividis (Nuñez et al., PLoS ONE 13(7), 2018).
 *
 * @param quantity what is coloured
 * @param largest value at the end of the scale
 * @param table ARGB, evenly spaced from the lowest to the highest value
 */
record HeatColours(Quantity quantity, double largest, int[] table) {

    private static final int STEPS = 511;
    private static final int[] CIVIDIS = {
        0x00224E, 0x123570, 0x3B496C, 0x575D6D, 0x707173, 0x8A8678, 0xA59C74, 0xC3B369, 0xE1CC55, 0xFEE838
    };
    private static final int[] DIVERGING_LIGHT = {0x8F3300, 0xD55E00, 0xF0A873, 0xF4F4F2, 0x85BBE0, 0x0072B2, 0x00416B};
    private static final int[] DIVERGING_DARK = {0xFFC9A3, 0xF0883E, 0x8C4A1B, 0x22272E, 0x1D5783, 0x4FA8E8, 0xB5DCFA};

    static HeatColours of(Quantity quantity, Cell cell, Theme theme) {
        int[] anchors = quantity.signed() ? theme == Theme.LIGHT ? DIVERGING_LIGHT : DIVERGING_DARK : CIVIDIS;
        int[] table = new int[STEPS];
        for (int i = 0; i < STEPS; i++) {
            table[i] = between(anchors, (double) i / (STEPS - 1));
        }
        return new HeatColours(quantity, quantity.largest(cell), table);
    }

    /** Lowest value of the scale. */
    double lowest() {
        return quantity.signed() ? -largest : 0;
    }

    /** ARGB of {@code value}; beyond the scale its ends. */
    int argb(double value) {
        double share = (value - lowest()) / (largest - lowest());
        return table[(int) Math.clamp(Math.round(share * (STEPS - 1)), 0, STEPS - 1)];
    }

    /** ARGB of every used cell, {@code [rows × deviceColumns]}. */
    int[] pixels(Tile tile) {
        int columns = tile.slot().deviceColumns();
        int[] pixels = new int[tile.slot().rows() * columns];
        for (int r = 0; r < tile.slot().rows(); r++) {
            for (int c = 0; c < columns; c++) {
                pixels[r * columns + c] = argb(quantity.of(tile, r, c));
            }
        }
        return pixels;
    }

    private static int between(int[] anchors, double share) {
        double place = share * (anchors.length - 1);
        int from = Math.min((int) place, anchors.length - 2);
        int argb = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int low = anchors[from] >> shift & 0xFF;
            int high = anchors[from + 1] >> shift & 0xFF;
            argb = argb << 8 | (int) Math.round(low + (high - low) * (place - from));
        }
        return argb;
    }
}
