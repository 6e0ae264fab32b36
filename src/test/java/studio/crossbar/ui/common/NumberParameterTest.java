package studio.crossbar.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class NumberParameterTest {

    private final NumberParameter bits = new NumberParameter(
            NumberParameter.Spec.whole("cell-bits", "Cell bits", "b_w", Unit.of("bits"), 1, 8, 4, "Bits."));
    private final NumberParameter rows = new NumberParameter(
            NumberParameter.Spec.whole("tile-rows", "Tile rows", "T_r", Unit.NONE, 8, 4096, 128, "Rows.")
                    .logarithmic());

    @Test
    void takesWhatIsTyped() {
        bits.type("6 bits");
        assertThat(bits.valueProperty().get()).isEqualTo(6);
        assertThat(bits.text()).isEqualTo("6 bits");
    }

    @Test
    void refusesOutsideTheRangeAndKeepsTheValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bits.type("9"))
                .withMessage("Cell bits: 9 bits is outside 1 bits … 8 bits");
        assertThat(bits.valueProperty().get()).isEqualTo(4);
    }

    @Test
    void refusesFractionsOfWholeNumbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bits.type("2.5"))
                .withMessageContaining("not a whole number");
    }

    @Test
    void logarithmicSliderStepsByDoubling() {
        assertThat(rows.toSlider(128)).isEqualTo(7);
        assertThat(rows.fromSlider(8.2)).isEqualTo(256);
        assertThat(rows.fromSlider(99)).isEqualTo(4096);
    }

    @Test
    void beyondTheSliderAValueIsTyped() {
        NumberParameter epochs = new NumberParameter(
                NumberParameter.Spec.whole("epochs", "Epochs", "E", Unit.NONE, 1, 1000, 20, "Epochs.")
                        .usually(1, 200));
        epochs.type("700");
        assertThat(epochs.valueProperty().get()).isEqualTo(700);
        assertThat(epochs.fromSlider(999)).isEqualTo(200);
        assertThat(epochs.help()).contains("1 … 1000");
    }

    @Test
    void helpSaysSymbolRangeAndDefault() {
        assertThat(bits.help()).contains("b_w", "1 bits … 8 bits", "default 4 bits");
    }
}
