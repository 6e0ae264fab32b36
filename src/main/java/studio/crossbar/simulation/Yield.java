package studio.crossbar.simulation;

import java.util.List;

/**
 * Share of chips that meet a specification.
 *
 * @param minAccuracy least accuracy of a good chip, 0 … 1
 * @param good chips that reach it
 * @param chips all chips, at least 1
 */
public record Yield(double minAccuracy, int good, int chips) {

    /** 97.5 % quantile of the normal distribution: intervals of 95 %. */
    private static final double Z = 1.959963984540054;

    public Yield {
        if (!(minAccuracy >= 0 && minAccuracy <= 1)) {
            throw new IllegalArgumentException("minAccuracy: " + minAccuracy + " is outside 0 … 1; give a share");
        }
        if (chips < 1 || good < 0 || good > chips) {
            throw new IllegalArgumentException("good: " + good + " of " + chips + " chips");
        }
    }

    /** Counts chips. */
    public static Yield of(double minAccuracy, List<Double> accuracies) {
        return new Yield(
                minAccuracy,
                (int) accuracies.stream().filter(a -> a >= minAccuracy).count(),
                accuracies.size());
    }

    /** Good chips over all. */
    public double share() {
        return (double) good / chips;
    }

    /** 95 % interval of the share by Wilson's score (J. Am. Stat. Assoc. 22, 209, 1927), which holds at 0 and 1 too. */
    public Interval interval() {
        double n = chips;
        double squared = Z * Z;
        double centre = (share() + squared / (2 * n)) / (1 + squared / n);
        double half = Z / (1 + squared / n) * Math.sqrt(share() * (1 - share()) / n + squared / (4 * n * n));
        return new Interval(good == 0 ? 0 : Math.max(0, centre - half), good == chips ? 1 : Math.min(1, centre + half));
    }
}
