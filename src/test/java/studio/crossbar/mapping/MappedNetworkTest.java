package studio.crossbar.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
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
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;
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
    void aSummaryCountsLevelsZerosAndCells() {
        TileSlot slot = new TileSlot(0, 0, Encoding.DIFFERENTIAL, 0, 2, 0, 3);
        Tile tile = Tile.program(slot, Cell.ofBits(2), new short[] {-3, 0, 1, 0, 0, 2}, 3);

        assertThat(TileSummary.of(tile, new TileShape(8, 8))).isEqualTo(new TileSummary(slot, 1, 0.5, 12, 12 / 64.0));
    }

    @Test
    void summariesCoverEveryTile() {
        Network network = new Network(new Shape(20, 1), List.of(new Layer.Dense(10)));
        Hardware hardware = Networks.hardware(Cell.ofBits(3), Polarity.ROW_BLOCK, new TileShape(8, 8));
        MappedNetwork mapped = MappedNetwork.of(Networks.trained(network, hardware, new Random(1)));
        List<TileSummary> summaries = mapped.summaries();

        assertThat(summaries.stream().map(TileSummary::slot))
                .isEqualTo(mapped.plan().tiles());
        assertThat(summaries.stream().mapToLong(TileSummary::usedCells).sum()).isEqualTo(200);
        double weighted = summaries.stream()
                .mapToDouble(summary -> summary.meanAbsoluteLevel() * summary.usedCells())
                .sum();
        short[] levels = mapped.readBack(0);
        int total = 0;
        for (short level : levels) {
            total += Math.abs(level);
        }
        assertThat(weighted).isCloseTo(total, within(1e-9));
        assertThat(Arrays.stream(new int[] {0, 1})
                        .map(i -> mapped.tilesOf(0).get(i).slot().outputs()))
                .containsExactly(8, 2);
    }
}
