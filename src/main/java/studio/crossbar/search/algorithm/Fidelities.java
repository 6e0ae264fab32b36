package studio.crossbar.search.algorithm;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.crossbar.search.Measurement;
import studio.crossbar.search.Metric;
import studio.crossbar.search.Trial;

/**
 * Objectives of trials that were measured at different rungs, made comparable: an error of a lower rung is taken less the
 * median fall that trials measured at both had, from rung to rung. Without it trials that were promoted would beat others
 * by their longer training alone.
 */
final class Fidelities {

    private final List<Metric> objectives;
    /** Median fall of the error from rung r to rung r + 1. */
    private final List<Double> falls = new ArrayList<>();

    /** @param trials that {@link #values} is asked about */
    Fidelities(List<Trial> trials, List<Metric> objectives) {
        this.objectives = objectives;
        for (int rung = 0; ; rung++) {
            List<Double> seen = new ArrayList<>();
            for (Trial trial : trials) {
                Optional<Measurement> lower = trial.measurement(rung);
                Optional<Measurement> upper = trial.measurement(rung + 1);
                if (lower.isPresent() && upper.isPresent()) {
                    seen.add(lower.get().error() - upper.get().error());
                }
            }
            if (seen.isEmpty()) {
                return;
            }
            seen.sort(Double::compare);
            falls.add(seen.get(seen.size() / 2));
        }
    }

    /** One value an objective, errors as they would be at the highest rung. */
    double[] values(Trial trial) {
        return atTop(trial).values(objectives);
    }

    /** The trial with the errors that it would have at the highest rung. */
    Trial atTop(Trial trial) {
        double fall = 0;
        if (!trial.measurements().isEmpty()) {
            for (int rung = trial.measurements().getLast().rung(); rung < falls.size(); rung++) {
                fall += falls.get(rung);
            }
        }
        Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
        for (Map.Entry<Metric, Double> metric : trial.metrics().entrySet()) {
            metrics.put(metric.getKey(), metric.getValue() - (metric.getKey().computed() ? 0 : fall));
        }
        return trial.withMetrics(metrics);
    }
}
