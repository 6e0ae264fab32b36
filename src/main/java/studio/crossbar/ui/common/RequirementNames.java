package studio.crossbar.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import studio.crossbar.simulation.Corner;
import studio.crossbar.specification.CornerPlan;
import studio.crossbar.specification.Metric;
import studio.crossbar.specification.Requirements;
import studio.crossbar.specification.Specifications;
import studio.crossbar.specification.Target;
import studio.crossbar.specification.Tolerance;

/** What an edit of specifications is called: "Target accuracy 93 % → 94 %". */
final class RequirementNames {

    private final List<String> names = new ArrayList<>();

    private RequirementNames() {}

    /** Name of the edit between two different ones. */
    static String of(Requirements before, Requirements after) {
        RequirementNames found = new RequirementNames();
        found.targets(before.specifications(), after.specifications());
        found.tolerance(
                before.specifications().tolerance(), after.specifications().tolerance());
        found.corners(before.corners(), after.corners());
        if (before.corners().equals(after.corners())) {
            found.plan(before.specifications().plan(), after.specifications().plan());
        }
        return found.names.size() == 1
                ? found.names.getFirst()
                : Texts.format("common.edit.specifications", found.names.size());
    }

    private void targets(Specifications before, Specifications after) {
        for (Metric metric : Metric.values()) {
            limit(
                    Texts.format("common.edit.target", metric.label().toLowerCase(java.util.Locale.ROOT)),
                    metric,
                    before.target(metric).map(Target::limit).orElse(null),
                    after.target(metric).map(Target::limit).orElse(null));
        }
        limit(Texts.get("common.edit.goodChip"), Metric.ACCURACY, before.goodChip(), after.goodChip());
    }

    private void limit(String name, Metric metric, @Nullable Double before, @Nullable Double after) {
        changed(
                name,
                before == null ? Texts.get("common.edit.none") : metric.limitText(before),
                after == null ? Texts.get("common.edit.none") : metric.limitText(after));
    }

    private void tolerance(Tolerance before, Tolerance after) {
        changed(Texts.get("common.edit.tolerance.costs"), percent(before.relative()), percent(after.relative()));
        changed(Texts.get("common.edit.tolerance.shares"), percent(before.points()), percent(after.points()));
    }

    private void plan(CornerPlan before, CornerPlan after) {
        changed(Texts.get("common.edit.cells"), cells(before), cells(after));
        changed(Texts.get("common.edit.chips"), Integer.toString(before.chips()), Integer.toString(after.chips()));
        changed(
                Texts.get("common.edit.compensation"),
                onOff(before.driftCompensation()),
                onOff(after.driftCompensation()));
        if (!before.corners().equals(after.corners())) {
            names.add(Texts.get("common.edit.chosenCorners"));
        }
    }

    /** Corners that were added, removed or changed, each by its name. */
    private void corners(List<Corner> before, List<Corner> after) {
        for (Corner corner : after) {
            Corner old = named(before, corner.name());
            if (old == null) {
                names.add(Texts.format("common.edit.cornerAdded", corner.name()));
            } else if (!old.equals(corner)) {
                names.add(Texts.format("common.edit.cornerChanged", corner.name()));
            }
        }
        for (Corner corner : before) {
            if (named(after, corner.name()) == null) {
                names.add(Texts.format("common.edit.cornerRemoved", corner.name()));
            }
        }
        if (names.isEmpty() && !before.equals(after)) {
            names.add(Texts.get("common.edit.cornersMoved"));
        }
    }

    private static @Nullable Corner named(List<Corner> corners, String name) {
        return corners.stream()
                .filter(corner -> corner.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private void changed(String name, String before, String after) {
        if (!Objects.equals(before, after)) {
            names.add(Texts.format("common.edit.changed", name, before, after));
        }
    }

    private static String percent(double share) {
        return Unit.PERCENT.format(share, 4);
    }

    private static String cells(CornerPlan plan) {
        return plan.device() == null ? Texts.get("common.edit.cells.own") : plan.device();
    }

    private static String onOff(boolean value) {
        return value ? Texts.get("common.edit.on") : Texts.get("common.edit.off");
    }
}
