package studio.crossbar.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import studio.crossbar.ui.common.Screen;

/** The dataset screen of the real window with images. */
class DatasetImagesTest {

    @TempDir
    Path folder;

    @Test
    void imagesAppearAsThumbnailsAndSignalsAsCharts() throws Exception {
        try (WindowFixture window = new WindowFixture(folder)) {
            window.robot().interact(() -> {
                window.session().opened(Projects.openWith(Projects.tinyDesign(), Projects.images()));
                window.session().screenProperty().set(Screen.DATASET);
            });
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(window.robot().lookup("#thumbnails .image-view").queryAllAs(ImageView.class))
                    .hasSize(60)
                    .allMatch(Node::isVisible);
            assertThat(window.text("#dataset-shape")).isEqualTo("3 × 3 × 2");
            assertThat(window.text("#dataset-train")).isEqualTo("130");
            window.robot().clickOn("#tool-browse-next");
            assertThat(window.robot().lookup("61–120 of 130").tryQuery()).isPresent();
            String picture = System.getProperty("crossbar.picture");
            if (picture != null) {
                ImageIO.write(
                        SwingFXUtils.fromFXImage(WindowFixture.call(window::picture), null),
                        "png",
                        Path.of(picture).toFile());
            }

            window.robot().interact(() -> window.session().opened(Projects.open(Projects.tinyDesign(), null)));
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(window.node("#thumbnails").isVisible()).isFalse();
            assertThat(window.node("#signal-chart").isVisible()).isTrue();
            assertThat(window.text("#dataset-shape")).isEqualTo("3 × 4");
        }
    }
}
