package studio.crossbar.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static studio.crossbar.cost.Designs.HARDWARE;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;

/** What a residual costs beside its layers, on 8 channels of 16 samples: 128 activations of 8 bits, 1,024 bits. */
class ResidualCostTest {

    private static final Technology TECHNOLOGY = Technology.standard();
    private static final int ACTIVATIONS = 8 * 16;
    private static final int CODES = ACTIVATIONS * 8;
    private static final int SUMS = ACTIVATIONS * 16;

    private static final Layer.Conv1d CONV = new Layer.Conv1d(8, 3, 1, 1);
    private static final Layer.Relu RELU = new Layer.Relu();

    private static Network network(List<Layer> shortcut) {
        return new Network(
                new Shape(8, 16),
                List.of(
                        CONV,
                        RELU,
                        new Layer.Residual(List.of(CONV, RELU, CONV), shortcut),
                        RELU,
                        new Layer.MeanOverTime(),
                        new Layer.Dense(4)));
    }

    private static Network plain() {
        return new Network(
                new Shape(8, 16),
                List.of(CONV, RELU, CONV, RELU, CONV, RELU, new Layer.MeanOverTime(), new Layer.Dense(4)));
    }

    private static Cost cost(Network network, CostOptions options) {
        return CostModel.cost(MappingPlan.of(network, HARDWARE), HARDWARE, TECHNOLOGY, options);
    }

    private static double pieces(Cost cost, String name) {
        return items(cost, name).stream().mapToDouble(CostItem::instances).sum();
    }

    private static double uses(Cost cost, String name) {
        return items(cost, name).stream().mapToDouble(CostItem::operations).sum();
    }

    private static List<CostItem> items(Cost cost, String name) {
        return cost.items().stream()
                .filter(item -> item.source().startsWith(name))
                .toList();
    }

    /** Additions, and what follows the residual, are charged to the body's last layer. */
    @Test
    void anAdditionAndWhatFollowsItAreCharged() {
        Cost residual = cost(network(List.of()), CostOptions.STANDARD);
        Cost plain = cost(plain(), CostOptions.STANDARD);

        assertThat(uses(residual, "residual adder")).isEqualTo(ACTIVATIONS);
        // 8 outputs at 8 columns an ADC: one lane.
        assertThat(pieces(residual, "residual adder")).isEqualTo(1);
        assertThat(items(residual, "residual adder"))
                .filteredOn(item -> item.operations() > 0)
                .extracting(CostItem::layer)
                .containsExactly(2);
        assertThat(uses(residual, "rectifier")).isEqualTo(3 * ACTIVATIONS);
        assertThat(uses(residual, "mean adder")).isEqualTo(ACTIVATIONS);
        assertThat(plain.areaByComponent()).doesNotContainKey(Component.RESIDUAL);
        // A cycle of 1 ns more for each of the 16 vectors of the layer that adds.
        assertThat(residual.latencyMicroseconds() - plain.latencyMicroseconds()).isCloseTo(16e-3, within(1e-12));
    }

    /** The block's input is kept through the body's second layer, and read once for the addition. */
    @Test
    void anIdentityShortcutKeepsAndReadsTheBlocksInput() {
        Cost residual = cost(network(List.of()), CostOptions.STANDARD);
        Cost plain = cost(plain(), CostOptions.STANDARD);

        assertThat(pieces(plain, "activation buffer")).isEqualTo(2 * CODES);
        // While the second layer of the body works: its input and the block's, and 8 means of 8 bits that leave.
        assertThat(pieces(residual, "activation buffer")).isEqualTo(2 * CODES + 64);
        assertThat(uses(residual, "activation buffer")).isEqualTo(uses(plain, "activation buffer") + CODES);
        assertThat(uses(residual, "bus")).isEqualTo(uses(plain, "bus") + CODES);
        // Side by side, each of the body's layers has room for the sample that it works on.
        CostOptions parallel = CostOptions.STANDARD.withSchedule(Schedule.LAYER_PARALLEL);
        assertThat(pieces(cost(network(List.of()), parallel), "activation buffer"))
                .isEqualTo(pieces(cost(plain(), parallel), "activation buffer") + CODES);
    }

    /** The body's sums wait for a shortcut with weights: written as sums, kept while it works, and read again. */
    @Test
    void aShortcutWithWeightsKeepsTheBodysSums() {
        Cost residual = cost(network(List.of(CONV)), CostOptions.STANDARD);

        List<CostItem> adders = items(residual, "residual adder");
        assertThat(adders)
                .filteredOn(item -> item.operations() > 0)
                .extracting(CostItem::layer)
                .containsExactly(3);
        // The body's second layer: its input, the block's input, and the sums that it leaves.
        assertThat(pieces(residual, "activation buffer")).isEqualTo(2 * CODES + SUMS);
        // Its windows' rows, and its sums; the shortcut's rows, the sums again, and the means.
        int windows = 16 * 8 * 3 * 8;
        assertThat(itemOf(residual, 2).operations()).isEqualTo(windows + SUMS);
        assertThat(itemOf(residual, 3).operations()).isEqualTo(windows + SUMS + 64);
    }

    private static CostItem itemOf(Cost cost, int layer) {
        return items(cost, "activation buffer").stream()
                .filter(item -> item.layer() == layer)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void layersBeforeTheFirstOneWithWeightsAreChargedToIt() {
        Network network = new Network(new Shape(8, 16), List.of(RELU, CONV));
        assertThat(uses(cost(network, CostOptions.STANDARD), "rectifier")).isEqualTo(ACTIVATIONS);
    }
}
