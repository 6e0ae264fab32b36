package studio.crossbar.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;
import studio.crossbar.study.Project;

class BuiltCellsTest {

    private static Design sample() throws Exception {
        return Project.open(Path.of("sample-projects", "har-unipolar")).design();
    }

    /** A reference cell for each of 922 word lines is programmed beside the cells of the weights. */
    @Test
    void referenceCellsHoldNoWeights() throws Exception {
        Design design = sample();
        MappingPlan plan = MappingPlan.of(design.network(), design.hardware());
        BuiltCells built = built(plan, design.hardware(), CostOptions.STANDARD);

        assertThat(built).isEqualTo(new BuiltCells(48_704, 49_626, 12, plan.utilisation()));
        assertThat(built.text(plan))
                .isEqualTo("48704 that hold weights in 12 tiles; 49626 are programmed, with those of correction and"
                        + " reference columns");
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        built.put(json);
        assertThat(json)
                .hasToString("{\"devices\":48704,\"devicesProgrammed\":49626,\"tiles\":12,\"utilisation\":"
                        + plan.utilisation() + "}");
    }

    @Test
    void correctionCellsHoldNoWeights() throws Exception {
        Network dense = new Network(new Shape(100, 1), List.of(new Layer.Dense(60)));
        Hardware offset = sample().hardware().withPolarity(Polarity.OFFSET);
        MappingPlan plan = MappingPlan.of(dense, offset);

        assertThat(plan.weightDevices()).isEqualTo(6_000);
        assertThat(plan.devices()).isEqualTo(6_100);
        assertThat(built(plan, offset, CostOptions.STANDARD))
                .isEqualTo(new BuiltCells(6_000, 6_100, 1, plan.utilisation()));
    }

    /** Nothing but weights is programmed in pairs. */
    @Test
    void copiesCountAll() throws Exception {
        Hardware pairs = sample().hardware().withPolarity(Polarity.DIFFERENTIAL);
        MappingPlan plan = MappingPlan.of(sample().network(), pairs);
        BuiltCells copied = built(plan, pairs, CostOptions.STANDARD.withSchedule(Schedule.LAYER_PARALLEL_REPLICATED));

        assertThat(copied.programmed()).isEqualTo(copied.devices());
        assertThat(copied.devices()).isGreaterThan(plan.weightDevices());
        assertThat(copied.utilisation())
                .isCloseTo(copied.devices() / (copied.tiles() * 128.0 * 128), within(1e-12))
                .isNotCloseTo(plan.utilisation(), within(1e-3));
        assertThat(copied.text(plan))
                .endsWith(" tiles with all copies of layers, " + plan.weightDevices() + " in "
                        + plan.tiles().size() + " for one");
    }

    private static BuiltCells built(MappingPlan plan, Hardware hardware, CostOptions options) {
        return BuiltCells.of(plan, CostModel.cost(plan, hardware, Technology.standard(), options));
    }
}
