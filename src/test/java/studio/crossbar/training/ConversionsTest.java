package studio.crossbar.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ConversionsTest {

    @Test
    void readNoiseThatNoArrayHoldsIsRefusedByLayerAndCount() {
        assertThat(Conversions.deviates(0, 1 << 20, 500, 4)).isEqualTo(2_097_152_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Conversions.deviates(2, 1 << 20, 600, 4))
                .withMessage("read noise: layer 3 with weights makes 2516582400 conversions of 1048576 sums at a time,"
                        + " more than 2147483639; take higher tiles or fewer slices");
    }
}
