package studio.crossbar.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static studio.crossbar.cost.Designs.HARDWARE;
import static studio.crossbar.cost.Designs.dense;
import static studio.crossbar.cost.Designs.harCnn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.PolarityMap;
import studio.crossbar.hardware.Subtraction;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.mapping.Networks;
import studio.crossbar.mapping.TileSlot;
import studio.crossbar.network.Network;
import studio.crossbar.training.Activity;
import studio.crossbar.training.LayerActivity;

class TileCostTest {

    private static final Technology TECHNOLOGY = Technology.standard();

    @ParameterizedTest
    @EnumSource(Schedule.class)
    void tilesSumToTheTotals(Schedule schedule) {
        for (Polarity polarity : Polarity.values()) {
            Hardware hardware = HARDWARE.withPolarity(polarity);
            MappingPlan plan = MappingPlan.of(harCnn(), hardware);
            Cost cost = CostModel.cost(plan, hardware, TECHNOLOGY, CostOptions.STANDARD.withSchedule(schedule));
            List<TileCost> tiles = TileCost.of(cost, plan, hardware);

            assertThat(tiles).hasSize(plan.tiles().size());
            double area =
                    tiles.stream().mapToDouble(TileCost::areaSquareMillimetres).sum();
            double energy =
                    tiles.stream().mapToDouble(TileCost::energyNanojoules).sum();
            assertThat(area).isCloseTo(cost.areaSquareMillimetres(), within(1e-12));
            assertThat(energy).isCloseTo(cost.energyNanojoules(), within(1e-9));
            assertThat(tiles).allSatisfy(tile -> {
                assertThat(tile.areaSquareMillimetres()).isPositive();
                assertThat(tile.energyNanojoules()).isPositive();
            });
        }
    }

    @Test
    void theBillOfATrainedNetworkNeedsIt() {
        MappedNetwork mapped = MappedNetwork.of(Networks.trained(harCnn(), HARDWARE, new Random(1)));
        Cost cost = CostModel.cost(mapped, TECHNOLOGY);

        assertThat(TileCost.of(cost, mapped, List.of())).hasSameSizeAs(mapped.tiles());
        assertThatThrownBy(() -> TileCost.of(cost, mapped.plan(), HARDWARE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cost: its energy is PROGRAMMED_CELLS, its tiles' would be EXPECTED_CONDUCTANCE; give the"
                        + " network and the inputs that it was written with");
    }

    /** A tile of 128 rows and one of 2, of the same outputs: equal conversions, unequal rows and cells. */
    @Test
    void aTilesPartFollowsWhatItsPartsAreCountedBy() {
        MappingPlan plan = MappingPlan.of(dense(130, 64), HARDWARE);
        Cost cost = CostModel.cost(plan, HARDWARE, TECHNOLOGY);
        List<TileCost> tiles = TileCost.of(cost, plan, HARDWARE);

        assertThat(plan.tiles().stream().map(slot -> slot.rows())).containsExactly(128, 2);
        double conversions = cost.energyByComponent().getOrDefault(Component.ADC, 0.0);
        assertThat(tiles.get(1).energyNanojoules()).isBetween(conversions / 2, cost.energyNanojoules() / 2);
        assertThat(tiles.get(0).energyNanojoules()).isGreaterThan(tiles.get(1).energyNanojoules());
    }

    /** Whole crossbars are equally large, however few of their rows a tile uses. */
    @Test
    void wholeCrossbarsHaveAllOfTheirCells() {
        MappingPlan plan = MappingPlan.of(dense(130, 64), HARDWARE);
        Cost cost = CostModel.cost(plan, HARDWARE, TECHNOLOGY, CostOptions.STANDARD.withFloorplan(Floorplan.MACROS));

        List<TileCost> cells = TileCost.of(only(cost, Component.CELL_ARRAY), plan, HARDWARE);
        assertThat(cells)
                .allSatisfy(tile -> assertThat(tile.areaSquareMillimetres() * 1e6)
                        .isCloseTo(128 * 128 * 12 * 0.032 * 0.032, within(1e-9)));
        // What works there is another matter.
        assertThat(cells.get(0).energyNanojoules()).isCloseTo(64 * cells.get(1).energyNanojoules(), within(1e-12));
    }

    /** One block of pairs, one of positive weights, which alone has a reference and subtracts it. */
    @Test
    void inAMixedMapEachTileHasItsOwnParts() {
        Network network = dense(256, 16);
        PolarityMap pairs =
                PolarityMap.filled(network, HARDWARE, PolarityMap.Granularity.ROW_BLOCK, 1, Encoding.DIFFERENTIAL);
        Hardware mixed = HARDWARE.withPolarity(pairs.with(0, 1, 0, Encoding.POSITIVE));
        MappingPlan plan = MappingPlan.of(network, mixed);
        assertThat(plan.tiles())
                .extracting(TileSlot::encoding)
                .containsExactly(Encoding.DIFFERENTIAL, Encoding.POSITIVE);
        for (Subtraction subtraction : Subtraction.values()) {
            Cost cost = CostModel.cost(plan, mixed, TECHNOLOGY, CostOptions.STANDARD.withSubtraction(subtraction));

            requireAllAt(1, only(cost, Component.CORRECTION), plan, mixed);
            requireAllAt(0, only(cost, Component.SUBTRACTOR), plan, mixed);
            double all = TileCost.of(cost, plan, mixed).stream()
                    .mapToDouble(TileCost::energyNanojoules)
                    .sum();
            assertThat(all).isCloseTo(cost.energyNanojoules(), within(1e-9));
        }
    }

    private static void requireAllAt(int tile, Cost cost, MappingPlan plan, Hardware hardware) {
        List<TileCost> tiles = TileCost.of(cost, plan, hardware);
        assertThat(cost.areaSquareMillimetres()).isPositive();
        assertThat(cost.energyNanojoules()).isPositive();
        assertThat(tiles.get(tile).areaSquareMillimetres()).isCloseTo(cost.areaSquareMillimetres(), within(1e-15));
        assertThat(tiles.get(tile).energyNanojoules()).isCloseTo(cost.energyNanojoules(), within(1e-15));
        assertThat(tiles.get(1 - tile).areaSquareMillimetres()).isZero();
        assertThat(tiles.get(1 - tile).energyNanojoules()).isZero();
    }

    /** Of two tiles whose cells conduct alike, the one whose rows are silent takes none of the cells' energy. */
    @Test
    void measuredEnergiesGoToTheTilesWhoseRowsAreDriven() {
        Network network = dense(256, 16);
        MappedNetwork mapped = MappedNetwork.of(Networks.trained(network, HARDWARE, new Random(2)));
        List<Activity> rows = new ArrayList<>(Collections.nCopies(128, new Activity(0, 0)));
        rows.addAll(Collections.nCopies(128, new Activity(0.5, 0.375)));
        List<LayerActivity> measured = List.of(LayerActivity.of(rows));
        Cost cost = CostModel.cost(mapped, TECHNOLOGY, CostOptions.STANDARD, measured);

        List<TileCost> cells = TileCost.of(only(cost, Component.CELL_ARRAY), mapped, measured);
        assertThat(cells.get(0).energyNanojoules()).isZero();
        assertThat(cells.get(1).energyNanojoules()).isPositive();
        double energy = TileCost.of(cost, mapped, measured).stream()
                .mapToDouble(TileCost::energyNanojoules)
                .sum();
        assertThat(energy).isCloseTo(cost.energyNanojoules(), within(1e-9));
    }

    /** The lines of one component alone. */
    private static Cost only(Cost cost, Component component) {
        return new Cost(
                cost.technology(),
                cost.options(),
                cost.energyBasis(),
                cost.items().stream()
                        .filter(item -> item.component() == component)
                        .toList(),
                cost.layers(),
                cost.operations(),
                cost.programming(),
                cost.rangeSettings());
    }
}
