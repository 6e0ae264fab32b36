package studio.crossbar.search;

/**
 * Error of a trial at one fidelity.
 *
 * @param rung from 0
 * @param epochs trained so far, of all phases
 * @param draws chips that were programmed and evaluated, at least 1
 * @param error mean share of wrong answers over them, 0 … 1
 * @param deviation standard deviation over them, 0 for a single one
 * @param seconds that the rung took
 */
public record Measurement(int rung, int epochs, int draws, double error, double deviation, double seconds) {

    /** Two-sided 95 % point of the normal distribution. */
    private static final double NORMAL_95 = 1.959964;

    public Measurement {
        if (rung < 0 || epochs < 0 || draws < 1) {
            throw new IllegalArgumentException("measurement: rung " + rung + ", epochs " + epochs + ", draws " + draws
                    + " are not at least 0, 0 and 1");
        }
        if (!(error >= 0 && error <= 1)) {
            throw new IllegalArgumentException("error: " + error + " is outside 0 … 1");
        }
        if (!(deviation >= 0) || !(seconds >= 0)) {
            throw new IllegalArgumentException(
                    "measurement: deviation " + deviation + " or seconds " + seconds + " is below 0");
        }
    }

    /** Upper end of the 95 % interval of the mean error. */
    public double errorBound() {
        return Math.min(1, error + NORMAL_95 * deviation / Math.sqrt(draws));
    }
}
