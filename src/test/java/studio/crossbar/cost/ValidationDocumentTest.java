package studio.crossbar.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.crossbar.cost.Designs.HARDWARE;
import static studio.crossbar.cost.Designs.dense;
import static studio.crossbar.cost.Designs.harCnn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.RangeSharing;
import studio.crossbar.hardware.Subtraction;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.network.Network;

/** The figures that docs/validation.md gives are those of the model; a failure prints the rows as they should be. */
class ValidationDocumentTest {

    private static final Path DOCUMENT = Path.of("docs/validation.md");

    /** A conversion for each column of a pair. */
    private static final CostOptions APART = CostOptions.STANDARD.withSubtraction(Subtraction.DIGITAL);

    @Test
    void designsOnTheActivityNetwork() throws IOException {
        CostOptions serial = APART;
        CostOptions parallel = serial.withSchedule(Schedule.LAYER_PARALLEL);
        Hardware pairs = HARDWARE.withCell(Cell.ofBits(4)).withPolarity(Polarity.DIFFERENTIAL);
        Hardware conventional = pairs.withRanges(RangeSharing.PER_LAYER).withScaling(DigitalScaling.AFFINE);
        Cost base = cost(conventional, parallel);

        Hardware small = HARDWARE.withTile(new TileShape(64, 64));
        String rows = row("4-bit differential, PER_LAYER, AFFINE, layer-parallel", base, base)
                + row("4-bit differential, PER_LAYER, AFFINE, layer-serial", cost(conventional, serial), base)
                + row("4-bit differential, UNIFORM, NONE, layer-serial", cost(pairs, serial), base)
                + row("2-bit row-block, UNIFORM, NONE, layer-serial", cost(unipolar(Polarity.ROW_BLOCK), serial), base)
                + row("2-bit positive, UNIFORM, NONE, layer-serial", cost(unipolar(Polarity.POSITIVE), serial), base)
                + row(
                        "2-bit row-block, UNIFORM, NONE, layer-serial, tiles of 64 × 64",
                        cost(small.withPolarity(Polarity.ROW_BLOCK), serial),
                        base);

        assertThat(Files.readString(DOCUMENT)).contains(rows);
    }

    @Test
    void sharesOfTheComponents() throws IOException {
        Cost pairs = cost(HARDWARE.withCell(Cell.ofBits(4)).withPolarity(Polarity.DIFFERENTIAL), APART);
        Cost blocks = cost(unipolar(Polarity.ROW_BLOCK), APART);
        StringBuilder rows = new StringBuilder();
        for (Component part : Component.values()) {
            if (pairs.areaByComponent().containsKey(part)
                    || blocks.areaByComponent().containsKey(part)) {
                rows.append(String.format(
                        Locale.ROOT,
                        "| %s | %.0f | %.0f | %.2f | %.2f |\n",
                        part.label(),
                        area(pairs, part) * 1e6,
                        area(blocks, part) * 1e6,
                        energy(pairs, part),
                        energy(blocks, part)));
            }
        }

        assertThat(Files.readString(DOCUMENT)).contains(rows.toString());
    }

    /** A crossbar as ISAAC builds it: 128 × 128 cells of 2 bits, 1-bit rows, all columns at one 8-bit ADC. */
    @Test
    void oneCrossbarBesideIsaac() throws IOException {
        Hardware hardware = HARDWARE.withConverters(new Converters(1, 8));
        Network network = dense(128, 128);
        Cost cost = CostModel.cost(
                MappingPlan.of(network, hardware),
                hardware,
                Technology.standard(),
                CostOptions.STANDARD.withColumnsPerAdc(128));

        String rows = crossbarRow(cost, Component.ADC, "1200", "200")
                + crossbarRow(cost, Component.DAC, "21", "53")
                + crossbarRow(cost, Component.SAMPLE_AND_HOLD, "5", "0.12")
                + crossbarRow(cost, Component.CELL_ARRAY, "25", "30")
                + String.format(
                        Locale.ROOT, "| time of a read, ns | %.0f | 100 | | |\n", cost.latencyMicroseconds() * 1e3);

        assertThat(Files.readString(DOCUMENT)).contains(rows);
    }

    private static String crossbarRow(Cost cost, Component part, String publishedArea, String publishedEnergy) {
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %s | %.2f | %s |\n",
                part.label(),
                area(cost, part) * 1e6,
                publishedArea,
                energy(cost, part) * 1e3,
                publishedEnergy);
    }

    private static String row(String name, Cost cost, Cost base) {
        return String.format(
                Locale.ROOT,
                "| %s | %.4f | %.0f %% | %.1f | %.0f %% | %.1f |\n",
                name,
                cost.areaSquareMillimetres(),
                100 * cost.areaSquareMillimetres() / base.areaSquareMillimetres(),
                cost.energyNanojoules(),
                100 * cost.energyNanojoules() / base.energyNanojoules(),
                cost.latencyMicroseconds());
    }

    private static Hardware unipolar(Polarity polarity) {
        return HARDWARE.withPolarity(polarity);
    }

    private static double area(Cost cost, Component part) {
        return cost.areaByComponent().getOrDefault(part, 0.0);
    }

    private static double energy(Cost cost, Component part) {
        return cost.energyByComponent().getOrDefault(part, 0.0);
    }

    private static Cost cost(Hardware hardware, CostOptions options) {
        return CostModel.cost(MappingPlan.of(harCnn(), hardware), hardware, Technology.standard(), options);
    }
}
