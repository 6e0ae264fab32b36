package studio.crossbar.search.front;

import java.util.Arrays;
import java.util.Optional;
import studio.crossbar.search.Trial;

/**
 * The design of a front from which little can be gained without losing much: the one that lies deepest below the plane
 * through the front's extremes (Das, Structural Optimization 18, 107, 1999). The plane is the line between the two ends in
 * two objectives; in more it is that through the points that have the front's worst value in one objective and its best in
 * the others.
 */
public final class KneePoint {

    private KneePoint() {}

    /** The knee; empty for an empty front. Fronts without a bulge give the trial nearest to the plane. */
    public static Optional<Trial> of(ParetoFront front) {
        if (front.trials().isEmpty()) {
            return Optional.empty();
        }
        ObjectiveBox box = ObjectiveBox.of(front.trials(), front.objectives());
        return Optional.of(front.trials().get(deepest(box.normalised(front.trials()))));
    }

    /** Index of the knee of points in coordinates of which the front's best are 0 and its worst 1. */
    static int deepest(double[][] points) {
        int best = 0;
        for (int i = 1; i < points.length; i++) {
            if (sum(points[i]) < sum(points[best])) {
                best = i;
            }
        }
        return best;
    }

    /** Grows with the signed distance from the plane Σx = 1. */
    private static double sum(double[] point) {
        return Arrays.stream(point).sum();
    }
}
