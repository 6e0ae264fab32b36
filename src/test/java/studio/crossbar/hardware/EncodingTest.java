package studio.crossbar.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class EncodingTest {

    @Test
    void differentialTakesTwoDevicesAndBothSigns() {
        assertThat(Encoding.DIFFERENTIAL.devicesPerWeight()).isEqualTo(2);
        assertThat(Encoding.DIFFERENTIAL.unipolar()).isFalse();
        assertThat(Encoding.DIFFERENTIAL.lowestLevel(4)).isEqualTo(-3);
        assertThat(Encoding.DIFFERENTIAL.highestLevel(4)).isEqualTo(3);
    }

    @Test
    void unipolarEncodingsTakeOneDeviceAndOneSign() {
        assertThat(Encoding.POSITIVE.devicesPerWeight()).isOne();
        assertThat(Encoding.POSITIVE.lowestLevel(4)).isZero();
        assertThat(Encoding.POSITIVE.highestLevel(4)).isEqualTo(3);
        assertThat(Encoding.NEGATIVE.lowestLevel(16)).isEqualTo(-15);
        assertThat(Encoding.NEGATIVE.highestLevel(16)).isZero();
    }

    @Test
    void aCellNeedsTwoStates() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Encoding.POSITIVE.highestLevel(1))
                .withMessageContaining("levels: 1");
    }

    /** Pairs take it away themselves, a correction column does; cells of one sign need another. */
    @Test
    void onlyCellsOfOneSignThatConductAtWeightZeroNeedAReference() {
        for (Encoding encoding : Encoding.values()) {
            assertThat(encoding.needsReference(0)).isFalse();
            assertThat(encoding.needsReference(0.5))
                    .isEqualTo(encoding == Encoding.POSITIVE || encoding == Encoding.NEGATIVE);
        }
    }
}
