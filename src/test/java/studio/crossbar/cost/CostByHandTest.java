package studio.crossbar.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import studio.crossbar.design.Design;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.study.Project;

/** The bill that docs/cost-by-hand.md follows: its figures are those of this arithmetic, and the model's. */
class CostByHandTest {

    private static final Path DOCUMENT = Path.of("docs", "cost-by-hand.md");

    /** Vectors of the four layers. */
    private static final int[] VECTORS = {64, 32, 16, 1};

    /** Word lines of each layer's tiles: two planes of 45; of 128 + 32; of 128 + 64; of 64. */
    private static final int[] ROWS = {2 * 45, 2 * (128 + 32), 2 * (128 + 64), 2 * 64};

    /** Bit lines: a tile's outputs, in 2, 4, 4 and 2 tiles. */
    private static final int[] COLUMNS = {2 * 32, 4 * 64, 4 * 64, 2 * 6};

    /** Cells: rows of a tile times its outputs. */
    private static final int[] CELLS = {90 * 32, 320 * 64, 384 * 64, 128 * 6};

    private static final int[] TILES = {2, 4, 4, 2};
    private static final int[] OUTPUTS = {32, 64, 64, 6};

    /** Conversions that an ADC of 8 columns does a read; the classifier has 6 columns a tile. */
    private static final int[] TURNS = {8, 8, 8, 6};

    /**
     * A line of the page.
     *
     * @param name of the part, as its source begins
     * @param pieces built
     * @param area of one, µm²
     * @param uses an inference
     * @param energy of one, pJ
     */
    private record Line(String name, double pieces, double area, double uses, double energy) {

        String row() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %,.0f | %.6g | %,.1f | %,.0f | %.6g | %,.1f |\n",
                    name,
                    pieces,
                    area,
                    pieces * area,
                    uses,
                    energy,
                    uses * energy);
        }
    }

    /** Sum over the layers of what a layer has, times its vectors. */
    private static double work(int[] counts) {
        double sum = 0;
        for (int layer = 0; layer < 4; layer++) {
            sum += (double) counts[layer] * VECTORS[layer];
        }
        return sum;
    }

    private static List<Line> lines() {
        double cell = 12 * 0.032 * 0.032;
        // Mean square of inputs spread evenly over the full scale and rounded to 255 steps.
        double square = 1 / 3.0 + 1 / (6 * 255.0 * 255);
        double read = 0.55 * 0.55 * 10 * 1e-3 * square * (0.5 + 10) / 2;
        double lowest = 0.55 * 0.55 * 10 * 1e-3 * square * 0.5;
        double control = 0;
        for (int layer = 0; layer < 4; layer++) {
            control += TILES[layer] * VECTORS[layer] * (2.0 + TURNS[layer]);
        }
        // Bits that enter each layer, 8 an activation, and 16-bit results of the last.
        double[] in = {18 * 128 * 8, 64 * 64 * 8, 128 * 32 * 8, 128 * 8, 6 * 16};
        double moved = 8 * work(ROWS) + in[1] + in[2] + in[3] + in[4];
        double lines = 29.279484167876433;
        // TIMELY's adder at 65 nm: areas by the table, energies by the quadratics at 0.8 V.
        double adderArea = 40 * 0.072 / 0.23;
        double adderEnergy = 0.0368 * quadratic(0.9559, -0.7823, 0.471) / quadratic(3.755, -4.398, 1.975);
        // NeuRRAM's integrator at 130 nm.
        double integratorEnergy = 0.25 * quadratic(0.9559, -0.7823, 0.471) / quadratic(7.171, -6.709, 2.904);
        // Aladdin's logic at 40 nm: both tables between 45 and 32 nm, interpolated in logarithms.
        double fromFortyFive = Math.log(45.0 / 40) / Math.log(45.0 / 32);
        double logicArea = Math.pow(0.072 / 0.16, 1 - fromFortyFive);
        double logicEnergy =
                Math.pow(quadratic(0.9559, -0.7823, 0.471) / quadratic(1.103, -0.362, 0.2767), 1 - fromFortyFive);
        return List.of(
                new Line("cell", CELLS[0] + CELLS[1] + CELLS[2] + CELLS[3], cell, work(CELLS), read),
                new Line("DAC and row driver", 384, 0.166 * 128, work(ROWS), 0.0039 * 128),
                new Line("integrator", 256, 350 * 0.072, work(COLUMNS), integratorEnergy),
                new Line("sample and hold", 256, 0.0391, work(COLUMNS), 9.7e-6),
                new Line("select switch", 256, 2 * 12 * 0.032 * 0.032, work(COLUMNS), 0.0039),
                new Line("ADC", 256.0 / 8, 1200, work(COLUMNS), 1.667),
                new Line("reference cell", ROWS[0] + ROWS[1] + ROWS[2] + ROWS[3], cell, work(ROWS), lowest),
                new Line(
                        "current subtractor of the correction or reference",
                        256,
                        adderArea,
                        work(COLUMNS),
                        adderEnergy),
                new Line("write driver", 256 + 4, lines, 0, 0),
                new Line("level shifter", 384, lines, 0, 0),
                new Line("accumulator", 256.0 / 8, 60, work(COLUMNS), 0.021),
                new Line(
                        "multiplier",
                        64.0 / 8,
                        16 * 8 * 6350 / 1024.0 * logicArea,
                        work(OUTPUTS),
                        16 * 8 * 12.68 / 1024 * logicEnergy),
                new Line(
                        "bias adder",
                        64.0 / 8,
                        16 * 278 / 32.0 * logicArea,
                        work(OUTPUTS),
                        16 * 0.21 / 32 * logicEnergy),
                new Line(
                        "rectifier",
                        64.0 / 8,
                        71.0 / 2 * logicArea,
                        2 * (32 * 64 + 64 * 32 + 64 * 16),
                        0.02947 / 2 * logicEnergy),
                new Line("mean adder", 64.0 / 8, 16 * 278 / 32.0 * logicArea, 128 * 16, 16 * 0.21 / 32 * logicEnergy),
                new Line("activation buffer", in[1] + in[2], 83000.0 / 524288, moved, 20.45 / 256),
                new Line("input register", 384 * 8, 0.128174, 8 * work(ROWS), 6.46 / 2048),
                new Line("bus", 256, 29.3, moved, 0.054),
                new Line("sequencer", 4, 495.5 * logicArea, control, 0.25074 * logicEnergy));
    }

    private static double quadratic(double a, double b, double c) {
        return (a * 0.8 + b) * 0.8 + c;
    }

    private static Cost cost() throws IOException {
        Design design = Project.open(Path.of("sample-projects", "har-unipolar")).design();
        return CostModel.cost(
                MappingPlan.of(design.network(), design.hardware()), design.hardware(), Technology.standard());
    }

    @Test
    void everyLineIsTheModels() throws IOException {
        Cost cost = cost();
        double area = 0;
        double energy = 0;
        for (Line line : lines()) {
            List<CostItem> items = cost.items().stream()
                    .filter(item -> item.source().startsWith(line.name()))
                    .toList();
            assertThat(items).as(line.name()).isNotEmpty();
            assertThat(items.stream().mapToDouble(CostItem::instances).sum())
                    .as(line.name() + ", pieces")
                    .isEqualTo(line.pieces());
            assertThat(items.stream().mapToDouble(CostItem::operations).sum())
                    .as(line.name() + ", uses")
                    .isEqualTo(line.uses());
            for (CostItem item : items) {
                assertThat(item.unitAreaSquareMicrometres())
                        .as(line.name() + ", area of one")
                        .isCloseTo(line.area(), within(1e-4 * line.area()));
                assertThat(item.unitEnergyPicojoules())
                        .as(line.name() + ", energy of one")
                        .isCloseTo(line.energy(), within(1e-6 * line.energy()));
            }
            area += line.pieces() * line.area();
            energy += line.uses() * line.energy();
        }
        energy += cost.energyByComponent().getOrDefault(Component.LEAKAGE, 0.0) * 1e3;
        assertThat(cost.areaSquareMillimetres() * 1e6).isCloseTo(area, within(1e-4 * area));
        assertThat(cost.energyNanojoules() * 1e3).isCloseTo(energy, within(1e-6 * energy));
    }

    /** A conversion takes 0.78125 ns, the DAC 2 + 8 ns, the pulse 10 ns; then a clock each for the digital steps. */
    @Test
    void timesAreThoseOfThePage() throws IOException {
        double read = 10 + 10 + 8 / 1.28;
        double two = read + 5;
        double four = read + 6;
        double last = 20 + 6 / 1.28 + 5;
        double microseconds = (64 * two + (32 + 16) * four + last) * 1e-3;
        assertThat(cost().latencyMicroseconds()).isCloseTo(microseconds, within(1e-9));
        double writing = (ROWS[0] + ROWS[1] + ROWS[2] + ROWS[3]) * 8.52 * 40e-6;
        assertThat(cost().programming().timeMilliseconds()).isCloseTo(writing, within(1e-9));
        assertThat(Files.readString(DOCUMENT))
                .contains(String.format(Locale.ROOT, "%.4f µs", microseconds))
                .contains(String.format(Locale.ROOT, "%.4f ms", writing));
    }

    @Test
    void thePageHoldsTheseLines() throws IOException {
        String rows = lines().stream().map(Line::row).collect(Collectors.joining());
        Cost cost = cost();
        assertThat(Files.readString(DOCUMENT))
                .contains(rows)
                .contains(String.format(Locale.ROOT, "%.5f mm²", cost.areaSquareMillimetres()))
                .contains(String.format(Locale.ROOT, "%.2f nJ", cost.energyNanojoules()));
    }
}
