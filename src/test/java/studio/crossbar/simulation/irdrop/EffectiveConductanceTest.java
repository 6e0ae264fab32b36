package studio.crossbar.simulation.irdrop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectiveConductanceTest {

    @ParameterizedTest
    @CsvSource({"30, 45", "45, 30", "1, 7", "7, 1"})
    void exactMatrixReproducesTheSolution(int rows, int columns) {
        IrDropSolver solver = new IrDropSolver(Crossbars.random(rows, columns, 5, 3, 1));
        double[] volts = Crossbars.volts(4 * rows, 2);

        ApproximationError error =
                EffectiveConductance.exact(solver, () -> false).errorAgainst(solver, volts, 4);

        assertThat(error.relativeL2()).isLessThan(1e-10);
        assertThat(error.worstRelative()).isLessThan(1e-10);
    }

    /** 128 × 128, 1 Ω: the ideal product is off by half; inputs of one sign, as rectified activations, then either. */
    @Test
    void approximationIsFarCloserThanTheIdealProduct() {
        IrDropSolver solver = new IrDropSolver(Crossbars.random(128, 128, 1, 1, 3));
        double[] either = Crossbars.volts(8 * 128, 4);
        double[] positive = Arrays.stream(either).map(Math::abs).toArray();
        EffectiveConductance approximate = EffectiveConductance.approximate(solver, () -> false);
        EffectiveConductance ideal = EffectiveConductance.ideal(solver.crossbar());

        assertThat(ideal.errorAgainst(solver, positive, 8).relativeL2()).isGreaterThan(0.4);
        assertThat(approximate.errorAgainst(solver, positive, 8).relativeL2()).isLessThan(2e-4);
        assertThat(approximate.errorAgainst(solver, either, 8).relativeL2()).isLessThan(3e-3);
    }

    @Test
    void approximationIsExactForEqualInputs() {
        IrDropSolver solver = new IrDropSolver(Crossbars.random(40, 64, 3, 6, 5));
        double[] volts = new double[40];
        Arrays.fill(volts, 0.15);

        assertThat(EffectiveConductance.approximate(solver, () -> false)
                        .errorAgainst(solver, volts, 1)
                        .relativeL2())
                .isLessThan(1e-7);
    }

    /** Without a second line to come back through, the first term of the series is all there is. */
    @ParameterizedTest
    @CsvSource({"0, 0", "0, 5", "5, 0"})
    void approximationIsExactWhereOneKindOfWireIsAShort(double wordlineOhm, double bitlineOhm) {
        IrDropSolver solver = new IrDropSolver(Crossbars.random(20, 31, wordlineOhm, bitlineOhm, 6));
        assertThat(EffectiveConductance.approximate(solver, () -> false)
                        .errorAgainst(solver, Crossbars.volts(60, 7), 3)
                        .worstRelative())
                .isLessThan(1e-12);
    }

    @Test
    void errorIsTheDistanceOfCurrents() {
        ApproximationError error = ApproximationError.of(new double[] {3, 5}, new double[] {3, 4});
        assertThat(error.relativeL2()).isCloseTo(0.2, within(1e-15));
        assertThat(error.worstRelative()).isEqualTo(0.25);
        assertThat(ApproximationError.of(new double[2], new double[2])).isEqualTo(new ApproximationError(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ApproximationError.of(new double[2], new double[3]));
    }
}
