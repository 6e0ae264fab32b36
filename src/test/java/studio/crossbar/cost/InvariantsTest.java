package studio.crossbar.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static studio.crossbar.cost.Designs.HARDWARE;
import static studio.crossbar.cost.Designs.conv;
import static studio.crossbar.cost.Designs.dense;
import static studio.crossbar.cost.Designs.harCnn;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
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

/** Relations that hold between bills whatever the constants are. */
class InvariantsTest {

    private static final Technology TECHNOLOGY = Technology.standard();

    /** Designs and options that differ in everything. */
    static Stream<Cost> bills() throws IOException {
        Random random = new Random(5);
        List<Cost> bills = new ArrayList<>();
        List<Technology> technologies = new ArrayList<>();
        for (String name : Technology.names()) {
            technologies.add(Technology.bundled(name));
        }
        for (int i = 0; i < 60; i++) {
            Hardware hardware = HARDWARE.withCell(Cell.ofBits(1 + random.nextInt(4)))
                    .withPolarity(Polarity.values()[random.nextInt(Polarity.values().length)])
                    .withConverters(new Converters(1 + random.nextInt(8), 4 + random.nextInt(5)))
                    .withTile(new TileShape(32 << random.nextInt(3), 32 << random.nextInt(3)))
                    .withRanges(RangeSharing.values()[random.nextInt(2)])
                    .withScaling(DigitalScaling.values()[random.nextInt(3)]);
            bills.add(cost(
                    harCnn(),
                    hardware,
                    technologies.get(random.nextInt(technologies.size())),
                    CostOptions.STANDARD
                            .withSchedule(Schedule.values()[random.nextInt(3)])
                            .withColumnsPerAdc(1 << random.nextInt(6))
                            .withAdc(random.nextBoolean() ? AdcKind.SURVEY : AdcKind.TECHNOLOGY)
                            .withSubtraction(Subtraction.values()[random.nextInt(2)])
                            .withAdaptation(RangeAdaptation.values()[random.nextInt(2)])
                            .withDrive(InputDrive.values()[random.nextInt(2)])
                            .withFloorplan(Floorplan.values()[random.nextInt(2)])
                            .withOverlapped(random.nextBoolean())));
        }
        return bills.stream();
    }

    /** In exact arithmetic: each line belongs to one component and one layer, and lines are count × unit cost. */
    @ParameterizedTest
    @MethodSource("bills")
    void partsSumToTheTotalExactly(Cost cost) {
        BigDecimal area = BigDecimal.ZERO;
        BigDecimal energy = BigDecimal.ZERO;
        Map<Component, BigDecimal> byComponent = new EnumMap<>(Component.class);
        BigDecimal byLayer = BigDecimal.ZERO;
        for (CostItem item : cost.items()) {
            BigDecimal part =
                    new BigDecimal(item.instances()).multiply(new BigDecimal(item.unitAreaSquareMicrometres()));
            area = area.add(part);
            energy =
                    energy.add(new BigDecimal(item.operations()).multiply(new BigDecimal(item.unitEnergyPicojoules())));
            byComponent.merge(item.component(), part, BigDecimal::add);
            assertThat(item.layer()).isBetween(CostItem.SHARED, cost.layers().size() - 1);
            assertThat(item.source()).isNotBlank();
            assertThat(item.areaSquareMillimetres()).isGreaterThanOrEqualTo(0);
            assertThat(item.energyNanojoules()).isGreaterThanOrEqualTo(0);
        }
        for (int layer = CostItem.SHARED; layer < cost.layers().size(); layer++) {
            for (CostItem item : cost.ofLayer(layer)) {
                byLayer = byLayer.add(
                        new BigDecimal(item.instances()).multiply(new BigDecimal(item.unitAreaSquareMicrometres())));
            }
        }

        assertThat(byComponent.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(area);
        assertThat(byLayer).isEqualByComparingTo(area);
        assertThat(cost.areaSquareMillimetres())
                .isCloseTo(area.doubleValue() * 1e-6, within(1e-12 * area.doubleValue()));
        assertThat(cost.energyNanojoules())
                .isCloseTo(energy.doubleValue() * 1e-3, within(1e-12 * energy.doubleValue()));
    }

    /** Throughput, power and efficiency are the same facts in other units, and come back. */
    @ParameterizedTest
    @MethodSource("bills")
    void unitsRoundTrip(Cost cost) {
        double joules = cost.energyNanojoules() * 1e-9;
        double seconds = cost.intervalMicroseconds() * 1e-6;
        assertThat(cost.powerMilliwatts() * 1e-3 * seconds).isCloseTo(joules, within(1e-12 * joules));
        assertThat(cost.teraOperationsPerJoule() * 1e12 * joules)
                .isCloseTo(cost.operations(), within(1e-9 * cost.operations()));
        assertThat(cost.teraOperationsPerSecond() * 1e12 * seconds)
                .isCloseTo(cost.operations(), within(1e-9 * cost.operations()));
        assertThat(cost.teraOperationsPerSecond() / (cost.powerMilliwatts() * 1e-3))
                .isCloseTo(cost.teraOperationsPerJoule(), within(1e-9 * cost.teraOperationsPerJoule()));
        assertThat(cost.teraOperationsPerSecondAndSquareMillimetre() * cost.areaSquareMillimetres())
                .isCloseTo(cost.teraOperationsPerSecond(), within(1e-9 * cost.teraOperationsPerSecond()));
        assertThat(cost.inferencesPerSecond() * seconds).isCloseTo(1, within(1e-12));
        double time = cost.layers().stream()
                .mapToDouble(LayerTime::latencyMicroseconds)
                .sum();
        assertThat(cost.latencyMicroseconds()).isCloseTo(time, within(1e-12 * time));
        assertThat(cost.intervalMicroseconds()).isLessThanOrEqualTo(cost.latencyMicroseconds() * (1 + 1e-12));
    }

    /** More rows or more outputs: no component gets smaller, no total either. */
    @ParameterizedTest
    @MethodSource("choices")
    void addingADeviceNeverShrinksAnything(Hardware hardware, CostOptions options) {
        for (int[] size : new int[][] {{10, 3}, {16, 8}, {31, 9}, {64, 16}, {127, 31}, {128, 32}, {200, 64}}) {
            Cost before = cost(dense(size[0], size[1]), hardware, TECHNOLOGY, options);
            Cost row = cost(dense(size[0] + 1, size[1]), hardware, TECHNOLOGY, options);
            Cost output = cost(dense(size[0], size[1] + 1), hardware, TECHNOLOGY, options);
            requireNotSmaller(row, before);
            requireNotSmaller(output, before);
        }
    }

    static Stream<Arguments> choices() {
        List<Arguments> choices = new ArrayList<>();
        for (Polarity polarity : Polarity.values()) {
            for (Floorplan floorplan : Floorplan.values()) {
                for (Subtraction subtraction : Subtraction.values()) {
                    choices.add(Arguments.of(
                            HARDWARE.withPolarity(polarity).withRanges(RangeSharing.PER_LAYER),
                            CostOptions.STANDARD.withFloorplan(floorplan).withSubtraction(subtraction)));
                }
            }
        }
        return choices.stream();
    }

    private static void requireNotSmaller(Cost after, Cost before) {
        for (Component component : Component.values()) {
            assertThat(area(after, component)).as(component + " area").isGreaterThanOrEqualTo(area(before, component));
            assertThat(energy(after, component))
                    .as(component + " energy")
                    .isGreaterThanOrEqualTo(energy(before, component) * (1 - 1e-12));
        }
        assertThat(after.latencyMicroseconds()).isGreaterThanOrEqualTo(before.latencyMicroseconds());
        assertThat(after.programming().devices())
                .isGreaterThan(before.programming().devices());
    }

    @ParameterizedTest
    @EnumSource(Schedule.class)
    void analogSubtractionHalvesTheConversionsOfPairs(Schedule schedule) {
        CostOptions options = CostOptions.STANDARD.withSchedule(schedule);
        Hardware pairs = HARDWARE.withPolarity(Polarity.DIFFERENTIAL);
        Cost digital = cost(harCnn(), pairs, TECHNOLOGY, options.withSubtraction(Subtraction.DIGITAL));
        Cost analog = cost(harCnn(), pairs, TECHNOLOGY, options.withSubtraction(Subtraction.ANALOG));

        assertThat(2 * energy(analog, Component.ADC)).isCloseTo(energy(digital, Component.ADC), within(1e-9));
        assertThat(energy(analog, Component.CELL_ARRAY)).isEqualTo(energy(digital, Component.CELL_ARRAY));
        Cost single = cost(harCnn(), HARDWARE, TECHNOLOGY, options);
        assertThat(cost(harCnn(), HARDWARE, TECHNOLOGY, options.withSubtraction(Subtraction.DIGITAL))
                        .items())
                .isEqualTo(single.items());
    }

    /** One design of ADC is set to ranges learned later, wherever it stands; one that is designed for a layer is not. */
    @ParameterizedTest
    @EnumSource(Schedule.class)
    void gainStagesAreChargedInEveryScheduleUnlessConvertersAreDesignedALayer(Schedule schedule) {
        Hardware perLayer = HARDWARE.withRanges(RangeSharing.PER_LAYER);
        CostOptions options = CostOptions.STANDARD.withSchedule(schedule);
        Cost gain = cost(harCnn(), perLayer, TECHNOLOGY, options);
        Cost own = cost(harCnn(), perLayer, TECHNOLOGY, options.withAdaptation(RangeAdaptation.OWN_CONVERTERS));

        assertThat(pieces(gain, "programmable gain")).isEqualTo(pieces(gain, "ADC"));
        assertThat(pieces(gain, "range register")).isEqualTo(4);
        assertThat(own.areaByComponent()).doesNotContainKey(Component.GAIN);
        assertThat(gain.energyNanojoules() - energy(gain, Component.GAIN) - energy(gain, Component.LEAKAGE))
                .isCloseTo(own.energyNanojoules() - energy(own, Component.LEAKAGE), within(1e-9));
    }

    /** Ranges a layer: sharing of analog parts must be paid with gain stages, or is not there. */
    @Test
    void analogPartsAreSharedOnlyUnderUniformRangesOrBehindGainStages() {
        Hardware perLayer = HARDWARE.withRanges(RangeSharing.PER_LAYER);
        CostOptions own = CostOptions.STANDARD.withAdaptation(RangeAdaptation.OWN_CONVERTERS);
        Cost uniform = cost(harCnn(), HARDWARE, TECHNOLOGY, own);
        Cost gain = cost(harCnn(), perLayer, TECHNOLOGY, CostOptions.STANDARD);
        Cost owned = cost(harCnn(), perLayer, TECHNOLOGY, own);

        assertThat(uniform.rangeSettings()).isEqualTo(1);
        assertThat(gain.rangeSettings()).isEqualTo(4);
        assertThat(owned.rangeSettings()).isEqualTo(4);
        assertThat(area(gain, Component.GAIN)).isPositive();
        assertThat(owned.areaByComponent()).doesNotContainKey(Component.GAIN);
        for (Component part : List.of(Component.ADC, Component.DAC, Component.INTEGRATOR, Component.SAMPLE_AND_HOLD)) {
            assertThat(area(gain, part)).as(part.label()).isEqualTo(area(uniform, part));
            assertThat(area(owned, part)).as(part.label()).isGreaterThan(area(uniform, part));
            assertThat(owned.ofLayer(CostItem.SHARED)).noneMatch(item -> item.component() == part);
        }
        // What is digital stays shared.
        assertThat(area(owned, Component.ACCUMULATOR)).isEqualTo(area(uniform, Component.ACCUMULATOR));
        // Side by side, layers have their own converters anyway.
        CostOptions parallel = own.withSchedule(Schedule.LAYER_PARALLEL);
        assertThat(area(cost(harCnn(), perLayer, TECHNOLOGY, parallel), Component.ADC))
                .isEqualTo(area(cost(harCnn(), HARDWARE, TECHNOLOGY, parallel), Component.ADC));
    }

    @Test
    void replicationBalancesThePipelineAndKeepsEnergyOfWork() {
        CostOptions parallel = CostOptions.STANDARD.withSchedule(Schedule.LAYER_PARALLEL);
        CostOptions replicated = CostOptions.STANDARD
                .withSchedule(Schedule.LAYER_PARALLEL_REPLICATED)
                .withMostReplicas(64);
        Cost plain = cost(harCnn(), HARDWARE, TECHNOLOGY, parallel);
        Cost balanced = cost(harCnn(), HARDWARE, TECHNOLOGY, replicated);

        double fastest = plain.layers().stream()
                .mapToDouble(LayerTime::latencyMicroseconds)
                .min()
                .orElseThrow();
        double oneVector = plain.layers().stream()
                .mapToDouble(layer -> layer.vectorNanoseconds() * 1e-3)
                .max()
                .orElseThrow();
        // The bus brings the 90 rows of each of the first layer's 64 vectors, whatever the copies.
        double bus = 64 * 90 * 8 / 256.0 * 1e-3;
        assertThat(bus).isGreaterThan(Math.max(fastest, oneVector));
        assertThat(balanced.intervalMicroseconds()).isCloseTo(bus, within(1e-12));
        assertThat(balanced.intervalMicroseconds()).isLessThan(plain.intervalMicroseconds() / 9);
        assertThat(balanced.energyNanojoules() - energy(balanced, Component.LEAKAGE))
                .isCloseTo(plain.energyNanojoules() - energy(plain, Component.LEAKAGE), within(1e-9));
        assertThat(balanced.areaSquareMillimetres()).isGreaterThan(plain.areaSquareMillimetres());
        assertThat(balanced.programming().devices())
                .isGreaterThan(plain.programming().devices());
        for (int layer = 0; layer < 4; layer++) {
            int copies = balanced.layers().get(layer).replicas();
            assertThat(cells(balanced, layer)).isEqualTo(copies * cells(plain, layer));
        }
        // The classifier has one vector: nothing to share among copies.
        assertThat(balanced.layers().getLast().replicas()).isEqualTo(1);
        Cost limited = cost(harCnn(), HARDWARE, TECHNOLOGY, replicated.withMostReplicas(2));
        assertThat(limited.layers()).allMatch(layer -> layer.replicas() <= 2);
    }

    /** Each copy of a layer has macros of its own, with all that a macro brings. */
    @Test
    void copiesHaveMacrosOfTheirOwn() throws IOException {
        CostOptions parallel =
                CostOptions.STANDARD.withFloorplan(Floorplan.MACROS).withSchedule(Schedule.LAYER_PARALLEL);
        Technology isaac = Technology.bundled("isaac-32nm");
        Cost plain = cost(harCnn(), HARDWARE, isaac, parallel);
        Cost balanced = cost(harCnn(), HARDWARE, isaac, parallel.withSchedule(Schedule.LAYER_PARALLEL_REPLICATED));

        for (int layer = 0; layer < 4; layer++) {
            int copies = balanced.layers().get(layer).replicas();
            for (Component part : List.of(
                    Component.BUFFER,
                    Component.INTERCONNECT,
                    Component.REGISTER,
                    Component.ACCUMULATOR,
                    Component.ACTIVATION,
                    Component.CELL_ARRAY)) {
                assertThat(areaOf(balanced, layer, part))
                        .as(part.label() + ", " + copies + " copies of layer " + layer)
                        .isCloseTo(copies * areaOf(plain, layer, part), within(1e-9));
            }
        }
        assertThat(balanced.layers().getFirst().replicas()).isGreaterThan(1);
    }

    private static double areaOf(Cost cost, int layer, Component part) {
        return cost.ofLayer(layer).stream()
                .filter(item -> item.component() == part)
                .mapToDouble(CostItem::areaSquareMillimetres)
                .sum();
    }

    /** A vector's reads: by voltage the pulse is fixed, by pulse width it is as long as the code's range. */
    @ParameterizedTest
    @CsvSource({"4", "8"})
    void pulseWidthsTakeTimeByTheirLevels(int bits) {
        Hardware hardware = HARDWARE.withConverters(new Converters(bits, 8));
        Cost cost = cost(dense(10, 3), hardware, TECHNOLOGY, CostOptions.STANDARD.withDrive(InputDrive.PULSE_WIDTH));

        double pulse = 0.05 * (1 << bits);
        assertThat(cost.latencyMicroseconds()).isCloseTo((pulse + 3 / 1.28 + 2) * 1e-3, within(1e-12));
        // Inputs spread evenly: half of the full pulse on average.
        double mean = (0.5 + 10) / 2;
        assertThat(energy(cost, Component.CELL_ARRAY))
                .isCloseTo(30 * 0.55 * 0.55 * mean * pulse / 2 * 1e-6, within(1e-12));
    }

    /** US 11,886,972: one column more a tile, subtracted from all others before conversion. */
    @Test
    void offsetAddsOneColumnATileAndASubtractorAConversion() {
        Hardware zero = HARDWARE.withCell(new Cell(4, 0, 10));
        Hardware offset = zero.withPolarity(Polarity.OFFSET);
        Cost single = cost(dense(100, 60), zero, TECHNOLOGY, CostOptions.STANDARD);
        Cost corrected = cost(dense(100, 60), offset, TECHNOLOGY, CostOptions.STANDARD);

        assertThat(MappingPlan.of(dense(100, 60), offset).tiles()).hasSize(1);
        assertThat(pieces(corrected, "correction cell")).isEqualTo(100);
        assertThat(pieces(corrected, "current subtractor of the correction or reference"))
                .isEqualTo(60);
        assertThat(pieces(corrected, "write driver")).isEqualTo(61);
        assertThat(corrected.programming().devices()).isEqualTo(100 * 61);
        for (Component part :
                List.of(Component.ADC, Component.CELL_ARRAY, Component.INTEGRATOR, Component.ACCUMULATOR)) {
            assertThat(area(corrected, part)).as(part.label()).isEqualTo(area(single, part));
            assertThat(energy(corrected, part)).as(part.label()).isEqualTo(energy(single, part));
        }
        assertThat(single.areaByComponent()).doesNotContainKey(Component.CORRECTION);
        assertThat(area(corrected, Component.CORRECTION) * 1e6)
                .isCloseTo(
                        100 * TECHNOLOGY.cellAreaSquareMicrometres()
                                + 60 * TECHNOLOGY.analog().subtractor().area().value(),
                        within(1e-9));
    }

    /** Cells of one sign: what a cell of weight 0 conducts is taken away by a column of such cells, if it is anything. */
    @ParameterizedTest
    @EnumSource(
            value = Polarity.class,
            names = {"POSITIVE", "NEGATIVE"})
    void cellsOfOneSignNeedAReferenceColumnUnlessTheirLowestStateConductsNothing(Polarity polarity) {
        Hardware leaking = HARDWARE.withCell(new Cell(4, 2, 10)).withPolarity(polarity);
        Hardware zero = HARDWARE.withCell(new Cell(4, 0, 10)).withPolarity(polarity);
        Cost with = cost(dense(100, 60), leaking, TECHNOLOGY, CostOptions.STANDARD);
        Cost without = cost(dense(100, 60), zero, TECHNOLOGY, CostOptions.STANDARD);

        assertThat(without.areaByComponent()).doesNotContainKey(Component.CORRECTION);
        assertThat(pieces(with, "reference cell")).isEqualTo(100);
        assertThat(pieces(with, "current subtractor of the correction or reference"))
                .isEqualTo(60);
        assertThat(pieces(with, "write driver")).isEqualTo(pieces(without, "write driver") + 1);
        assertThat(with.programming().devices()).isEqualTo(100 * 61);
        UnitCost subtractor = TECHNOLOGY.analog().subtractor();
        assertThat(area(with, Component.CORRECTION) * 1e6)
                .isCloseTo(
                        100 * TECHNOLOGY.cellAreaSquareMicrometres()
                                + 60 * subtractor.area().value(),
                        within(1e-9));
        // V² G t of 100 cells at 2 µS, and 60 subtractions.
        assertThat(energy(with, Component.CORRECTION) * 1e3)
                .isCloseTo(
                        100 * 0.55 * 0.55 * 2 * 10e-3 * (1 / 3.0 + 1 / (6 * 255.0 * 255))
                                + 60 * subtractor.energy().value(),
                        within(1e-9));
        assertThat(energy(with, Component.ADC)).isEqualTo(energy(without, Component.ADC));
    }

    /** Whole crossbars have as many weights beside a reference as without: it stands beside the tile's bitlines. */
    @Test
    void aReferenceTakesNoPlaceOfAWeight() {
        CostOptions macros = CostOptions.STANDARD.withFloorplan(Floorplan.MACROS);
        Cost full = cost(dense(128, 60), HARDWARE, TECHNOLOGY, macros);

        assertThat(pieces(full, "cell,")).isEqualTo(128 * 128);
        assertThat(pieces(full, "reference cell")).isEqualTo(128);
        assertThat(pieces(full, "write driver")).isEqualTo(129);
    }

    /** Each digit of a weight is a column of its own, converted on its own, then shifted and added. */
    @Test
    void slicesMultiplyColumnsAndConversionsAndNeedShiftAndAdd() {
        Cost one = cost(dense(100, 20), HARDWARE, TECHNOLOGY, CostOptions.STANDARD);
        Cost three = cost(dense(100, 20), HARDWARE.withSlices(3), TECHNOLOGY, CostOptions.STANDARD);

        for (Component part : List.of(Component.ADC, Component.CELL_ARRAY, Component.INTEGRATOR)) {
            assertThat(energy(three, part)).as(part.label()).isCloseTo(3 * energy(one, part), within(1e-12));
        }
        assertThat(one.areaByComponent()).doesNotContainKey(Component.SHIFT_ADD);
        // 60 codes a vector, 8 ADCs.
        assertThat(energy(three, Component.SHIFT_ADD)).isCloseTo(60 * 0.021e-3, within(1e-12));
        assertThat(pieces(three, "shift and add")).isEqualTo(8);
        assertThat(energy(three, Component.ACCUMULATOR)).isEqualTo(energy(one, Component.ACCUMULATOR));
    }

    /** Inputs a bit at a time: a read, and conversions, for each; drivers of one bit. */
    @Test
    void bitSerialInputsMultiplyReads() {
        Cost at = cost(dense(100, 20), HARDWARE, TECHNOLOGY, CostOptions.STANDARD);
        Hardware serial = HARDWARE.withConverters(new Converters(8, 8, 1));
        Cost serially = cost(dense(100, 20), serial, TECHNOLOGY, CostOptions.STANDARD);

        assertThat(energy(serially, Component.ADC)).isCloseTo(8 * energy(at, Component.ADC), within(1e-12));
        // Bits are on half of the time; evenly spread inputs have a mean square of a third, rounding adds step² / 6.
        double codes = 1 / 3.0 + 1 / (6.0 * 255 * 255);
        assertThat(energy(serially, Component.CELL_ARRAY))
                .isCloseTo(8 * 0.5 / codes * energy(at, Component.CELL_ARRAY), within(1e-12));
        assertThat(energy(serially, Component.SHIFT_ADD)).isCloseTo(8 * 20 * 0.021e-3, within(1e-12));
        assertThat(area(serially, Component.DAC)).isLessThan(area(at, Component.DAC) / 50);
        assertThat(area(serially, Component.REGISTER)).isEqualTo(area(at, Component.REGISTER));
        assertThat(serially.latencyMicroseconds()).isGreaterThan(4 * at.latencyMicroseconds());
    }

    private static double pieces(Cost cost, String name) {
        return cost.items().stream()
                .filter(item -> item.source().startsWith(name))
                .mapToDouble(CostItem::instances)
                .sum();
    }

    @Test
    void overlappedReadsTakeTheLongerOfReadAndConversion() {
        CostOptions options = CostOptions.STANDARD.withColumnsPerAdc(128);
        Cost turns = cost(dense(100, 100), HARDWARE, TECHNOLOGY, options);
        Cost overlapped = cost(dense(100, 100), HARDWARE, TECHNOLOGY, options.withOverlapped(true));

        // A single read has nothing to overlap with.
        assertThat(overlapped.latencyMicroseconds()).isCloseTo((20 + 100 / 1.28 + 2) * 1e-3, within(1e-12));
        assertThat(overlapped.latencyMicroseconds()).isCloseTo(turns.latencyMicroseconds(), within(1e-12));
        // The next sample's read settles meanwhile.
        Cost parallel = cost(
                dense(100, 100),
                HARDWARE,
                TECHNOLOGY,
                options.withOverlapped(true).withSchedule(Schedule.LAYER_PARALLEL));
        assertThat(parallel.latencyMicroseconds()).isEqualTo(overlapped.latencyMicroseconds());
        assertThat(parallel.intervalMicroseconds()).isCloseTo((100 / 1.28 + 2) * 1e-3, within(1e-12));
    }

    /** Ten vectors of eight conversions, 6.25 ns: they hide behind settling but for the last. */
    @Test
    void theFirstOfOverlappedReadsFillsThePipeline() {
        Cost cost = cost(conv(8, 10, 1, 8), HARDWARE, TECHNOLOGY, CostOptions.STANDARD.withOverlapped(true));

        double nanoseconds = 20 + 6.25 + 9 * 20 + 10 * 2;
        assertThat(cost.latencyMicroseconds()).isCloseTo(nanoseconds * 1e-3, within(1e-12));
    }

    @Test
    void moreColumnsAnAdcSaveAreaAndTakeTime() {
        Cost last = cost(harCnn(), HARDWARE, TECHNOLOGY, CostOptions.STANDARD.withColumnsPerAdc(1));
        for (int columns : new int[] {2, 4, 8, 16, 32, 64}) {
            Cost now = cost(harCnn(), HARDWARE, TECHNOLOGY, CostOptions.STANDARD.withColumnsPerAdc(columns));
            assertThat(area(now, Component.ADC)).isLessThan(area(last, Component.ADC));
            assertThat(now.latencyMicroseconds()).isGreaterThan(last.latencyMicroseconds());
            assertThat(energy(now, Component.ADC)).isCloseTo(energy(last, Component.ADC), within(1e-9));
            last = now;
        }
    }

    @Test
    void wholeMacrosAreNeverSmallerThanTrimmedCrossbars() {
        Cost trimmed = cost(harCnn(), HARDWARE, TECHNOLOGY, CostOptions.STANDARD);
        Cost macros = cost(harCnn(), HARDWARE, TECHNOLOGY, CostOptions.STANDARD.withFloorplan(Floorplan.MACROS));

        assertThat(macros.areaSquareMillimetres()).isGreaterThan(trimmed.areaSquareMillimetres());
        // 10 crossbars of 128 × 128 cells.
        int tiles = MappingPlan.of(harCnn(), HARDWARE).tiles().size();
        assertThat(area(macros, Component.CELL_ARRAY))
                .isCloseTo(tiles * 16384 * 12 * 0.032 * 0.032 * 1e-6, within(1e-12));
        assertThat(energy(macros, Component.CELL_ARRAY)).isEqualTo(energy(trimmed, Component.CELL_ARRAY));
        assertThat(energy(macros, Component.ADC)).isEqualTo(energy(trimmed, Component.ADC));
    }

    @Test
    void aConverterThatTheTechnologyLacksIsRefusedByName() throws IOException {
        Technology isaac = Technology.bundled("isaac-32nm");
        assertThatThrownBy(() -> cost(harCnn(), HARDWARE, isaac, CostOptions.STANDARD.withAdc(AdcKind.RAMP)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("adc: RAMP is none of the technology's, which are [SAR, SURVEY]");
        assertThatThrownBy(() -> cost(harCnn(), HARDWARE, TECHNOLOGY, CostOptions.STANDARD.withAdc(AdcKind.FLASH)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("adc: FLASH of rram-32nm converts 2 … 6 bits, but the design's converters.adcBits is 8;"
                        + " choose adcBits in that range or one of [SAR, RAMP, SURVEY]");
    }

    @Test
    void cellsWithoutTransistorsNeedSwitchesAtTheirLinesToTakeTurns() {
        Technology passive = withCell(CellKind.ONE_R);
        Cost serial = cost(harCnn(), HARDWARE, passive, CostOptions.STANDARD);
        Cost parallel = cost(harCnn(), HARDWARE, passive, CostOptions.STANDARD.withSchedule(Schedule.LAYER_PARALLEL));

        assertThat(serial.items()).anyMatch(item -> item.source().startsWith("line switch"));
        assertThat(parallel.items()).noneMatch(item -> item.source().startsWith("line switch"));
    }

    @Test
    void aCellOfTwoDevicesHoldsAPair() {
        Technology twin = withCell(CellKind.TWO_T_TWO_R);
        Hardware pairs = HARDWARE.withPolarity(Polarity.DIFFERENTIAL);

        assertThat(2 * area(cost(harCnn(), pairs, twin, CostOptions.STANDARD), Component.CELL_ARRAY))
                .isCloseTo(
                        area(cost(harCnn(), pairs, TECHNOLOGY, CostOptions.STANDARD), Component.CELL_ARRAY),
                        within(1e-12));
        assertThat(area(cost(harCnn(), HARDWARE, twin, CostOptions.STANDARD), Component.CELL_ARRAY))
                .isEqualTo(area(cost(harCnn(), HARDWARE, TECHNOLOGY, CostOptions.STANDARD), Component.CELL_ARRAY));
    }

    /** dense(10, 3) in pairs: 30 cells of two devices, each read for what a publication says of a cell. */
    @Test
    void aPublishedReadEnergyIsChargedOnceACell() {
        Hardware pairs = HARDWARE.withPolarity(Polarity.DIFFERENTIAL);
        Quantity energy = new Quantity(0.002, "pJ", 0.002, 0.002, 0, "made for a test");

        Cost twin = cost(dense(10, 3), pairs, withCell(CellKind.TWO_T_TWO_R, energy), CostOptions.STANDARD);
        Cost single = cost(dense(10, 3), pairs, withCell(CellKind.ONE_T_ONE_R, energy), CostOptions.STANDARD);

        assertThat(energy(twin, Component.CELL_ARRAY)).isCloseTo(30 * 0.002e-3, within(1e-15));
        assertThat(energy(single, Component.CELL_ARRAY)).isCloseTo(60 * 0.002e-3, within(1e-15));
    }

    @Test
    void layerSerialSharesEverythingButStorage() {
        Cost two = cost(conv(64, 64, 3, 64, 64), HARDWARE, TECHNOLOGY, CostOptions.STANDARD);

        assertThat(two.items().stream()
                        .filter(item -> item.layer() != CostItem.SHARED && item.instances() > 0)
                        .map(CostItem::component)
                        .distinct())
                .containsExactlyInAnyOrder(Component.CELL_ARRAY, Component.CORRECTION);
    }

    private static Technology withCell(CellKind kind) {
        return withCell(kind, TECHNOLOGY.cell().readEnergy());
    }

    private static Technology withCell(CellKind kind, Quantity readEnergy) {
        CellParts cell = TECHNOLOGY.cell();
        return new Technology(
                TECHNOLOGY.schema(),
                "other-cell",
                TECHNOLOGY.title(),
                TECHNOLOGY.node(),
                new CellParts(kind, cell.area(), cell.readVoltage(), cell.readPulse(), readEnergy),
                TECHNOLOGY.programming(),
                TECHNOLOGY.rows(),
                TECHNOLOGY.columns(),
                TECHNOLOGY.analog(),
                TECHNOLOGY.digital(),
                TECHNOLOGY.memory(),
                TECHNOLOGY.macro());
    }

    private static double cells(Cost cost, int layer) {
        return cost.ofLayer(layer).stream()
                .filter(item -> item.component() == Component.CELL_ARRAY)
                .mapToDouble(CostItem::instances)
                .sum();
    }

    private static double area(Cost cost, Component component) {
        return cost.areaByComponent().getOrDefault(component, 0.0);
    }

    private static double energy(Cost cost, Component component) {
        return cost.energyByComponent().getOrDefault(component, 0.0);
    }

    private static Cost cost(Network network, Hardware hardware, Technology technology, CostOptions options) {
        return CostModel.cost(MappingPlan.of(network, hardware), hardware, technology, options);
    }
}
