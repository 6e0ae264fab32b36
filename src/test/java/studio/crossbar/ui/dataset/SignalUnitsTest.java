package studio.crossbar.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SignalUnitsTest {

    @Test
    void signalsOfUciHarHaveUnitsAndATime() {
        assertThat(SignalUnits.axis("body acc")).isEqualTo("body acc in g");
        assertThat(SignalUnits.axis("body gyro")).isEqualTo("body gyro in rad/s");
        assertThat(SignalUnits.hertz(Set.of("body acc", "body gyro", "total acc")))
                .isEqualTo(50);
    }

    @Test
    void ofOtherSignalsNeitherIsClaimed() {
        assertThat(SignalUnits.axis("voltage")).isEqualTo("voltage");
        assertThat(SignalUnits.hertz(Set.of("body acc", "voltage"))).isZero();
    }
}
