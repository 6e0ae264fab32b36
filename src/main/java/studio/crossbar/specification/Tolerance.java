package studio.crossbar.specification;

/**
 * By how much a target may be missed so that the verdict is {@link Verdict#NEAR} and not {@link Verdict#FAIL}.
 *
 * @param relative share of the limit, for costs, 0 … 1
 * @param points difference of shares, for accuracy and yield, 0 … 1: 0.01 is one percentage point
 */
public record Tolerance(double relative, double points) {

    /** 5 % of a cost, one percentage point of accuracy or yield. */
    public static final Tolerance STANDARD = new Tolerance(0.05, 0.01);

    public Tolerance {
        require("relative", relative);
        require("points", points);
    }

    private static void require(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(what + ": " + value + " is outside 0 … 1; write a share, such as 0.05");
        }
    }

    /** What applies to {@code metric}, in the scale of {@link Target#margin}. */
    double of(Metric metric) {
        return metric.ofChips() ? points : relative;
    }
}
