package studio.crossbar.search.algorithm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import studio.crossbar.search.Genome;
import studio.crossbar.search.Metric;
import studio.crossbar.search.Trial;
import studio.crossbar.search.front.ObjectiveBox;
import studio.crossbar.search.front.ParetoFront;

/**
 * What a design would add to the volume that the trials so far dominate, as a forest's trees expect its error at the
 * highest rung. Trials count with the errors that they would have there ({@link Fidelities}), since a design that is
 * predicted there would beat those of lower rungs by its longer training alone.
 *
 * <p>Trials that others still work on count with the error that the forest expects, so that workers do not all try the same
 * (Ginsbourger et al., "Kriging is well-suited to parallelize optimization", 2010).
 */
final class ExpectedGain {

    /** Room beyond the worst trial, so that cheaper designs than all so far gain volume whatever their error. */
    private static final double REFERENCE = 1.1;

    private static final double OPTIMISM = 2;

    /** Weight of what an optimist would expect, which decides where no tree expects an improvement. */
    private static final double OPTIMIST = 1e-3;

    private final List<Metric> objectives;
    private final int error;
    private final ObjectiveBox box;
    private final List<Trial> front;
    private final double[][] points;
    private final double[] reference;

    /**
     * @param error index of the measured one among the objectives
     * @param history all trials, some of which have the objectives
     * @param expected error of a design at the highest rung
     */
    ExpectedGain(List<Metric> objectives, int error, List<Trial> history, ToDoubleFunction<Genome> expected) {
        this.objectives = objectives;
        this.error = error;
        List<Trial> judged =
                history.stream().filter(trial -> trial.has(objectives)).toList();
        Fidelities fidelities = new Fidelities(judged, objectives);
        List<Trial> comparable = judged.stream().map(fidelities::atTop).toList();
        box = ObjectiveBox.of(comparable, objectives);
        front = ParetoFront.ofAny(comparable, objectives).trials();
        List<double[]> believed = new ArrayList<>(Arrays.asList(box.normalised(front)));
        for (Trial trial : history) {
            if (!trial.state().terminal() && !trial.has(objectives)) {
                believed.add(box.normalised(values(trial.metrics(), expected.applyAsDouble(trial.genome()))));
            }
        }
        points = believed.toArray(double[][]::new);
        reference = new double[objectives.size()];
        Arrays.fill(reference, REFERENCE);
    }

    /** The trials that no other beats, with the errors expected of them at the highest rung. */
    List<Trial> front() {
        return front;
    }

    /**
     * Mean gain over the trees of a forest.
     *
     * @param predictions error of the design at the highest rung, one a tree
     * @param costs of the design
     */
    double of(double[] predictions, Map<Metric, Double> costs) {
        double[] at = box.normalised(values(costs, 0));
        ErrorImprovement improvement =
                ErrorImprovement.of(ErrorImprovement.without(at, error), points, error, reference);
        double mean = 0;
        double square = 0;
        double gain = 0;
        for (double prediction : predictions) {
            mean += prediction / predictions.length;
            square += prediction * prediction / predictions.length;
            gain += improvement.at(scaled(prediction)) / predictions.length;
        }
        double deviation = Math.sqrt(Math.max(0, square - mean * mean));
        return gain + OPTIMIST * improvement.at(scaled(mean - OPTIMISM * deviation));
    }

    private double scaled(double value) {
        double low = box.best().get(error);
        return (value - low) / (box.worst().get(error) - low);
    }

    private double[] values(Map<Metric, Double> costs, double predicted) {
        double[] values = new double[objectives.size()];
        for (int d = 0; d < values.length; d++) {
            values[d] = d == error ? predicted : costs.getOrDefault(objectives.get(d), Double.NaN);
        }
        return values;
    }
}
