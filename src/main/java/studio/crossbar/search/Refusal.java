package studio.crossbar.search;

import java.util.Map;

/**
 * A design that is not trained.
 *
 * @param reason what is impossible, or which constraint is not met by how much
 * @param metrics what could be computed of it
 */
public record Refusal(String reason, Map<Metric, Double> metrics) implements Buildable {

    public Refusal {
        metrics = Map.copyOf(metrics);
    }
}
