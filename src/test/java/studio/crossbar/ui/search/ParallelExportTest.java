package studio.crossbar.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.ui.common.Theme;

class ParallelExportTest {

    @TempDir
    private Path folder;

    /** Three trials across two axes; the second has no place on the second axis. */
    private static final ParallelPicture PICTURE = new ParallelPicture(
            List.of(
                    new ParallelPicture.Axis("Accuracy, %", Map.of(0.5, "80")),
                    new ParallelPicture.Axis("a parameter with a very long name", Map.of())),
            new long[] {1, 2, 3},
            new double[][] {{0, 0.5, 1}, {1, Double.NaN, 0}},
            new boolean[] {true, false, false},
            0);

    private String svg(Set<Long> brushed, Map<Integer, double[]> ranges) throws Exception {
        Path file = folder.resolve("parallel.svg");
        ParallelExport.sketch(PICTURE, Theme.LIGHT, 0, brushed, ranges, 200, 112)
                .writeSvg(file);
        return Files.readString(file);
    }

    @Test
    void trialsAreLinesAndAxesHaveTheirWords() throws Exception {
        assertThat(svg(Set.of(), Map.of()))
                .contains(">Accuracy, %</text>", ">80</text>", ">a parameter with a very long name</text>")
                .contains("M50 100L150 26", "M50 26L150 100");
    }

    @Test
    void brushedTrialsAndRangesStandOut() throws Exception {
        String svg = svg(Set.of(3L), Map.of(0, new double[] {0.5, 1}));
        assertThat(svg.lines().filter(line -> line.contains("M50 26L150 100")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("stroke-width=\"2\""));
        assertThat(svg.lines().filter(line -> line.contains("M50 100L150 26")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("stroke-opacity"));
        assertThat(svg).contains("M44 26L56 26L56 63L44 63L44 26Z");
    }
}
