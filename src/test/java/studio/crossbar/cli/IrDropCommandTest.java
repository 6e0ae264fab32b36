package studio.crossbar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.data.CsvMatrix;

class IrDropCommandTest {

    @TempDir
    Path dir;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void tables() throws IOException {
        Files.writeString(dir.resolve("g.csv"), "1e-3,2e-3\n");
        Files.writeString(dir.resolve("v.csv"), "0.5,-0.25,1\n");
    }

    private int run(String wordlineOhm, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "ir-drop",
                "--conductance",
                dir.resolve("g.csv").toString(),
                "--voltage",
                dir.resolve("v.csv").toString(),
                "--r-wordline",
                wordlineOhm,
                "--r-bitline",
                "100",
                "--output",
                dir.resolve("i.csv").toString()));
        arguments.addAll(List.of(more));
        return Crossbar.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new));
    }

    /** One row is driven by an ideal source through a short: each column is its device and one segment in series. */
    @Test
    void writesTheCurrentsOfEveryInput() throws IOException {
        assertThat(run("0")).isZero();

        CsvMatrix currents = CsvMatrix.read(dir.resolve("i.csv"));
        assertThat(currents.rows()).isEqualTo(3);
        assertThat(currents.columns()).isEqualTo(2);
        double[] volts = {0.5, -0.25, 1};
        for (int input = 0; input < 3; input++) {
            assertThat(currents.values()[2 * input]).isCloseTo(volts[input] / 1100, Offset.offset(1e-15));
            assertThat(currents.values()[2 * input + 1]).isCloseTo(volts[input] / 600, Offset.offset(1e-15));
        }
        assertThat(out.toString()).contains("1 × 2", "exact", "i.csv");
    }

    @Test
    void jsonTellsModeAndErrors() throws IOException {
        assertThat(run("5", "--json")).isZero();
        JsonNode exact = new JsonMapper().readTree(out.toString());
        assertThat(exact.get("mode").asText()).isEqualTo("exact");
        assertThat(exact.get("errorBound").asDouble()).isLessThan(1e-11);

        out.getBuffer().setLength(0);
        assertThat(run("5", "--json", "--approximate")).isZero();
        JsonNode approximate = new JsonMapper().readTree(out.toString());
        assertThat(approximate.get("mode").asText()).isEqualTo("approximate");
        assertThat(approximate.get("measuredInputs").asInt()).isEqualTo(3);
        assertThat(approximate.get("relativeL2Error").asDouble())
                .isLessThan(exact.get("idealProductError").asDouble());
    }

    @Test
    void badInputIsOneLineAndNoOutput() throws IOException {
        Files.writeString(dir.resolve("v.csv"), "0.5\n1\n");
        assertFails("1", "voltage: 2 rows", "1 word lines", "v.csv");
        Files.writeString(dir.resolve("g.csv"), "1e-3,nan\n");
        assertFails("1", "g.csv, line 1", "'nan' is not a number");
        Files.writeString(dir.resolve("g.csv"), "1e-3,NaN\n");
        assertFails("1", "conductance: NaN at row 0, column 1");
        Files.delete(dir.resolve("g.csv"));
        assertFails("1", "does not exist", "g.csv");
    }

    private void assertFails(String wordlineOhm, String... parts) {
        err.getBuffer().setLength(0);
        assertThat(run(wordlineOhm)).isEqualTo(Crossbar.FAILURE);
        assertThat(err.toString()).contains(parts).startsWith("crossbar: ").hasLineCount(1);
        assertThat(dir.resolve("i.csv")).doesNotExist();
    }

    @Test
    void anOutputThatCannotBeWrittenIsSaidBeforeTheWork() {
        assertThat(Crossbar.run(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        "ir-drop",
                        "--conductance",
                        dir.resolve("g.csv").toString(),
                        "--voltage",
                        dir.resolve("v.csv").toString(),
                        "--r-wordline",
                        "1",
                        "--r-bitline",
                        "1",
                        "--output",
                        dir.resolve("nowhere").resolve("i.csv").toString()))
                .isEqualTo(Crossbar.FAILURE);
        assertThat(err.toString())
                .contains("--output: ", "i.csv cannot be written; name a file in a folder that is there")
                .hasLineCount(1);
    }

    @Test
    void wrongUsageIsCodeTwo() {
        assertThat(run("two")).isEqualTo(Crossbar.USAGE);
        err.getBuffer().setLength(0);
        assertThat(run("-3")).isEqualTo(Crossbar.USAGE);
        assertThat(err.toString())
                .contains("--r-wordline: -3.0", "0 for a short")
                .hasLineCount(1);
        assertThat(dir.resolve("i.csv")).doesNotExist();
        assertThat(Crossbar.run(new PrintWriter(out, true), new PrintWriter(err, true), "ir-drop"))
                .isEqualTo(Crossbar.USAGE);
        assertThat(err.toString()).contains("--r-wordline", "--conductance");
    }
}
