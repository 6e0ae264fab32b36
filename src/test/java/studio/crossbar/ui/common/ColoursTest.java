package studio.crossbar.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class ColoursTest {

    @Test
    void contrastIsThatOfTheGuidelines() {
        assertThat(Colours.contrast(Color.BLACK, Color.WHITE)).isEqualTo(21, within(1e-9));
        assertThat(Colours.contrast(new Color(0x767676), Color.WHITE))
                .as("the darkest grey of which 4.5 is asked")
                .isEqualTo(4.54, within(0.01));
    }

    @Test
    void inkIsWhateverIsReadBetter() {
        assertThat(Colours.ink(0xFFFEE838)).isEqualTo(javafx.scene.paint.Color.BLACK);
        assertThat(Colours.ink(0xFF00224E)).isEqualTo(javafx.scene.paint.Color.WHITE);
    }

    @Test
    void cividisRunsThroughItsAnchors() {
        assertThat(Colours.cividis(-1)).isEqualTo(0x00224E);
        assertThat(Colours.cividis(1.0 / 9)).isEqualTo(0x123570);
        assertThat(Colours.cividis(1)).isEqualTo(0xFEE838);
    }

    @Test
    void pixelsHaveTheOpacityFirst() {
        assertThat(Colours.argb(Color.RED, 0.5)).isEqualTo(0x80FF0000);
        assertThat(Colours.fx(Color.RED)).isEqualTo(javafx.scene.paint.Color.RED);
    }
}
