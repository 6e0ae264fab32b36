package studio.crossbar.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.mapping.MappingPlan;

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

    /** ISAAC's cells take what is published, so that nothing is assumed of levels and inputs. */
    @Test
    void publishedEnergiesAssumeNothing() throws IOException {
        MappingPlan plan = MappingPlan.of(Designs.harCnn(), Designs.HARDWARE);
        Technology isaac = Technology.bundled("isaac-32nm");
        Cost cost = CostModel.cost(plan, Designs.HARDWARE, isaac, CostOptions.STANDARD);
        CostOptions quiet = CostOptions.STANDARD.withMeanSquareInput(0.05);

        assertThat(cost.energyAssumption())
                .isEqualTo("with the published energy of a cell and read, whatever cells hold and rows are given");
        assertThat(CostModel.cost(plan, Designs.HARDWARE, isaac, quiet).energyNanojoules())
                .isEqualTo(cost.energyNanojoules());
        assertThat(CostModel.cost(plan, Designs.HARDWARE, Technology.standard(), quiet)
                        .energyAssumption())
                .contains("mean square of 0.0500");
    }

    /** The line of cells says what its energy follows from: V² G x² t, where one-bit inputs are on half of the time. */
    @ParameterizedTest
    @CsvSource({"1, 2.62500", "8, 1.75001"})
    void theSourceOfCellsSaysWhatTheirEnergyFollowsFrom(int dacBits, String microSiemens) {
        Hardware hardware = Designs.HARDWARE.withConverters(new Converters(dacBits, 8));
        Cost cost = CostModel.cost(
                MappingPlan.of(Designs.harCnn(), hardware), hardware, Technology.standard(), CostOptions.STANDARD);
        CostItem cells = cost.items().stream()
                .filter(item -> item.component() == Component.CELL_ARRAY)
                .findFirst()
                .orElseThrow();

        assertThat(cells.wholeSource())
                .contains("energy: V² (G x²) t, ")
                .endsWith("; in the mean " + microSiemens + " µS");
        // 0.55 V for 10 ns; µS · ns is 10⁻³ pJ at 1 V².
        assertThat(cells.unitEnergyPicojoules())
                .isCloseTo(0.55 * 0.55 * Double.parseDouble(microSiemens) * 10 * 1e-3, within(3e-8));
    }
}
