package studio.crossbar.search.run;

import java.util.Locale;

/**
 * How far a search is.
 *
 * @param trials measured at least once, or failed
 * @param infeasible refused before training
 * @param finished measured at the highest rung
 * @param front finished ones that no other dominates
 * @param volume hypervolume of the front, 0 … 1 of the search's box
 * @param epochs used, in passes over the whole training data
 * @param share of the budget used, 0 … 1
 * @param secondsLeft until the budget is used at the speed of this session; NaN while unknown
 */
public record SearchProgress(
        int trials,
        int infeasible,
        int finished,
        int front,
        double volume,
        double epochs,
        double share,
        double secondsLeft) {

    /** Such as "12 trials, front 4, hypervolume 0.6123". */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d trials, front %d, hypervolume %.4f", trials, front, volume);
    }
}
