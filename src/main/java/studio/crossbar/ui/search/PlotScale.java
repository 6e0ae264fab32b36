package studio.crossbar.ui.search;

import java.util.ArrayList;
import java.util.List;
import studio.crossbar.ui.common.Texts;

/**
 * Maps values to places on an axis.
 *
 * @param low value at {@code from}
 * @param high value at {@code to}, above {@code low}; both above 0 if logarithmic
 * @param logarithmic whether equal ratios are equal lengths
 * @param from place, pixels
 * @param to place, pixels; may be below {@code from}
 */
record PlotScale(double low, double high, boolean logarithmic, double from, double to) {

    private static final double MARGIN = 0.05;

    /** Least distance of two ticks, as a share of the axis over the most ticks it may have. */
    private static final double LEAST_GAP = 0.75;

    PlotScale {
        if (!(low < high) || (logarithmic && !(low > 0))) {
            throw new IllegalArgumentException(Texts.format("search.chart.axis.refused", low, high));
        }
    }

    /**
     * A scale that shows {@code least … most} with some room; it is linear where no logarithm exists.
     *
     * @param least NaN if there is nothing to show
     */
    static PlotScale around(double least, double most, boolean logarithmic, double from, double to) {
        if (Double.isNaN(least)) {
            return new PlotScale(logarithmic ? 0.1 : 0, 1, logarithmic, from, to);
        }
        boolean log = logarithmic && least > 0;
        if (log) {
            double factor = Math.max(1.02, Math.pow(most / least, MARGIN));
            return new PlotScale(least / factor, most * factor, true, from, to);
        }
        double room = most > least ? MARGIN * (most - least) : Math.max(Math.abs(most) * MARGIN, 1e-9);
        return new PlotScale(least - room, most + room, false, from, to);
    }

    /** Place of {@code value}. */
    double at(double value) {
        double share = logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
        return from + share * (to - from);
    }

    /** Value at {@code place}. */
    double valueAt(double place) {
        double share = (place - from) / (to - from);
        return logarithmic ? low * Math.pow(high / low, share) : low + share * (high - low);
    }

    /** Round values, at most {@code most} of them (at least 2), with room for a label each where the axis has any. */
    List<Double> ticks(int most) {
        if (logarithmic) {
            for (double[] mantissas : new double[][] {{1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 5}, {1, 3}, {1}}) {
                List<Double> ticks = decades(mantissas);
                if (ticks.size() < 2) {
                    return apart(most);
                }
                if (ticks.size() <= most && areApart(ticks, most)) {
                    return ticks;
                }
            }
            List<Double> powers = decades(new double[] {1});
            int every = Math.ceilDiv(powers.size(), most);
            List<Double> few = new ArrayList<>();
            for (int i = 0; i < powers.size(); i += every) {
                few.add(powers.get(i));
            }
            return few;
        }
        return linear(most);
    }

    /** Ticks in equal steps, fewer the more they crowd at the upper end. */
    private List<Double> apart(int most) {
        for (int fewer = most; fewer > 2; fewer--) {
            List<Double> ticks = linear(fewer);
            if (areApart(ticks, most)) {
                return ticks;
            }
        }
        return linear(2);
    }

    private boolean areApart(List<Double> ticks, int most) {
        double gap = LEAST_GAP * Math.abs(to - from) / most;
        for (int i = 1; i < ticks.size(); i++) {
            if (Math.abs(at(ticks.get(i)) - at(ticks.get(i - 1))) < gap) {
                return false;
            }
        }
        return true;
    }

    private List<Double> decades(double[] mantissas) {
        List<Double> ticks = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
            for (double mantissa : mantissas) {
                double value = mantissa * Math.pow(10, power);
                if (value >= low && value <= high) {
                    ticks.add(value);
                }
            }
        }
        return ticks;
    }

    private List<Double> linear(int most) {
        double width = (high - low) / most;
        double power = Math.pow(10, Math.floor(Math.log10(width)));
        double step = 10 * power;
        for (double factor : new double[] {5, 2, 1}) {
            step = factor * power >= width * (1 - 1e-9) ? factor * power : step;
        }
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }
}
