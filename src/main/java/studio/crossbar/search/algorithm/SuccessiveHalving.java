package studio.crossbar.search.algorithm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import studio.crossbar.search.Measurement;
import studio.crossbar.search.Metric;
import studio.crossbar.search.State;
import studio.crossbar.search.Trial;
import studio.crossbar.search.front.Dominance;
import studio.crossbar.search.front.ObjectiveBox;

/**
 * Decides on which trials more epochs and chips are spent: asynchronous successive halving (ASHA, Li et al., MLSys 2020) with
 * several objectives (Schmucker et al., arXiv 2106.12639, 2021). All is a pure function of the trials. A trial is paused while
 * it is {@link State#QUEUED} and has a measurement at its rung; whoever runs the search sends it to the next one when
 * {@link #promotion} names it, and stops those that {@link #dominated} names, or that are paused at the end.
 *
 * @param objectives 1 … 4
 * @param plan how many rungs there are, which share of the trials goes on, and how many chips measure one
 */
public record SuccessiveHalving(List<Metric> objectives, RungPlan plan) {

    /** Trials that must have gone all the way before others are stopped for what those gained. */
    private static final int FEWEST_EXAMPLES = 5;

    public SuccessiveHalving {
        objectives = ObjectiveBox.requireObjectives(objectives);
    }

    /** The highest rung. */
    public int top() {
        return plan.top();
    }

    /** Whether {@code trial} waits for its promotion. */
    public static boolean paused(Trial trial) {
        return trial.state() == State.QUEUED && trial.measurement(trial.rung()).isPresent();
    }

    /**
     * The trial to train further next: from the highest rung possible, the best paused one among those
     * that may go on: of all that were measured there the best, one in so many as the plan says.
     *
     * @return empty if none deserves it yet; then a new design should be tried
     */
    public Optional<Trial> promotion(List<Trial> trials) {
        for (int rung = top() - 1; rung >= 0; rung--) {
            List<Trial> ranked = ranked(trials, rung);
            int place = rung;
            Optional<Trial> best = ranked.subList(0, ranked.size() / plan.reduction()).stream()
                    .filter(trial -> trial.rung() == place && paused(trial))
                    .findFirst();
            if (best.isPresent()) {
                return best;
            }
        }
        return Optional.empty();
    }

    /** Trials measured at {@code rung} by their values there, the best first. */
    List<Trial> ranked(List<Trial> trials, int rung) {
        List<Trial> measured = trials.stream()
                .filter(trial ->
                        trial.has(objectives) && trial.measurement(rung).isPresent())
                .toList();
        double[][] points = measured.stream().map(trial -> values(trial, rung)).toArray(double[][]::new);
        int[] ranks = Dominance.ranks(points);
        List<Trial> ranked = new ArrayList<>();
        for (int rank = 0; ranked.size() < measured.size(); rank++) {
            List<Integer> front = new ArrayList<>();
            for (int i = 0; i < ranks.length; i++) {
                if (ranks[i] == rank) {
                    front.add(i);
                }
            }
            spread(front, points).forEach(i -> ranked.add(measured.get(i)));
        }
        return ranked;
    }

    /**
     * Orders points of one front so that each lies as far as possible from those before it, by ranges of the objectives; the
     * first is the best in the first objective. So any part of the order covers the front.
     */
    private static List<Integer> spread(List<Integer> front, double[][] points) {
        if (front.isEmpty()) {
            return front;
        }
        double[] range = range(front, points);
        List<Integer> left = new ArrayList<>(front);
        double[] distance = new double[points.length];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        int next = left.stream()
                .min(Comparator.comparingDouble((Integer i) -> points[i][0]))
                .orElseThrow();
        List<Integer> ordered = new ArrayList<>();
        while (true) {
            ordered.add(next);
            left.remove(Integer.valueOf(next));
            if (left.isEmpty()) {
                return ordered;
            }
            int farthest = left.getFirst();
            for (int i : left) {
                distance[i] = Math.min(distance[i], squareDistance(points[i], points[next], range));
                farthest = distance[i] > distance[farthest] ? i : farthest;
            }
            next = farthest;
        }
    }

    private static double[] range(List<Integer> front, double[][] points) {
        double[] range = new double[points[0].length];
        for (int d = 0; d < range.length; d++) {
            int objective = d;
            var values = front.stream().mapToDouble(i -> points[i][objective]).summaryStatistics();
            range[d] = values.getMax() > values.getMin() ? values.getMax() - values.getMin() : 1;
        }
        return range;
    }

    private static double squareDistance(double[] a, double[] b, double[] range) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            double difference = (a[d] - b[d]) / range[d];
            sum += difference * difference;
        }
        return sum;
    }

    /**
     * Paused trials that will not reach the front: even if their error fell as much as that of any trial that went on from
     * the same rung to the highest, a finished one would beat them. Costs do not change with training, so that only the error
     * is guessed.
     */
    public List<Trial> dominated(List<Trial> trials) {
        List<Trial> finished = trials.stream()
                .filter(trial -> trial.state() == State.FINISHED && trial.has(objectives))
                .toList();
        List<Trial> beaten = new ArrayList<>();
        for (int rung = 0; rung < top(); rung++) {
            double gain = greatestGain(finished, rung);
            for (Trial trial : trials) {
                if (trial.rung() == rung && paused(trial) && trial.has(objectives)) {
                    double[] hoped = values(trial, rung, -gain);
                    if (finished.stream().anyMatch(other -> Dominance.dominates(other.values(objectives), hoped))) {
                        beaten.add(trial);
                    }
                }
            }
        }
        return beaten;
    }

    /** Most that the error fell from {@code rung} to the end; infinite while there are few examples. */
    private double greatestGain(List<Trial> finished, int rung) {
        double greatest = 0;
        int examples = 0;
        for (Trial trial : finished) {
            Optional<Measurement> before = trial.measurement(rung);
            Optional<Measurement> after = trial.measurement(top());
            if (before.isPresent() && after.isPresent()) {
                examples++;
                greatest = Math.max(greatest, before.get().error() - after.get().error());
            }
        }
        return examples < FEWEST_EXAMPLES ? Double.POSITIVE_INFINITY : greatest;
    }

    /** Chips of a first measurement at {@code rung}. */
    public int draws(int rung) {
        return (int) Math.min(plan.mostDraws(), (long) plan.draws() << Math.min(rung, top()));
    }

    /**
     * Chips that the last measurement of {@code trial} deserves: as many as it had, or the plan's most if no trial measured
     * at the same rung beats the lower end of its error's 95 % interval, so that it may belong to the front.
     */
    public int draws(Trial trial, List<Trial> trials) {
        Measurement last = trial.measurements().getLast();
        if (last.draws() >= plan.mostDraws()) {
            return last.draws();
        }
        double[] lower = values(trial, last.rung(), last.error() - last.errorBound());
        boolean beaten = trials.stream()
                .anyMatch(other -> other.id() != trial.id()
                        && other.has(objectives)
                        && other.measurement(last.rung()).isPresent()
                        && Dominance.dominates(values(other, last.rung()), lower));
        return beaten ? last.draws() : plan.mostDraws();
    }

    private double[] values(Trial trial, int rung) {
        return values(trial, rung, 0);
    }

    /** Objectives with the error at {@code rung}, {@code shift} added. */
    private double[] values(Trial trial, int rung, double shift) {
        Measurement measurement = trial.measurement(rung).orElseThrow();
        double[] values = trial.values(objectives);
        for (int d = 0; d < values.length; d++) {
            Metric metric = objectives.get(d);
            if (metric == Metric.ERROR) {
                values[d] = measurement.error() + shift;
            } else if (metric == Metric.ERROR_BOUND) {
                values[d] = measurement.errorBound() + shift;
            }
        }
        return values;
    }
}
