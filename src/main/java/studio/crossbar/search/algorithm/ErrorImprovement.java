package studio.crossbar.search.algorithm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import studio.crossbar.search.front.Hypervolume;

/**
 * What a design of known costs adds to the volume of a front, as a function of its error. With the volume sliced along the
 * error, a slice at error t gains what the design's costs dominate and those of the front's points of error up to t do not;
 * so the gain from error e is the integral of that step function from e to the reference. One pass over the front serves all
 * errors that a forest's trees predict.
 */
final class ErrorImprovement {

    /** Where slices begin to gain {@link #gains}; the last ends at {@link #end}. */
    private final double[] starts;

    private final double[] gains;
    private final double end;

    private ErrorImprovement(double[] starts, double[] gains, double end) {
        this.starts = starts;
        this.gains = gains;
        this.end = end;
    }

    /**
     * The gain for one design.
     *
     * @param costs {@code [objectives − 1]}, without the error
     * @param front {@code [n][objectives]}
     * @param error index of the error among the objectives
     * @param reference {@code [objectives]}
     */
    static ErrorImprovement of(double[] costs, double[][] front, int error, double[] reference) {
        double[] costReference = without(reference, error);
        double[][] sorted = front.clone();
        Arrays.sort(sorted, Comparator.comparingDouble(point -> point[error]));
        List<Double> starts = new ArrayList<>(List.of(Double.NEGATIVE_INFINITY));
        List<Double> gains = new ArrayList<>();
        List<double[]> better = new ArrayList<>();
        double gain = Hypervolume.improvement(costs, new double[0][], costReference);
        gains.add(gain);
        for (double[] point : sorted) {
            if (gain <= 0 || point[error] >= reference[error]) {
                break;
            }
            better.add(without(point, error));
            double less = Hypervolume.improvement(costs, better.toArray(double[][]::new), costReference);
            if (less < gain) {
                gain = less;
                starts.add(point[error]);
                gains.add(gain);
            }
        }
        return new ErrorImprovement(
                starts.stream().mapToDouble(Double::doubleValue).toArray(),
                gains.stream().mapToDouble(Double::doubleValue).toArray(),
                reference[error]);
    }

    /** Volume gained by the design if its error is {@code error}. */
    double at(double error) {
        double sum = 0;
        for (int i = 0; i < starts.length; i++) {
            double from = Math.max(error, starts[i]);
            double to = i + 1 < starts.length ? starts[i + 1] : end;
            if (to > from) {
                sum += (to - from) * gains[i];
            }
        }
        return sum;
    }

    static double[] without(double[] values, int index) {
        double[] rest = new double[values.length - 1];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = values[i < index ? i : i + 1];
        }
        return rest;
    }
}
