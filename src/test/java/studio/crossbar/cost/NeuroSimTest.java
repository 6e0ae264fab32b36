package studio.crossbar.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static studio.crossbar.cost.NeuroSim.COLUMNS;
import static studio.crossbar.cost.NeuroSim.DOCUMENT;
import static studio.crossbar.cost.NeuroSim.LAYERS;
import static studio.crossbar.cost.NeuroSim.figure;
import static studio.crossbar.cost.NeuroSim.figures;
import static studio.crossbar.cost.NeuroSim.log;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import studio.crossbar.hardware.Converters;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.network.Network;
import studio.crossbar.training.Activity;

/**
 * The model with NeuroSim V1.4's constants beside its own figures for the small network at 22 nm: RRAM of 2 bits with SAR
 * ADCs, of 1 bit with sense amplifiers. Skipped where the oracle is not there.
 */
class NeuroSimTest {

    private static final String ADC_AREA = "Total ADC (or S/As and precharger for SRAM) Area on chip :";
    private static final String ADC_ENERGY = "ADC (or S/As and precharger for SRAM) readDynamicEnergy is :";

    private static int crossbars(String log) {
        return NeuroSim.crossbars(log).stream().mapToInt(Integer::intValue).sum();
    }

    /** All crossbars of its chip, whole. */
    private static List<CostItem> chip(int crossbars, int cellBits, AdcKind adc, int adcBits) throws IOException {
        int outputs = COLUMNS * cellBits / 8;
        return Chips.items(
                Chips.Placed.equal(crossbars, new Crossbar(128, outputs, 8 / cellBits, false, 0), 1, 8, outputs, 1),
                Designs.HARDWARE.withConverters(new Converters(1, adcBits)),
                Technology.bundled("neurosim-22nm"),
                CostOptions.STANDARD.withAdc(adc),
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

    @Test
    void cellsAndAdcsTakeItsAreas() throws IOException {
        String six = log("small_rram22_2b_sar6.txt");
        String eight = log("small_rram22_2b_sar8.txt");
        String amplifiers = log("small_rram22_1b_mlsa5.txt");
        List<CostItem> chip = chip(crossbars(six), 2, AdcKind.SAR, 6);
        List<CostItem> wide = chip(crossbars(eight), 2, AdcKind.SAR, 8);
        List<CostItem> sensed = chip(crossbars(amplifiers), 1, AdcKind.SENSE_AMPLIFIER, 5);
        String cells = "Chip total CIM array :";

        assertThat(crossbars(six)).as("as docs/validation.md says").isEqualTo(316);
        assertThat(crossbars(amplifiers)).as("as docs/validation.md says").isEqualTo(768);
        assertThat(Chips.pieces(chip, Component.ADC)).isEqualTo(316 * 128 / 8);
        assertThat(Files.readString(DOCUMENT))
                .contains(row("cell array, µm²", Chips.area(chip, Component.CELL_ARRAY), figure(six, cells))
                        + row("ADCs, SAR of 6 bits, µm²", Chips.area(chip, Component.ADC), figure(six, ADC_AREA))
                        + row("ADCs, SAR of 8 bits, µm²", Chips.area(wide, Component.ADC), figure(eight, ADC_AREA))
                        + row(
                                "cell array of 1-bit cells, µm²",
                                Chips.area(sensed, Component.CELL_ARRAY),
                                figure(amplifiers, cells))
                        + row(
                                "ADCs, sense amplifiers of 5 bits, µm²",
                                Chips.area(sensed, Component.ADC),
                                figure(amplifiers, ADC_AREA)));
    }

    private static String row(String what, double ours, double theirs) {
        assertThat(ours).as(what).isCloseTo(theirs, within(0.01 * theirs));
        return String.format(
                Locale.ROOT, "| %s | %.0f | %.0f | %+.1f %% |\n", what, ours, theirs, 100 * (ours / theirs - 1));
    }

    @Test
    void conversionsTakeItsEnergyByItsRules() throws IOException {
        List<Counted> six = sar(6);
        List<Counted> eight = sar(8);

        assertThat(Files.readString(DOCUMENT))
                .contains(rows("ADCs, 6 bits, layer", six, log("small_rram22_2b_sar6.txt"))
                        + total(
                                "ADCs, 8 bits, all layers",
                                sum(eight),
                                figure(log("small_rram22_2b_sar8.txt"), ADC_ENERGY)));
    }

    @Test
    void sensingTakesItsEnergyByItsRules() throws IOException {
        List<NeuroSimTrace> traces = NeuroSim.traces();
        List<Counted> layers = new ArrayList<>();
        for (int layer = 0; layer < LAYERS.size(); layer++) {
            Count count = new Count(layer, traces.get(layer), 1, AdcKind.SENSE_AMPLIFIER, 5);
            double columns = traces.get(layer).sum(LAYERS.get(layer).vectorsItCounts(), 1, NeuroSimRules.SENSED_COLUMN);
            layers.add(count.with(columns));
        }

        List<Double> theirs = figures(log("small_rram22_1b_mlsa5.txt"), ADC_ENERGY);
        for (int layer = 0; layer < LAYERS.size(); layer++) {
            assertThat(layers.get(layer).total())
                    .as("layer " + (layer + 1))
                    .isCloseTo(theirs.get(layer), within(5e-6 * theirs.get(layer)));
        }
        assertThat(Files.readString(DOCUMENT))
                .contains(rows("sense amplifiers, layer", layers, log("small_rram22_1b_mlsa5.txt")));
    }

    /** With the resistance of the lines, too, which our bills do not have. */
    @Test
    void withAllItsRulesTheFiguresAreItsOwn() throws IOException {
        List<Double> theirs = figures(log("small_rram22_2b_sar6.txt"), ADC_ENERGY);
        List<NeuroSimTrace> traces = NeuroSim.traces();
        for (int layer = 0; layer < LAYERS.size(); layer++) {
            NeuroSimTrace trace = traces.get(layer);
            int vectors = LAYERS.get(layer).vectorsItCounts();
            double wordLines =
                    trace.reads(vectors, 2).ones() * Math.ceilDiv(trace.columns(2), COLUMNS) * NeuroSimRules.WORD_LINE;
            double conversions = trace.sum(vectors, 2, column -> NeuroSimRules.converted(6, column));

            assertThat(conversions + wordLines)
                    .as("layer " + (layer + 1))
                    .isCloseTo(theirs.get(layer), within(5e-6 * theirs.get(layer)));
        }
    }

    private static List<Counted> sar(int bits) throws IOException {
        List<NeuroSimTrace> traces = NeuroSim.traces();
        List<Counted> layers = new ArrayList<>();
        for (int layer = 0; layer < LAYERS.size(); layer++) {
            Count count = new Count(layer, traces.get(layer), 2, AdcKind.SAR, bits);
            layers.add(count.with(count.silent()));
        }
        return layers;
    }

    /** Energies of a layer's conversions, pJ. */
    private static final class Count {

        private final double ours;
        private final double unit;
        private final int columns;
        private final NeuroSimTrace.Reads all;
        private final NeuroSimTrace.Reads counted;
        private final double fewer;
        private final int adcBits;

        Count(int layer, NeuroSimTrace trace, int cellBits, AdcKind adc, int adcBits) throws IOException {
            this.adcBits = adcBits;
            all = trace.reads(LAYERS.get(layer).vectors(), cellBits);
            counted = trace.reads(LAYERS.get(layer).vectorsItCounts(), cellBits);
            columns = trace.columns(cellBits);
            List<CostItem> bill = NeuroSim.bill(layer, trace, all, cellBits, adc, adcBits);
            ours = Chips.energy(bill, Component.ADC);
            fewer = Chips.energy(NeuroSim.bill(layer, trace, counted, cellBits, adc, adcBits), Component.ADC);
            unit = bill.stream()
                    .filter(item -> item.component() == Component.ADC && item.instances() > 0)
                    .mapToDouble(CostItem::unitEnergyPicojoules)
                    .sum();
        }

        /** Conversions of reads that drive no row. */
        double silent() {
            return (counted.reads() - counted.driven()) * columns * (NeuroSimRules.silent(adcBits) - unit);
        }

        Counted with(double current) {
            double lines = counted.ones() * Math.ceilDiv(columns, COLUMNS) * NeuroSimRules.WORD_LINE;
            return new Counted(ours, fewer - ours, current, lines);
        }
    }

    /**
     * Our energy of a layer's ADCs, pJ, and what each of NeuroSim's rules makes of it.
     *
     * @param vectors those that it does not count
     * @param currents of columns
     * @param wordLines charged in the same figure
     */
    private record Counted(double ours, double vectors, double currents, double wordLines) {

        double total() {
            return ours + vectors + currents + wordLines;
        }

        Counted plus(Counted other) {
            return new Counted(
                    ours + other.ours, vectors + other.vectors, currents + other.currents, wordLines + other.wordLines);
        }
    }

    private static Counted sum(List<Counted> layers) {
        return layers.stream().reduce(Counted::plus).orElseThrow();
    }

    private static String rows(String what, List<Counted> layers, String log) {
        List<Double> theirs = figures(log, ADC_ENERGY);
        StringBuilder rows = new StringBuilder();
        for (int layer = 0; layer < layers.size(); layer++) {
            rows.append(total(what + " " + (layer + 1), layers.get(layer), theirs.get(layer)));
        }
        return rows + total(what.replace("layer", "all layers"), sum(layers), theirs.getLast());
    }

    private static String total(String what, Counted counted, double theirs) {
        assertThat(counted.total()).as(what).isCloseTo(theirs, within(0.01 * theirs));
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %+.0f | %+.0f | %+.0f | %.0f | %.0f | %+.2f %% |\n",
                what,
                counted.ours(),
                counted.vectors(),
                counted.currents(),
                counted.wordLines(),
                counted.total(),
                theirs,
                100 * (counted.total() / theirs - 1));
    }
}
