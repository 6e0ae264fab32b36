package studio.crossbar.ui.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.cost.Component;
import studio.crossbar.report.Sketch;
import studio.crossbar.ui.common.Theme;

class TreemapPainterTest {

    @TempDir
    private Path folder;

    private String svg(Treemap.Box box) throws Exception {
        Path file = folder.resolve("treemap.svg");
        CostViewModel.Part part = new CostViewModel.Part(Component.values()[0], 0);
        TreemapPicture.Cell cell = new TreemapPicture.Cell(part, "correction columns", 1, 2, 1);
        Sketch.of("Treemap", 300, 200, graphics -> {
                    TreemapPainter painter = new TreemapPainter(graphics, Theme.LIGHT);
                    painter.clear(300, 200);
                    painter.cell(cell, "2.00 mm²", box);
                    painter.frame(box, true);
                })
                .writeSvg(file);
        return Files.readString(file);
    }

    @Test
    void rectanglesAreShapesWithTextsAsFarAsThereIsRoom() throws Exception {
        String colour = String.format("#%06x", Theme.LIGHT.series(1).getRGB() & 0xFFFFFF);
        assertThat(svg(new Treemap.Box(10, 20, 200, 100)))
                .contains(
                        "M10 20L210 20L210 120L10 120L10 20Z",
                        colour,
                        ">correction columns</text>",
                        ">2.00 mm²</text>");
        assertThat(svg(new Treemap.Box(10, 20, 60, 20)))
                .contains("…</text>")
                .doesNotContain(">correction columns</text>", "mm²");
        assertThat(svg(new Treemap.Box(10, 20, 20, 100))).contains(colour).doesNotContain("</text>");
    }
}
