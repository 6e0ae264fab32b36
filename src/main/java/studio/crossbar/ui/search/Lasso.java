package studio.crossbar.ui.search;

import java.util.Arrays;
import studio.crossbar.ui.common.Texts;

/**
 * A closed line drawn by hand. What it goes round is inside, however often it crosses itself (non-zero winding number):
 * a loop within a loop takes nothing away.
 *
 * @param xs {@code [corners]}, pixels
 * @param ys likewise; the last corner is joined to the first
 */
record Lasso(double[] xs, double[] ys) {

    Lasso {
        if (xs.length != ys.length) {
            throw new IllegalArgumentException(Texts.format("search.lasso.refused", xs.length, ys.length));
        }
    }

    /** Inside, or on an edge that is no right or lower one. */
    boolean contains(double x, double y) {
        int winding = 0;
        for (int i = 0, before = xs.length - 1; i < xs.length; before = i++) {
            boolean down = ys[before] <= y && y < ys[i];
            boolean up = ys[i] <= y && y < ys[before];
            if (down || up) {
                double crossing = xs[before] + (y - ys[before]) / (ys[i] - ys[before]) * (xs[i] - xs[before]);
                if (crossing > x) {
                    winding += down ? 1 : -1;
                }
            }
        }
        return winding != 0;
    }

    /** Left, top, right and bottom of what it goes round; an empty range without corners. */
    double[] bounds() {
        return new double[] {
            Arrays.stream(xs).min().orElse(Double.POSITIVE_INFINITY),
            Arrays.stream(ys).min().orElse(Double.POSITIVE_INFINITY),
            Arrays.stream(xs).max().orElse(Double.NEGATIVE_INFINITY),
            Arrays.stream(ys).max().orElse(Double.NEGATIVE_INFINITY)
        };
    }
}
