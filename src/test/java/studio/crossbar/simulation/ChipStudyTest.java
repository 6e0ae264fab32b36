package studio.crossbar.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.device.Curve;
import studio.crossbar.device.Device;
import studio.crossbar.device.DevicePresets;
import studio.crossbar.device.Drift;
import studio.crossbar.device.Programming;
import studio.crossbar.device.StuckRates;
import studio.crossbar.device.WriteVerify;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.hardware.Noise;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.PolarityMap;
import studio.crossbar.hardware.Subtraction;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;
import studio.crossbar.simulation.tile.CrossbarArray;
import studio.crossbar.simulation.tile.WireResistance;
import studio.crossbar.training.AnalogInference;

class ChipStudyTest {

    private static final Noise NOISE = new Noise(0.05, 0.01);

    private static Network network(String kind) {
        return kind.equals("images") ? Untrained.images() : Untrained.signals();
    }

    private static ChipStudy study(MappedNetwork mapped) {
        Network network = mapped.trained().design().network();
        return new ChipStudy(mapped, Untrained.data(network, 1), Untrained.data(network, 2));
    }

    private static List<CrossbarArray> arrays(MappedNetwork mapped, ChipOptions options, double seconds) {
        try (AnalogInference converters = new AnalogInference(
                mapped.trained(), Untrained.data(mapped.trained().design().network(), 1))) {
            return Chip.program(new ChipPlan(mapped, options, converters), 3, 0, () -> false)
                    .at(seconds);
        }
    }

    /** Tiles against the training's kernels on the same weights: the same operations in the same order, so the same bits. */
    @ParameterizedTest
    @CsvSource({
        "signals, DIFFERENTIAL",
        "signals, POSITIVE",
        "signals, NEGATIVE",
        "signals, ROW_BLOCK",
        "images, DIFFERENTIAL",
        "images, POSITIVE",
        "images, ROW_BLOCK"
    })
    void scoresEqualThoseOfTheTrainingsKernels(String kind, Polarity polarity) {
        MappedNetwork mapped = Untrained.mapped(network(kind), polarity, 3, NOISE);
        List<CrossbarArray> arrays = arrays(mapped, ChipOptions.DESIGN, 0);
        float[] expected;
        try (AnalogInference kernels = new AnalogInference(mapped.trained(), Untrained.data(network(kind), 1))) {
            for (int layer = 0; layer < arrays.size(); layer++) {
                kernels.program(layer, arrays.get(layer).weights());
            }
            expected = kernels.scores(3, 0, () -> false);
        }
        try (ChipStudy study = study(mapped)) {
            assertThat(study.scores(ChipOptions.DESIGN, 0, 0, 3)).isEqualTo(expected);
        }
    }

    private static Hardware hardware(String kind) {
        return switch (kind) {
            case "offset" -> Untrained.hardware(Polarity.OFFSET, 2, NOISE);
            case "sliced pairs" ->
                Untrained.hardware(Polarity.DIFFERENTIAL, 2, NOISE).withSlices(2);
            case "sliced offset" ->
                Untrained.hardware(Polarity.OFFSET, 1, NOISE).withSlices(3);
            case "sliced row blocks" ->
                Untrained.hardware(Polarity.ROW_BLOCK, 1, NOISE).withSlices(2);
            case "bit by bit" ->
                Untrained.hardware(Polarity.ROW_BLOCK, 2, NOISE).withConverters(new Converters(8, 8, 1));
            case "three bits a cycle, signed inputs" -> {
                Hardware split = Untrained.hardware(Polarity.DIFFERENTIAL, 2, NOISE);
                yield new Hardware(
                                split.cell(),
                                split.polarity(),
                                new Converters(8, 8, 3),
                                split.tile(),
                                split.ranges(),
                                split.scaling(),
                                InputCoding.SIGNED,
                                NOISE)
                        .withSlices(2);
            }
            case "a sign a tile" -> mixed(Untrained.hardware(Polarity.DIFFERENTIAL, 2, NOISE));
            default -> Untrained.hardware(Polarity.valueOf(kind), 2, NOISE);
        };
    }

    /** All four encodings in turn, tile by tile, so that they stand side by side in row blocks. */
    private static Hardware mixed(Hardware hardware) {
        PolarityMap map = PolarityMap.filled(
                Untrained.signals(), hardware, PolarityMap.Granularity.TILE, 1, Encoding.DIFFERENTIAL);
        Encoding[] all = Encoding.values();
        int next = 0;
        for (int layer = 0; layer < map.layers().size(); layer++) {
            for (int line = 0; line < map.layers().get(layer).lines().size(); line++) {
                for (int entry = 0;
                        entry < map.layers().get(layer).lines().get(line).size();
                        entry++) {
                    map = map.with(layer, line, entry, all[next++ % all.length]);
                }
            }
        }
        return hardware.withPolarity(map);
    }

    private static Network network(Hardware hardware) {
        return hardware.inputs() == InputCoding.SIGNED
                ? new Network(new Shape(2, 20), Untrained.signals().layers())
                : Untrained.signals();
    }

    /**
     * Chips of the design's own cells are those of the evaluation, for every encoding; a sum between two codes may round
     * otherwise, since digits are counted before and not after rounding to floats.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DIFFERENTIAL",
                "POSITIVE",
                "NEGATIVE",
                "ROW_BLOCK",
                "offset",
                "sliced pairs",
                "sliced offset",
                "sliced row blocks",
                "a sign a tile",
                "bit by bit",
                "three bits a cycle, signed inputs"
            })
    void chipsOfTheDesignAreThoseOfTheEvaluation(String kind) {
        Hardware hardware = hardware(kind);
        MappedNetwork mapped = Untrained.mapped(network(hardware), hardware);
        float[] expected;
        try (AnalogInference kernels = new AnalogInference(mapped.trained(), Untrained.data(network(hardware), 1))) {
            for (int layer = 0; layer < mapped.plan().layers().size(); layer++) {
                kernels.program(layer, MonteCarlo.chip(mapped, layer, 9, 2));
            }
            expected = kernels.scores(9, 2, () -> false);
        }
        try (ChipStudy study = study(mapped)) {
            float[] found = study.scores(ChipOptions.DESIGN, 0, 2, 9);
            int different = 0;
            for (int i = 0; i < found.length; i++) {
                different += Math.abs(found[i] - expected[i]) > 1e-5 ? 1 : 0;
            }
            assertThat(different).as("of %d scores", found.length).isLessThan(found.length / 5);
            assertThat(distance(found, expected)).isLessThan(0.01 * distance(expected, new float[expected.length]));
        }
    }

    @Test
    void idealDevicesComputeAsTheDesignWithoutNoise() throws JsonFormatException {
        MappedNetwork mapped = Untrained.mapped(Untrained.signals(), Polarity.ROW_BLOCK, 2, Noise.NONE);
        Device ideal = DevicePresets.carried(DevicePresets.IDEAL);
        float[] own = arrays(mapped, ChipOptions.DESIGN, 0).get(1).weights();
        float[] found =
                arrays(mapped, ChipOptions.DESIGN.withDevice(ideal), 0).get(1).weights();
        for (int i = 0; i < own.length; i++) {
            assertThat(found[i]).isCloseTo(own[i], within(1e-5f));
        }
    }

    /** Cells that all lose the same share are compensated wholly. */
    @Test
    void driftIsUndoneByTheCompensationWhereAllCellsLoseAlike() throws JsonFormatException {
        MappedNetwork mapped = Untrained.mapped(Untrained.signals(), Polarity.DIFFERENTIAL, 2, Noise.NONE);
        Device device = with(
                DevicePresets.carried("pcm-nandakumar-2019"),
                Curve.ZERO,
                new Drift.PowerLaw(20, Curve.constant(0.06), Curve.ZERO, "a test"),
                new StuckRates(0, 0, "a test"));
        ChipOptions options = ChipOptions.DESIGN
                .withDevice(device)
                .withSources(EnumSet.of(NoiseSource.PROGRAMMING, NoiseSource.DRIFT));
        float[] fresh = arrays(mapped, options, 0).getFirst().weights();
        float[] aged = arrays(mapped, options, 1e6).getFirst().weights();
        float[] restored = arrays(mapped, options.withDriftCompensation(true), 1e6)
                .getFirst()
                .weights();
        double left = Math.pow(1 + 1e6 / 20, -0.06);
        for (int i = 0; i < fresh.length; i++) {
            assertThat(aged[i]).isCloseTo((float) (fresh[i] * left), within(1e-4f));
            assertThat(restored[i]).isCloseTo(fresh[i], within(1e-4f));
        }
    }

    private static Device with(Device device, Curve programming, Drift drift, StuckRates stuck) {
        return NoiseScale.with(
                device,
                new Programming(programming, Curve.ZERO, WriteVerify.NONE, "a test"),
                drift,
                device.readNoise(),
                stuck);
    }

    @Test
    void cellsThatAreAllStuckOnHoldTheLargestWeight() throws JsonFormatException {
        MappedNetwork mapped = Untrained.mapped(Untrained.signals(), Polarity.ROW_BLOCK, 2, Noise.NONE);
        Device preset = DevicePresets.carried("pcm-nandakumar-2019");
        Device device = with(preset, Curve.ZERO, preset.drift(), new StuckRates(1, 0, "a test"));
        ChipOptions options = ChipOptions.DESIGN.withDevice(device).withSources(Set.of(NoiseSource.STUCK));
        for (float weight : arrays(mapped, options, 0).getFirst().weights()) {
            assertThat(Math.abs(weight)).isCloseTo(0.8f, within(1e-5f));
        }
        // Only the tiles in scope are.
        float[] others = arrays(mapped, options.withScope(TileScope.layer(1)), 0)
                .getFirst()
                .weights();
        assertThat(others).contains(0f);
    }

    /** Also where tiles lie side by side and the first of them is not noisy. */
    @Test
    void readNoiseOfASingleTileIsDrawnAnewForEachChip() {
        MappedNetwork mapped = Untrained.mapped(Untrained.signals(), Polarity.DIFFERENTIAL, 3, new Noise(0, 0.05));
        try (ChipStudy study = study(mapped)) {
            float[] silent = study.scores(ChipOptions.DESIGN.withSources(Set.of(NoiseSource.ADC)), 0, 0, 3);
            for (int tile = 0; tile < mapped.tiles().size(); tile++) {
                ChipOptions options = ChipOptions.DESIGN.withScope(TileScope.tile(tile));
                float[] first = study.scores(options, 0, 0, 3);
                assertThat(first).as("tile %d", tile).isNotEqualTo(silent);
                assertThat(study.scores(options, 0, 1, 3)).isNotEqualTo(first);
                assertThat(study.scores(options, 0, 0, 3)).isEqualTo(first);
            }
        }
    }

    @Test
    void wiresOfNoResistanceChangeNothingAndOthersTakeCurrentAway() {
        MappedNetwork mapped = Untrained.mapped(Untrained.signals(), Polarity.POSITIVE, 2, Noise.NONE);
        float[] ideal = arrays(mapped, ChipOptions.DESIGN, 0).getFirst().weights();
        float[] none = arrays(mapped, ChipOptions.DESIGN.withWires(new WireResistance(0, 0)), 0)
                .getFirst()
                .weights();
        float[] some = arrays(mapped, ChipOptions.DESIGN.withWires(new WireResistance(50, 50)), 0)
                .getFirst()
                .weights();
        double before = 0;
        double after = 0;
        for (int i = 0; i < ideal.length; i++) {
            assertThat(none[i]).isCloseTo(ideal[i], within(1e-5f));
            before += ideal[i];
            after += some[i];
        }
        assertThat(after / before).isBetween(0.5, 0.99);
        WireError error =
                WireError.measure(mapped, ChipOptions.DESIGN.withWires(new WireResistance(50, 50)), () -> false);
        assertThat(error.tiles()).isEqualTo(4);
        assertThat(error.relativeL2()).isBetween(1e-12, 1e-3);
        assertThat(error.worstRelative()).isGreaterThanOrEqualTo(error.relativeL2() / 10);
    }

    @Test
    void chipsAndBillsSubtractPairsWhereTrainingDoes() {
        assertThat(ChipOptions.DESIGN.subtraction()).isEqualTo(Subtraction.ANALOG);
        assertThat(CostOptions.STANDARD.subtraction()).isEqualTo(ChipOptions.DESIGN.subtraction());
    }

    /** Pairs converted apart differ from pairs subtracted before the ADC by rounding alone if nothing is clipped. */
    @Test
    void currentsOfPairsMayBeSubtractedAfterTheAdc() {
        MappedNetwork mapped = Untrained.mapped(Untrained.signals(), Polarity.DIFFERENTIAL, 3, Noise.NONE);
        ChipOptions noAdc = ChipOptions.DESIGN.withSources(Set.of());
        try (ChipStudy study = study(mapped)) {
            float[] analog = study.scores(noAdc, 0, 0, 1);
            float[] digital = study.scores(noAdc.withSubtraction(Subtraction.DIGITAL), 0, 0, 1);
            for (int i = 0; i < analog.length; i++) {
                assertThat(digital[i]).isCloseTo(analog[i], within(1e-3f));
            }
            ChipOptions ranged = ChipOptions.DESIGN.withRangeShare(1);
            assertThat(study.scores(ranged.withSubtraction(Subtraction.DIGITAL), 0, 0, 1))
                    .isNotEqualTo(study.scores(ranged, 0, 0, 1));
        }
    }

    /** Noise of the columns is there whether or not their converters round: deviates and scale are the same. */
    @Test
    void columnsAreAsNoisyWithoutTheRoundingOfTheirConverters() {
        Noise noisy = new Noise(0, 0.05);
        MappedNetwork mapped = Untrained.mapped(Untrained.signals(), Polarity.DIFFERENTIAL, 4, noisy);
        Set<NoiseSource> both = EnumSet.of(NoiseSource.READ_NOISE, NoiseSource.ADC);
        try (ChipStudy study = study(mapped)) {
            float[] ideal = study.scores(ChipOptions.DESIGN.withSources(Set.of()), 0, 0, 1);
            float[] read = study.scores(ChipOptions.DESIGN.withSources(EnumSet.of(NoiseSource.READ_NOISE)), 0, 0, 1);
            float[] converted = study.scores(ChipOptions.DESIGN.withSources(EnumSet.of(NoiseSource.ADC)), 0, 0, 1);
            float[] all = study.scores(ChipOptions.DESIGN.withSources(both), 0, 0, 1);
            double alone = distance(read, ideal);
            assertThat(alone).isPositive();
            assertThat(alone / distance(all, converted)).isBetween(0.5, 2.0);
            float[] twice = study.scores(
                    ChipOptions.DESIGN
                            .withSources(EnumSet.of(NoiseSource.READ_NOISE))
                            .withNoiseScale(0.5),
                    0,
                    0,
                    1);
            assertThat(distance(twice, ideal)).isLessThan(0.8 * alone);
        }
    }

    /** Each column of a pair carries G_min · Σx, which the trained ranges have no room for. */
    @Test
    void pairsConvertedApartNeedRangesOfTheirOwn() {
        MappedNetwork mapped = Untrained.mapped(Untrained.signals(), Polarity.DIFFERENTIAL, 3, Noise.NONE);
        ChipOptions digital = ChipOptions.DESIGN.withSubtraction(Subtraction.DIGITAL);
        try (ChipStudy study = study(mapped)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> study.scores(digital, 0, 0, 1))
                    .withMessageContainingAll("subtraction: DIGITAL", "G_min, 0.5 µS", "rangeShare");
        }
    }

    @Test
    void rangesMeasuredOnEachTileBringResultsNearerToThoseWithoutAdc() {
        MappedNetwork mapped = Untrained.mapped(Untrained.signals(), Polarity.POSITIVE, 4, Noise.NONE);
        ChipOptions noAdc = ChipOptions.DESIGN.withSources(Set.of());
        try (ChipStudy study = study(mapped)) {
            float[] ideal = study.scores(noAdc, 0, 0, 1);
            double trained = distance(study.scores(ChipOptions.DESIGN, 0, 0, 1), ideal);
            double measured = distance(study.scores(ChipOptions.DESIGN.withRangeShare(1), 0, 0, 1), ideal);
            assertThat(measured).isLessThan(0.7 * trained);
        }
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    @Test
    void readingAgainGivesTheSameAndAnotherSeedOtherChips() throws JsonFormatException {
        MappedNetwork mapped = Untrained.mapped(Untrained.signals(), Polarity.ROW_BLOCK, 2, Noise.NONE);
        ChipOptions options = ChipOptions.DESIGN.withDevice(DevicePresets.carried("pcm-nandakumar-2019"));
        try (ChipStudy study = study(mapped)) {
            float[] first = study.scores(options, 86_400, 1, 5);
            assertThat(study.scores(options, 86_400, 1, 5)).isEqualTo(first);
            assertThat(study.scores(options, 86_400, 2, 5)).isNotEqualTo(first);
            assertThat(study.scores(options, 86_400, 1, 6)).isNotEqualTo(first);
            assertThat(study.scores(options, 3e8, 1, 5)).isNotEqualTo(first);
        }
    }

    @Test
    void agesWithoutAModelAreRefusedBeforeAnyWork() throws JsonFormatException {
        MappedNetwork mapped = Untrained.mapped(Untrained.signals(), Polarity.ROW_BLOCK, 2, Noise.NONE);
        Device wan = DevicePresets.carried("rram-wan-2022");
        try (ChipStudy study = study(mapped)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> study.scores(ChipOptions.DESIGN, 60, 0, 1))
                    .withMessageContaining("1 min")
                    .withMessageContaining("name a device");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> study.scores(ChipOptions.DESIGN.withDevice(wan), 3e8, 0, 1))
                    .withMessageContaining("172800");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> study.scores(ChipOptions.DESIGN.withDevice(wan), 1e12, 0, 1))
                    .withMessageContaining("100 years");
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            study.scores(ChipOptions.DESIGN.withDevice(wan).withCelsius(85), 3600, 0, 1))
                    .withMessageContaining("85");
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> study.accuracies(ChipOptions.DESIGN, List.of(0.0), 100, 1, () -> true, _ -> {}));
        }
    }
}
