package studio.crossbar.study;

import java.util.List;
import studio.crossbar.cost.Cost;
import studio.crossbar.cost.CostModel;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Technology;
import studio.crossbar.design.Design;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.training.LayerActivity;

/**
 * All that a bill takes beside the design.
 *
 * @param technology unit costs, at the node that is costed
 * @param options what is assumed beyond the design
 */
public record Costing(Technology technology, CostOptions options) {

    /**
     * Unit costs of {@code technology}, as its file gives them, under {@code settings}.
     *
     * @throws IllegalArgumentException if the technology cannot be scaled to the node
     */
    public static Costing of(Technology technology, CostSettings settings) {
        Double node = settings.nodeNanometres();
        return new Costing(node == null ? technology : technology.scaledTo(node), settings.options());
    }

    /**
     * Cost of a design before any training, with the cells' expected conductances; well under a millisecond.
     *
     * @throws IllegalArgumentException if the technology has no converter of the kind or resolution
     */
    public Cost of(Design design) {
        return CostModel.cost(
                MappingPlan.of(design.network(), design.hardware()), design.hardware(), technology, options);
    }

    /** Cost of a trained network, with the inputs that were measured; {@code activity} is empty if they were not. */
    public Cost of(MappedNetwork mapped, List<LayerActivity> activity) {
        return CostModel.cost(mapped, technology, options, activity);
    }
}
