package studio.crossbar.simulation.irdrop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.crossbar.data.CsvMatrix;

/** Beside badcrossbar and a sparse LU: see README.md there. */
class IrDropOracleTest {

    private static final Path ORACLE = Path.of("../shared/oracle/ir-drop");
    private static final double RELATIVE = 1e-9;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c01_readme_3x5",
                "c02_16x16_4bit",
                "c03_64x64_2bit",
                "c04_64x64_allon_worst",
                "c07_32x128_4bit",
                "c09_64x64_bitline_only",
                "c11_64x64_zero_wire"
            })
    void everyCurrentAndNodeVoltageAgrees(String name) throws IOException {
        Path folder = ORACLE.resolve(name);
        assumeTrue(Files.exists(folder), "the IR-drop oracle is not at " + folder);
        JsonNode meta = new JsonMapper().readTree(folder.resolve("meta.json").toFile());
        CsvMatrix g = CsvMatrix.read(folder.resolve("conductance_S.csv"));
        CsvMatrix volts = CsvMatrix.read(folder.resolve("voltage_V.csv"));
        ResistiveCrossbar crossbar = new ResistiveCrossbar(
                g.rows(),
                g.columns(),
                g.values(),
                meta.get("r_wordline_ohm").asDouble(),
                meta.get("r_bitline_ohm").asDouble());

        IrDropSolver solver = new IrDropSolver(crossbar);
        IrDropSolution solution = solver.solve(
                volts.transposed().values(), volts.columns(), IrDropSolver.TOLERANCE, true, null, () -> false);

        CsvMatrix expected = CsvMatrix.read(folder.resolve("current_A.csv"));
        assertAgrees(solution.currentAmperes(), expected.values());
        assertAgrees(
                EffectiveConductance.exact(solver, () -> false)
                        .currents(volts.transposed().values(), volts.columns()),
                expected.values());
        assertAgrees(
                solution.wordlineVolts(),
                CsvMatrix.read(folder.resolve("node_wordline_V_input0.csv")).values());
        assertAgrees(
                solution.bitlineVolts(),
                CsvMatrix.read(folder.resolve("node_bitline_V_input0.csv")).values());
    }

    private static void assertAgrees(double[] actual, double[] expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).as("element %d", i).isCloseTo(expected[i], within(RELATIVE * Math.abs(expected[i])));
        }
    }
}
