package studio.crossbar.search.front;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.crossbar.search.Trial;

/**
 * A few trials that stand for all: coordinates are divided into boxes of side ε; boxes that others dominate are dropped, and
 * of each that is left one trial is kept (Laumanns et al., Evolutionary Computation 10, 263, 2002). So every trial is at
 * most ε of the range worse in each objective than one that is kept.
 */
public final class EpsilonArchive {

    private EpsilonArchive() {}

    /**
     * The trials kept, in rising order of the first objective.
     *
     * @param trials those without the box's objectives are left out
     * @param epsilon side of a box as a share of each objective's range, above 0, at most 1
     */
    public static List<Trial> of(List<Trial> trials, ObjectiveBox box, double epsilon) {
        if (!(epsilon > 0 && epsilon <= 1)) {
            throw new IllegalArgumentException("epsilon: " + epsilon + " is not above 0 and at most 1");
        }
        List<Trial> candidates = ParetoFront.ofAny(trials, box.objectives()).trials();
        double[][] points = box.normalised(candidates);
        Map<List<Double>, Integer> keepers = new LinkedHashMap<>();
        for (int i = 0; i < points.length; i++) {
            List<Double> key = new ArrayList<>();
            for (double coordinate : points[i]) {
                key.add(Math.floor(coordinate / epsilon));
            }
            keepers.merge(key, i, (old, other) -> corner(points[other]) < corner(points[old]) ? other : old);
        }
        double[][] boxes = keepers.keySet().stream()
                .map(key -> key.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
        List<Integer> kept = new ArrayList<>(keepers.values());
        return Dominance.front(boxes).stream()
                .map(kept::get)
                .sorted()
                .map(candidates::get)
                .toList();
    }

    /** Distance to the best corner; within a box the order is that to the box's own. */
    private static double corner(double[] point) {
        return Arrays.stream(point).sum();
    }
}
