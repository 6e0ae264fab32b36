package studio.crossbar.ui.tiles;

import org.jspecify.annotations.Nullable;
import studio.crossbar.report.DivergingColourMap;
import studio.crossbar.ui.common.Colours;
import studio.crossbar.ui.common.Theme;

/**
 * Colours of cells. Signed quantities run from orange through the theme's neutral to blue, as in the
 * report; the others use cividis.
 *
 * @param quantity what is coloured
 * @param largest value at the end of the scale
 * @param theme whose neutral is in the middle
 * @param table ARGB, evenly spaced from the lowest to the highest value
 */
@SuppressWarnings("ArrayRecordComponent") // A table; nothing compares it.
record HeatColours(Quantity quantity, double largest, Theme theme, int[] table) {

    private static final int STEPS = 511;

    /** As {@link DivergingColourMap#LIGHT}, for a dark ground: the neutral is dark and the ends are light. */
    private static final DivergingColourMap DARK = new DivergingColourMap(0xFF9E57, 0x22272E, 0x66BBFF);

    /** Colours for a scale that ends at {@code largest}. */
    static HeatColours of(Quantity quantity, double largest, Theme theme) {
        DivergingColourMap diverging = theme == Theme.LIGHT ? DivergingColourMap.LIGHT : DARK;
        int[] table = new int[STEPS];
        for (int i = 0; i < STEPS; i++) {
            double share = (double) i / (STEPS - 1);
            table[i] = 0xFF << 24 | (quantity.signed() ? diverging.colour(2 * share - 1) : Colours.cividis(share));
        }
        return new HeatColours(quantity, largest, theme, table);
    }

    /** {@code before} if it is for that scale, else others: a scale seldom changes, and is asked for often. */
    static HeatColours of(@Nullable HeatColours before, Quantity quantity, double largest, Theme theme) {
        return before != null && before.quantity == quantity && before.largest == largest && before.theme == theme
                ? before
                : of(quantity, largest, theme);
    }

    /** Lowest value of the scale. */
    double lowest() {
        return quantity.signed() ? -largest : 0;
    }

    /** Steps of the {@link #table} a unit of the value. */
    double stepsAUnit() {
        return (STEPS - 1) / (largest - lowest());
    }

    /** ARGB of {@code value}; beyond the scale its ends. */
    int argb(double value) {
        return table[Math.clamp(Math.round((value - lowest()) * stepsAUnit()), 0, STEPS - 1)];
    }
}
