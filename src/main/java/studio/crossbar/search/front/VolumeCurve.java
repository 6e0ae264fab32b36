package studio.crossbar.search.front;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import studio.crossbar.search.Measurement;
import studio.crossbar.search.State;
import studio.crossbar.search.Trial;

/** How the dominated volume grew with what the search spent. */
public final class VolumeCurve {

    private final ObjectiveBox box;
    private final List<double[]> front = new ArrayList<>();
    private double volume;

    private VolumeCurve(ObjectiveBox box) {
        this.box = box;
    }

    /**
     * The search after one measurement.
     *
     * @param trial that was measured
     * @param ended when
     * @param epochs spent so far, in passes over the whole training data
     * @param volume share of the box that the trials finished so far dominate, 0 … 1; never falls
     */
    public record Point(long trial, Instant ended, double epochs, double volume) {}

    /** One rung of a trial. */
    private record Step(Trial trial, Measurement measured, double epochs) {}

    /**
     * The curve over all measurements, in the order in which they ended. That is not the order of the proposals: a trial is
     * finished when it has reached the highest rung, long after it was proposed.
     *
     * @param dataShare share of the training data that a rung uses
     */
    public static List<Point> of(List<Trial> trials, ObjectiveBox box, IntToDoubleFunction dataShare) {
        VolumeCurve curve = new VolumeCurve(box);
        List<Point> points = new ArrayList<>();
        double epochs = 0;
        for (Step step : steps(trials, dataShare)) {
            epochs += step.epochs();
            boolean last = step.measured().equals(step.trial().measurements().getLast());
            if (last && step.trial().state() == State.FINISHED && step.trial().has(box.objectives())) {
                curve.add(step.trial());
            }
            points.add(new Point(step.trial().id(), step.measured().ended(), epochs, curve.volume));
        }
        return points;
    }

    private static List<Step> steps(List<Trial> trials, IntToDoubleFunction dataShare) {
        List<Step> steps = new ArrayList<>();
        for (Trial trial : trials) {
            int before = 0;
            for (Measurement measured : trial.measurements()) {
                double share = dataShare.applyAsDouble(measured.rung());
                steps.add(new Step(trial, measured, (measured.epochs() - before) * share));
                before = measured.epochs();
            }
        }
        // Stable, so that those of unknown times keep the order of the trials.
        steps.sort(Comparator.comparing(step -> step.measured().ended()));
        return steps;
    }

    private void add(Trial trial) {
        double[] point = Arrays.stream(box.normalised(trial.values(box.objectives())))
                .map(value -> Math.max(0, value))
                .toArray();
        if (front.stream().noneMatch(other -> Dominance.dominates(other, point))) {
            volume += Hypervolume.improvement(point, front.toArray(double[][]::new), box.reference());
            front.removeIf(other -> Dominance.dominates(point, other));
            front.add(point);
        }
    }
}
