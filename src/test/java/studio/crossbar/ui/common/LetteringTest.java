package studio.crossbar.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.Graphics2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class LetteringTest {

    @BeforeAll
    static void start() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void wordsOnACanvasHaveTheSizeThatTheyAreMeasuredIn() {
        GraphicsContext canvas = new Canvas(10, 10).getGraphicsContext2D();
        Graphics2D graphics = Lettering.on(canvas);
        graphics.setFont(Lettering.font(Font.PLAIN, 12));
        assertThat(canvas.getFont().getSize()).isEqualTo(12);
        assertThat(canvas.getFont().getStyle()).doesNotContain("Bold");
    }
}
