package studio.crossbar.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class HardwareValuesTest {

    @Test
    void rowBlocksRoundUp() {
        TileShape tile = new TileShape(128, 64);
        assertThat(tile.rowBlocks(90)).isOne();
        assertThat(tile.rowBlocks(128)).isOne();
        assertThat(tile.rowBlocks(320)).isEqualTo(3);
    }

    @Test
    void refusalsNameFieldRangeAndValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Converters(8, 13))
                .withMessage("adcBits: 13 is outside 2 … 12");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TileShape(4, 64))
                .withMessage("tile.rows: 4 is outside 8 … 4096");
    }
}
