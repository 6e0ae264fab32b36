package studio.crossbar.specification;

import org.jspecify.annotations.Nullable;
import studio.crossbar.simulation.AccuracyUnderNoise;

/**
 * A column of verdicts: the stored evaluation, what a search measured, or a corner.
 *
 * @param name for people
 * @param state of what was measured there
 * @param accuracy of the chips; null where there is none
 * @param mean accuracy where single chips were not kept; null otherwise
 * @param note why it is stale, missing or left out, or how it was measured
 */
public record Condition(
        String name,
        State state,
        @Nullable AccuracyUnderNoise accuracy,
        @Nullable MeanAccuracy mean,
        String note) {

    /** Name of the condition of the stored evaluation: the design's own cells and noise. */
    public static final String EVALUATION = "evaluation";

    /** Name of the condition under which a search measured a trial. */
    public static final String SEARCH = "search";

    /** What a measurement is worth. */
    public enum State {
        /** Measured for this network, and nothing has changed since. */
        CURRENT,
        /** Measured before something changed. */
        STALE,
        /** Not measured. */
        MISSING,
        /** The device cannot be there. */
        LEFT_OUT
    }

    public Condition {
        boolean measured = accuracy != null || mean != null;
        if (measured != (state == State.CURRENT || state == State.STALE)) {
            throw new IllegalArgumentException("accuracy: goes with what was measured, not with " + state);
        }
    }

    /** A column of which single chips were kept, or that was not measured. */
    public Condition(String name, State state, @Nullable AccuracyUnderNoise accuracy, String note) {
        this(name, state, accuracy, null, note);
    }

    /** What a search measured. */
    public static Condition ofSearch(MeanAccuracy mean, String note) {
        return new Condition(SEARCH, State.CURRENT, null, mean, note);
    }
}
