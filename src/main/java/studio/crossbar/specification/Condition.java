package studio.crossbar.specification;

import org.jspecify.annotations.Nullable;
import studio.crossbar.simulation.AccuracyUnderNoise;

/**
 * A column of verdicts: the stored evaluation, or a corner.
 *
 * @param name for people
 * @param state of what was measured there
 * @param accuracy of the chips; null where there is none
 * @param note why it is stale, missing or left out, or how it was measured
 */
public record Condition(String name, State state, @Nullable AccuracyUnderNoise accuracy, String note) {

    /** Name of the condition of the stored evaluation: the design's own cells and noise. */
    public static final String EVALUATION = "evaluation";

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
        if ((accuracy != null) != (state == State.CURRENT || state == State.STALE)) {
            throw new IllegalArgumentException("accuracy: goes with what was measured, not with " + state);
        }
    }
}
