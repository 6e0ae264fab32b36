package studio.crossbar.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.PolarityMap;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;
import studio.crossbar.training.TrainedNetwork;

class MappedNetworkTest {

    static Stream<Arguments> cases() {
        return Stream.concat(Arrays.stream(Polarity.values()), Arrays.stream(PolarityMap.Granularity.values()))
                .flatMap(kind -> IntStream.rangeClosed(1, 4).mapToObj(slices -> Arguments.of(kind, slices)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tilesGiveTheProgrammedLevelsBack(Object kind, int slices) {
        Random random = new Random(5);
        for (int trial = 0; trial < 20; trial++) {
            int most = (int) Math.floor(Math.pow(Hardware.MOST_WEIGHT_LEVELS, 1.0 / slices));
            Cell cell = new Cell(2 + random.nextInt(Math.min(255, most - 1)), 0.5, 10);
            TileShape tile = new TileShape(8 + random.nextInt(20), 8 + random.nextInt(20));
            Network network = Networks.random(random);
            Hardware hardware =
                    Networks.hardware(cell, Polarity.DIFFERENTIAL, tile).withSlices(slices);
            hardware = hardware.withPolarity(
                    kind instanceof PolarityMap.Granularity granularity
                            ? Networks.randomMap(network, hardware, granularity, random)
                            : (Polarity) kind);
            TrainedNetwork trained = Networks.trained(network, hardware, random);
            MappedNetwork mapped = MappedNetwork.of(trained);

            for (int layer = 0; layer < trained.layers().size(); layer++) {
                assertThat(mapped.readBack(layer))
                        .isEqualTo(trained.layers().get(layer).levels(cell));
            }
            long cells =
                    mapped.tiles().stream().mapToLong(t -> t.states().length).sum();
            assertThat(cells).isEqualTo(mapped.plan().devices());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void signedConductancesOfACellPairOrCellAreTheWeight(Object kind, int slices) {
        Random random = new Random(9);
        Cell cell = new Cell(16, 2, 32);
        Network network = Networks.random(random);
        Hardware hardware = Networks.hardware(cell, Polarity.DIFFERENTIAL, new TileShape(16, 9))
                .withSlices(Math.min(3, slices));
        hardware = hardware.withPolarity(
                kind instanceof PolarityMap.Granularity granularity
                        ? Networks.randomMap(network, hardware, granularity, random)
                        : (Polarity) kind);
        TrainedNetwork trained = Networks.trained(network, hardware, random);
        MappedNetwork mapped = MappedNetwork.of(trained);
        MappingPlan plan = mapped.plan();

        for (LayerPlan layer : plan.layers()) {
            short[] levels = trained.layers().get(layer.layer()).levels(cell);
            int outputs = layer.spec().outputs();
            for (int i = 0; i < levels.length; i++) {
                double sum = 0;
                double perLevel = 2;
                for (DevicePlace place : plan.devicesOf(layer.layer(), i / outputs, i % outputs)) {
                    Tile tile = mapped.tiles().get(place.tile());
                    double zero = 2;
                    if (tile.slot().encoding() == Encoding.OFFSET) {
                        // The correction column's current is subtracted; a level is half a state.
                        int correction = tile.slot().deviceColumns() - 1;
                        zero = tile.conductanceMicroSiemens(place.row(), correction);
                        assertThat(zero).isEqualTo(17);
                        perLevel = 1;
                    }
                    double significance = Math.pow(16, place.slice());
                    sum += place.sign()
                            * significance
                            * (tile.conductanceMicroSiemens(place.row(), place.column()) - zero);
                }
                assertThat(sum).isCloseTo(levels[i] * perLevel, within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POSITIVE, -1",
        "POSITIVE, 4",
        "NEGATIVE, 1",
        "NEGATIVE, -4",
        "DIFFERENTIAL, 4",
        "DIFFERENTIAL, -4",
        "OFFSET, 0",
        "OFFSET, 2",
        "OFFSET, 5"
    })
    void aLevelThatTheCellsCannotHoldIsRefused(Encoding encoding, short level) {
        TileSlot slot = new TileSlot(0, 0, encoding, 2, 1, 3, 1);
        short[] levels = new short[3 * 4];
        levels[2 * 4 + 3] = level;

        assertThatThrownBy(() -> Tile.program(slot, Cell.ofBits(2), levels, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("level: " + level + " at row 2, output 3 does not fit " + encoding + " cells of 4 levels");
    }

    @Test
    void aTileOfAnotherSizeThanItsSlotIsRefused() {
        TileSlot slot = new TileSlot(0, 0, Encoding.DIFFERENTIAL, 0, 2, 0, 3);

        assertThatThrownBy(() -> new Tile(slot, Cell.ofBits(2), new byte[6]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("states: 6 values for 12 cells");
    }

    /** Weights of two digits to the base 4 at −15, −1, 1 and 15: states 0, 7, 8, 15; the reference lies between 1 and 2. */
    @Test
    void offsetWeightsCountFromTheMiddleOfTheCorrectionColumn() {
        Cell cell = new Cell(4, 1, 7);
        TileSlot slot = new TileSlot(0, 0, Encoding.OFFSET, 0, 1, 0, 4, 2);
        Tile tile = Tile.program(slot, cell, new short[] {-15, -1, 1, 15}, 4);
        assertThat(tile.states()).containsExactly(0, 0, 3, 1, 0, 2, 3, 3, 1);
        assertThat(tile.conductanceMicroSiemens(0, 8)).isEqualTo(4);
        assertThat(slot.correction(8)).isTrue();
        assertThat(slot.sign(8)).isEqualTo(-1);
        assertThat(slot.correction(7)).isFalse();
        assertThat(Tile.meanConductanceMicroSiemens(List.of(tile)))
                .isCloseTo((1 + 1 + 7 + 3 + 1 + 5 + 7 + 7 + 4) / 9.0, within(1e-12));
        assertThat(Tile.meanWeightConductanceMicroSiemens(List.of(tile)))
                .isCloseTo((1 + 1 + 7 + 3 + 1 + 5 + 7 + 7) / 8.0, within(1e-12));
        assertThatThrownBy(() -> slot.output(8)).hasMessageContaining("correction column");
    }

    /** Differential blocks are twice as wide as unipolar ones; what a narrower block leaves is no cell. */
    @Test
    void conductancesOfBlocksOfUnequalWidthEndInNaN() {
        Network network = new Network(new Shape(10, 1), List.of(new Layer.Dense(3)));
        Hardware hardware = Networks.hardware(new Cell(4, 1, 7), Polarity.DIFFERENTIAL, new TileShape(8, 8));
        PolarityMap map = PolarityMap.filled(
                        network, hardware, PolarityMap.Granularity.ROW_BLOCK, 1, Encoding.DIFFERENTIAL)
                .with(0, 1, 0, Encoding.NEGATIVE);
        MappedNetwork mapped = MappedNetwork.of(Networks.trained(network, hardware.withPolarity(map), new Random(1)));
        float[] conductances = mapped.conductancesMicroSiemens(0);
        assertThat(conductances).hasSize(10 * 6);
        for (int row = 0; row < 10; row++) {
            for (int column = 0; column < 6; column++) {
                assertThat(Float.isNaN(conductances[row * 6 + column])).isEqualTo(row >= 8 && column >= 3);
            }
        }
    }

    @Test
    void theMeanConductanceCountsEveryCellOnce() {
        Cell cell = new Cell(4, 1, 7);
        TileSlot pair = new TileSlot(0, 0, Encoding.DIFFERENTIAL, 0, 1, 0, 2);
        TileSlot single = new TileSlot(0, 1, Encoding.POSITIVE, 0, 2, 0, 3);
        Tile first = Tile.program(pair, cell, new short[] {-3, 2}, 2);
        Tile second = Tile.program(single, cell, new short[] {0, 1, 3, 0, 0, 2}, 3);
        // States 0 3 2 0 and 0 1 3 0 0 2 at 1, 3, 5, 7 µS.
        assertThat(Tile.meanConductanceMicroSiemens(List.of(first))).isEqualTo((1 + 7 + 5 + 1) / 4.0);
        assertThat(Tile.meanConductanceMicroSiemens(List.of(first, second)))
                .isCloseTo((1 + 7 + 5 + 1 + 1 + 3 + 7 + 1 + 1 + 5) / 10.0, within(1e-12));
    }
}
