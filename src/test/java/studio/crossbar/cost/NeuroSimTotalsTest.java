package studio.crossbar.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.crossbar.cost.NeuroSim.DOCUMENT;
import static studio.crossbar.cost.NeuroSim.LAYERS;
import static studio.crossbar.cost.NeuroSim.figure;
import static studio.crossbar.cost.NeuroSim.log;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.network.Extent;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;
import studio.crossbar.training.Activity;

/** Whole chips for the small network, ours and NeuroSim's, share by share. Skipped where the oracle is not there. */
class NeuroSimTotalsTest {

    private static final Extent TWO = new Extent(2, 2);

    /** Weights of 8 bits in four cells, inputs a bit at a time. */
    private static final Hardware HARDWARE =
            Designs.HARDWARE.withCell(new Cell(4, 10 / 17.0, 10)).withSlices(4).withConverters(new Converters(8, 6, 1));

    private static Network network() {
        List<Layer> layers = new ArrayList<>(List.of(Layer.Conv2d.same(16, 3, 1), new Layer.Relu()));
        for (int outputs : new int[] {32, 64, 64}) {
            layers.addAll(List.of(Layer.Conv2d.same(outputs, 3, 1), new Layer.Relu(), new Layer.MaxPool(TWO, TWO)));
        }
        layers.addAll(List.of(new Layer.Flatten(), new Layer.Dense(128), new Layer.Relu(), new Layer.Dense(10)));
        return new Network(new Shape(3, 32, 32), layers);
    }

    private static final CostOptions OPTIONS = CostOptions.STANDARD.withSchedule(Schedule.LAYER_PARALLEL);
    private static final MappingPlan PLAN = MappingPlan.of(network(), HARDWARE);

    /** Our own mapping, all vectors. */
    private static List<CostItem> ours() throws IOException {
        List<CostItem> items = new ArrayList<>();
        for (LayerPlan layer : PLAN.layers()) {
            List<Crossbar> crossbars = layer.tiles().stream()
                    .map(slot -> Crossbar.of(slot, HARDWARE.cell()))
                    .toList();
            int index = layer.layer();
            items.addAll(bill(index, crossbars, NeuroSim.traces().get(index).reads(layer.vectors(), 2)));
        }
        return items;
    }

    /** The rows and columns in use of NeuroSim's crossbars, the vectors that it counts. */
    private static List<CostItem> onItsCrossbars() throws IOException {
        List<CostItem> items = new ArrayList<>();
        for (int index = 0; index < LAYERS.size(); index++) {
            NeuroSim.Layer layer = LAYERS.get(index);
            NeuroSimTrace trace = NeuroSim.traces().get(index);
            items.addAll(bill(
                    index,
                    Collections.nCopies(trace.crossbars(), new Crossbar(layer.rows(), layer.outputs(), 4, false, 0)),
                    trace.reads(layer.vectorsItCounts(), 2)));
        }
        return items;
    }

    /** All crossbars that NeuroSim builds, whole. */
    private static List<CostItem> itsCrossbars(String log) throws IOException {
        List<CostItem> items = new ArrayList<>();
        for (int index = 0; index < LAYERS.size(); index++) {
            items.addAll(bill(
                    index,
                    Collections.nCopies(NeuroSim.crossbars(log).get(index), new Crossbar(128, 32, 4, false, 0)),
                    NeuroSim.traces().get(index).reads(1, 2)));
        }
        return items;
    }

    private static List<CostItem> bill(int index, List<Crossbar> crossbars, NeuroSimTrace.Reads reads)
            throws IOException {
        Technology technology = Technology.bundled("neurosim-22nm");
        LayerPlan layer = PLAN.layers().get(index);
        Traffic traffic =
                Traffic.of(PLAN.layers(), index, NeuroSimTrace.INPUT_BITS, technology, Schedule.LAYER_PARALLEL);
        double share = (double) reads.vectors() / layer.vectors();
        return Chips.items(
                new Chips.Placed(
                        crossbars,
                        reads.vectors(),
                        NeuroSimTrace.INPUT_BITS,
                        layer.spec().outputs(),
                        layer.rows().blocks().size()),
                HARDWARE.withConverters(new Converters(1, 6)),
                technology,
                OPTIONS,
                reads.microSiemens(),
                new Activity(reads.share(), reads.share()),
                new Traffic(traffic.keptBits(), share * traffic.bufferBits(), share * traffic.busBits()),
                DigitalWork.of(layer));
    }

    @Test
    void energies() throws IOException {
        String log = log("small_rram22_2b_sar6.txt");
        double buffers = figure(log, "buffer readDynamicEnergy (per image) is:");
        double interconnect = figure(log, "ic readDynamicEnergy (per image) is:");
        double others = figure(log, "buffers, IC, pooling and activation units) readDynamicEnergy is :")
                + figure(log, "leakage Energy (per image) is:");
        Map<Share, Double> theirs = Map.of(
                Share.ADCS,
                figure(log, "ADC (or S/As and precharger for SRAM) readDynamicEnergy is :"),
                Share.ACCUMULATION,
                figure(log, "PE/Tile/Global level: accumulation units) readDynamicEnergy is :"),
                Share.BUFFERS,
                buffers,
                Share.INTERCONNECT,
                interconnect,
                Share.OTHER,
                others - buffers - interconnect);

        assertThat(Files.readString(DOCUMENT))
                .contains(Share.rows(
                        List.of(Share.energies(ours()), Share.energies(onItsCrossbars()), theirs), "%.1f", 1e3));
    }

    @Test
    void areas() throws IOException {
        String log = log("small_rram22_2b_sar6.txt");
        Map<Share, Double> theirs = Map.of(
                Share.CELLS,
                figure(log, "Chip total CIM array :"),
                Share.ADCS,
                figure(log, "Total ADC (or S/As and precharger for SRAM) Area on chip :"),
                Share.ACCUMULATION,
                figure(log, "PE/Tile/Global level: accumulation units) on chip :"),
                Share.INTERCONNECT,
                figure(log, "Total IC Area on chip (Global and Tile/PE local):"),
                Share.OTHER,
                figure(log, "switchmatrix, buffers, pooling and activation units) :"));

        assertThat(Files.readString(DOCUMENT))
                .contains(
                        Share.rows(List.of(Share.areas(ours()), Share.areas(itsCrossbars(log)), theirs), "%.3f", 1e6));
    }
}
