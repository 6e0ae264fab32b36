package studio.crossbar.search.front;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import studio.crossbar.search.ComputedMetrics;
import studio.crossbar.search.Metric;
import studio.crossbar.search.SearchSpace;
import studio.crossbar.search.Trial;

/**
 * Range of each objective that volumes and distances refer to, which becomes 0 … 1. Costs are compared by their ratio, on a
 * logarithmic scale, since they differ by orders of magnitude within a space; errors by their difference.
 *
 * @param objectives 1 … 4, each once
 * @param best lower ends; those of costs above 0
 * @param worst upper ends, each above the lower one: the reference point of volumes
 */
public record ObjectiveBox(List<Metric> objectives, List<Double> best, List<Double> worst) {

    /** Room around costs that were sampled, for those that were not: a factor. */
    private static final double MARGIN = 1.5;

    /** Designs drawn to find the ranges of costs; where few can be built, as many more as give the fewest. */
    private static final int DRAWS = 400;

    private static final int MOST_DRAWS = 40_000;
    private static final int FEWEST = 20;

    public ObjectiveBox {
        objectives = requireObjectives(objectives);
        best = List.copyOf(best);
        worst = List.copyOf(worst);
        for (int d = 0; d < objectives.size(); d++) {
            if (!(best.get(d) < worst.get(d)) || (objectives.get(d).computed() && !(best.get(d) > 0))) {
                throw new IllegalArgumentException(
                        objectives.get(d).label() + ": " + best.get(d) + " … " + worst.get(d) + " is no range");
            }
        }
    }

    /**
     * {@code objectives} if they can be.
     *
     * @throws IllegalArgumentException unless there are 1 … 4 different ones
     */
    public static List<Metric> requireObjectives(List<Metric> objectives) {
        if (objectives.isEmpty()
                || objectives.size() > 4
                || objectives.stream().distinct().count() < objectives.size()) {
            throw new IllegalArgumentException("objectives: "
                    + String.join(", ", objectives.stream().map(Metric::label).toList())
                    + " are not 1 … 4 different metrics");
        }
        return List.copyOf(objectives);
    }

    /** Ranges that {@code trials} span; such a box changes with every search. */
    public static ObjectiveBox of(Collection<Trial> trials, List<Metric> objectives) {
        List<Double> best = new ArrayList<>();
        List<Double> worst = new ArrayList<>();
        for (Metric metric : objectives) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (Trial trial : trials) {
                if (trial.has(objectives)) {
                    double value = trial.metrics().getOrDefault(metric, Double.NaN);
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
            add(metric, low, high, best, worst);
        }
        return new ObjectiveBox(objectives, best, worst);
    }

    /**
     * A box that follows from the space alone, so that volumes of different searches compare: costs of random designs
     * that can be built, with half as much again on either side, and errors from 0.
     *
     * @param worstError upper end of errors, such as that of guessing
     * @throws IllegalArgumentException if none of very many random designs can be built
     */
    public static ObjectiveBox of(
            SearchSpace space, ComputedMetrics computed, List<Metric> objectives, double worstError) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        List<Map<Metric, Double>> drawn = new ArrayList<>();
        for (int i = 0; i < DRAWS || (i < MOST_DRAWS && drawn.size() < FEWEST); i++) {
            Optional<Map<Metric, Double>> metrics = computed.of(space.random(random));
            metrics.ifPresent(drawn::add);
        }
        List<Double> best = new ArrayList<>();
        List<Double> worst = new ArrayList<>();
        for (Metric metric : objectives) {
            if (metric.computed()) {
                double low = Double.POSITIVE_INFINITY;
                double high = Double.NEGATIVE_INFINITY;
                for (Map<Metric, Double> metrics : drawn) {
                    low = Math.min(low, metrics.getOrDefault(metric, Double.NaN));
                    high = Math.max(high, metrics.getOrDefault(metric, Double.NaN));
                }
                add(metric, low / MARGIN, high * MARGIN, best, worst);
            } else {
                best.add(0.0);
                worst.add(worstError);
            }
        }
        return new ObjectiveBox(objectives, best, worst);
    }

    private static void add(Metric metric, double low, double high, List<Double> best, List<Double> worst) {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    metric.label() + ": no design has a value; check that the space's constraints can be met");
        }
        best.add(low);
        worst.add(high > low ? high : low > 0 ? low * MARGIN : 1);
    }

    /** Coordinates of {@code values}: 0 at the best end, 1 at the worst; beyond the ends less or more. */
    public double[] normalised(double[] values) {
        double[] coordinates = new double[values.length];
        for (int d = 0; d < values.length; d++) {
            double low = best.get(d);
            double high = worst.get(d);
            coordinates[d] = objectives.get(d).computed()
                    ? Math.log(values[d] / low) / Math.log(high / low)
                    : (values[d] - low) / (high - low);
        }
        return coordinates;
    }

    /** Coordinates of all of {@code trials}, which have all objectives. */
    public double[][] normalised(List<Trial> trials) {
        return trials.stream()
                .map(trial -> normalised(trial.values(objectives)))
                .toArray(double[][]::new);
    }

    /** Worst corner in those coordinates. */
    public double[] reference() {
        double[] reference = new double[objectives.size()];
        Arrays.fill(reference, 1);
        return reference;
    }

    /** Share of the box that {@code trials} dominate, 0 … 1, by {@link Hypervolume}; those beyond its best end count as on it. */
    public double volume(List<Trial> trials) {
        double[][] points = normalised(trials);
        for (double[] point : points) {
            for (int d = 0; d < point.length; d++) {
                point[d] = Math.max(0, point[d]);
            }
        }
        return Hypervolume.of(points, reference());
    }
}
