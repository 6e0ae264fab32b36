package studio.crossbar.search;

import java.time.Instant;
import studio.crossbar.simulation.Interval;
import studio.crossbar.simulation.StudentT;

/**
 * Error of a trial at one fidelity.
 *
 * @param rung from 0
 * @param epochs trained so far, of all phases
 * @param draws chips that were programmed and evaluated, at least 1
 * @param error mean share of wrong answers over them, 0 … 1
 * @param deviation standard deviation over them, 0 for a single one
 * @param seconds that the rung took
 * @param ended when; {@link Instant#EPOCH} if it is not known
 */
public record Measurement(
        int rung, int epochs, int draws, double error, double deviation, double seconds, Instant ended) {

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

    /** A measurement that ended at an unknown time. */
    public Measurement(int rung, int epochs, int draws, double error, double deviation, double seconds) {
        this(rung, epochs, draws, error, deviation, seconds, Instant.EPOCH);
    }

    /** Upper end of the 95 % interval of the mean error over all possible chips, by Student's t; 1 for one chip. */
    public double errorBound() {
        return Math.min(1, error + halfInterval(draws, deviation));
    }

    /** The same interval of the accuracy. */
    public Interval accuracyInterval() {
        return accuracyInterval(draws, error, deviation);
    }

    /** 95 % interval of the mean accuracy over all possible chips, of which {@code draws} were measured. */
    public static Interval accuracyInterval(int draws, double error, double deviation) {
        double half = halfInterval(draws, deviation);
        return new Interval(Math.max(0, 1 - error - half), Math.min(1, 1 - error + half));
    }

    private static double halfInterval(int draws, double deviation) {
        return draws < 2 ? 1 : StudentT.twoSided(Interval.CONFIDENCE, draws - 1) * deviation / Math.sqrt(draws);
    }
}
