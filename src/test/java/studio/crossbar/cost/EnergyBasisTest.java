package studio.crossbar.cost;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnergyBasisTest {

    /** What was measured is not assumed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EXPECTED_CONDUCTANCE | 0.1 | expected before training: weight levels equally likely, inputs spread evenly with a mean square of 0.100 of full scale
            PROGRAMMED_CELLS | 0.25 | with the conductances that were programmed and inputs spread evenly with a mean square of 0.250 of full scale
            MEASURED_INPUTS | 0.1 | with the conductances that were programmed and the activity of inputs that was measured
            """)
    void theAssumedMeanSquareIsNamed(EnergyBasis basis, double meanSquare, String words) {
        assertThat(basis.assumption(CostOptions.STANDARD.withMeanSquareInput(meanSquare)))
                .isEqualTo(words);
    }
}
