package studio.crossbar.specification;

import java.util.ArrayList;
import java.util.List;
import studio.crossbar.simulation.Corner;

/**
 * All that is edited of a project's specifications.
 *
 * @param specifications targets, tolerance and plan
 * @param corners the project's own, beside {@link Corner#STANDARD}
 */
public record Requirements(Specifications specifications, List<Corner> corners) {

    public Requirements {
        corners = List.copyOf(corners);
    }

    public Requirements withSpecifications(Specifications value) {
        return new Requirements(value, corners);
    }

    /** The same with other corners: a plan that measures some forgets those that are gone and takes on those that are new. */
    public Requirements withCorners(List<Corner> value) {
        CornerPlan plan = specifications.plan();
        if (plan.corners().isEmpty()) {
            return new Requirements(specifications, value);
        }
        List<String> before = corners.stream().map(Corner::name).toList();
        List<String> after = value.stream().map(Corner::name).toList();
        List<String> measured = new ArrayList<>(plan.corners());
        measured.removeIf(name -> before.contains(name) && !after.contains(name));
        after.stream().filter(name -> !before.contains(name)).forEach(measured::add);
        return new Requirements(specifications.withPlan(plan.withCorners(measured)), value);
    }
}
