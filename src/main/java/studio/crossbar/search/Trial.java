package studio.crossbar.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One design that a search tries, with all that is known of it.
 *
 * @param id unique in its search, rising in the order of the proposals
 * @param genome the design
 * @param parents trials that it descends from
 * @param origin what proposed it, such as "random" or "crossover"
 * @param seed of its training
 * @param rung that it is at, or waits for; from 0
 * @param state how far it is
 * @param metrics computed ones from the start, measured ones at the highest rung so far
 * @param measurements one a finished rung, in their order
 * @param reason why it is not finished; empty if there is nothing to say
 */
public record Trial(
        long id,
        Genome genome,
        List<Long> parents,
        String origin,
        long seed,
        int rung,
        State state,
        Map<Metric, Double> metrics,
        List<Measurement> measurements,
        String reason) {

    public Trial {
        parents = List.copyOf(parents);
        measurements = List.copyOf(measurements);
        Map<Metric, Double> sorted = new EnumMap<>(Metric.class);
        sorted.putAll(metrics);
        metrics = Collections.unmodifiableMap(sorted);
    }

    /** A trial that waits for its first rung. */
    public static Trial queued(long id, Proposal proposal, long seed, Map<Metric, Double> computed) {
        return new Trial(
                id,
                proposal.genome(),
                proposal.parents(),
                proposal.origin(),
                seed,
                0,
                State.QUEUED,
                computed,
                List.of(),
                "");
    }

    /** A trial that is refused before training. */
    public static Trial infeasible(long id, Proposal proposal, long seed, Map<Metric, Double> computed, String reason) {
        return queued(id, proposal, seed, computed).with(State.INFEASIBLE, reason);
    }

    /** The same in another state. */
    public Trial with(State value, String why) {
        return new Trial(id, genome, parents, origin, seed, rung, value, metrics, measurements, why);
    }

    /** The same at another rung. */
    public Trial withRung(int value) {
        return new Trial(id, genome, parents, origin, seed, value, state, metrics, measurements, reason);
    }

    /** The same with other metrics. */
    public Trial withMetrics(Map<Metric, Double> value) {
        return new Trial(id, genome, parents, origin, seed, rung, state, value, measurements, reason);
    }

    /** With one more measurement, whose errors become the metrics; one of the same rung is replaced. */
    public Trial with(Measurement measurement) {
        List<Measurement> all = new ArrayList<>(measurements);
        all.removeIf(other -> other.rung() == measurement.rung());
        all.add(measurement);
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        values.putAll(metrics);
        values.put(Metric.ERROR, all.getLast().error());
        values.put(Metric.ERROR_BOUND, all.getLast().errorBound());
        return new Trial(id, genome, parents, origin, seed, rung, state, values, all, reason);
    }

    /** What was measured at a rung; empty if nothing was. */
    public Optional<Measurement> measurement(int rung) {
        return measurements.stream()
                .filter(measurement -> measurement.rung() == rung)
                .findFirst();
    }

    /** Whether the design can be judged by all of {@code objectives}. */
    public boolean has(List<Metric> objectives) {
        return state != State.INFEASIBLE
                && state != State.FAILED
                && metrics.keySet().containsAll(objectives);
    }

    /** One value an objective. */
    public double[] values(List<Metric> objectives) {
        double[] values = new double[objectives.size()];
        for (int i = 0; i < values.length; i++) {
            Double value = metrics.get(objectives.get(i));
            if (value == null) {
                throw new IllegalArgumentException(
                        "trial " + id + " has no " + objectives.get(i).label());
            }
            values[i] = value;
        }
        return values;
    }

    /** Time of all measurements. */
    public double seconds() {
        return measurements.stream().mapToDouble(Measurement::seconds).sum();
    }
}
