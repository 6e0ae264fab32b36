package studio.crossbar.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Editing of technology files by the rules of their reader. */
class TechnologyDocumentTest {

    private static final String SAR_8_AREA = "columns.adcs.SAR.rows[4].area";

    private static TechnologyDocument.Constant constant(TechnologyDocument document, String path) {
        return document.constants().stream()
                .filter(constant -> constant.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rram-32nm", "isaac-32nm", "neurosim-22nm", "mnsim-130nm", "analognets-14nm"})
    void everyCarriedFileIsWrittenAsItWasReadAndAllItsConstantsAreListed(String name) throws IOException {
        TechnologyDocument document = TechnologyDocument.bundled(name);
        assertThat(document.technology()).isEqualTo(Technology.bundled(name));
        TechnologyDocument again = TechnologyDocument.parse(name, document.text());
        assertThat(again.technology()).isEqualTo(document.technology());
        assertThat(again.constants()).isEqualTo(document.constants());
        int units = document.text().split("\"unit\"", -1).length - 1;
        assertThat(document.constants()).hasSize(units);
    }

    /** A figure that its source gives at a node is that node's, so that it is scaled from there; cells go by F². */
    @ParameterizedTest
    @ValueSource(strings = {"rram-32nm", "isaac-32nm", "neurosim-22nm", "mnsim-130nm", "analognets-14nm"})
    void constantsBelongToTheNodeThatTheirSourceNames(String name) throws IOException {
        Pattern node = Pattern.compile("(\\d+) nm\\b");
        for (TechnologyDocument.Constant constant :
                TechnologyDocument.bundled(name).constants()) {
            Quantity quantity = constant.quantity();
            List<Double> named = node.matcher(quantity.source())
                    .results()
                    .map(match -> Double.valueOf(match.group(1)))
                    .toList();
            if (!named.isEmpty() && quantity.nodeNanometres() != 0) {
                assertThat(named).as(constant.path() + ": " + quantity.source()).contains(quantity.nodeNanometres());
            }
        }
    }

    @Test
    void constantsStandAsWrittenUnderNamesForPeople() throws IOException {
        TechnologyDocument document = TechnologyDocument.bundled("rram-32nm");
        List<TechnologyDocument.Constant> constants = document.constants();
        assertThat(constants.getFirst().path()).isEqualTo("node");
        TechnologyDocument.Constant area = constant(document, SAR_8_AREA);
        assertThat(area.name()).isEqualTo("columns › SAR › 8 bits › area");
        assertThat(area.quantity().value()).isEqualTo(1200);
        assertThat(constant(document, "programming.driver.area").quantity().nodeNanometres())
                .as("not scaled to the technology's node")
                .isEqualTo(22);
    }

    @Test
    void anEditReachesTheUnitCosts() throws IOException {
        TechnologyDocument document = TechnologyDocument.bundled("rram-32nm");
        TechnologyDocument edited = document.withValue(SAR_8_AREA, 1500).withSource(SAR_8_AREA, "measured");
        Quantity area =
                edited.technology().columns().table(AdcKind.SAR).rows().get(4).area();
        assertThat(area.value()).isEqualTo(1500);
        assertThat(area.source()).isEqualTo("measured");
        assertThat(constant(document, SAR_8_AREA).quantity().value()).isEqualTo(1200);
        assertThat(edited.withValue(SAR_8_AREA, 1200)
                        .withSource(
                                SAR_8_AREA,
                                constant(document, SAR_8_AREA).quantity().source())
                        .text())
                .isEqualTo(document.text());
    }

    @Test
    void whatTheReaderRefusesIsRefusedAtItsField() throws IOException {
        TechnologyDocument document = TechnologyDocument.bundled("rram-32nm");
        assertRefused(() -> document.withValue(SAR_8_AREA, 15_000), SAR_8_AREA + ".value", "outside its valid range");
        assertRefused(() -> document.withRange(SAR_8_AREA, 2000, 1000), SAR_8_AREA + ".low", "is no range");
        assertRefused(() -> document.withSource(SAR_8_AREA, " "), SAR_8_AREA + ".source", "is blank");
        assertRefused(
                () -> document.withRange("cell.area", 0, 126), "cell.area.low", "0.0 is outside 0.1 … 10000.0 F2");
        assertRefused(
                () -> document.withRange(SAR_8_AREA, 100, 1e9),
                SAR_8_AREA + ".high",
                "1.0E9 is outside 1.0E-6 … 1.0E8 um2; correct the number or its unit");
        assertRefused(
                () -> document.withRange("analog.multiplexer.area", 0, 9e8),
                "analog.multiplexer.area.high",
                "9.0E8 is outside 0.0 … 8.58E8 um2; correct the number or its unit");
        assertRefused(
                () -> document.withValue("columns.columnsPerAdc", 2.5),
                "columns.columnsPerAdc.value",
                "is not a whole number");
        assertThatThrownBy(() -> document.withValue("cell.kind", 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertRefused(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable edit, String field, String problem) {
        assertThatThrownBy(edit).isInstanceOfSatisfying(TechnologyException.class, refusal -> {
            assertThat(refusal.field()).isEqualTo(field);
            assertThat(refusal.problem()).contains(problem);
        });
    }
}
