package studio.crossbar.cost;

import java.util.ArrayList;
import java.util.List;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.RangeSharing;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.mapping.TileSlot;
import studio.crossbar.training.LayerActivity;

/**
 * Area, energy and latency of one inference, bottom-up: counts that follow from the mapping, times unit costs of a
 * technology file. {@code docs/validation.md} gives the counts, their reasons and comparisons with other models;
 * {@code docs/cost-by-hand.md} follows one bill from count to source.
 *
 * <p>A layer's input vector takes {@code reads · (drive + pulse + turns · ADC) + digital cycles}: an ADC converts its
 * columns in turn, and nothing of successive vectors overlaps unless {@link CostOptions#overlapped} says so. A layer takes
 * at least as long as its bus needs for the rows' inputs. An inference takes the sum over the layers.
 */
public final class CostModel {

    private CostModel() {}

    /** {@link #cost(MappingPlan, Hardware, Technology, CostOptions)} with {@link CostOptions#STANDARD}. */
    public static Cost cost(MappingPlan plan, Hardware hardware, Technology technology) {
        return cost(plan, hardware, technology, CostOptions.STANDARD);
    }

    /**
     * Bill of a design that need not be trained; the cells' conductance is its expectation over equally likely weight
     * levels, their inputs that of the options.
     *
     * @param plan of {@code hardware}
     * @throws IllegalArgumentException if the technology has no converter of the kind or resolution; the message names it
     */
    public static Cost cost(MappingPlan plan, Hardware hardware, Technology technology, CostOptions options) {
        return bill(plan, hardware, technology, options, ExpectedReads.of(hardware, options));
    }

    /** {@link #cost(MappedNetwork, Technology, CostOptions)} with {@link CostOptions#STANDARD}. */
    public static Cost cost(MappedNetwork mapped, Technology technology) {
        return cost(mapped, technology, CostOptions.STANDARD);
    }

    /** Bill of a trained network, with the conductances that its cells were programmed to and inputs of the options. */
    public static Cost cost(MappedNetwork mapped, Technology technology, CostOptions options) {
        return cost(mapped, technology, options, List.of());
    }

    /**
     * Bill of a trained network, with the conductances that its cells were programmed to and the inputs that its rows had.
     *
     * @param measured one entry a layer; empty to take the options' expectation
     * @throws IllegalArgumentException if {@code measured} has entries, but not one a layer or one a row of it
     */
    public static Cost cost(
            MappedNetwork mapped, Technology technology, CostOptions options, List<LayerActivity> measured) {
        return bill(
                mapped.plan(),
                mapped.trained().design().hardware(),
                technology,
                options,
                ProgrammedReads.of(mapped, options, measured));
    }

    private static Cost bill(
            MappingPlan plan, Hardware hardware, Technology technology, CostOptions options, CellReads reads) {
        DesignParts parts = new DesignParts(hardware, technology, options);
        LayerCounts.Periphery periphery = LayerCounts.Periphery.of(technology, options);
        List<List<Crossbar>> crossbars = new ArrayList<>();
        List<LayerCounts> counts = new ArrayList<>();
        List<DigitalWork> works = new ArrayList<>();
        List<LayerTime> times = new ArrayList<>();
        double operations = 0;
        for (LayerPlan layer : plan.layers()) {
            List<Crossbar> tiles = layer.tiles().stream()
                    .map(slot -> Crossbar.of(slot, hardware.cell()))
                    .toList();
            LayerCounts count = counts(layer, tiles, plan, hardware, periphery);
            DigitalWork work = DigitalWork.of(layer);
            crossbars.add(tiles);
            counts.add(count);
            works.add(work);
            times.add(parts.time(count, work));
            operations += 2.0 * weights(layer) * layer.vectors();
        }
        if (options.schedule() == Schedule.LAYER_PARALLEL_REPLICATED) {
            times = LayerTime.balanced(times, options.mostReplicas());
        }
        Drive drive = parts.drive();
        List<LayerLoad> loads = new ArrayList<>();
        for (LayerPlan layer : plan.layers()) {
            int index = layer.layer();
            loads.add(new LayerLoad(
                    counts.get(index),
                    reads.of(layer),
                    Traffic.of(plan.layers(), index, drive.inputBits(), technology, options.schedule()),
                    works.get(index),
                    times.get(index).replicas()));
        }
        boolean own =
                hardware.ranges() == RangeSharing.PER_LAYER && options.adaptation() == RangeAdaptation.OWN_CONVERTERS;
        Bill bill = new Bill(parts.list(reads.source()), loads, times, options, own);
        return new Cost(
                technology,
                options,
                reads.basis(),
                bill.items(technology),
                times,
                operations,
                Programming.of(crossbars, times, technology.programming()),
                hardware.ranges() == RangeSharing.PER_LAYER ? plan.layers().size() : 1);
    }

    private static LayerCounts counts(
            LayerPlan layer,
            List<Crossbar> crossbars,
            MappingPlan plan,
            Hardware hardware,
            LayerCounts.Periphery periphery) {
        return LayerCounts.of(
                crossbars,
                plan.tile(),
                new LayerCounts.Work(
                        layer.vectors(),
                        hardware.converters().inputCycles(layer.signedInput()),
                        layer.spec().outputs(),
                        layer.rows().blocks().size()),
                periphery);
    }

    private static double weights(LayerPlan layer) {
        double weights = 0;
        for (TileSlot slot : layer.tiles()) {
            weights += (double) slot.rows() * slot.outputs();
        }
        return weights;
    }
}
