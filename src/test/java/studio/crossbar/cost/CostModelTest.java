package studio.crossbar.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static studio.crossbar.cost.Designs.HARDWARE;
import static studio.crossbar.cost.Designs.conv;
import static studio.crossbar.cost.Designs.dense;
import static studio.crossbar.cost.Designs.harCnn;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.RangeSharing;
import studio.crossbar.hardware.Subtraction;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.network.Network;

class CostModelTest {

    private static final Technology TECHNOLOGY = Technology.standard();
    /** A conversion for each column of a pair. */
    private static final CostOptions APART = CostOptions.STANDARD.withSubtraction(Subtraction.DIGITAL);

    /** Mean square of inputs that are spread evenly and rounded to 255 steps. */
    private static final double SQUARE = 1 / 3.0 + 1 / (6 * 255.0 * 255);

    private static final Offset<Double> EXACT = within(1e-12);

    /** One dense layer of 10 rows and 3 outputs, differential: 6 columns, so 1 ADC that converts 6 times. */
    @Test
    void agreesWithAnExampleByHand() {
        Hardware hardware = HARDWARE.withCell(new Cell(4, 1, 10)).withPolarity(Polarity.DIFFERENTIAL);
        Cost cost = cost(dense(10, 3), hardware, APART);

        // Cells: 60 of 12 F²; mean state of a pair's cell 4·3 / (2·7) = 6/7 of 3 steps: 1 + 9 · (6/7)/3 = 25/7 µS.
        expect(cost, Component.CELL_ARRAY, 60 * 12 * 0.032 * 0.032, 60 * 0.55 * 0.55 * SQUARE * (25 / 7.0) * 10e-3);
        expect(cost, Component.DAC, 10 * 21.248, 10 * 0.4992);
        // NeuRRAM's 350 µm² and 0.25 pJ at 130 nm, areas × 0.072 at 32 nm.
        expect(cost, Component.INTEGRATOR, 6 * 25.2, 6 * 0.25 * NodeScaling.ENERGY.factor(130, 32));
        expect(cost, Component.SAMPLE_AND_HOLD, 6 * 0.0391, 6 * 9.7e-6);
        expect(cost, Component.MULTIPLEXER, 6 * 0.024576, 6 * 0.0039);
        expect(cost, Component.ADC, 1200, 6 * 1.667);
        // Three 9-bit subtractions by the one ADC's subtractor, of Aladdin's logic at 40 nm.
        double logicArea = NodeScaling.AREA.factor(40, 32);
        double logicEnergy = NodeScaling.ENERGY.factor(40, 32);
        expect(cost, Component.SUBTRACTOR, 9 * 278 / 32.0 * logicArea, 3 * 9 * 0.21 / 32 * logicEnergy);
        expect(cost, Component.ACCUMULATOR, 60, 3 * 0.021);
        // 10 inputs of 8 bits and 3 sums of 16 bits in the buffer; the tile's registers hold 10 inputs.
        double bits = 10 * 8 + 3 * 16;
        expect(cost, Component.BUFFER, bits * 0.15831, bits * 0.0798828125);
        expect(cost, Component.REGISTER, 80 * 0.128174, 80 * 0.003154296875);
        expect(cost, Component.INTERCONNECT, 256 * 29.3, bits * 0.054);
        // Two steps and six conversions.
        expect(cost, Component.CONTROL, 495.5 * logicArea, 8 * 0.25074 * logicEnergy);
        // A driver for each of 6 columns and a level shifter for each of 10 rows, from 22 nm.
        expect(cost, Component.PROGRAMMING, 16 * 15.72 * NodeScaling.AREA.factor(22, 32), 0);
        double latency = (10 + 10 + 6 / 1.28 + 3) * 1e-3;
        expect(cost, Component.LEAKAGE, 0, cost.areaSquareMillimetres() * latency * 6.06);
        assertThat(cost.areaByComponent())
                .doesNotContainKeys(
                        Component.GAIN,
                        Component.DIGITAL_SCALING,
                        Component.ACTIVATION,
                        Component.POOLING,
                        Component.CORRECTION,
                        Component.SHIFT_ADD);
        // DAC 10 ns, pulse 10 ns, 6 conversions, and a cycle each to subtract, accumulate and activate.
        assertThat(cost.latencyMicroseconds()).isCloseTo(latency, EXACT);
        assertThat(cost.operations()).isEqualTo(2 * 10 * 3);
        assertThat(cost.programming().devices()).isEqualTo(60);
        assertThat(cost.programming().energyMicrojoules()).isCloseTo(60 * 8.52 * 0.8e-6, EXACT);
        // A row of one crossbar at a time: ten rows of six cells.
        assertThat(cost.programming().timeMilliseconds()).isCloseTo(10 * 8.52 * 40e-6, EXACT);
    }

    private static void expect(Cost cost, Component component, double squareMicrometres, double picojoules) {
        assertThat(area(cost, component)).as(component + " area").isCloseTo(squareMicrometres * 1e-6, EXACT);
        assertThat(energy(cost, component)).as(component + " energy").isCloseTo(picojoules * 1e-3, EXACT);
    }

    @ParameterizedTest
    @EnumSource(Schedule.class)
    void unipolarHalvesColumnsAndConversionsAndDropsSubtractors(Schedule schedule) {
        CostOptions options = APART.withSchedule(schedule);
        Cost pairs = cost(harCnn(), HARDWARE.withPolarity(Polarity.DIFFERENTIAL), options);
        Cost single = cost(harCnn(), HARDWARE.withPolarity(Polarity.POSITIVE), options);

        for (Component part : new Component[] {Component.INTEGRATOR, Component.CELL_ARRAY}) {
            assertThat(ofOneCopy(pairs, part)).as(part + " pieces").isEqualTo(2 * ofOneCopy(single, part));
        }
        for (Component part : new Component[] {Component.INTEGRATOR, Component.ADC, Component.CELL_ARRAY}) {
            assertThat(operations(pairs, part)).as(part + " uses").isEqualTo(2 * operations(single, part));
        }
        assertThat(instances(pairs, Component.SUBTRACTOR)).isPositive();
        assertThat(single.areaByComponent()).doesNotContainKey(Component.SUBTRACTOR);
        assertThat(single.areaSquareMillimetres()).isLessThan(pairs.areaSquareMillimetres());
        assertThat(single.energyNanojoules()).isLessThan(pairs.energyNanojoules());
    }

    /** Bits of 16-bit sums, whatever the number of macros and the time of a vector. */
    @Test
    void outputRegistersOfMacrosAreChargedByTheBitsThatTheyStore() {
        CostOptions macros = CostOptions.STANDARD.withFloorplan(Floorplan.MACROS);
        double bit = 6.46 / 2048;
        for (Schedule schedule : Schedule.values()) {
            Cost cost = cost(dense(130, 64), HARDWARE, macros.withSchedule(schedule));
            CostItem storage = cost.items().stream()
                    .filter(item -> item.source().startsWith("output registers") && item.operations() > 0)
                    .findFirst()
                    .orElseThrow();
            // Two row blocks of 64 sums each.
            assertThat(storage.operations()).isEqualTo(2 * 64 * 16);
            assertThat(storage.energyNanojoules()).isCloseTo(2 * 64 * 16 * bit * 1e-3, EXACT);
        }
    }

    @Test
    void rowBlockPolarityAlsoHalvesConversionsWhereItsPlanesFillTheirTiles() {
        Network network = conv(256, 128, 1, 128);
        Cost pairs = cost(network, HARDWARE.withPolarity(Polarity.DIFFERENTIAL), APART);
        Cost blocks = cost(network, HARDWARE.withPolarity(Polarity.ROW_BLOCK));

        assertThat(operations(pairs, Component.ADC)).isEqualTo(2 * operations(blocks, Component.ADC));
        assertThat(blocks.areaByComponent()).doesNotContainKey(Component.SUBTRACTOR);
    }

    @ParameterizedTest
    @EnumSource(Schedule.class)
    void rangesALayerNeedAGainALayer(Schedule schedule) {
        CostOptions options = CostOptions.STANDARD.withSchedule(schedule);
        Cost uniform = cost(harCnn(), HARDWARE, options);
        Cost perLayer = cost(harCnn(), HARDWARE.withRanges(RangeSharing.PER_LAYER), options);

        assertThat(uniform.areaByComponent()).doesNotContainKey(Component.GAIN);
        assertThat(uniform.rangeSettings()).isEqualTo(1);
        assertThat(perLayer.rangeSettings()).isEqualTo(4);
        double range = 16 * 0.128174;
        assertThat(area(perLayer, Component.GAIN) * 1e6)
                .isCloseTo(instances(perLayer, Component.ADC) * 25.2 + 4 * range, within(1e-6));
        assertThat(perLayer.areaSquareMillimetres() - area(perLayer, Component.GAIN))
                .isCloseTo(uniform.areaSquareMillimetres(), EXACT);
    }

    @Test
    void layerSerialAreaGrowsOnlyByCells() {
        Hardware zero = HARDWARE.withCell(new Cell(4, 0, 10));
        Cost two = cost(conv(64, 64, 3, 64, 64), zero);
        Cost five = cost(conv(64, 64, 3, 64, 64, 64, 64, 64), zero);

        assertThat(withoutCells(five)).isCloseTo(withoutCells(two), EXACT);
        assertThat(area(five, Component.CELL_ARRAY)).isCloseTo(2.5 * area(two, Component.CELL_ARRAY), EXACT);
    }

    @Test
    void layerParallelBuildsPartsForEachLayer() {
        CostOptions parallel = CostOptions.STANDARD.withSchedule(Schedule.LAYER_PARALLEL);
        Cost two = cost(conv(64, 64, 3, 64, 64), HARDWARE, parallel);
        Cost four = cost(conv(64, 64, 3, 64, 64, 64, 64), HARDWARE, parallel);
        Cost serial = cost(conv(64, 64, 3, 64, 64), HARDWARE);

        assertThat(instances(four, Component.ADC)).isEqualTo(2 * instances(two, Component.ADC));
        assertThat(instances(two, Component.ADC)).isEqualTo(2 * instances(serial, Component.ADC));
        assertThat(two.energyNanojoules() - energy(two, Component.LEAKAGE))
                .isCloseTo(serial.energyNanojoules() - energy(serial, Component.LEAKAGE), EXACT);
        assertThat(two.ofLayer(CostItem.SHARED)).isEmpty();
        assertThat(two.intervalMicroseconds()).isCloseTo(two.latencyMicroseconds() / 2, EXACT);
        assertThat(serial.intervalMicroseconds()).isEqualTo(serial.latencyMicroseconds());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void anotherAdcBitCostsMoreTheHigherItIs(int bits) {
        assertThat(adcEnergy(bits + 1)).isGreaterThan(adcEnergy(bits));
        if (bits >= 8) {
            // Where the capacitor array dominates, an increment approaches twice the one before.
            double growth = (adcEnergy(bits + 1) - adcEnergy(bits)) / (adcEnergy(bits) - adcEnergy(bits - 1));
            assertThat(growth).isBetween(1.1, 2.0);
        }
    }

    @Test
    void adcEnergyIsConversionsTimesUnitEnergy() {
        double one = energy(cost(dense(64, 8), HARDWARE), Component.ADC);
        double five = energy(cost(dense(64, 40), HARDWARE), Component.ADC);
        double blocks = energy(cost(dense(384, 8), HARDWARE), Component.ADC);

        assertThat(five).isCloseTo(5 * one, EXACT);
        assertThat(blocks).isCloseTo(3 * one, EXACT);
    }

    @Test
    void digitalScalingRisesFromNothingToAMultiplier() {
        Cost none = cost(harCnn(), HARDWARE.withScaling(DigitalScaling.NONE));
        Cost shift = cost(harCnn(), HARDWARE.withScaling(DigitalScaling.SHIFT));
        Cost affine = cost(harCnn(), HARDWARE.withScaling(DigitalScaling.AFFINE));

        assertThat(none.areaByComponent()).doesNotContainKey(Component.DIGITAL_SCALING);
        assertThat(area(shift, Component.DIGITAL_SCALING))
                .isPositive()
                .isLessThan(area(affine, Component.DIGITAL_SCALING));
        assertThat(energy(shift, Component.DIGITAL_SCALING))
                .isPositive()
                .isLessThan(energy(affine, Component.DIGITAL_SCALING));
        assertThat(none.latencyMicroseconds()).isLessThan(shift.latencyMicroseconds());
        assertThat(shift.latencyMicroseconds()).isLessThan(affine.latencyMicroseconds());
    }

    @ParameterizedTest
    @EnumSource(Schedule.class)
    void everyTotalIsTheSumOfCountTimesUnitCost(Schedule schedule) {
        Cost cost = cost(
                harCnn(),
                HARDWARE.withRanges(RangeSharing.PER_LAYER).withScaling(DigitalScaling.AFFINE),
                CostOptions.STANDARD.withSchedule(schedule));
        Map<Component, Double> areas = new EnumMap<>(Component.class);
        double energy = 0;
        for (CostItem item : cost.items()) {
            areas.merge(item.component(), item.instances() * item.unitAreaSquareMicrometres() * 1e-6, Double::sum);
            energy += item.operations() * item.unitEnergyPicojoules() * 1e-3;
            assertThat(item.source()).isNotBlank();
        }

        assertThat(cost.areaByComponent().keySet()).isEqualTo(areas.keySet());
        areas.forEach((part, area) -> assertThat(area(cost, part)).isCloseTo(area, EXACT));
        assertThat(cost.areaSquareMillimetres()).isCloseTo(sum(cost.areaByComponent()), EXACT);
        assertThat(cost.energyNanojoules()).isCloseTo(sum(cost.energyByComponent()), within(1e-9));
        assertThat(cost.energyNanojoules()).isCloseTo(energy, within(1e-9));
        double byLayer = Stream.of(CostItem.SHARED, 0, 1, 2, 3)
                .flatMap(layer -> cost.ofLayer(layer).stream())
                .mapToDouble(CostItem::areaSquareMillimetres)
                .sum();
        assertThat(byLayer).isCloseTo(cost.areaSquareMillimetres(), EXACT);
        assertThat(cost.layerLatenciesMicroseconds()).hasSize(4);
    }

    private static double adcEnergy(int bits) {
        return energy(cost(dense(64, 8), HARDWARE.withConverters(new Converters(8, bits))), Component.ADC);
    }

    private static double area(Cost cost, Component component) {
        return cost.areaByComponent().getOrDefault(component, 0.0);
    }

    private static double energy(Cost cost, Component component) {
        return cost.energyByComponent().getOrDefault(component, 0.0);
    }

    private static double withoutCells(Cost cost) {
        return cost.areaSquareMillimetres() - area(cost, Component.CELL_ARRAY);
    }

    private static double sum(Map<Component, Double> values) {
        return values.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double instances(Cost cost, Component component) {
        return cost.items().stream()
                .filter(item -> item.component() == component)
                .mapToDouble(CostItem::instances)
                .sum();
    }

    /** Pieces that layers have with one copy each. */
    private static double ofOneCopy(Cost cost, Component component) {
        return cost.items().stream()
                .filter(item -> item.component() == component)
                .mapToDouble(item -> item.instances()
                        / (item.layer() == CostItem.SHARED
                                ? 1
                                : cost.layers().get(item.layer()).replicas()))
                .sum();
    }

    private static double operations(Cost cost, Component component) {
        return cost.items().stream()
                .filter(item -> item.component() == component)
                .mapToDouble(CostItem::operations)
                .sum();
    }

    private static Cost cost(Network network, Hardware hardware) {
        return cost(network, hardware, CostOptions.STANDARD);
    }

    private static Cost cost(Network network, Hardware hardware, CostOptions options) {
        return CostModel.cost(MappingPlan.of(network, hardware), hardware, TECHNOLOGY, options);
    }
}
