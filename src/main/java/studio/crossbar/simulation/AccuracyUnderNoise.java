package studio.crossbar.simulation;

import java.util.Arrays;
import java.util.List;

/**
 * Accuracy over programming draws, one chip each.
 *
 * @param draws share of test windows classified rightly, one entry a draw, 0 … 1, at least one
 */
public record AccuracyUnderNoise(List<Double> draws) {

    public AccuracyUnderNoise {
        draws = List.copyOf(draws);
        if (draws.isEmpty()) {
            throw new IllegalArgumentException("draws: needs at least one");
        }
    }

    private double[] values() {
        return draws.stream().mapToDouble(Double::doubleValue).toArray();
    }

    public double mean() {
        return Arrays.stream(values()).average().orElseThrow();
    }

    /** Sample standard deviation (n − 1); 0 for one draw. */
    public double standardDeviation() {
        double mean = mean();
        double squares =
                Arrays.stream(values()).map(v -> (v - mean) * (v - mean)).sum();
        return draws.size() < 2 ? 0 : Math.sqrt(squares / (draws.size() - 1));
    }

    /** The worst chip. */
    public double worst() {
        return Arrays.stream(values()).min().orElseThrow();
    }

    /**
     * Accuracy that the share {@code share} of the chips does not exceed; between two chips, in proportion.
     *
     * @param share 0 … 1
     */
    public double quantile(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share: " + share + " is outside 0 … 1");
        }
        double[] sorted = values();
        Arrays.sort(sorted);
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** 95 % interval of the mean over all possible chips, by Student's t; 0 … 1 for one chip. */
    public Interval meanInterval() {
        int n = draws.size();
        if (n < 2) {
            return new Interval(0, 1);
        }
        double half = StudentT.twoSided(Interval.CONFIDENCE, n - 1) * standardDeviation() / Math.sqrt(n);
        return new Interval(Math.max(0, mean() - half), Math.min(1, mean() + half));
    }
}
