package studio.crossbar.ui.common;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.specification.MeanAccuracy;
import studio.crossbar.specification.Metric;

/**
 * A design that a screen keeps beside the edited one, with what is known of it.
 *
 * @param id last part of the ids of its controls, the same in every language
 * @param title for people, says who keeps it
 * @param design null where only its figures are at hand
 * @param costs its area, energy and latency, as far as they are known
 * @param measured what was measured of it; null if nothing was
 */
public record KeptDesign(
        String id,
        String title,
        @Nullable Design design,
        Map<Metric, Double> costs,
        @Nullable Measured measured) {

    /**
     * What a search measured.
     *
     * @param accuracy over chips
     * @param how in a sentence
     */
    public record Measured(MeanAccuracy accuracy, String how) {}

    public KeptDesign {
        costs = Map.copyOf(costs);
    }
}
