package studio.crossbar.simulation.irdrop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IrDropSolverTest {

    private static IrDropSolution withNodes(ResistiveCrossbar crossbar, double[] volts, int inputs) {
        return new IrDropSolver(crossbar).solve(volts, inputs, IrDropSolver.TOLERANCE, true, null, () -> false);
    }

    private static void assertClose(double[] actual, double[] expected, double relative) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i])
                    .as("element %d", i)
                    .isCloseTo(expected[i], within(relative * Math.abs(expected[i]) + 1e-300));
        }
    }

    @Test
    void oneDeviceIsInSeriesWithItsTwoSegments() {
        ResistiveCrossbar crossbar = new ResistiveCrossbar(1, 1, new double[] {1e-3}, 30, 12);
        double current = -0.7 / (1000 + 30 + 12);

        IrDropSolution solution = withNodes(crossbar, new double[] {-0.7}, 1);

        assertThat(solution.currentAmperes()[0]).isCloseTo(current, within(1e-15));
        assertThat(solution.wordlineVolts()[0]).isCloseTo(-0.7 - 30 * current, within(1e-14));
        assertThat(solution.bitlineVolts()[0]).isCloseTo(12 * current, within(1e-14));
    }

    /** With the bit line's one segment a part of the device, a 1 × n crossbar is a ladder of series and parallel. */
    @ParameterizedTest
    @CsvSource({"1, 0.5, 3", "2, 10, 0", "17, 2.5, 2.5", "64, 0, 4", "200, 20, 1"})
    void oneRowIsALadder(int n, double wordlineOhm, double bitlineOhm) {
        ResistiveCrossbar crossbar = Crossbars.random(1, n, wordlineOhm, bitlineOhm, n);
        double[] branch = new double[n];
        for (int j = 0; j < n; j++) {
            branch[j] = 1 / (1 / crossbar.conductanceSiemens()[j] + bitlineOhm);
        }
        double[] ahead = new double[n];
        double rest = 0;
        for (int j = n - 1; j >= 0; j--) {
            rest += branch[j];
            ahead[j] = rest;
            rest = 1 / (1 / rest + wordlineOhm);
        }
        double[] expected = new double[n];
        double v = 0.3;
        for (int j = 0; j < n; j++) {
            v /= 1 + wordlineOhm * ahead[j];
            expected[j] = v * branch[j];
        }

        assertClose(new IrDropSolver(crossbar).solve(new double[] {0.3}, 1).currentAmperes(), expected, 1e-12);
    }

    @Test
    void wiresWithoutResistanceGiveTheProduct() {
        ResistiveCrossbar crossbar = Crossbars.random(13, 9, 0, 0, 1);
        double[] volts = Crossbars.volts(3 * 13, 2);

        IrDropSolution solution = withNodes(crossbar, volts, 3);

        assertClose(
                solution.currentAmperes(), EffectiveConductance.ideal(crossbar).currents(volts, 3), 1e-13);
        assertThat(solution.bitlineVolts()).containsOnly(0);
        assertThat(solution.wordlineVolts()[2 * 13 * 9 + 5 * 9 + 4]).isEqualTo(volts[2 * 13 + 5]);
    }

    /** A short is the limit of a small resistance, approached linearly. */
    @ParameterizedTest
    @CsvSource({"0, 3", "3, 0"})
    void aShortIsTheLimitOfASmallResistance(double wordlineOhm, double bitlineOhm) {
        double[] volts = Crossbars.volts(20, 4);
        double[] limit = new IrDropSolver(Crossbars.random(20, 30, wordlineOhm, bitlineOhm, 3))
                .solve(volts, 1)
                .currentAmperes();
        double small = 1e-9;
        double[] near = new IrDropSolver(
                        Crossbars.random(20, 30, Math.max(wordlineOhm, small), Math.max(bitlineOhm, small), 3))
                .solve(volts, 1)
                .currentAmperes();

        assertClose(near, limit, 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 5, 5", "3, 5, 0.5, 2", "7, 2, 100, 1", "64, 64, 2.5, 2.5", "33, 90, 1, 20", "5, 40, 1e-6, 1e-6"})
    void currentsBalanceAtEveryNode(int rows, int columns, double wordlineOhm, double bitlineOhm) {
        ResistiveCrossbar crossbar = Crossbars.random(rows, columns, wordlineOhm, bitlineOhm, 5);
        double[] volts = Crossbars.volts(rows, 6);

        IrDropSolution solution = withNodes(crossbar, volts, 1);

        // Differences of node voltages that are nearly alike carry their rounding, amplified by the wire's conductance.
        double rounding = 1e-16 / Math.min(wordlineOhm, bitlineOhm) / 1e-6;
        assertThat(Kirchhoff.imbalance(crossbar, volts, solution.wordlineVolts(), solution.bitlineVolts()))
                .isLessThan(1e-9 + rounding);
        for (int j = 0; j < columns; j++) {
            double bottom = solution.bitlineVolts()[(rows - 1) * columns + j];
            assertThat(solution.currentAmperes()[j])
                    .isCloseTo(bottom / bitlineOhm, within(1e-9 * Math.abs(bottom / bitlineOhm)));
        }
    }

    @Test
    void currentsOfASumOfInputsAreTheSumOfTheirCurrents() {
        IrDropSolver solver = new IrDropSolver(Crossbars.random(40, 25, 4, 2, 8));
        double[] volts = Crossbars.volts(3 * 40, 9);
        for (int i = 0; i < 40; i++) {
            volts[80 + i] = 2 * volts[i] - 3 * volts[40 + i];
        }

        double[] currents = solver.solve(volts, 3).currentAmperes();

        for (int j = 0; j < 25; j++) {
            double expected = 2 * currents[j] - 3 * currents[25 + j];
            assertThat(currents[50 + j]).isCloseTo(expected, within(1e-10 * Math.abs(currents[j])));
        }
    }

    /** Driving an output and reading an input gives the same transfer conductance. */
    @Test
    void theNetworkIsReciprocal() {
        ResistiveCrossbar crossbar = Crossbars.random(12, 20, 50, 20, 10);
        double[] row = new double[12];
        row[7] = 1;
        double[] column = new double[20];
        column[20 - 1 - 3] = 1;

        double forward = new IrDropSolver(crossbar).solve(row, 1).currentAmperes()[3];
        double back = new IrDropSolver(crossbar.reversed()).solve(column, 1).currentAmperes()[12 - 1 - 7];

        assertThat(back).isCloseTo(forward, within(1e-10 * forward));
    }

    @Test
    void zeroConductancesCarryNothing() {
        double[] g = new double[6 * 4];
        g[2 * 4 + 1] = 1e-4;
        double[] volts = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6};

        IrDropSolution solution = withNodes(new ResistiveCrossbar(6, 4, g, 2, 3), volts, 1);

        assertThat(solution.currentAmperes()[1]).isCloseTo(0.3 / (1e4 + 2 * 2 + 4 * 3), within(1e-18));
        assertThat(solution.currentAmperes()[0]).isZero();
        assertThat(solution.wordlineVolts()[5 * 4 + 3]).isEqualTo(0.6);
        assertThat(new IrDropSolver(new ResistiveCrossbar(6, 4, new double[24], 2, 3))
                        .solve(volts, 1)
                        .currentAmperes())
                .containsOnly(0);
    }

    /**
     * The matrix is then almost that of a plain grid, the hardest case. What the drivers give must come out.
     */
    @ParameterizedTest
    @CsvSource({"64, 1e-3, 2.5", "40, 1e-3, 1000", "100, 1e-2, 100", "20, 1, 1000"})
    void wiresThatResistAsMuchAsTheDevicesAreSolved(int n, double siemens, double ohm) {
        ResistiveCrossbar crossbar = Crossbars.uniform(n, n, siemens, ohm);
        double[] volts = new double[n];
        Arrays.fill(volts, 0.3);

        IrDropSolution solution = new IrDropSolver(crossbar).solve(volts, 1, 1e-9, true, null, () -> false);

        double given = 0;
        double out = 0;
        for (int i = 0; i < n; i++) {
            given += (0.3 - solution.wordlineVolts()[i * n]) / ohm;
            out += solution.currentAmperes()[i];
        }
        assertThat(given).isCloseTo(out, within(1e-8 * out));
        assertThat(Kirchhoff.imbalance(crossbar, volts, solution.wordlineVolts(), solution.bitlineVolts()))
                .isLessThan(1e-8);
    }

    @Test
    void resultsAreTheSameBitsOnAnyNumberOfThreads() throws Exception {
        IrDropSolver solver = new IrDropSolver(Crossbars.random(30, 30, 2, 2, 11));
        double[] volts = Crossbars.volts(7 * 30, 12);
        try (ForkJoinPool one = new ForkJoinPool(1);
                ForkJoinPool four = new ForkJoinPool(4)) {
            assertThat(four.submit(() -> solver.solve(volts, 7)).get().currentAmperes())
                    .isEqualTo(one.submit(() -> solver.solve(volts, 7)).get().currentAmperes());
        }
    }

    @Test
    void aWarmStartSavesIterationsAndChangesNothingElse() {
        ResistiveCrossbar crossbar = Crossbars.random(60, 60, 5, 5, 13);
        double[] volts = Crossbars.volts(2 * 60, 14);
        IrDropSolver solver = new IrDropSolver(crossbar);
        IrDropSolution cold = solver.solve(volts, 2, IrDropSolver.TOLERANCE, true, null, () -> false);
        double[] similar = volts.clone();
        similar[30] += 1e-6;

        IrDropSolution again = solver.solve(volts, 2, IrDropSolver.TOLERANCE, false, cold, () -> false);
        IrDropSolution warm = solver.solve(similar, 2, IrDropSolver.TOLERANCE, false, cold, () -> false);

        assertThat(again.iterations()).isZero();
        assertThat(warm.iterations()).isLessThan(cold.iterations());
        double[] expected = solver.solve(similar, 2).currentAmperes();
        for (int j = 0; j < expected.length; j++) {
            assertThat(warm.currentAmperes()[j]).isCloseTo(expected[j], within(1e-10 * 60 * 0.2 * 100e-6));
        }
    }

    @Test
    void anUnreachableToleranceIsReportedWithTheResidual() {
        IrDropSolver solver = new IrDropSolver(Crossbars.random(50, 50, 5, 5, 15));
        assertThatExceptionOfType(NotConvergedException.class)
                .isThrownBy(() -> solver.solve(Crossbars.volts(50, 16), 1, 1e-30, false, null, () -> false))
                .withMessageContainingAll("input 0", "residual", "tolerance 1.00e-30")
                .satisfies(e -> assertThat(e.residual()).isBetween(1e-30, 1e-11));
    }

    @Test
    void cancellationIsHeard() {
        IrDropSolver solver = new IrDropSolver(Crossbars.random(8, 8, 5, 5, 17));
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> solver.solve(Crossbars.volts(8, 18), 1, 1e-11, false, null, () -> true));
    }

    @Test
    void badCrossbarsAreRefusedByElementAndLimit() {
        assertRefused(1, 2, new double[] {1e-6, -1e-6}, 1, 1, "conductance", "-1.0E-6", "row 0, column 1", "0 … 1.0 S");
        assertRefused(2, 1, new double[] {1e-6, Double.NaN}, 1, 1, "NaN", "row 1, column 0", "siemens");
        assertRefused(1, 1, new double[] {50}, 1, 1, "50.0", "give siemens");
        assertRefused(2, 2, new double[3], 1, 1, "3 values for 2 × 2");
        assertRefused(0, 2, new double[0], 1, 1, "0 × 2", "at least 1 × 1");
        assertRefused(1 << 16, 1 << 16, new double[0], 1, 1, "65536 × 65536", "split");
        assertRefused(1, 1, new double[1], -1, 1, "r-wordline", "-1.0", "0 … 1000000.0");
        assertRefused(1, 1, new double[1], 1, Double.POSITIVE_INFINITY, "r-bitline", "Infinity", "float", "singular");
        assertRefused(1, 1, new double[1], Double.NaN, 1, "r-wordline", "NaN");
    }

    private static void assertRefused(
            int rows, int columns, double[] g, double wordlineOhm, double bitlineOhm, String... parts) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ResistiveCrossbar(rows, columns, g, wordlineOhm, bitlineOhm))
                .withMessageContainingAll(parts);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY, 200})
    void badVoltagesAreRefused(double bad) {
        IrDropSolver solver = new IrDropSolver(Crossbars.random(2, 2, 1, 1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solver.solve(new double[] {0, 0, 0, bad}, 2))
                .withMessageContainingAll("input 1", "word line 1", "±100.0 V");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solver.solve(new double[3], 2))
                .withMessageContaining("3 values for 2 inputs of 2 word lines");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solver.solve(new double[2], 1, 0, false, null, () -> false))
                .withMessageContaining("tolerance: 0.0");
    }
}
