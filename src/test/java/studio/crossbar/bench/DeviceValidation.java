package studio.crossbar.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import studio.crossbar.data.CsvMatrix;
import studio.crossbar.device.DeviceSample;
import studio.crossbar.device.OracleRow;
import studio.crossbar.simulation.irdrop.IrDropSolver;
import studio.crossbar.simulation.irdrop.ResistiveCrossbar;
import studio.crossbar.simulation.spice.Ngspice;
import studio.crossbar.simulation.spice.SpiceNetlist;

/** Tables of docs/validation.md: device presets beside aihwkit, the IR-drop solver beside ngspice. */
final class DeviceValidation {

    private static final Path DEVICES = Path.of("../shared/oracle/aihwkit");
    private static final Path CROSSBARS = Path.of("../shared/oracle/ir-drop");
    private static final int COUNT = 1_600_000;

    /** Targets, over the largest, whose rows are printed; the worst are found over all. */
    private static final Set<Double> SHOWN = Set.of(0.0, 0.1, 0.5, 1.0);

    private DeviceValidation() {}

    static void main() throws IOException, InterruptedException {
        for (OracleRow.File file : OracleRow.File.values()) {
            devices(file);
        }
        crossbars();
    }

    private static void devices(OracleRow.File file) throws IOException {
        Bench.print("%n%s beside %s", file.device().name(), file.fileName());
        Bench.print(
                "| target, µS | s | mean, µS | aihwkit | difference | deviation, µS | aihwkit | difference |%n|---|---|---|---|---|---|---|---|");
        double worstMean = 0;
        double worstDeviation = 0;
        DeviceSample sample = null;
        double target = -1;
        for (OracleRow row : OracleRow.read(DEVICES.resolve(file.fileName()))) {
            if (sample == null || target != row.target()) {
                target = row.target();
                sample = new DeviceSample(file.device(), target, COUNT);
            }
            DeviceSample.Moments ours = row.seconds() == 0 ? sample.programmed() : sample.read(row.seconds());
            DeviceSample.Moments theirs = row.read();
            double mean = ours.mean() / theirs.mean() - 1;
            double deviation = ours.deviation() / theirs.deviation() - 1;
            worstMean = Math.max(worstMean, Math.abs(mean));
            worstDeviation = Math.max(worstDeviation, Math.abs(deviation));
            if (SHOWN.contains(row.relative())) {
                Bench.print(
                        "| %.4g | %.0f | %.4f | %.4f | %+.2f %% | %.4f | %.4f | %+.2f %% |",
                        target,
                        row.seconds(),
                        ours.mean(),
                        theirs.mean(),
                        100 * mean,
                        ours.deviation(),
                        theirs.deviation(),
                        100 * deviation);
            }
        }
        Bench.print(
                "worst of all rows: mean %.2f %%, deviation %.2f %%, %d devices",
                100 * worstMean, 100 * worstDeviation, COUNT);
    }

    private static void crossbars() throws IOException, InterruptedException {
        Optional<Path> program = Ngspice.program();
        if (program.isEmpty()) {
            Bench.print("%nngspice is not installed (Debian: apt-get install ngspice)");
            return;
        }
        Bench.print("%n| crossbar | inputs | largest relative difference | ngspice, s |%n|---|---|---|---|");
        List<Path> cases;
        try (Stream<Path> found = Files.list(CROSSBARS)) {
            cases = found.filter(Files::isDirectory).sorted().toList();
        }
        Path folder = Files.createTempDirectory("device-validation");
        for (Path folderOfCase : cases) {
            beside(program.get(), folderOfCase, folder);
        }
    }

    private static void beside(Path program, Path folderOfCase, Path folder) throws IOException, InterruptedException {
        JsonNode meta =
                new JsonMapper().readTree(folderOfCase.resolve("meta.json").toFile());
        CsvMatrix g = CsvMatrix.read(folderOfCase.resolve("conductance_S.csv"));
        CsvMatrix volts = CsvMatrix.read(folderOfCase.resolve("voltage_V.csv")).transposed();
        ResistiveCrossbar crossbar = new ResistiveCrossbar(
                g.rows(),
                g.columns(),
                g.values(),
                meta.get("r_wordline_ohm").asDouble(),
                meta.get("r_bitline_ohm").asDouble());
        double[] ours =
                new IrDropSolver(crossbar).solve(volts.values(), volts.rows()).currentAmperes();
        long start = System.nanoTime();
        double[] theirs = Ngspice.currents(
                program,
                new SpiceNetlist(folderOfCase.getFileName().toString(), crossbar, volts.values(), volts.rows()),
                folder);
        double seconds = (System.nanoTime() - start) * 1e-9;
        double worst = 0;
        for (int at = 0; at < ours.length; at++) {
            worst = Math.max(worst, Math.abs(theirs[at] / ours[at] - 1));
        }
        Bench.print("| %s | %d | %.1e | %.1f |", folderOfCase.getFileName(), volts.rows(), worst, seconds);
    }
}
