package studio.crossbar.study;

import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Technology;

/**
 * How a project's designs are costed: the object {@code "cost"} of its {@code project.json}.
 *
 * @param options what the bill assumes beyond the design
 * @param nodeNanometres node that the technology's circuits are scaled to, 7 … 130 nm; null for the technology's own
 */
public record CostSettings(CostOptions options, @Nullable Double nodeNanometres) {

    /** What holds where a project says nothing. */
    public static final CostSettings STANDARD = new CostSettings(CostOptions.STANDARD, null);

    public CostSettings {
        if (nodeNanometres != null
                && !(nodeNanometres >= Technology.LEAST_NODE && nodeNanometres <= Technology.MOST_NODE)) {
            throw new IllegalArgumentException("nodeNanometres: " + nodeNanometres + " is outside "
                    + Technology.LEAST_NODE + " … " + Technology.MOST_NODE + " nm, where the scaling tables reach");
        }
    }

    public CostSettings withOptions(CostOptions value) {
        return new CostSettings(value, nodeNanometres);
    }

    public CostSettings withNode(@Nullable Double value) {
        return new CostSettings(options, value);
    }
}
