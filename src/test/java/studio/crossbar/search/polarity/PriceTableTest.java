package studio.crossbar.search.polarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Schedule;
import studio.crossbar.cost.Technology;
import studio.crossbar.design.Design;
import studio.crossbar.design.ReferenceDesign;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.PolarityMap;
import studio.crossbar.hardware.SubMatrix;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.network.ReferenceNetwork;
import studio.crossbar.training.ChoicePrices;

/** The table's price of any map is what the cost model bills for it. */
class PriceTableTest {

    private static final List<Encoding> CHOICES = PolarityConstraint.FREE.choices();

    private static Bills bills(PolarityMap.Granularity granularity, String technology, Schedule schedule)
            throws IOException {
        Design design = ReferenceDesign.of(ReferenceNetwork.HAR_CNN, 2, Polarity.DIFFERENTIAL);
        return new Bills(
                design.withHardware(design.hardware().withTile(new TileShape(64, 32))),
                granularity,
                2,
                Technology.bundled(technology),
                CostOptions.STANDARD.withSchedule(schedule));
    }

    private static double[][] certain(List<Encoding> encodings) {
        return encodings.stream()
                .map(encoding -> CHOICES.stream()
                        .mapToDouble(choice -> choice == encoding ? 1 : 0)
                        .toArray())
                .toArray(double[][]::new);
    }

    private static void check(Bills bills, PolarityPrice price, double relativeError) {
        ChoicePrices prices = PriceTable.of(bills, price, CHOICES);
        double whole = price.of(bills.cost(bills.differential(), bills.options()));
        assertThat(prices.expected(certain(bills.differential()))).isCloseTo(1, within(1e-12));
        Random random = new Random(1);
        for (int trial = 0; trial < 8; trial++) {
            int leaning = trial;
            List<Encoding> encodings = bills.parts().stream()
                    .map(_ -> CHOICES.get(random.nextInt(8) < leaning ? random.nextInt(2) : 2))
                    .toList();
            double billed = price.of(bills.cost(encodings, bills.options())) / whole;
            assertThat(prices.expected(certain(encodings))).isCloseTo(billed, within(relativeError * billed));
        }
    }

    @ParameterizedTest
    @EnumSource(PolarityMap.Granularity.class)
    void areaOfEveryMapIsExact(PolarityMap.Granularity granularity) throws IOException {
        check(bills(granularity, Technology.STANDARD, Schedule.LAYER_SERIAL), PolarityPrice.AREA, 1e-9);
    }

    @ParameterizedTest
    @CsvSource({
        "isaac-32nm, LAYER_SERIAL",
        "neurosim-22nm, LAYER_SERIAL",
        "mnsim-130nm, LAYER_SERIAL",
        "analognets-14nm, LAYER_SERIAL",
        "rram-32nm, LAYER_PARALLEL"
    })
    void areaIsExactWithEveryTechnologyAndSchedule(String technology, Schedule schedule) throws IOException {
        check(bills(PolarityMap.Granularity.TILE, technology, schedule), PolarityPrice.AREA, 1e-9);
    }

    /** Leakage and turns do not add up; without the former the table is nearly exact. */
    @Test
    void energyOfEveryMapIsThatOfItsBill() throws IOException {
        check(bills(PolarityMap.Granularity.TILE, "isaac-32nm", Schedule.LAYER_SERIAL), PolarityPrice.ENERGY, 1e-9);
        check(
                bills(PolarityMap.Granularity.TILE, Technology.STANDARD, Schedule.LAYER_SERIAL),
                PolarityPrice.ENERGY,
                1e-3);
    }

    @Test
    void pairsKeepTheirPlaceByPreferenceUntilTheirShareIsUsedUp() throws IOException {
        List<SubMatrix> parts = List.of(part(0, 10), part(1, 50), part(2, 30), part(3, 10)); // 100 weights
        double[][] probabilities = {{0.1, 0.2, 0.7}, {0.05, 0.01, 0.94}, {0.3, 0.1, 0.6}, {0.5, 0.1, 0.4}};
        assertThat(Freezing.encodings(probabilities, CHOICES, parts, 100))
                .containsExactly(
                        Encoding.DIFFERENTIAL, Encoding.DIFFERENTIAL, Encoding.DIFFERENTIAL, Encoding.POSITIVE);
        assertThat(Freezing.encodings(probabilities, CHOICES, parts, 60))
                .containsExactly(Encoding.DIFFERENTIAL, Encoding.DIFFERENTIAL, Encoding.POSITIVE, Encoding.POSITIVE);
        // The one that prefers pairs most does not fit; the next does, and the one after it.
        assertThat(Freezing.encodings(probabilities, CHOICES, parts, 40))
                .containsExactly(Encoding.DIFFERENTIAL, Encoding.POSITIVE, Encoding.DIFFERENTIAL, Encoding.POSITIVE);
        assertThat(Freezing.encodings(probabilities, CHOICES, parts, 0))
                .containsExactly(Encoding.NEGATIVE, Encoding.POSITIVE, Encoding.POSITIVE, Encoding.POSITIVE);
    }

    private static SubMatrix part(int line, int outputs) {
        return new SubMatrix(0, line, 0, line, 1, 0, outputs);
    }
}
