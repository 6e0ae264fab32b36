package studio.crossbar.search;

import java.util.Map;
import java.util.Optional;

/** What is known of a design before it is trained. */
@FunctionalInterface
public interface ComputedMetrics {

    /** Metrics that are {@linkplain Metric#computed computed}; empty if the design is impossible or meets not all constraints. */
    Optional<Map<Metric, Double>> of(Genome genome);
}
