package studio.crossbar.simulation.spice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.crossbar.simulation.irdrop.IrDropSolver;
import studio.crossbar.simulation.irdrop.ResistiveCrossbar;

class SpiceNetlistTest {

    private static final double RELATIVE = 1e-6;

    @TempDir
    Path dir;

    /** Shorts, open devices, signed inputs, one line alone, wires as resistive as devices. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 3, 7",
        "3, 5, 0.5, 0.5",
        "16, 16, 1, 1",
        "32, 20, 0, 2.82",
        "20, 32, 2.82, 0",
        "9, 7, 0, 0",
        "48, 48, 2.5, 2.5",
        "12, 12, 5000, 5000",
        "1, 40, 10, 1",
        "40, 1, 10, 1"
    })
    void ngspiceAgreesWithTheExactSolver(int rows, int columns, double wordlineOhm, double bitlineOhm)
            throws IOException, InterruptedException {
        Optional<Path> program = Ngspice.program();
        assumeTrue(program.isPresent(), "ngspice is not installed (Debian: apt-get install ngspice)");
        Random random = new Random(11);
        double[] g = random.doubles((long) rows * columns, 1e-6, 1e-4).toArray();
        for (int at = 2; at < g.length; at += 7) {
            g[at] = 0;
        }
        ResistiveCrossbar crossbar = new ResistiveCrossbar(rows, columns, g, wordlineOhm, bitlineOhm);
        int inputs = 3;
        double[] volts = random.doubles((long) inputs * rows, -0.3, 0.3).toArray();

        double[] theirs =
                Ngspice.currents(program.orElseThrow(), new SpiceNetlist("random tile", crossbar, volts, inputs), dir);
        double[] ours = new IrDropSolver(crossbar).solve(volts, inputs).currentAmperes();

        assertThat(theirs).hasSameSizeAs(ours);
        for (int at = 0; at < ours.length; at++) {
            assertThat(theirs[at])
                    .as("input %d, bit line %d", at / columns, at % columns)
                    .isCloseTo(ours[at], within(RELATIVE * Math.abs(ours[at])));
        }
    }

    @Test
    void aNetlistReadsAsItsNetwork() throws IOException {
        StringBuilder text = new StringBuilder();
        new SpiceNetlist(
                        "two\nlines",
                        new ResistiveCrossbar(2, 1, new double[] {1e-3, 0}, 2, 0),
                        new double[] {0.5, 0.25, 0.5, -1},
                        2)
                .write(text);

        assertThat(text.toString()).isEqualTo("""
                * two lines
                * 2 word lines driven at column 0, 1 bit lines sensed below the last row
                * 2.0 ohm a word-line segment, 0.0 ohm a bit-line segment
                Vd0 d0 0 DC 0.5
                Vd1 d1 0 DC 0.25
                Vs0 s0 0 DC 0
                Rw0_0 d0 w0_0 2.0
                Rx0_0 w0_0 s0 1000.0
                Rw1_0 d1 w1_0 2.0
                * From here to .endc for ngspice; other simulators: replace it by .op
                .control
                set numdgt=16
                op
                echo input 0
                print i(vs0)
                destroy all
                alter vd1 = -1.0
                op
                echo input 1
                print i(vs0)
                destroy all
                quit
                .endc
                .end
                """);
    }

    @Test
    void inputsThatDoNotFitAreRefused() {
        ResistiveCrossbar crossbar = new ResistiveCrossbar(2, 1, new double[] {1e-3, 1e-3}, 1, 1);
        assertThatThrownBy(() -> new SpiceNetlist("t", crossbar, new double[3], 1))
                .hasMessageContainingAll("3 values for 1 inputs of 2 word lines");
        double[] volts = new double[4];
        Arrays.fill(volts, 0.1);
        volts[3] = Double.NaN;
        assertThatThrownBy(() -> new SpiceNetlist("t", crossbar, volts, 2))
                .hasMessageContaining("NaN of input 1, word line 1");
    }
}
