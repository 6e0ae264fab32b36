package studio.crossbar.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.PolarityMap;
import studio.crossbar.hardware.RowPlan;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;

class MappingPlanTest {

    private static final Network CONV =
            new Network(new Shape(5, 12), List.of(new Layer.Conv1d(11, 4, 2, 1), new Layer.Relu(), new Layer.Dense(3)));

    /** K = 4 · 5 = 20 rows on 16 wordlines; 11 outputs at 4 pairs a tile of 9 bitlines, of which one stays free. */
    @Test
    void pairsStayTogetherWhenColumnsAreOdd() {
        MappingPlan plan = plan(CONV, Polarity.DIFFERENTIAL, 16, 9);
        LayerPlan first = plan.layers().getFirst();

        assertThat(first.tiles())
                .containsExactly(
                        new TileSlot(0, 0, Encoding.DIFFERENTIAL, 0, 16, 0, 4),
                        new TileSlot(0, 0, Encoding.DIFFERENTIAL, 0, 16, 4, 4),
                        new TileSlot(0, 0, Encoding.DIFFERENTIAL, 0, 16, 8, 3),
                        new TileSlot(0, 1, Encoding.DIFFERENTIAL, 16, 4, 0, 4),
                        new TileSlot(0, 1, Encoding.DIFFERENTIAL, 16, 4, 4, 4),
                        new TileSlot(0, 1, Encoding.DIFFERENTIAL, 16, 4, 8, 3));
        assertThat(first.vectors()).isEqualTo(6);
        assertThat(first.devices()).isEqualTo(20 * 11 * 2);
        assertThat(first.digital()).extracting(Network.Digital::layer).containsExactly(new Layer.Relu());
        assertThat(plan.layers().getLast().digital()).isEmpty();
    }

    /** Channels 0, 2, 4 hold positive and 1, 3 negative weights: 12 and 8 rows, in tiles of their own. */
    @Test
    void rowBlockPolarityStartsATileAPlane() {
        LayerPlan first = plan(CONV, Polarity.ROW_BLOCK, 8, 8).layers().getFirst();

        assertThat(first.tiles())
                .containsExactly(
                        new TileSlot(0, 0, Encoding.POSITIVE, 0, 8, 0, 8),
                        new TileSlot(0, 0, Encoding.POSITIVE, 0, 8, 8, 3),
                        new TileSlot(0, 1, Encoding.POSITIVE, 8, 4, 0, 8),
                        new TileSlot(0, 1, Encoding.POSITIVE, 8, 4, 8, 3),
                        new TileSlot(0, 2, Encoding.NEGATIVE, 12, 8, 0, 8),
                        new TileSlot(0, 2, Encoding.NEGATIVE, 12, 8, 8, 3));
        assertThat(first.weight(12, 7)).isEqualTo(new WeightPlace(0, 12, 7, 0, 1));
        assertThat(first.weight(19, 7)).isEqualTo(new WeightPlace(0, 19, 7, 3, 3));
        assertThat(first.weight(4, 0)).isEqualTo(new WeightPlace(0, 4, 0, 1, 2));
    }

    /** One more bitline a tile, whatever the slices: 3 outputs of two slices and a correction column on 8 bitlines. */
    @Test
    void offsetTakesOneCorrectionColumnATile() {
        Hardware hardware = Networks.hardware(Cell.ofBits(2), Polarity.OFFSET, new TileShape(16, 8));
        LayerPlan one = MappingPlan.of(CONV, hardware).layers().getFirst();
        assertThat(one.tiles()).extracting(TileSlot::outputs).containsExactly(7, 4, 7, 4);
        assertThat(one.tiles()).extracting(TileSlot::deviceColumns).containsExactly(8, 5, 8, 5);
        assertThat(one.devices()).isEqualTo(20 * (11 + 2));
        LayerPlan two = MappingPlan.of(CONV, hardware.withSlices(2)).layers().getFirst();
        assertThat(two.tiles()).extracting(TileSlot::outputs).containsExactly(3, 3, 3, 2, 3, 3, 3, 2);
        assertThat(two.tiles()).extracting(TileSlot::deviceColumns).containsExactly(7, 7, 7, 5, 7, 7, 7, 5);
        assertThat(two.devices()).isEqualTo(20 * (2 * 11 + 4));
        assertThat(two.tiles()).extracting(TileSlot::convertedColumns).containsExactly(6, 6, 6, 4, 6, 6, 6, 4);
    }

    /** Rows 0 … 7, 8 … 15, 16 … 19 times outputs 0 … 7, 8 … 10; a differential sub-matrix takes two tiles. */
    @Test
    void everyTileOfAMapHasOneEncodingAndSubMatricesDoNotDependOnIt() {
        Hardware hardware = Networks.hardware(Cell.ofBits(2), Polarity.DIFFERENTIAL, new TileShape(8, 8));
        PolarityMap map = PolarityMap.filled(CONV, hardware, PolarityMap.Granularity.TILE, 1, Encoding.POSITIVE)
                .with(0, 0, 0, Encoding.DIFFERENTIAL)
                .with(0, 1, 1, Encoding.NEGATIVE);
        LayerPlan first =
                MappingPlan.of(CONV, hardware.withPolarity(map)).layers().getFirst();

        assertThat(first.tiles())
                .containsExactly(
                        new TileSlot(0, 0, Encoding.DIFFERENTIAL, 0, 8, 0, 4),
                        new TileSlot(0, 0, Encoding.DIFFERENTIAL, 0, 8, 4, 4),
                        new TileSlot(0, 0, Encoding.POSITIVE, 0, 8, 8, 3),
                        new TileSlot(0, 1, Encoding.POSITIVE, 8, 8, 0, 8),
                        new TileSlot(0, 1, Encoding.NEGATIVE, 8, 8, 8, 3),
                        new TileSlot(0, 2, Encoding.POSITIVE, 16, 4, 0, 8),
                        new TileSlot(0, 2, Encoding.POSITIVE, 16, 4, 8, 3));
    }

    /** Bits of an input that are applied one after the other are as many reads; a signed input's sign is none of them. */
    @Test
    void readsAreVectorsTimesInputCycles() {
        Hardware hardware = Networks.hardware(Cell.ofBits(2), Polarity.DIFFERENTIAL, new TileShape(8, 8));
        Converters serial = new Converters(8, 8, 1);
        List<LayerPlan> layers = MappingPlan.of(CONV, hardware).layers();
        assertThat(layers.getFirst().reads(new Converters(8, 8))).isEqualTo(6);
        assertThat(layers.getFirst().reads(serial)).isEqualTo(6 * 7);
        assertThat(layers.getLast().reads(serial)).isEqualTo(8);
        assertThat(layers.getLast().reads(new Converters(8, 8, 3))).isEqualTo(3);
    }

    @Test
    void utilisationIsCellsUsedOverCellsOfWholeCrossbars() {
        MappingPlan plan = plan(new Network(new Shape(10, 1), List.of(new Layer.Dense(8))), Polarity.POSITIVE, 8, 8);

        assertThat(plan.tiles()).hasSize(2);
        assertThat(plan.devices()).isEqualTo(80);
        assertThat(plan.utilisation()).isEqualTo(80 / 128.0);
    }

    @ParameterizedTest
    @EnumSource(Polarity.class)
    void everyCellHoldsOneWeightAndEveryWeightFindsItsCells(Polarity polarity) {
        Random random = new Random(17);
        for (int trial = 0; trial < 20; trial++) {
            MappingPlan plan = plan(Networks.random(random), polarity, 8 + random.nextInt(20), 8 + random.nextInt(20));
            Set<DevicePlace> found = new HashSet<>();
            for (LayerPlan layer : plan.layers()) {
                for (int row = 0; row < layer.rows().rows(); row++) {
                    for (int output = 0; output < layer.spec().outputs(); output++) {
                        found.addAll(checkedPlaces(plan, layer, row, output));
                    }
                }
            }
            long corrections = plan.tiles().stream()
                    .mapToLong(slot -> (long) slot.rows() * slot.encoding().correctionColumns())
                    .sum();
            assertThat(found).hasSize((int) (plan.devices() - corrections));
            assertThat(plan.utilisation()).isBetween(0.0, 1.0);
        }
    }

    private static List<DevicePlace> checkedPlaces(MappingPlan plan, LayerPlan layer, int row, int output) {
        List<DevicePlace> places = plan.devicesOf(layer.layer(), row, output);
        for (DevicePlace place : places) {
            assertThat(plan.weightAt(place.tile(), place.row(), place.column())).isEqualTo(layer.weight(row, output));
            TileSlot slot = plan.tiles().get(place.tile());
            assertThat(slot.rows()).isLessThanOrEqualTo(plan.tile().rows());
            assertThat(slot.deviceColumns()).isLessThanOrEqualTo(plan.tile().columns());
        }
        return places;
    }

    @ParameterizedTest
    @EnumSource(Polarity.class)
    void tapsAndChannelsEnumerateTheWholeKernel(Polarity polarity) {
        LayerPlan layer = plan(CONV, polarity, 8, 8).layers().getFirst();
        Set<Integer> seen = new HashSet<>();
        for (int row = 0; row < 20; row++) {
            WeightPlace weight = layer.weight(row, 0);
            seen.add(weight.tap() * 5 + weight.inputChannel());
            RowPlan.Block block = layer.rows().blocks().stream()
                    .filter(b -> b.firstRow() <= weight.row() && weight.row() < b.firstRow() + b.rows())
                    .findFirst()
                    .orElseThrow();
            assertThat(block.encoding(0))
                    .isEqualTo(polarity.encodings()
                            .get(weight.inputChannel() % polarity.encodings().size()));
        }
        assertThat(seen).hasSize(20);
    }

    @Test
    void cellsOfACorrectionColumnHoldNoWeight() {
        MappingPlan plan = plan(CONV, Polarity.OFFSET, 16, 9);
        assertThat(plan.weightAt(0, 3, 7).output()).isEqualTo(7);
        assertThatThrownBy(() -> plan.weightAt(0, 3, 8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("correction column");
    }

    @Test
    void placesOutsideTheNetworkAreRefused() {
        MappingPlan plan = plan(CONV, Polarity.POSITIVE, 16, 8);

        assertThatThrownBy(() -> plan.devicesOf(0, 20, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> plan.devicesOf(0, 0, 11)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> plan.weightAt(1, 0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> plan.weightAt(0, 16, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static MappingPlan plan(Network network, Polarity polarity, int rows, int columns) {
        return MappingPlan.of(network, Networks.hardware(Cell.ofBits(2), polarity, new TileShape(rows, columns)));
    }
}
