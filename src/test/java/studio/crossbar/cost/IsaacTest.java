package studio.crossbar.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Converters;
import studio.crossbar.training.Activity;

/**
 * ISAAC's tile and chip (ISCA 2016, table 1) from its components: weights of 16 bits in 8 cells, inputs of 16 bits in 16
 * reads of 100 ns, 12 units of 8 crossbars of 128 × 128 cells a tile, 168 tiles a chip.
 */
class IsaacTest {

    private static final double VECTOR_NANOSECONDS = 1600;
    private static final Path DOCUMENT = Path.of("docs/validation.md");

    private static List<CostItem> chip(int tiles) throws IOException {
        CostOptions options = CostOptions.STANDARD
                .withSchedule(Schedule.LAYER_PARALLEL)
                .withFloorplan(Floorplan.MACROS)
                .withOverlapped(true);
        int crossbars = 96 * tiles;
        // A tile's 12 rows of 8 crossbars: 1536 inputs of 16 bits, 128 outputs.
        double tileRows = crossbars * 128.0;
        double results = 128.0 * tiles;
        return Chips.items(
                Chips.Placed.equal(crossbars, new Crossbar(128, 16, 8, false, 0), 1, Chips.SIXTEEN, 128 * tiles, 12),
                Designs.HARDWARE.withCell(Cell.ofBits(2)).withConverters(new Converters(1, 8)),
                Technology.bundled("isaac-32nm"),
                options,
                1,
                new Activity(0.5, 0.5),
                new Traffic(0, (1536.0 * tiles + results) * 16, (tileRows + results) * 16),
                new DigitalWork(results, 0, 0, 0));
    }

    private static double square(List<CostItem> items) {
        return items.stream().mapToDouble(CostItem::areaSquareMillimetres).sum();
    }

    /** Parts are busy for all of ISAAC's time; the link is charged for the model's, which has a few digital cycles more. */
    private static double milliwatts(List<CostItem> items) {
        return items.stream()
                .mapToDouble(item ->
                        item.energyNanojoules() / (isLink(item) ? item.operations() : VECTOR_NANOSECONDS * 1e-3))
                .sum();
    }

    private static List<CostItem> withoutLink(List<CostItem> items) {
        return items.stream().filter(item -> !isLink(item)).toList();
    }

    private static boolean isLink(CostItem item) {
        return item.source().startsWith("link");
    }

    @Test
    void tileAndChipTakeThePublishedAreaAndPower() throws IOException {
        List<CostItem> tile = withoutLink(chip(1));
        List<CostItem> chip = chip(168);

        assertThat(square(tile)).isCloseTo(0.372, within(0.05 * 0.372));
        assertThat(milliwatts(tile)).isCloseTo(330, within(0.05 * 330));
        assertThat(square(chip)).isCloseTo(85.4, within(0.05 * 85.4));
        assertThat(milliwatts(chip)).isCloseTo(65_800, within(0.05 * 65_800));

        String rows = row("tile", square(tile), 0.372, milliwatts(tile) * 1e-3, 0.330)
                + row("chip of 168 tiles and its link", square(chip), 85.4, milliwatts(chip) * 1e-3, 65.8);
        assertThat(Files.readString(DOCUMENT)).contains(rows);
    }

    private static String row(String name, double area, double published, double watts, double publishedWatts) {
        return String.format(
                Locale.ROOT,
                "| %s | %.3f | %.3f | %+.1f %% | %.3f | %.3f | %+.1f %% |\n",
                name,
                area,
                published,
                100 * (area / published - 1),
                watts,
                publishedWatts,
                100 * (watts / publishedWatts - 1));
    }

    /** The component table itself, a unit of 8 crossbars: pieces, mm² and mW. */
    @Test
    void partsAreThoseOfTheComponentTable() throws IOException {
        List<CostItem> tile = chip(1);

        assertThat(Chips.pieces(tile, Component.ADC)).isEqualTo(12 * 8);
        assertThat(Chips.pieces(tile, Component.DAC)).isEqualTo(12 * 8 * 128);
        assertThat(Chips.pieces(tile, Component.SAMPLE_AND_HOLD)).isEqualTo(12 * 8 * 128);
        assertThat(Chips.pieces(tile, Component.SHIFT_ADD)).isEqualTo(12 * 4);
        unit(tile, Component.ADC, 0.0096, 16);
        unit(tile, Component.DAC, 0.00017, 4);
        unit(tile, Component.CELL_ARRAY, 0.0002, 2.4);
        unit(tile, Component.SHIFT_ADD, 0.00024, 0.2);
        unit(tile, Component.REGISTER, 0.0021 + 0.00077 + 0.0032 / 12, 1.24 + 0.23 + 1.68 / 12);
        assertThat(Chips.area(tile, Component.BUFFER) * 1e-6).isCloseTo(0.083, within(1e-4));
        assertThat(Chips.energy(tile, Component.BUFFER) / VECTOR_NANOSECONDS).isCloseTo(20.7, within(0.05));
    }

    private static void unit(List<CostItem> tile, Component component, double area, double milliwatts) {
        assertThat(Chips.area(tile, component) * 1e-6 / 12)
                .as(component + " mm²")
                .isCloseTo(area, within(0.03 * area));
        assertThat(Chips.energy(tile, component) / VECTOR_NANOSECONDS / 12)
                .as(component + " mW")
                .isCloseTo(milliwatts, within(0.01 * milliwatts));
    }
}
