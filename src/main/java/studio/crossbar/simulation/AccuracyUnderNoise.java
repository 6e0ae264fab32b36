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
}
