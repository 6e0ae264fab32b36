package studio.crossbar.specification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.crossbar.simulation.Corner;
import studio.crossbar.simulation.CornerAccuracy;
import studio.crossbar.study.CornersFile;

/**
 * Corners that were measured under the same conditions.
 *
 * @param conditions of all
 * @param corners what came out, at most one entry a name
 */
public record CornerMeasurements(Conditions conditions, List<CornerAccuracy> corners) {

    public CornerMeasurements {
        corners = List.copyOf(corners);
        if (corners.stream().map(one -> one.corner().name()).distinct().count() != corners.size()) {
            throw new IllegalArgumentException("corners: one is there twice");
        }
    }

    /** The corner of that name, whatever its description was. */
    Optional<CornerAccuracy> named(String name) {
        return corners.stream().filter(one -> one.corner().name().equals(name)).findFirst();
    }

    /** Whether {@code corner}, as it is described now, was measured under {@code now}. */
    boolean holds(Corner corner, Conditions now) {
        return conditions.equals(now)
                && named(corner.name())
                        .filter(one -> same(one.corner(), corner))
                        .isPresent();
    }

    /** Whether two corners are the same conditions. */
    static boolean same(Corner one, Corner other) {
        return CornersFile.tree(one).equals(CornersFile.tree(other));
    }

    /** With one more, in place of an earlier one of its name. */
    CornerMeasurements with(CornerAccuracy measured) {
        List<CornerAccuracy> all = new ArrayList<>(corners);
        all.removeIf(one -> one.corner().name().equals(measured.corner().name()));
        all.add(measured);
        return new CornerMeasurements(conditions, all);
    }
}
