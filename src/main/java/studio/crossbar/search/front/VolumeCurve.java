package studio.crossbar.search.front;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.crossbar.search.State;
import studio.crossbar.search.Trial;

/** How the dominated volume grew. */
public final class VolumeCurve {

    private VolumeCurve() {}

    /**
     * Share of {@code box} that the finished trials so far dominate, after each of {@code trials}; never falls.
     *
     * @param trials in the order in which they finished; others change nothing
     */
    public static double[] of(List<Trial> trials, ObjectiveBox box) {
        double[] curve = new double[trials.size()];
        List<double[]> front = new ArrayList<>();
        double volume = 0;
        for (int i = 0; i < curve.length; i++) {
            Trial trial = trials.get(i);
            if (trial.state() == State.FINISHED && trial.has(box.objectives())) {
                double[] point = Arrays.stream(box.normalised(trial.values(box.objectives())))
                        .map(value -> Math.max(0, value))
                        .toArray();
                if (front.stream().noneMatch(other -> Dominance.dominates(other, point))) {
                    volume += Hypervolume.improvement(point, front.toArray(double[][]::new), box.reference());
                    front.removeIf(other -> Dominance.dominates(point, other));
                    front.add(point);
                }
            }
            curve[i] = volume;
        }
        return curve;
    }
}
