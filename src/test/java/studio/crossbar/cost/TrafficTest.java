package studio.crossbar.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;

class TrafficTest {

    private static Traffic traffic(Network network, int layer, Schedule schedule) {
        List<LayerPlan> layers = MappingPlan.of(network, Designs.HARDWARE).layers();
        return Traffic.of(layers, layer, 8, Technology.standard(), schedule);
    }

    /** 64 channels of 120 samples, 9 taps: each of 120 vectors reads 9 inputs of every channel, in 1, 4 or 64 groups. */
    @ParameterizedTest
    @CsvSource({"1", "4", "64"})
    void allGroupsReadTheirChannels(int groups) {
        Network network =
                new Network(new Shape(64, 120), List.of(new Layer.Conv1d(64, 9, 1, 4, 1, groups), new Layer.Relu()));

        Traffic traffic = traffic(network, 0, Schedule.LAYER_SERIAL);
        int results = 64 * 120 * 16;
        assertThat(traffic.bufferBits() - results).isEqualTo(120 * 9 * 64 * 8);
        assertThat(traffic.busBits()).isEqualTo(traffic.bufferBits());
    }

    /** Three layers on 8 channels of 16 samples, 1,024 bits; the last leaves sums of 16 bits. */
    @Test
    void layersThatOverlapKeepTwoSamplesOfInput() {
        Network network = Designs.conv(8, 16, 3, 8, 8, 8);

        for (int layer = 0; layer < 3; layer++) {
            int out = layer == 2 ? 2048 : 1024;
            assertThat(traffic(network, layer, Schedule.LAYER_SERIAL).keptBits())
                    .isEqualTo(1024 + out);
            for (Schedule schedule : List.of(Schedule.LAYER_PARALLEL, Schedule.LAYER_PARALLEL_REPLICATED)) {
                assertThat(traffic(network, layer, schedule).keptBits()).isEqualTo(2 * 1024 + (layer == 2 ? out : 0));
            }
        }
    }
}
