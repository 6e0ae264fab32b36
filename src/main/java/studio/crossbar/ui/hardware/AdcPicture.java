package studio.crossbar.ui.hardware;

import java.util.ArrayList;
import java.util.List;
import studio.crossbar.training.AdcInputs;
import studio.crossbar.training.SumHistogram;

/**
 * Column sums as a histogram, and what the edited ADCs do with them. All values are relative to the full scale Y that was
 * learned.
 *
 * @param bars of equal width, from left to right
 * @param width of a bar
 * @param low lowest sum that is converted
 * @param high highest one
 * @param boundaries between codes, rising; empty where there are too many to draw, or ADCs of several resolutions
 * @param clipped share of the sums that clips, 0 … 1
 * @param zero share of the sums that becomes code 0, 0 … 1; NaN if ADCs differ in resolution
 * @param step width of a code; NaN if ADCs differ in it
 * @param rootMeanSquare of the sums
 * @param sums how many there are
 */
record AdcPicture(
        List<Bar> bars,
        double width,
        double low,
        double high,
        List<Double> boundaries,
        double clipped,
        double zero,
        double step,
        double rootMeanSquare,
        long sums) {

    /** Most boundaries of codes that can be told apart on a screen. */
    static final int MOST_BOUNDARIES = 300;

    private static final int BARS_A_SIDE = 80;
    private static final double SHOWN = 1.25;

    /**
     * Sums within one bar's width.
     *
     * @param centre of the bar
     * @param converted share of all sums that are within the range, 0 … 1
     * @param clipped share of all sums that are beyond it
     */
    record Bar(double centre, double converted, double clipped) {}

    AdcPicture {
        bars = List.copyOf(bars);
        boundaries = List.copyOf(boundaries);
    }

    /**
     * The picture.
     *
     * @param columns that are shown, at least one
     * @param bits of the ADCs
     * @param factor full scale over the learned one
     */
    static AdcPicture of(List<AdcInputs.Columns> columns, int bits, double factor) {
        SumHistogram all =
                SumHistogram.of(columns.stream().map(AdcInputs.Columns::sums).toList());
        boolean below = columns.stream().anyMatch(AdcInputs.Columns::belowZero);
        boolean above = columns.stream().anyMatch(AdcInputs.Columns::aboveZero);
        double reach = Math.min(SumHistogram.REACH, Math.max(SHOWN, 1.05 * Math.max(factor, all.largest())));
        // The range ends where a bar does, half a width beside a centre.
        double width = factor / (Math.rint(factor / reach * BARS_A_SIDE - 0.5) + 0.5);
        int side = (int) Math.ceil(reach / width);
        List<Bar> bars = new ArrayList<>();
        for (int i = below ? -side : -3; i <= (above ? side : 3); i++) {
            bars.add(bar(columns, all.total(), i * width, width, factor));
        }
        double outside = columns.stream()
                .mapToDouble(one -> one.sums().countOutside(one.low(factor), one.high(factor)))
                .sum();
        int steps = columns.getFirst().steps(bits);
        boolean alike = columns.stream().allMatch(one -> one.steps(bits) == steps);
        double step = alike ? factor / steps : Double.NaN;
        return new AdcPicture(
                bars,
                width,
                below ? -factor : 0,
                above ? factor : 0,
                alike ? boundaries(below ? steps : 0, above ? steps : 0, step) : List.of(),
                all.total() == 0 ? 0 : outside / all.total(),
                alike ? all.countBetween(-step / 2, step / 2) / Math.max(1, all.total()) : Double.NaN,
                step,
                all.rootMeanSquare(),
                all.total());
    }

    private static Bar bar(List<AdcInputs.Columns> columns, long total, double centre, double width, double factor) {
        double from = centre - width / 2;
        double to = centre + width / 2;
        double within = 0;
        double clipped = 0;
        for (AdcInputs.Columns one : columns) {
            double outside = one.sums().countOutside(one.low(factor), one.high(factor), from, to);
            clipped += outside;
            within += one.sums().countBetween(from, to) - outside;
        }
        return new Bar(centre, within / Math.max(1, total), clipped / Math.max(1, total));
    }

    /** Between the codes {@code −below … above}. */
    private static List<Double> boundaries(int below, int above, double step) {
        List<Double> boundaries = new ArrayList<>();
        if (below + above <= MOST_BOUNDARIES) {
            for (int code = -below; code < above; code++) {
                boundaries.add((code + 0.5) * step);
            }
        }
        return boundaries;
    }
}
