package studio.crossbar.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.Subtraction;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.network.Extent;
import studio.crossbar.network.Layer.Conv2d;
import studio.crossbar.network.Layer.Dense;
import studio.crossbar.network.Layer.Flatten;
import studio.crossbar.network.Layer.MaxPool;
import studio.crossbar.network.Layer.Relu;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;
import studio.crossbar.training.Activity;

/**
 * The model with MNSIM 2.0's constants beside its figures for LeNet, default settings: 8-bit weights in 8 pairs of 1-bit
 * cells, 8-bit inputs and a sign in 9 reads, elements of a positive and a negative crossbar of 256 × 256, analog
 * subtraction, 128 ADCs and DACs an element. Skipped where the oracle is not there.
 */
class MnsimTest {

    private static final Path ORACLE = Path.of("../shared/oracle/mnsim/default_lenet.txt");
    private static final Path DOCUMENT = Path.of("docs/validation.md");

    /** Elements that it builds, four to each of its 14 tiles, of which two belong to pooling layers. */
    private static final int ELEMENTS = 56;

    private static final int CYCLES = 9;
    private static final int SLICES = 8;

    /**
     * A layer as MNSIM divides it: rows of whole input channels.
     *
     * @param blocks rows of each row block
     * @param outputs weight columns
     * @param vectors input vectors
     */
    private record Layer(List<Integer> blocks, int outputs, int vectors) {

        int mostRows() {
            return blocks.stream().mapToInt(Integer::intValue).max().orElseThrow();
        }

        /** Reads in turn, since an element has 128 DACs. */
        int turns() {
            return Math.ceilDiv(mostRows(), 128);
        }

        int rows() {
            return blocks.stream().mapToInt(Integer::intValue).sum();
        }

        /** Rows that MNSIM counts a read: half of the longest block's, for two rows share a DAC. */
        double rowsItCounts() {
            return Math.ceil(mostRows() / 2.0) * blocks.size();
        }

        /** Columns that it counts: half, for two columns share an ADC. */
        double columnsItCounts() {
            return Math.ceil(outputs / 2.0);
        }
    }

    private static final List<Layer> LENET = List.of(
            new Layer(List.of(75), 6, 784),
            new Layer(List.of(150), 16, 100),
            new Layer(List.of(250, 150), 120, 1),
            new Layer(List.of(120), 84, 1),
            new Layer(List.of(84), 10, 1));

    /** What its layers move, mapped by this project. */
    private static final MappingPlan PLAN =
            MappingPlan.of(network(), Designs.HARDWARE.withTile(new TileShape(256, 256)));

    private static final CostOptions OPTIONS =
            CostOptions.STANDARD.withSubtraction(Subtraction.ANALOG).withMeanSquareInput(0.1);

    private static List<CostItem> bill(List<Crossbar> elements, int vectors, int outputs, int blocks)
            throws IOException {
        return bill(elements, vectors, outputs, blocks, new Traffic(0, 0, 0), new DigitalWork(0, 0, 0, 0));
    }

    private static List<CostItem> bill(
            List<Crossbar> elements, int vectors, int outputs, int blocks, Traffic traffic, DigitalWork work)
            throws IOException {
        return Chips.items(
                new Chips.Placed(elements, vectors, CYCLES, outputs, blocks),
                Designs.HARDWARE
                        .withCell(new Cell(2, 1, 100))
                        .withConverters(new Converters(1, 6))
                        .withTile(new TileShape(256, 512)),
                Technology.bundled("mnsim-130nm"),
                OPTIONS,
                // MNSIM's mean: two thirds of the cells at 1 MΩ, one at 10 kΩ.
                0.67 * 1 + 0.33 * 100,
                new Activity(0.5, 0.1),
                traffic,
                work);
    }

    private static List<CostItem> bill(Layer layer) throws IOException {
        return bill(
                elements(layer),
                layer.vectors(),
                layer.outputs(),
                layer.blocks().size());
    }

    private static List<Crossbar> elements(Layer layer) {
        List<Crossbar> elements = new ArrayList<>();
        for (int rows : layer.blocks()) {
            for (int slice = 0; slice < SLICES; slice++) {
                elements.add(new Crossbar(rows, layer.outputs(), 1, true, 0));
            }
        }
        return elements;
    }

    private static List<CostItem> chip() throws IOException {
        return bill(whole(), 1, 256, 1);
    }

    private static List<Crossbar> whole() {
        return Collections.nCopies(ELEMENTS, new Crossbar(256, 256, 1, true, 0));
    }

    private static double figure(String label) throws IOException {
        Assumptions.assumeTrue(Files.isReadable(ORACLE), () -> ORACLE + " is not here");
        Matcher matcher = Pattern.compile("\\s" + label + ": ([0-9.]+)").matcher(Files.readString(ORACLE));
        assertThat(matcher.find()).as(label).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    @Test
    void countsAndAreasOfTheWholeChip() throws IOException {
        List<CostItem> chip = chip();
        double crossbars = figure("crossbar area");
        double drivers = 2 * ELEMENTS * 256 * 1150.0;

        assertThat(LENET.stream()
                        .mapToInt(layer -> layer.blocks().size() * SLICES)
                        .sum())
                .as("elements in use, as docs/validation.md says")
                .isEqualTo(48);
        assertThat(Chips.pieces(chip, Component.ADC)).isEqualTo(ELEMENTS * 128);
        assertThat(Chips.area(chip, Component.ADC)).isCloseTo(figure("ADC area"), within(1e-6 * figure("ADC area")));
        double cells = Chips.area(chip, Component.CELL_ARRAY);
        assertThat(cells).isCloseTo(crossbars - drivers, within(1e-4 * cells));
        // One row driver and DAC for both halves of a pair's row, where MNSIM has a driver in each crossbar, and a DAC
        // for
        // two rows.
        double ours = Chips.area(chip, Component.DAC);
        assertThat(ours).isCloseTo(drivers / 2 + 2 * figure("DAC area"), within(1.0));
        String rows = row("cells, µm²", cells, crossbars - drivers)
                + row("ADCs, µm²", Chips.area(chip, Component.ADC), figure("ADC area"))
                + row("row drivers, µm²", drivers / 2, drivers)
                + row("DACs, µm²", ours - drivers / 2, figure("DAC area"));
        assertThat(Files.readString(DOCUMENT)).contains(rows);
    }

    @Test
    void energiesFollowFromItsRule() throws IOException {
        String rows = energy(Component.ADC, "ADC energy")
                + energy(Component.DAC, "DAC energy")
                + energy(Component.CELL_ARRAY, "crossbar energy");

        assertThat(Files.readString(DOCUMENT)).contains(rows);
    }

    /** What MNSIM counts of our energies of a layer. */
    private static double counted(Component component, Layer layer) {
        double columns = layer.columnsItCounts() / layer.outputs();
        return layer.turns()
                * switch (component) {
                    case ADC -> columns;
                    case DAC -> layer.rowsItCounts() / layer.rows();
                    case CELL_ARRAY -> layer.mostRows() / 2.0 * layer.blocks().size() / layer.rows() * columns;
                    default -> throw new IllegalArgumentException("no rule for " + component);
                };
    }

    /** Ours, ours counted as MNSIM counts, and MNSIM's; nJ. */
    private static String energy(Component component, String label) throws IOException {
        double ours = 0;
        double asTheirs = 0;
        for (Layer layer : LENET) {
            double energy = Chips.energy(bill(layer), component) * 1e-3;
            ours += energy;
            asTheirs += energy * counted(component, layer);
        }
        double theirs = figure(label);
        assertThat(asTheirs).as(label).isCloseTo(theirs, within(0.01 * theirs));
        return String.format(
                Locale.ROOT,
                "| %s, nJ | %.2f | %.2f | %.2f | %+.1f %% |\n",
                component.label(),
                ours,
                asTheirs,
                theirs,
                100 * (asTheirs / theirs - 1));
    }

    private static Network network() {
        Extent five = new Extent(5, 5);
        Extent two = new Extent(2, 2);
        List<studio.crossbar.network.Layer> layers = new ArrayList<>();
        for (int outputs : new int[] {6, 16, 120}) {
            layers.add(new Conv2d(outputs, five, Extent.ONE, Extent.ZERO, Extent.ONE, 1));
            layers.add(new Relu());
            if (outputs < 120) {
                layers.add(new MaxPool(two, two));
            }
        }
        layers.addAll(List.of(new Flatten(), new Dense(84), new Relu(), new Dense(10)));
        return new Network(new Shape(3, 32, 32), layers);
    }

    @Test
    void totalEnergies() throws IOException {
        List<CostItem> items = new ArrayList<>();
        List<CostItem> asTheirs = new ArrayList<>();
        for (int index = 0; index < LENET.size(); index++) {
            Layer layer = LENET.get(index);
            List<CostItem> bill = bill(
                    elements(layer),
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

    private static CostItem counted(CostItem item, Layer layer) {
        boolean ruled =
                Set.of(Component.ADC, Component.DAC, Component.CELL_ARRAY).contains(item.component());
        return ruled
                ? new CostItem(
                        item.component(),
                        item.layer(),
                        item.basis(),
                        item.instances(),
                        item.unitAreaSquareMicrometres(),
                        item.operations() * counted(item.component(), layer),
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
        double drivers = 2 * ELEMENTS * 256 * 1150.0;
        Map<Share, Double> theirs = Map.of(
                Share.CELLS,
                figure("crossbar area") - drivers,
                Share.ADCS,
                figure("ADC area"),
                Share.ACCUMULATION,
                figure("Other digital part area"),
                Share.BUFFERS,
                figure("Buffer area"),
                Share.OTHER,
                drivers + figure("DAC area") + figure("Pooling area"));
        Map<Share, Double> ours =
                Share.areas(bill(whole(), 1, 256, 1, new Traffic(kept, 0, 0), new DigitalWork(1, 1, 0, 0)));

        assertThat(Share.total(theirs)).isCloseTo(figure("Hardware area"), within(1e-6 * figure("Hardware area")));
        assertThat(Files.readString(DOCUMENT)).contains(Share.rows(List.of(ours, theirs), "%.3f", 1e6));
    }

    private static Traffic traffic(int layer) throws IOException {
        return Traffic.of(PLAN.layers(), layer, 8, Technology.bundled("mnsim-130nm"), Schedule.LAYER_PARALLEL);
    }

    private static String row(String what, double ours, double theirs) {
        return String.format(
                Locale.ROOT, "| %s | %.0f | %.0f | %+.1f %% |\n", what, ours, theirs, 100 * (ours / theirs - 1));
    }
}
