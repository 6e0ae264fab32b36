package studio.crossbar.search.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.crossbar.search.Constraint;
import studio.crossbar.search.Metric;
import studio.crossbar.search.SearchSpace;
import studio.crossbar.specification.Specifications;
import studio.crossbar.specification.Target;

/**
 * The targets of a project as limits of a search: area, energy and latency, which are known before any training. Accuracy and
 * yield are not, so that no design can be refused for them; a search has the error as an objective.
 */
public final class TargetLimits {

    private TargetLimits() {}

    /** Limits that follow from {@code specifications}, in the order of their metrics. */
    public static List<Constraint> of(Specifications specifications) {
        List<Constraint> limits = new ArrayList<>();
        for (Target target : specifications.targets()) {
            Metric metric = metric(target);
            if (metric != null) {
                limits.add(new Constraint(metric, target.limit()));
            }
        }
        return limits;
    }

    private static @Nullable Metric metric(Target target) {
        return switch (target.metric()) {
            case AREA -> Metric.AREA;
            case ENERGY -> Metric.ENERGY;
            case LATENCY -> Metric.LATENCY;
            case ACCURACY, YIELD -> null;
        };
    }

    /** {@code space} with {@code limits} beside its own constraints; of two for one metric the smaller one stays. */
    public static SearchSpace limit(SearchSpace space, List<Constraint> limits) {
        List<Constraint> all = new ArrayList<>(space.constraints());
        for (Constraint limit : limits) {
            if (all.stream().noneMatch(own -> own.metric() == limit.metric() && own.limit() <= limit.limit())) {
                all.removeIf(own -> own.metric() == limit.metric());
                all.add(limit);
            }
        }
        return new SearchSpace(space.parameters(), all);
    }

    /** Such as "area ≤ 2.5 mm², energy ≤ 800 nJ"; empty without limits. */
    public static String text(Specifications specifications) {
        return specifications.targets().stream()
                .filter(target -> metric(target) != null)
                .map(target -> target.text().substring(0, 1).toLowerCase(Locale.ROOT)
                        + target.text().substring(1))
                .collect(Collectors.joining(", "));
    }
}
