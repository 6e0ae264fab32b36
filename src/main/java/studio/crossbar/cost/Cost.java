package studio.crossbar.cost;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Area, energy and latency of one inference, itemised.
 *
 * @param technology unit costs, at the node that was costed
 * @param options what the bill assumes beyond the design
 * @param energyBasis conductances and inputs that the energy is counted with
 * @param items the bill
 * @param layers when each layer with weights works
 * @param operations multiplications and additions of the network's weights an inference, two a weight and use
 * @param programming writing of the weights
 * @param rangeSettings designs or settings of converter ranges: 1, or one a layer
 */
public record Cost(
        Technology technology,
        CostOptions options,
        EnergyBasis energyBasis,
        List<CostItem> items,
        List<LayerTime> layers,
        double operations,
        Programming programming,
        int rangeSettings) {

    public Cost {
        items = List.copyOf(items);
        layers = List.copyOf(layers);
    }

    /** mm². */
    public double areaSquareMillimetres() {
        return items.stream().mapToDouble(CostItem::areaSquareMillimetres).sum();
    }

    /** nJ an inference. */
    public double energyNanojoules() {
        return items.stream().mapToDouble(CostItem::energyNanojoules).sum();
    }

    /** What the energy is counted with and what that assumes, in words that follow "energy". */
    public String energyAssumption() {
        boolean published = technology.cell().readEnergy().value() > 0
                && items.stream().noneMatch(item -> item.basis() == Basis.CURRENT);
        return published
                ? "with the published energy of a cell and read, whatever cells hold and rows are given"
                : energyBasis.assumption(options);
    }

    /** µs of one inference, from its first input to its result. */
    public double latencyMicroseconds() {
        double sum = 0;
        for (LayerTime layer : layers) {
            sum += layer.latencyMicroseconds();
        }
        return sum;
    }

    /** One entry a layer with weights, µs. */
    public List<Double> layerLatenciesMicroseconds() {
        return layers.stream().map(LayerTime::latencyMicroseconds).toList();
    }

    /**
     * Time between the results of successive inferences, µs: the whole latency, or that of the slowest layer where layers
     * work at the same time.
     */
    public double intervalMicroseconds() {
        return LayerTime.betweenResultsMicroseconds(layers, options.schedule());
    }

    /** Inferences a second, back to back. */
    public double inferencesPerSecond() {
        return 1e6 / intervalMicroseconds();
    }

    /** Operations a second, 10¹²: throughput at full load. */
    public double teraOperationsPerSecond() {
        return operations * inferencesPerSecond() * 1e-12;
    }

    /** Operations a joule, 10¹² (TOPS/W). */
    public double teraOperationsPerJoule() {
        return operations / energyNanojoules() * 1e-3;
    }

    /** TOPS/mm². */
    public double teraOperationsPerSecondAndSquareMillimetre() {
        return teraOperationsPerSecond() / areaSquareMillimetres();
    }

    /** Mean power at full load, mW. */
    public double powerMilliwatts() {
        return energyNanojoules() / intervalMicroseconds();
    }

    /** mm² a component. */
    public Map<Component, Double> areaByComponent() {
        return byComponent(CostItem::areaSquareMillimetres);
    }

    /** nJ a component. */
    public Map<Component, Double> energyByComponent() {
        return byComponent(CostItem::energyNanojoules);
    }

    /** mm² of one layer, or with {@link CostItem#SHARED} of what all share. */
    public double areaSquareMillimetres(int layer) {
        return ofLayer(layer).stream()
                .mapToDouble(CostItem::areaSquareMillimetres)
                .sum();
    }

    /** mm² of one layer with its part, by time, of what all share; over all layers the whole area. */
    public double areaWithShared(int layer) {
        return areaSquareMillimetres(layer) + shareOfTime(layer) * areaSquareMillimetres(CostItem.SHARED);
    }

    /** nJ an inference of one layer, or with {@link CostItem#SHARED} of what all share. */
    public double energyNanojoules(int layer) {
        return ofLayer(layer).stream().mapToDouble(CostItem::energyNanojoules).sum();
    }

    /** Items of one layer, or with {@link CostItem#SHARED} those of all. */
    public List<CostItem> ofLayer(int layer) {
        return items.stream().filter(item -> item.layer() == layer).toList();
    }

    /**
     * Share of the time that a layer takes, which is also its part of what layers use in turn; equal shares if none takes
     * any.
     */
    public double shareOfTime(int layer) {
        double all = latencyMicroseconds();
        return all == 0 ? 1.0 / layers.size() : layers.get(layer).latencyMicroseconds() / all;
    }

    private Map<Component, Double> byComponent(ToDoubleFunction<CostItem> value) {
        Map<Component, Double> sums = new EnumMap<>(Component.class);
        for (CostItem item : items) {
            sums.merge(item.component(), value.applyAsDouble(item), Double::sum);
        }
        return sums;
    }
}
