package studio.crossbar.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The regression beside values of Accelergy's plug-in itself. */
class SurveyRegressionTest {

    private static final Path TABLE = Path.of("../shared/oracle/accelergy-adc/adc_table.csv");

    @Test
    void agreesWithThePlugInOnItsWholeTable() throws IOException {
        Assumptions.assumeTrue(Files.isReadable(TABLE), () -> TABLE + " is not here");
        List<String> lines = Files.readAllLines(TABLE);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            int bits = Integer.parseInt(cells[0]);
            double hertz = Double.parseDouble(cells[1]);
            double node = Double.parseDouble(cells[2]);
            assertThat(SurveyRegression.energyPicojoules(bits, hertz, node) / Double.parseDouble(cells[3]))
                    .as(line)
                    .isCloseTo(1, within(1e-4));
            assertThat(SurveyRegression.areaSquareMicrometres(bits, hertz, node) / Double.parseDouble(cells[4]))
                    .as(line)
                    .isCloseTo(1, within(1e-4));
        }
        assertThat(lines).hasSizeGreaterThan(500);
    }

    /** The two values that the plug-in's documentation is checked by here, for where the table is absent. */
    @Test
    void agreesWithThePlugInAtEightBits() {
        assertThat(SurveyRegression.energyPicojoules(8, 1.28e9, 32)).isCloseTo(1.9292, within(1e-3));
        assertThat(SurveyRegression.areaSquareMicrometres(8, 1.28e9, 32)).isCloseTo(6469.27, within(1.0));
    }

    @Test
    void whatLiesOutsideTheFittedDataIsNamed() {
        assertThat(SurveyRegression.outside(8, 1.28e9)).isEmpty();
        assertThat(SurveyRegression.outside(8, 100))
                .contains("the rate lies outside the fitted 1 kS/s … 90 GS/s")
                .doesNotContain("resolution");
        assertThat(SurveyRegression.outside(8, 1e11)).contains("rate").doesNotContain("resolution");
        assertThat(SurveyRegression.outside(3, 1e9)).contains("resolution").doesNotContain("rate");
        assertThat(SurveyRegression.outside(18, 1)).contains("resolution", " and the rate");
    }
}
