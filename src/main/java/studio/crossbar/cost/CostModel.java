package studio.crossbar.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.mapping.MappingPlan;

/**
 * Area, energy and latency of one inference, bottom-up: counts that follow from the mapping, times unit costs of a
 * technology file. {@code docs/validation.md} gives the counts, their reasons and a comparison with published tiles.
 *
 * <p>A layer's latency is {@code vectors · input cycles · (DAC + read pulse + turns · ADC + digital cycles)}: an ADC converts its
 * columns in turn, nothing of successive vectors overlaps. An inference takes the sum over the layers.
 */
public final class CostModel {

    private CostModel() {}

    /** {@link #cost(MappingPlan, Hardware, Technology, CostOptions)} with {@link CostOptions#STANDARD}. */
    public static Cost cost(MappingPlan plan, Hardware hardware, Technology technology) {
        return cost(plan, hardware, technology, CostOptions.STANDARD);
    }

    /**
     * Bill of a design that need not be trained; the cells' conductance is its expectation over equally likely weight
     * levels.
     *
     * @param plan of {@code hardware}
     */
    public static Cost cost(MappingPlan plan, Hardware hardware, Technology technology, CostOptions options) {
        return bill(plan, hardware, technology, options, layer -> CellRead.expected(layer.tiles(), hardware.cell()));
    }

    /** {@link #cost(MappedNetwork, Technology, CostOptions)} with {@link CostOptions#STANDARD}. */
    public static Cost cost(MappedNetwork mapped, Technology technology) {
        return cost(mapped, technology, CostOptions.STANDARD);
    }

    /** Bill of a trained network, with the conductances that its cells were programmed to. */
    public static Cost cost(MappedNetwork mapped, Technology technology, CostOptions options) {
        return bill(
                mapped.plan(),
                mapped.trained().design().hardware(),
                technology,
                options,
                layer -> CellRead.programmed(mapped.tilesOf(layer.layer())));
    }

    private static Cost bill(
            MappingPlan plan,
            Hardware hardware,
            Technology technology,
            CostOptions options,
            Function<LayerPlan, CellRead> reads) {
        List<List<Need>> needs = new ArrayList<>();
        List<Double> latencies = new ArrayList<>();
        for (LayerPlan layer : plan.layers()) {
            Traffic traffic = Traffic.of(plan.layers(), layer.layer(), hardware, technology, options.schedule());
            needs.add(new LayerNeeds(layer, hardware, technology)
                    .list(reads.apply(layer), options.meanSquareInput(), traffic));
            latencies.add(latencyMicroseconds(layer, hardware, technology));
        }
        return new Cost(
                technology.name(),
                items(needs, options.schedule()),
                latencies,
                latencies.stream().mapToDouble(Double::doubleValue).sum());
    }

    private static List<CostItem> items(List<List<Need>> needs, Schedule schedule) {
        List<CostItem> items = new ArrayList<>();
        for (int part = 0; part < needs.getFirst().size(); part++) {
            boolean shared = schedule == Schedule.LAYER_SERIAL
                    && !needs.getFirst().get(part).storage();
            double most = 0;
            for (int layer = 0; layer < needs.size(); layer++) {
                Need need = needs.get(layer).get(part);
                most = Math.max(most, need.instances());
                double own = shared ? 0 : need.instances();
                if (own > 0 || need.operations() > 0) {
                    items.add(need.item(layer, own, need.operations()));
                }
            }
            if (shared && most > 0) {
                items.add(needs.getFirst().get(part).item(CostItem.SHARED, most, 0));
            }
        }
        return items;
    }

    private static double latencyMicroseconds(LayerPlan plan, Hardware hardware, Technology technology) {
        LayerCounts counts =
                LayerCounts.of(plan, technology.analog().columnsPerAdc().whole());
        double vector = technology.dac().at(hardware.converters().driverBits()).latencyNanoseconds()
                + technology.cell().readPulse().value()
                + counts.turns()
                        * technology.adc().at(hardware.converters().adcBits()).latencyNanoseconds()
                + digitalCycles(counts, hardware.scaling())
                        / technology.digital().clock().value();
        return plan.reads(hardware.converters()) * vector * 1e-3;
    }

    /** Subtraction, a tree of additions over the row blocks, scaling, activation. */
    private static int digitalCycles(LayerCounts counts, DigitalScaling scaling) {
        int subtraction = counts.pairs() > 0 ? 1 : 0;
        int accumulation = 1 + (Integer.SIZE - Integer.numberOfLeadingZeros(counts.rowBlocks() - 1));
        int scale = switch (scaling) {
            case NONE -> 0;
            case SHIFT -> 1;
            case AFFINE -> 2;
        };
        return subtraction + accumulation + scale + 1;
    }
}
