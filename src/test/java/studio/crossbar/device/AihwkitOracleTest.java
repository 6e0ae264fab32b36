package studio.crossbar.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Beside aihwkit's 400,000 devices a row: see README.md there. */
class AihwkitOracleTest {

    private static final Path FOLDER = Path.of("../shared/oracle/aihwkit");

    /** As many as the oracle's: the scatter of both together is a fraction of the bounds. */
    private static final int DEVICES = 400_000;

    private static final double MEAN = 0.01;
    private static final double DEVIATION = 0.02;

    @ParameterizedTest
    @EnumSource(OracleRow.File.class)
    void distributionsAgree(OracleRow.File file) throws IOException {
        Path path = FOLDER.resolve(file.fileName());
        assumeTrue(Files.exists(path), "the aihwkit oracle is not at " + path);
        List<OracleRow> rows = OracleRow.read(path);
        assertThat(rows).hasSizeGreaterThan(30);
        Device device = file.device();

        double target = -1;
        DeviceSample sample = null;
        for (OracleRow row : rows) {
            if (sample == null || row.target() != target) {
                target = row.target();
                sample = new DeviceSample(device, target, DEVICES);
            }
            assertClose(row + ", programmed", sample.programmed(), row.programmed());
            assertClose(
                    row + ", read", row.seconds() == 0 ? sample.programmed() : sample.read(row.seconds()), row.read());
        }
    }

    private static void assertClose(String row, DeviceSample.Moments ours, DeviceSample.Moments theirs) {
        assertThat(ours.mean()).as(row + ": mean").isCloseTo(theirs.mean(), within(MEAN * theirs.mean()));
        assertThat(ours.deviation())
                .as(row + ": deviation")
                .isCloseTo(theirs.deviation(), within(DEVIATION * theirs.deviation()));
    }

    @Test
    void closedFormsAgree() throws IOException {
        Path path = FOLDER.resolve("pcm_closed_form.csv");
        assumeTrue(Files.exists(path), "the aihwkit oracle is not at " + path);
        Device pcm = DevicePresets.carried("pcm-nandakumar-2019");
        Drift.PowerLaw drift = (Drift.PowerLaw) pcm.drift();
        try (Stream<String> lines = Files.lines(path)) {
            List<double[]> rows = lines.skip(1)
                    .map(line -> Stream.of(line.split(","))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
            assertThat(rows).hasSize(51);
            for (double[] row : rows) {
                double g = row[0] * 25;
                double q = pcm.readNoise().sigma().at(g);
                Map<String, double[]> pairs = Map.of(
                        "sigma_prog", new double[] {pcm.programming().sigmaMicroSiemens(g), row[1]},
                        "mu_nu", new double[] {drift.exponentMean().at(g), row[2]},
                        "sigma_nu", new double[] {drift.exponentSigma().at(g), row[3]},
                        "Q", new double[] {q, row[4]},
                        "read at 1 s", new double[] {q * pcm.readNoise().growth(1), row[5]},
                        "read at 1 day", new double[] {q * pcm.readNoise().growth(86400), row[6]});
                pairs.forEach((name, pair) ->
                        assertThat(pair[0]).as("%s at %s", name, row[0]).isCloseTo(pair[1], within(1e-12 * pair[1])));
            }
        }
    }
}
