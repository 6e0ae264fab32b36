package studio.crossbar.ui;

import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import javafx.embed.swing.SwingFXUtils;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import studio.crossbar.study.Project;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Theme;

/**
 * Takes a picture of every screen, light and dark, in two sizes, after a short real training of the sample project:
 * {@code mvn -Dtest=Screenshots test} writes them to {@code target/screenshots}. Not part of the usual tests.
 */
final class Screenshots {

    private static final Path TARGET = Path.of("target", "screenshots");

    @TempDir
    Path folder;

    @Test
    void everyScreen() throws Exception {
        Files.createDirectories(TARGET);
        Path samples = Files.createDirectories(folder.resolve("samples"));
        Project sample = Project.open(Path.of("sample-projects", "har-unipolar"));
        Project.create(
                samples.resolve("har-unipolar"),
                sample.settings(),
                sample.design().withRecipe(sample.design().recipe().withEpochs(4, 6)));
        try (WindowFixture window = new WindowFixture(samples, folder.resolve("preferences.json"))) {
            for (Screen screen : Screen.values()) {
                shoot(window, screen, "empty");
            }
            window.robot().interact(() -> window.starter().workbench().open(samples.resolve("har-unipolar")));
            WindowFixture.await(
                    Duration.ofMinutes(1),
                    () -> window.session().projectProperty().get() != null);
            window.robot().interact(() -> window.starter().workbench().train());
            WindowFixture.await(
                    Duration.ofMinutes(5),
                    () -> window.session().training().epochs().size() > 2);
            shoot(window, Screen.TRAINING, "running");
            WindowFixture.await(
                    Duration.ofMinutes(10),
                    () -> window.session().evaluationProperty().get() != null);
            everySize(window);
        }
    }

    private static void everySize(WindowFixture window) throws Exception {
        for (int width : new int[] {1280, 1920}) {
            window.robot().interact(() -> window.resizeContent(width, width == 1280 ? 800 : 1080));
            for (Theme theme : Theme.values()) {
                window.robot().interact(() -> window.session().themeProperty().set(theme));
                for (Screen screen : Screen.values()) {
                    shoot(window, screen, theme.name().toLowerCase(Locale.ROOT) + "-" + width);
                }
            }
        }
    }

    private static void shoot(WindowFixture window, Screen screen, String variant) throws Exception {
        window.robot().interact(() -> window.session().screenProperty().set(screen));
        WaitForAsyncUtils.waitForFxEvents();
        BufferedImage picture = WindowFixture.call(() -> SwingFXUtils.fromFXImage(window.picture(), null));
        String name =
                String.format("%d-%s-%s.png", screen.ordinal(), screen.label().toLowerCase(Locale.ROOT), variant);
        File file = TARGET.resolve(name).toFile();
        ImageIO.write(picture, "png", file);
    }
}
