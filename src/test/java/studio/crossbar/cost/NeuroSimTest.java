package studio.crossbar.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import studio.crossbar.hardware.Converters;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.network.Network;
import studio.crossbar.training.Activity;

/**
 * The model with NeuroSim V1.4's constants beside its own figures for the small network, 22 nm RRAM of 2 bits, 6-bit SAR
 * (and 8-bit for the ADC's area). Skipped where the oracle is not there.
 */
class NeuroSimTest {

    private static final Path ORACLE = Path.of("../shared/oracle/neurosim");
    private static final Path DOCUMENT = Path.of("docs/validation.md");

    /**
     * A layer, and what its trace says (oracle, traces_small.tgz): crossbars as NeuroSim places them, one a kernel tap for
     * convolutions 2 to 4.
     *
     * @param crossbars that hold one copy
     * @param rows of each
     * @param columns of the layer's matrix, four cells a weight
     * @param vectors input vectors
     * @param microSiemens mean of its cells, with the access transistor of 25 kΩ in series
     * @param ones share of ones among the input bits
     * @param driven share of a crossbar's reads with any one among its rows; NeuroSim skips the others
     */
    private record Layer(
            int crossbars, int rows, int columns, int vectors, double microSiemens, double ones, double driven) {}

    private static final List<Layer> LAYERS = List.of(
            new Layer(1, 27, 64, 1024, 4.4958, 0.42047, 0.8750),
            new Layer(9, 16, 128, 1024, 4.4396, 0.16190, 0.7354),
            new Layer(9, 32, 256, 256, 4.4746, 0.15400, 0.7423),
            new Layer(9, 64, 256, 64, 4.4533, 0.13995, 0.7083),
            new Layer(8, 128, 512, 1, 4.4593, 0.16248, 0.8594),
            new Layer(1, 128, 40, 1, 4.5227, 0.15625, 0.8750));

    private static List<CostItem> bill(Layer layer, int adcBits) throws IOException {
        Crossbar crossbar = new Crossbar(layer.rows(), layer.columns() / 4, 4, false, 0);
        return Chips.items(
                new Chips.Placed(
                        Collections.nCopies(layer.crossbars(), crossbar),
                        layer.vectors(),
                        8,
                        layer.columns() / 4,
                        layer.crossbars()),
                Designs.HARDWARE.withConverters(new Converters(1, adcBits)),
                Technology.bundled("neurosim-22nm"),
                CostOptions.STANDARD.withSchedule(Schedule.LAYER_PARALLEL),
                layer.microSiemens(),
                new Activity(layer.ones(), layer.ones()),
                new Traffic(0, 0, 0),
                new DigitalWork(0, 0, 0, 0));
    }

    /**
     * Crossbars that NeuroSim builds, from the floor plan in its log: a tile holds what its storage size holds of them, one
     * for the kernel taps of convolutions 2 to 4 its "novel" size.
     */
    private static int crossbars(String log) {
        int conventional = sizes(log, "Desired Conventional Mapped Tile Storage Size");
        int novel = sizes(log, "Desired Novel Mapped Tile Storage Size");
        int one = sizes(log, "User-defined SubArray Size");
        int built = 0;
        for (int layer = 1; layer <= LAYERS.size(); layer++) {
            boolean taps = LAYERS.get(layer - 1).crossbars() == 9;
            built += (int) figure(log.replaceAll("(?s)Speed-up of each layer.*", ""), "layer" + layer + ":")
                    * ((taps ? novel : conventional) / one);
        }
        return built;
    }

    /** Product of sizes such as 9x256x256. */
    private static int sizes(String log, String label) {
        Matcher matcher = Pattern.compile(Pattern.quote(label) + ": ([0-9x]+)").matcher(log);
        assertThat(matcher.find()).as(label).isTrue();
        return Arrays.stream(matcher.group(1).split("x", -1))
                .mapToInt(Integer::parseInt)
                .reduce(1, Math::multiplyExact);
    }

    /** All crossbars of its chip, whole. */
    private static List<CostItem> chip(int crossbars, int adcBits) throws IOException {
        return Chips.items(
                Chips.Placed.equal(crossbars, new Crossbar(128, 32, 4, false, 0), 1, 8, 32, 1),
                Designs.HARDWARE.withConverters(new Converters(1, adcBits)),
                Technology.bundled("neurosim-22nm"),
                CostOptions.STANDARD,
                4.5,
                new Activity(0.5, 0.5),
                new Traffic(0, 0, 0),
                new DigitalWork(0, 0, 0, 0));
    }

    /** Inputs of 8 bits at once, evenly spread: half of the full current on average, whatever their mean square is. */
    @Test
    void whatAnAdcDrawsOfItsColumnIsLinearInTheInputs() throws IOException {
        Network column = Designs.dense(128, 1);
        Cost cost = CostModel.cost(
                MappingPlan.of(column, Designs.HARDWARE), Designs.HARDWARE, Technology.bundled("neurosim-22nm"));

        // 0.0795751 µW/µS for 8 + 1 ns, 128 cells of 5.25 µS.
        double picojoules = 0.0781137 + 0.0795751e-3 * 9 * 128 * 5.25 / 2;
        assertThat(cost.energyByComponent().getOrDefault(Component.ADC, 0.0))
                .isCloseTo(picojoules * 1e-3, within(1e-9));
        assertThat(cost.items())
                .anyMatch(item ->
                        item.component() == Component.ADC && item.source().contains("upper bound"));
    }

    private static String log(String name) throws IOException {
        Path file = ORACLE.resolve(name);
        Assumptions.assumeTrue(Files.isReadable(file), () -> file + " is not here");
        return Files.readString(file);
    }

    private static double figure(String log, String label) {
        Matcher matcher =
                Pattern.compile(Pattern.quote(label) + "\\s*([0-9.eE+]+)").matcher(log);
        double last = Double.NaN;
        while (matcher.find()) {
            last = Double.parseDouble(matcher.group(1));
        }
        return last;
    }

    @Test
    void cellsAndAdcsTakeItsAreas() throws IOException {
        String six = log("small_rram22_2b_sar6.txt");
        String eight = log("small_rram22_2b_sar8.txt");
        int crossbars = crossbars(six);
        List<CostItem> chip = chip(crossbars, 6);
        List<CostItem> wide = chip(crossbars, 8);

        assertThat(crossbars).as("as docs/validation.md says").isEqualTo(316);
        assertThat(Chips.pieces(chip, Component.ADC)).isEqualTo(crossbars * 128 / 8);
        double cells = figure(six, "Chip total CIM array :");
        String adc = "Total ADC (or S/As and precharger for SRAM) Area on chip :";
        String rows = row("cell array, µm²", Chips.area(chip, Component.CELL_ARRAY), cells)
                + row("ADCs of 6 bits, µm²", Chips.area(chip, Component.ADC), figure(six, adc))
                + row("ADCs of 8 bits, µm²", Chips.area(wide, Component.ADC), figure(eight, adc));
        assertThat(Chips.area(chip, Component.CELL_ARRAY)).isCloseTo(cells, within(0.01 * cells));
        assertThat(Chips.area(chip, Component.ADC)).isCloseTo(figure(six, adc), within(0.01 * figure(six, adc)));
        assertThat(Chips.area(wide, Component.ADC)).isCloseTo(figure(eight, adc), within(0.01 * figure(eight, adc)));
        assertThat(Files.readString(DOCUMENT)).contains(rows);
    }

    @Test
    void conversionsTakeItsEnergy() throws IOException {
        String log = log("small_rram22_2b_sar6.txt");
        Matcher printed = Pattern.compile("for SRAM\\) readDynamicEnergy is : ([0-9.]+)pJ")
                .matcher(log);
        StringBuilder rows = new StringBuilder();
        double ours = 0;
        for (Layer layer : LAYERS) {
            assertThat(printed.find()).isTrue();
            double theirs = Double.parseDouble(printed.group(1));
            double energy = adcEnergy(layer);
            ours += energy;
            rows.append(row("ADCs, layer " + (LAYERS.indexOf(layer) + 1) + ", pJ", energy, theirs));
        }
        assertThat(printed.find()).isTrue();
        double total = Double.parseDouble(printed.group(1));
        rows.append(row("ADCs, all layers, pJ", ours, total));

        assertThat(ours).isCloseTo(total, within(0.1 * total));
        assertThat(Files.readString(DOCUMENT)).contains(rows);
    }

    /** Conversions of driven reads, and what all columns draw: a read without a one draws nothing. */
    private static double adcEnergy(Layer layer) throws IOException {
        double energy = 0;
        for (CostItem item : bill(layer, 6)) {
            if (item.component() == Component.ADC) {
                energy += item.operations() * item.unitEnergyPicojoules() * (item.instances() > 0 ? layer.driven() : 1);
            }
        }
        return energy;
    }

    private static String row(String what, double ours, double theirs) {
        return String.format(
                Locale.ROOT, "| %s | %.0f | %.0f | %+.1f %% |\n", what, ours, theirs, 100 * (ours / theirs - 1));
    }
}
