package studio.crossbar.cost;

import java.util.function.ToDoubleFunction;

/**
 * A kind of circuit: what one costs, and how many a layer needs.
 *
 * @param component group that it belongs to
 * @param basis what it is counted by
 * @param sharing whether layers can share it
 * @param area of a piece, µm²
 * @param energy of a use, pJ, by layer
 * @param source name and origin of the unit costs
 * @param pieces that one copy of a layer keeps busy; those counted by {@link Basis#LAYER}, that all its copies do
 * @param uses a sample
 * @param microSiemens of cells, what their energy follows from, by layer
 */
record Part(
        Component component,
        Basis basis,
        Sharing sharing,
        double area,
        ToDoubleFunction<LayerLoad> energy,
        String source,
        ToDoubleFunction<LayerLoad> pieces,
        ToDoubleFunction<LayerLoad> uses,
        ToDoubleFunction<LayerLoad> microSiemens) {

    /** What is not read with a conductance. */
    Part(
            Component component,
            Basis basis,
            Sharing sharing,
            double area,
            ToDoubleFunction<LayerLoad> energy,
            String source,
            ToDoubleFunction<LayerLoad> pieces,
            ToDoubleFunction<LayerLoad> uses) {
        this(component, basis, sharing, area, energy, source, pieces, uses, _ -> 0);
    }

    CostItem item(int layer, double instances, double operations, LayerLoad load) {
        return new CostItem(
                component,
                layer,
                basis,
                instances,
                area,
                operations,
                energy.applyAsDouble(load),
                source,
                microSiemens.applyAsDouble(load));
    }
}
