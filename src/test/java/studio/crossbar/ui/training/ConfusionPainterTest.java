package studio.crossbar.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.report.Sketch;
import studio.crossbar.training.Confusion;
import studio.crossbar.ui.common.Theme;

class ConfusionPainterTest {

    @TempDir
    private Path folder;

    private String svg(List<String> classes, double width) throws Exception {
        Path file = folder.resolve("confusion.svg");
        ConfusionMatrix matrix = new ConfusionMatrix(new Confusion(1, List.of(7, 1, 0, 4)), classes, true);
        Sketch.of(
                        "Confusion",
                        width,
                        240,
                        graphics -> new ConfusionPainter(
                                        graphics,
                                        Theme.LIGHT,
                                        matrix,
                                        ConfusionMatrix.Unit.SHARE,
                                        ConfusionPainter.layout(classes, width, 240))
                                .draw())
                .writeSvg(file);
        return Files.readString(file);
    }

    @Test
    void namesSharesRecallsAndPrecisionsAreText() throws Exception {
        assertThat(svg(List.of("walking", "sitting"), 400))
                .contains(">walking</text>", ">87.5</text>", ">12.5</text>", ">100</text>", ">80.0</text>")
                .contains(">Classified as</text>")
                .doesNotContain("matrix(0 -1 1 0");
    }

    @Test
    void namesThatDoNotFitSideBySideAreTurned() throws Exception {
        assertThat(svg(List.of("one of many long names", "another of them, too long"), 260))
                .contains("matrix(0 -1 1 0", "…</text>");
    }
}
