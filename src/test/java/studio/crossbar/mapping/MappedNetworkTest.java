package studio.crossbar.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.training.TrainedNetwork;

class MappedNetworkTest {

    @ParameterizedTest
    @EnumSource(Polarity.class)
    void tilesGiveTheProgrammedLevelsBack(Polarity polarity) {
        Random random = new Random(5);
        for (int trial = 0; trial < 40; trial++) {
            Cell cell = new Cell(2 + random.nextInt(255), 0.5, 10);
            TileShape tile = new TileShape(8 + random.nextInt(20), 8 + random.nextInt(20));
            TrainedNetwork trained =
                    Networks.trained(Networks.random(random), Networks.hardware(cell, polarity, tile), random);
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
    @EnumSource(Polarity.class)
    void signedConductancesOfACellPairOrCellAreTheWeight(Polarity polarity) {
        Random random = new Random(9);
        Cell cell = new Cell(16, 2, 32);
        Hardware hardware = Networks.hardware(cell, polarity, new TileShape(16, 9));
        TrainedNetwork trained = Networks.trained(Networks.random(random), hardware, random);
        MappedNetwork mapped = MappedNetwork.of(trained);
        MappingPlan plan = mapped.plan();

        for (LayerPlan layer : plan.layers()) {
            short[] levels = trained.layers().get(layer.layer()).levels(cell);
            int outputs = layer.spec().outputs();
            for (int i = 0; i < levels.length; i++) {
                double sum = 0;
                for (DevicePlace place : plan.devicesOf(layer.layer(), i / outputs, i % outputs)) {
                    Tile tile = mapped.tiles().get(place.tile());
                    sum += place.sign() * (tile.conductanceMicroSiemens(place.row(), place.column()) - 2);
                }
                assertThat(sum).isCloseTo(levels[i] * 2.0, within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"POSITIVE, -1", "POSITIVE, 4", "NEGATIVE, 1", "NEGATIVE, -4", "DIFFERENTIAL, 4", "DIFFERENTIAL, -4"})
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
