package studio.crossbar.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.data.CsvMatrix;
import studio.crossbar.simulation.spice.Ngspice;

/** The form for tables; a trained project's tiles are exported in {@link CrossbarTest}. */
class SpiceCommandTest {

    @TempDir
    Path dir;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void tables() throws IOException {
        Files.writeString(dir.resolve("g.csv"), "1e-3,2e-3\n0,5e-4\n");
        Files.writeString(dir.resolve("v.csv"), "0.5,-0.25,1\n0.1,0.1,0\n");
    }

    private int run(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("spice", "--r-wordline", "2", "--r-bitline", "3", "--out", file("tile.cir")));
        arguments.addAll(List.of(more));
        return Crossbar.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new));
    }

    private String file(String name) {
        return dir.resolve(name).toString();
    }

    @Test
    void theNetlistSolvesToWhatIrDropPrints() throws IOException, InterruptedException {
        assertThat(run("--conductance", file("g.csv"), "--voltage", file("v.csv"), "--json"))
                .isZero();
        assertThat(new JsonMapper().readTree(out.toString()).get("openDevices").asInt())
                .isEqualTo(1);
        assertThat(Crossbar.run(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        "ir-drop",
                        "--conductance",
                        file("g.csv"),
                        "--voltage",
                        file("v.csv"),
                        "--r-wordline",
                        "2",
                        "--r-bitline",
                        "3",
                        "--output",
                        file("i.csv")))
                .isZero();
        Optional<Path> program = Ngspice.program();
        assumeTrue(program.isPresent(), "ngspice is not installed (Debian: apt-get install ngspice)");

        double[] expected = CsvMatrix.read(dir.resolve("i.csv")).values();
        double[] currents = Ngspice.currents(program.orElseThrow(), dir.resolve("tile.cir"), 3, 2);
        for (int at = 0; at < expected.length; at++) {
            assertThat(currents[at]).isCloseTo(expected[at], within(1e-6 * Math.abs(expected[at])));
        }
    }

    @Test
    void withoutVoltagesAllWordLinesAreAtOne() throws IOException {
        assertThat(run("--conductance", file("g.csv"), "--volts", "0.7")).isZero();
        assertThat(Files.readString(dir.resolve("tile.cir"))).contains("Vd0 d0 0 DC 0.7\n", "Vd1 d1 0 DC 0.7\n");
        assertThat(out.toString()).contains("2 × 2, 1 open", "ngspice -b");
    }

    @Test
    void wrongUsageIsCodeTwo() {
        assertThat(run()).isEqualTo(Crossbar.USAGE);
        assertThat(err.toString()).contains("give a PROJECT with --tile, or --conductance with a table");
        assertThat(run("--conductance", file("g.csv"), "--tile", "0")).isEqualTo(Crossbar.USAGE);
        assertThat(run("project", "--conductance", file("g.csv"))).isEqualTo(Crossbar.USAGE);
        assertThat(run("--conductance", file("g.csv"), "--float-epochs", "3")).isEqualTo(Crossbar.USAGE);
        assertThat(run("--conductance", file("g.csv"), "--voltage", file("v.csv"), "--volts", "0.3"))
                .isEqualTo(Crossbar.USAGE);
        assertThat(err.toString()).contains("--voltage and --volts: give one of them");
        assertThat(run("--conductance", file("g.csv"), "--volts", "NaN")).isEqualTo(Crossbar.USAGE);
        assertThat(Crossbar.run(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        "spice",
                        "--r-wordline=-1",
                        "--r-bitline=3",
                        "--conductance",
                        file("g.csv"),
                        "--out",
                        file("tile.cir")))
                .isEqualTo(Crossbar.USAGE);
        assertThat(err.toString()).contains("--r-wordline: -1.0 is outside");
    }

    @Test
    void badInputIsOneLineAndNoNetlist() throws IOException {
        Files.writeString(dir.resolve("v.csv"), "1\n");
        assertFails("voltage: 1 rows", "--conductance", file("g.csv"), "--voltage", file("v.csv"));
        assertFails("none.csv does not exist; check the path", "--conductance", file("none.csv"));
        assertFails("does not exist", file("none"), "--tile", "0");
        assertThat(dir.resolve("tile.cir")).doesNotExist();
    }

    private void assertFails(String part, String... more) {
        err.getBuffer().setLength(0);
        List<String> arguments = new ArrayList<>(List.of("spice"));
        if (!more[0].startsWith("--r-wordline")) {
            arguments.addAll(List.of("--r-wordline", "2"));
        }
        arguments.addAll(List.of("--r-bitline", "3", "--out", file("tile.cir")));
        arguments.addAll(List.of(more));
        assertThat(Crossbar.run(
                        new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new)))
                .isEqualTo(Crossbar.FAILURE);
        assertThat(err.toString()).contains(part).startsWith("crossbar: ").hasLineCount(1);
    }
}
