package studio.crossbar.cost;

import java.util.Collections;
import java.util.List;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.training.Activity;

/** Bills of layers whose crossbars are given, as other tools place them, instead of mapped. */
final class Chips {

    /** Bits of inputs that are applied one a read. */
    static final int SIXTEEN = 16;

    private Chips() {}

    /**
     * A layer as another tool maps it.
     *
     * @param crossbars each of them
     * @param vectors input vectors
     * @param cycles reads a vector
     * @param outputs weight columns
     * @param rowBlocks sums an output
     */
    record Placed(List<Crossbar> crossbars, int vectors, int cycles, int outputs, int rowBlocks) {

        static Placed equal(int count, Crossbar crossbar, int vectors, int cycles, int outputs, int rowBlocks) {
            return new Placed(Collections.nCopies(count, crossbar), vectors, cycles, outputs, rowBlocks);
        }
    }

    /** Lines of one layer's bill, alone on its chip. */
    static List<CostItem> items(
            Placed layer,
            Hardware hardware,
            Technology technology,
            CostOptions options,
            double microSiemens,
            Activity activity,
            Traffic traffic,
            DigitalWork digital) {
        Drive drive = new Drive(layer.cycles(), 1);
        DesignParts parts = new DesignParts(hardware, technology, options, drive);
        TileShape shape = hardware.tile();
        LayerCounts counts = LayerCounts.of(
                layer.crossbars(),
                shape,
                new LayerCounts.Work(layer.vectors(), layer.cycles(), layer.outputs(), layer.rowBlocks()),
                LayerCounts.Periphery.of(technology, options));
        LayerLoad load =
                new LayerLoad(counts, CellRead.of(microSiemens, hardware.cell(), activity), traffic, digital, 1);
        LayerTime time = parts.time(counts, digital);
        return new Bill(parts.list("as given"), List.of(load), List.of(time), options, false).items(technology);
    }

    static double area(List<CostItem> items, Component component) {
        return items.stream()
                .filter(item -> item.component() == component)
                .mapToDouble(item -> item.instances() * item.unitAreaSquareMicrometres())
                .sum();
    }

    /** pJ. */
    static double energy(List<CostItem> items, Component component) {
        return items.stream()
                .filter(item -> item.component() == component)
                .mapToDouble(item -> item.operations() * item.unitEnergyPicojoules())
                .sum();
    }

    static double pieces(List<CostItem> items, Component component) {
        return items.stream()
                .filter(item -> item.component() == component)
                .mapToDouble(CostItem::instances)
                .sum();
    }
}
