package studio.crossbar.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static studio.crossbar.cost.Designs.HARDWARE;
import static studio.crossbar.cost.Designs.dense;
import static studio.crossbar.cost.Designs.harCnn;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.mapping.MappingPlan;

class TileCostTest {

    private static final Technology TECHNOLOGY = Technology.standard();

    @ParameterizedTest
    @EnumSource(Schedule.class)
    void tilesSumToTheTotals(Schedule schedule) {
        for (Polarity polarity : Polarity.values()) {
            Hardware hardware = HARDWARE.withPolarity(polarity);
            MappingPlan plan = MappingPlan.of(harCnn(), hardware);
            Cost cost = CostModel.cost(plan, hardware, TECHNOLOGY, CostOptions.STANDARD.withSchedule(schedule));
            List<TileCost> tiles = TileCost.of(cost, plan, hardware, TECHNOLOGY);

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

    /** A tile of 128 rows and one of 2, of the same outputs: equal conversions, unequal rows and cells. */
    @Test
    void aTilesPartFollowsWhatItsPartsAreCountedBy() {
        MappingPlan plan = MappingPlan.of(dense(130, 64), HARDWARE);
        Cost cost = CostModel.cost(plan, HARDWARE, TECHNOLOGY);
        List<TileCost> tiles = TileCost.of(cost, plan, HARDWARE, TECHNOLOGY);

        assertThat(plan.tiles().stream().map(slot -> slot.rows())).containsExactly(128, 2);
        double conversions = cost.energyByComponent().getOrDefault(Component.ADC, 0.0);
        assertThat(tiles.get(1).energyNanojoules()).isBetween(conversions / 2, cost.energyNanojoules() / 2);
        assertThat(tiles.get(0).energyNanojoules()).isGreaterThan(tiles.get(1).energyNanojoules());
    }
}
