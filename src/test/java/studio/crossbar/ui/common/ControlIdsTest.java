package studio.crossbar.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.crossbar.cost.Schedule;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.network.Layer;

class ControlIdsTest {

    @Test
    void valuesNameTheirControlsInEveryLanguage() {
        assertThat(ControlIds.of(Polarity.ROW_BLOCK)).isEqualTo("row-block");
        assertThat(ControlIds.of(Schedule.LAYER_PARALLEL_REPLICATED)).isEqualTo("layer-parallel-replicated");
        assertThat(ControlIds.of(true)).isEqualTo("true");
        assertThat(ControlIds.of(Optional.of(22.0))).isEqualTo("22");
        assertThat(ControlIds.of(Optional.empty())).isEqualTo("none");
        assertThat(ControlIds.of(Layer.HardTanh.class)).isEqualTo("hard-tanh");
        assertThat(ControlIds.words("My project, 2nd!")).isEqualTo("my-project-2nd");
    }
}
