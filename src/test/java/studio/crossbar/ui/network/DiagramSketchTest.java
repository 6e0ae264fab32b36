package studio.crossbar.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.network.Layer;
import studio.crossbar.network.NetworkDraft;
import studio.crossbar.network.Shape;
import studio.crossbar.ui.Projects;

class DiagramSketchTest {

    @TempDir
    private Path folder;

    @Test
    void everyLayerIsABoxWithItsWordsAndLinesLeadFromOneToTheNext() throws Exception {
        Layer body = new Layer.Conv1d(9, 3, 1, 1);
        NetworkDraft draft = new NetworkDraft(
                new Shape(9, 128),
                List.of(new Layer.Residual(List.of(body), List.of()), new Layer.Relu(), new Layer.Dense(6)));
        Path file = folder.resolve("network.svg");
        DiagramSketch.of(new EditedNetwork(draft, Projects.tinyDesign().hardware()))
                .writeSvg(file);
        String svg = Files.readString(file);
        assertThat(svg)
                .contains(">Input</text>", ">9×128</text>", ">conv1d 9</text>", ">ReLU</text>", ">dense 6</text>")
                .contains(">kernel 3, stride 1, padding 1</text>");
        assertThat(svg.lines().filter(line -> line.contains("stroke-width=\"1.4\"")))
                .as("edges, of which two lead to the sum")
                .hasSize(DiagramLayout.of(draft).edges().size());
    }
}
