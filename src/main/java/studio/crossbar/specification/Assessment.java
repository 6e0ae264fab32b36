package studio.crossbar.specification;

import org.jspecify.annotations.Nullable;
import studio.crossbar.simulation.Interval;

/**
 * One target under one condition.
 *
 * @param target what was asked for
 * @param verdict on {@code value}, stale or not
 * @param value in the metric's unit; NaN if there is none
 * @param interval of 95 % that a finite number of chips leaves open; null for costs
 * @param stale whether the value was measured before something changed
 * @param note why there is no value, or why it is stale; empty otherwise
 */
public record Assessment(
        Target target,
        Verdict verdict,
        double value,
        @Nullable Interval interval,
        boolean stale,
        String note) {

    /** A value that is not there. */
    static Assessment without(Target target, Verdict verdict, String note) {
        return new Assessment(target, verdict, Double.NaN, null, false, note);
    }

    /** The verdict that counts: what is stale says nothing. */
    public Verdict counted() {
        return stale ? Verdict.OPEN : verdict;
    }

    /** As {@link Target#margin}; NaN without a value. */
    public double margin() {
        return target.margin(value);
    }

    /** Whether more chips could change whether the target is met, since the limit lies within the interval. */
    public boolean undecided() {
        return interval != null && interval.low() < target.limit() && target.limit() <= interval.high();
    }

    /** Of two, the one whose counted verdict is worse; of equal ones that with the smaller margin. */
    Assessment worse(Assessment other) {
        int order = counted().compareTo(other.counted());
        if (order == 0) {
            return other.margin() < margin() || Double.isNaN(margin()) ? other : this;
        }
        return order > 0 ? this : other;
    }
}
