package studio.crossbar.cost;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Area, energy and latency of one inference, itemised.
 *
 * @param technology name of the technology file
 * @param items the bill
 * @param layerLatenciesMicroseconds one entry a layer with weights, µs
 * @param latencyMicroseconds of one inference, µs
 */
public record Cost(
        String technology, List<CostItem> items, List<Double> layerLatenciesMicroseconds, double latencyMicroseconds) {

    public Cost {
        items = List.copyOf(items);
        layerLatenciesMicroseconds = List.copyOf(layerLatenciesMicroseconds);
    }

    /** mm². */
    public double areaSquareMillimetres() {
        return items.stream().mapToDouble(CostItem::areaSquareMillimetres).sum();
    }

    /** nJ an inference. */
    public double energyNanojoules() {
        return items.stream().mapToDouble(CostItem::energyNanojoules).sum();
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

    /** nJ an inference of one layer, or with {@link CostItem#SHARED} of what all share. */
    public double energyNanojoules(int layer) {
        return ofLayer(layer).stream().mapToDouble(CostItem::energyNanojoules).sum();
    }

    /** Items of one layer, or with {@link CostItem#SHARED} those of all. */
    public List<CostItem> ofLayer(int layer) {
        return items.stream().filter(item -> item.layer() == layer).toList();
    }

    /** Independent settings of the converters' ranges: 1, or one a layer with range adaptation. */
    public int rangeSettings() {
        long layers = items.stream()
                .filter(item -> item.component() == Component.GAIN && item.layer() != CostItem.SHARED)
                .mapToInt(CostItem::layer)
                .distinct()
                .count();
        return (int) Math.max(1, layers);
    }

    /**
     * Time between the results of successive inferences, µs: the whole latency, or that of the slowest layer when layers
     * work at the same time.
     */
    public double intervalMicroseconds(Schedule schedule) {
        return switch (schedule) {
            case LAYER_SERIAL -> latencyMicroseconds;
            case LAYER_PARALLEL ->
                layerLatenciesMicroseconds.stream()
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElse(0);
        };
    }

    private Map<Component, Double> byComponent(ToDoubleFunction<CostItem> value) {
        Map<Component, Double> sums = new EnumMap<>(Component.class);
        for (CostItem item : items) {
            sums.merge(item.component(), value.applyAsDouble(item), Double::sum);
        }
        return sums;
    }
}
