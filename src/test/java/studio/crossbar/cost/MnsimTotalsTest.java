package studio.crossbar.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static studio.crossbar.cost.Mnsim.DOCUMENT;
import static studio.crossbar.cost.Mnsim.DRIVERS;
import static studio.crossbar.cost.Mnsim.LENET;
import static studio.crossbar.cost.Mnsim.figure;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.network.Extent;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;

/** Whole chips for LeNet, ours and MNSIM's, share by share. Skipped where the oracle is not there. */
class MnsimTotalsTest {

    /** What its layers move, mapped by this project. */
    private static final MappingPlan PLAN =
            MappingPlan.of(network(), Designs.HARDWARE.withTile(new TileShape(256, 256)));

    private static Network network() {
        Extent five = new Extent(5, 5);
        Extent two = new Extent(2, 2);
        List<Layer> layers = new ArrayList<>();
        for (int outputs : new int[] {6, 16, 120}) {
            layers.add(new Layer.Conv2d(outputs, five, Extent.ONE, Extent.ZERO, Extent.ONE, 1));
            layers.add(new Layer.Relu());
            if (outputs < 120) {
                layers.add(new Layer.MaxPool(two, two));
            }
        }
        layers.addAll(List.of(new Layer.Flatten(), new Layer.Dense(84), new Layer.Relu(), new Layer.Dense(10)));
        return new Network(new Shape(3, 32, 32), layers);
    }

    @Test
    void totalEnergies() throws IOException {
        List<CostItem> items = new ArrayList<>();
        List<CostItem> asTheirs = new ArrayList<>();
        for (int index = 0; index < LENET.size(); index++) {
            Mnsim.Layer layer = LENET.get(index);
            List<CostItem> bill = Mnsim.bill(
                    Mnsim.elements(layer),
                    layer.vectors(),
                    layer.outputs(),
                    layer.blocks().size(),
                    traffic(index),
                    DigitalWork.of(PLAN.layers().get(index)));
            items.addAll(bill);
            bill.forEach(item -> asTheirs.add(counted(item, layer)));
        }
        Map<Share, Double> theirs = Map.of(
                Share.CELLS,
                figure("crossbar energy"),
                Share.ADCS,
                figure("ADC energy"),
                Share.ACCUMULATION,
                figure("Other digital part energy"),
                Share.BUFFERS,
                figure("Buffer energy"),
                Share.OTHER,
                figure("DAC energy") + figure("Pooling energy"));

        assertThat(Share.total(theirs)).isCloseTo(figure("Hardware energy"), within(1e-6 * figure("Hardware energy")));
        Map<Share, Double> picojoules = new EnumMap<>(Share.class);
        theirs.forEach((share, nanojoules) -> picojoules.put(share, nanojoules * 1e3));
        assertThat(Files.readString(DOCUMENT))
                .contains(
                        Share.rows(List.of(Share.energies(items), Share.energies(asTheirs), picojoules), "%.1f", 1e3));
    }

    private static CostItem counted(CostItem item, Mnsim.Layer layer) {
        boolean ruled =
                Set.of(Component.ADC, Component.DAC, Component.CELL_ARRAY).contains(item.component());
        return ruled
                ? new CostItem(
                        item.component(),
                        item.layer(),
                        item.basis(),
                        item.instances(),
                        item.unitAreaSquareMicrometres(),
                        item.operations() * Mnsim.counted(item.component(), layer),
                        item.unitEnergyPicojoules(),
                        item.source())
                : item;
    }

    @Test
    void totalAreas() throws IOException {
        double kept = 0;
        for (int index = 0; index < LENET.size(); index++) {
            assertThat(PLAN.layers().get(index).vectors())
                    .isEqualTo(LENET.get(index).vectors());
            kept += traffic(index).keptBits();
        }
        Map<Share, Double> theirs = Map.of(
                Share.CELLS,
                figure("crossbar area") - DRIVERS,
                Share.ADCS,
                figure("ADC area"),
                Share.ACCUMULATION,
                figure("Other digital part area"),
                Share.BUFFERS,
                figure("Buffer area"),
                Share.OTHER,
                DRIVERS + figure("DAC area") + figure("Pooling area"));
        Map<Share, Double> ours =
                Share.areas(Mnsim.bill(Mnsim.whole(), 1, 256, 1, new Traffic(kept, 0, 0), new DigitalWork(1, 1, 0, 0)));

        assertThat(Share.total(theirs)).isCloseTo(figure("Hardware area"), within(1e-6 * figure("Hardware area")));
        assertThat(Files.readString(DOCUMENT)).contains(Share.rows(List.of(ours, theirs), "%.3f", 1e6));
    }

    private static Traffic traffic(int layer) throws IOException {
        return Traffic.of(PLAN.layers(), layer, 8, Technology.bundled("mnsim-130nm"), Schedule.LAYER_PARALLEL);
    }
}
