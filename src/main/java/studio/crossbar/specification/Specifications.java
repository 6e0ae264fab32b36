package studio.crossbar.specification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a project's designs have to reach, and on which chips that is measured.
 *
 * @param targets at most one a metric, in the order of {@link Metric}
 * @param goodChip least accuracy of a good chip, 0 … 1, of which the yield is the share; null for that of the accuracy target
 * @param tolerance within which a missed target is near
 * @param plan chips and corners
 */
public record Specifications(List<Target> targets, @Nullable Double goodChip, Tolerance tolerance, CornerPlan plan) {

    /** No targets. */
    public static final Specifications NONE =
            new Specifications(List.of(), null, Tolerance.STANDARD, CornerPlan.STANDARD);

    public Specifications {
        targets = targets.stream().sorted(Comparator.comparing(Target::metric)).toList();
        Set<Metric> seen = EnumSet.noneOf(Metric.class);
        for (Target target : targets) {
            if (!seen.add(target.metric())) {
                throw new IllegalArgumentException(
                        "targets: " + target.metric().label().toLowerCase(Locale.ROOT) + " is there twice; keep one");
            }
        }
        if (goodChip != null) {
            Metric.ACCURACY.require("goodChip", goodChip);
        }
    }

    /** The target of {@code metric}, if it has one. */
    public Optional<Target> target(Metric metric) {
        return targets.stream().filter(target -> target.metric() == metric).findFirst();
    }

    /** The same with another limit; null for none. */
    public Specifications withLimit(Metric metric, @Nullable Double limit) {
        List<Target> changed = new ArrayList<>(targets);
        changed.removeIf(target -> target.metric() == metric);
        if (limit != null) {
            changed.add(new Target(metric, limit));
        }
        return new Specifications(changed, goodChip, tolerance, plan);
    }

    public Specifications withGoodChip(@Nullable Double value) {
        return new Specifications(targets, value, tolerance, plan);
    }

    public Specifications withTolerance(Tolerance value) {
        return new Specifications(targets, goodChip, value, plan);
    }

    public Specifications withPlan(CornerPlan value) {
        return new Specifications(targets, goodChip, tolerance, value);
    }

    /** Least accuracy of a good chip: {@link #goodChip}, else that of the accuracy target; null if there is neither. */
    public @Nullable Double goodChipAccuracy() {
        return goodChip != null
                ? goodChip
                : target(Metric.ACCURACY).map(Target::limit).orElse(null);
    }
}
