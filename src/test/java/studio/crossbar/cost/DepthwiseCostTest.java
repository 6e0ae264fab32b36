package studio.crossbar.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.crossbar.cost.Designs.HARDWARE;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;

/** What docs/validation.md says of depthwise layers, for a 3 × 3 kernel on 64 channels of 8 × 8. */
class DepthwiseCostTest {

    private static final MappingPlan PLAN =
            MappingPlan.of(new Network(new Shape(64, 8, 8), List.of(Layer.Conv2d.depthwise(64, 3, 1))), HARDWARE);

    private static List<CostItem> items(Floorplan floorplan) {
        return CostModel.cost(PLAN, HARDWARE, Technology.standard(), CostOptions.STANDARD.withFloorplan(floorplan))
                .items();
    }

    private static double pieces(List<CostItem> items, String part) {
        return items.stream()
                .filter(item -> item.source().startsWith(part))
                .mapToDouble(CostItem::instances)
                .sum();
    }

    private static double uses(List<CostItem> items, String part) {
        return items.stream()
                .filter(item -> item.source().startsWith(part))
                .mapToDouble(CostItem::operations)
                .sum();
    }

    @Test
    void eachChannelHasACrossbarOfItsKernelsRowsAndOneColumn() {
        assertThat(PLAN.tiles()).hasSize(64).allSatisfy(tile -> {
            assertThat(tile.rows()).isEqualTo(9);
            assertThat(tile.deviceColumns()).isEqualTo(1);
        });
        assertThat(PLAN.utilisation()).isEqualTo(9.0 / (128 * 128));
    }

    /** Block diagonals of 14 channels would take 5 crossbars with 9 ADCs of 8 columns, and the same rows and conversions. */
    @Test
    void noAdcIsSharedBetweenChannelsAndNoRowIsDrivenTwice() {
        List<CostItem> items = items(Floorplan.TRIMMED);

        assertThat(pieces(items, "ADC")).isEqualTo(64);
        assertThat(pieces(items, "DAC")).isEqualTo(64 * 9);
        assertThat(pieces(items, "cell,")).isEqualTo(64 * 9);
        assertThat(uses(items, "ADC")).isEqualTo(64.0 * 64);
        assertThat(uses(items, "DAC")).isEqualTo(64.0 * 64 * 9);
        // Whole crossbars, 16 ADCs each.
        assertThat(pieces(items(Floorplan.MACROS), "ADC")).isEqualTo(64 * 16);
    }
}
