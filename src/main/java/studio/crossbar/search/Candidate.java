package studio.crossbar.search;

import java.util.Map;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.design.Design;

/**
 * A design that can be built and meets all constraints.
 *
 * @param design what is trained
 * @param options what its bill assumes beyond
 * @param metrics all that are {@linkplain Metric#computed computed}
 */
public record Candidate(Design design, CostOptions options, Map<Metric, Double> metrics) implements Buildable {

    public Candidate {
        metrics = Map.copyOf(metrics);
    }
}
