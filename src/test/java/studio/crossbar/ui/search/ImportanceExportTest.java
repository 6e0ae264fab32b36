package studio.crossbar.ui.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.search.Metric;
import studio.crossbar.search.model.Importance;

class ImportanceExportTest {

    private static final Importance IMPORTANCE = new Importance(
            Metric.AREA,
            "forest",
            40,
            1000,
            0.9,
            List.of(new Importance.Effect("cellBits", 0.75), new Importance.Effect("depth", 0.0)));

    @TempDir
    private Path folder;

    @Test
    void barsAreAsLongAsTheirSharesAndNamedInWords() throws Exception {
        Path file = folder.resolve("importance.svg");
        ImportanceExport.sketch(IMPORTANCE).writeSvg(file);
        String svg = Files.readString(file);
        assertThat(svg)
                .contains(": Area</text>", ">cellBits</text>", ">75.0 %</text>", ">depth</text>", ">0.0 %</text>");
        String bar = svg.lines()
                .filter(line -> line.startsWith("<path"))
                .skip(1)
                .findFirst()
                .orElseThrow();
        String[] corners = bar.substring(bar.indexOf('M') + 1, bar.indexOf('Z')).split("[ L]");
        assertThat(Double.parseDouble(corners[2]) - Double.parseDouble(corners[0]))
                .isCloseTo(270, within(0.01));
    }

    @Test
    void dataHaveARowAParameter() {
        assertThat(ImportanceExport.data(IMPORTANCE).text())
                .isEqualTo("parameter,share_of_variance\r\ncellBits,0.75\r\ndepth,0.0\r\n");
    }
}
