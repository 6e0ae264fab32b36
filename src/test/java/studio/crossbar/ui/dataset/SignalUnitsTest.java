package studio.crossbar.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SignalUnitsTest {

    @Test
    void signalsOfUciHarHaveUnitsAndATime() {
        assertThat(SignalUnits.of("body acc")).contains("g");
        assertThat(SignalUnits.of("body gyro")).contains("rad/s");
        assertThat(SignalUnits.hertz(Set.of("body acc", "body gyro", "total acc")))
                .isEqualTo(50);
    }

    @Test
    void ofOtherSignalsNeitherIsClaimed() {
        assertThat(SignalUnits.of("voltage")).isEmpty();
        assertThat(SignalUnits.hertz(Set.of("body acc", "voltage"))).isZero();
    }
}
