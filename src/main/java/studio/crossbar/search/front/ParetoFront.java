package studio.crossbar.search.front;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.crossbar.search.Metric;
import studio.crossbar.search.State;
import studio.crossbar.search.Trial;

/**
 * The trials that no other beats in one objective without losing in another.
 *
 * @param objectives 1 … 4, minimised
 * @param trials in rising order of the first objective; of several with the same values the earliest
 */
public record ParetoFront(List<Metric> objectives, List<Trial> trials) {

    public ParetoFront {
        objectives = ObjectiveBox.requireObjectives(objectives);
        trials = List.copyOf(trials);
    }

    /** The front of finished trials; those measured at lower rungs are not to be trusted beside them. */
    public static ParetoFront of(List<Trial> trials, List<Metric> objectives) {
        return ofAny(
                trials.stream().filter(trial -> trial.state() == State.FINISHED).toList(), objectives);
    }

    /** The front of all trials that have the objectives, of whatever fidelity. */
    public static ParetoFront ofAny(List<Trial> trials, List<Metric> objectives) {
        List<Trial> judged =
                trials.stream().filter(trial -> trial.has(objectives)).toList();
        double[][] points =
                judged.stream().map(trial -> trial.values(objectives)).toArray(double[][]::new);
        List<Trial> front = new ArrayList<>();
        double[] previous = {};
        for (int index : Dominance.front(points)) {
            if (!Arrays.equals(points[index], previous)) {
                front.add(judged.get(index));
                previous = points[index];
            }
        }
        return new ParetoFront(objectives, front);
    }

    /** Share of {@code box} that the front dominates, 0 … 1. */
    public double volume(ObjectiveBox box) {
        return box.volume(trials);
    }
}
