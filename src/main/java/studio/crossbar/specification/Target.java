package studio.crossbar.specification;

import java.util.Locale;

/**
 * A limit for one figure; its sense and unit are the metric's.
 *
 * @param metric what is limited
 * @param limit in the metric's unit: a share, 0 … 1, for accuracy and yield; above 0 for costs
 */
public record Target(Metric metric, double limit) {

    /** Room for the rounding of a difference, so that a margin of exactly the tolerance is near. */
    private static final double ROUNDING = 1e-12;

    public Target {
        metric.require("limit", limit);
    }

    public Sense sense() {
        return metric.sense();
    }

    public String unit() {
        return metric.unit();
    }

    /**
     * How far {@code value} is on the good side, negative on the bad one: for accuracy and yield the difference of shares, for
     * costs the share of the limit that is left, (limit − value) / limit.
     */
    public double margin(double value) {
        return metric.ofChips() ? value - limit : (limit - value) / limit;
    }

    /**
     * {@link Verdict#PASS} on the limit and on its good side; {@link Verdict#NEAR} on the bad side by no more than the
     * tolerance, which is a fail by little; {@link Verdict#FAIL} beyond it; {@link Verdict#OPEN} for NaN.
     */
    public Verdict verdict(double value, Tolerance tolerance) {
        if (Double.isNaN(value)) {
            return Verdict.OPEN;
        }
        if (sense() == Sense.AT_LEAST ? value >= limit : value <= limit) {
            return Verdict.PASS;
        }
        return margin(value) >= -tolerance.of(metric) - ROUNDING ? Verdict.NEAR : Verdict.FAIL;
    }

    /** A margin in words: "+1.2 points" or "−3.4 %". */
    public String marginText(double margin) {
        return marginNumber(margin) + (metric.ofChips() ? " points" : " %");
    }

    /** The number of {@link #marginText}: points for accuracy and yield, else per cent. */
    public String marginNumber(double margin) {
        String number = String.format(Locale.ROOT, "%+.1f", 100 * margin);
        if (margin != 0 && Math.abs(margin) < 0.0005) {
            number = String.format(Locale.ROOT, "%+.3f", 100 * margin);
        }
        return number.replace('-', '−');
    }

    /** "Accuracy ≥ 93 %". */
    public String text() {
        return metric.label() + " " + sense().symbol() + " " + metric.limitText(limit);
    }
}
