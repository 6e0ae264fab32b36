package studio.crossbar.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.MappingPlan;

/**
 * One tile's part of a bill. What is counted by cells, rows, columns and so on divides by the tile's count; what belongs to
 * a layer as a whole divides by cells; what layers use in turn divides by the time that they take.
 *
 * @param tile index in {@link MappingPlan#tiles()}
 * @param areaSquareMillimetres mm²
 * @param energyNanojoules nJ an inference
 */
public record TileCost(int tile, double areaSquareMillimetres, double energyNanojoules) {

    /**
     * All tiles; their sums are the totals of {@code cost}.
     *
     * @param plan whose bill it is
     * @param hardware of {@code plan}
     * @param technology that it was written with
     */
    public static List<TileCost> of(Cost cost, MappingPlan plan, Hardware hardware, Technology technology) {
        LayerCounts.Periphery periphery = LayerCounts.Periphery.of(technology, cost.options());
        List<TileCost> costs = new ArrayList<>();
        for (LayerPlan layer : plan.layers()) {
            List<Crossbar> crossbars = layer.tiles().stream()
                    .map(slot -> Crossbar.of(slot, hardware.cell()))
                    .toList();
            double[] areas = new double[crossbars.size()];
            double[] energies = new double[crossbars.size()];
            for (CostItem item : cost.items()) {
                double share = item.layer() == layer.layer()
                        ? 1
                        : item.layer() == CostItem.SHARED ? cost.shareOfTime(layer.layer()) : 0;
                if (share > 0) {
                    double[] weights = weights(item.basis(), crossbars, periphery);
                    spread(share * item.areaSquareMillimetres(), weights, areas);
                    spread(share * item.energyNanojoules(), weights, energies);
                }
            }
            for (int i = 0; i < areas.length; i++) {
                costs.add(new TileCost(costs.size(), areas[i], energies[i]));
            }
        }
        return costs;
    }

    private static void spread(double amount, double[] weights, double[] sums) {
        double all = 0;
        for (double weight : weights) {
            all += weight;
        }
        for (int i = 0; i < sums.length; i++) {
            // A shared part that this layer does not use is nobody's in particular.
            sums[i] += amount * (all == 0 ? 1.0 / sums.length : weights[i] / all);
        }
    }

    private static double[] weights(Basis basis, List<Crossbar> crossbars, LayerCounts.Periphery periphery) {
        ToDoubleFunction<Crossbar> weight = switch (basis) {
            case CELL, LAYER -> crossbar -> crossbar.cells(periphery.devicesOfAPair());
            case ROW -> Crossbar::rows;
            case COLUMN -> Crossbar::columns;
            case CONVERSION -> crossbar -> crossbar.converted(periphery.subtraction());
            case ADC ->
                crossbar -> Math.ceilDiv(crossbar.converted(periphery.subtraction()), periphery.columnsPerAdc());
            case PAIR -> Crossbar::pairs;
            case OUTPUT -> Crossbar::outputs;
            case TILE -> crossbar -> 1;
        };
        return crossbars.stream().mapToDouble(weight).toArray();
    }
}
