package studio.crossbar.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TechnologyTest {

    private static final Path ASSET = Path.of("assets/technology/rram-32nm.json");

    @TempDir
    Path folder;

    @Test
    void theCarriedTechnologyIsTheProjectsFile() throws IOException {
        assertThat(Technology.standard()).isEqualTo(Technology.load(ASSET));
        assertThat(Technology.bundled("rram-32nm")).isEqualTo(Technology.standard());
        assertThat(Technology.standard().cellAreaSquareMicrometres()).isCloseTo(12 * 0.032 * 0.032, within(1e-15));
    }

    @Test
    void aNameWithoutFileIsRefused() {
        assertThatThrownBy(() -> Technology.bundled("no-such"))
                .isInstanceOf(TechnologyException.class)
                .hasMessage("assets/technology/no-such.json: does not exist; use \"rram-32nm\" or give a file's path");
        assertThatThrownBy(() -> Technology.bundled("../secret"))
                .isInstanceOf(TechnologyException.class)
                .hasMessageContaining("\"../secret\" is not made of lower-case letters");
        assertThatThrownBy(() -> Technology.load(folder.resolve("none.json"))).isInstanceOf(NoSuchFileException.class);
    }

    /** Edits of a valid file, and what the message must say. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "schema": 2, | "schema": 1, | schema: 1 is not 2
            "schema": 2, | "schema": 2, "colour": 3, | colour: unknown field
            "title": | "titel": | title: is missing
            "title": "Default IoT set: 32 nm RRAM, ISAAC-class components", | "title": " ", | title: is blank
            "title": "Default IoT set: 32 nm RRAM, ISAAC-class components", | "title": null, | title: is null; give it a value
            "value": 0.55, "unit": "V" | "value": 0.6, "unit": "V" | cell.readVoltage.value: 0.6 is outside its valid range 0.1 … 0.55 V; correct it, or widen low and high
            "low": 0.1, "high": 0.55 | "low": 0.1, "high": 55 | cell.readVoltage.high: 55.0 is outside 0.001 … 10.0 V
            "low": 0.1, "high": 0.55 | "low": 0.9, "high": 0.55 | cell.readVoltage.low: 0.9 … 0.55 (high) is no range
            "value": 0.55, "unit": "V" | "value": 0.55, "unit": "mV" | cell.readVoltage.unit: "mV" where "V" is expected
            "value": 0.55, "unit": "V" | "value": 0.55, "unit": " " | cell.readVoltage.unit: is blank
            "value": 0.55, "unit": "V", | "value": 0.55, | cell.readVoltage.unit: is missing; add it
            "value": 0.55, "unit": "V" | "value": "0.55", "unit": "V" | cell.readVoltage.value: is not a value of the kind that belongs here, a number of type double
            "value": 0.55, "unit": "V" | "value": null, "unit": "V" | cell.readVoltage.value: is not a value of the kind that belongs here, a number
            "value": 8, "unit": "columns" | "value": 8.5, "unit": "columns" | columns.columnsPerAdc.value: 8.5 is not a whole number
            "value": 1200, "unit": "um2", "low": 900 | "value": -1200, "unit": "um2", "low": -1200 | columns.adcs.SAR.rows[4].area.value: -1200.0 is outside
            "bits": 9, | "bits": 8, | columns.adcs.SAR.rows[5].bits: 8 does not rise above 8
            "nodeNanometres": 32, "source": "node of ISAAC | "nodeNanometres": -1, "source": "node of ISAAC | node.nodeNanometres: -1.0 is outside 0 … 1000
            "nodeNanometres": 65, "source": "TIMELY | "nodeNanometres": 250, "source": "TIMELY | rows.pulseWidth.rows[0].area.nodeNanometres: 250.0 is outside 7 … 130 nm, where the scaling tables reach
            "source": "default of NeuroSim V1.4 (Param.cpp)" | "source": " " | columns.columnsPerAdc.source: is blank
            "law": "GEOMETRIC" | "law": "CUBIC" | rows.voltage.law: "CUBIC" is none of GEOMETRIC, LINEAR_PLUS_EXPONENTIAL, LINEAR, LEVELS, SURVEY; write one of these names in quotes
            "value": 361.04, "unit": "um2", "low": 361.04 | "value": 50, "unit": "um2", "low": 50 | columns.adcs.SAR.rows: the law LINEAR_PLUS_EXPONENTIAL gives
            "standard": "SAR" | "standard": "TECHNOLOGY" | columns.standard: TECHNOLOGY is none of the adcs
            "SAR": { | "TECHNOLOGY": { | columns.adcs.TECHNOLOGY: is no kind of its own
            "SAR": { | "SARR": { | columns.adcs: "SARR" is none of SAR, FLASH, RAMP, SENSE_AMPLIFIER, SURVEY; write
            "standard": "SAR" | "standard": "SURE" | columns.standard: "SURE" is none of SAR, FLASH, RAMP, SENSE_AMPLIFIER, SURVEY; write
            "standard": "SAR" | "standard": 1 | columns.standard: 1 is none of SAR, FLASH
            "standard": "SAR" | "standard": "1" | columns.standard: "1" is none of SAR, FLASH
            "standard": "SAR" | "standard": {} | columns.standard: what stands there is none of SAR, FLASH
            "SAR": { | "1": { | columns.adcs: "1" is none of SAR, FLASH
            "kind": "ONE_T_ONE_R" | "kind": 0 | cell.kind: 0 is none of ONE_R, ONE_T_ONE_R
            "law": "GEOMETRIC" | "law": 0 | rows.voltage.law: 0 is none of GEOMETRIC
            "latencyBase": {"value": 0.78125, "unit": "ns", "low": 0.78125 | "latencyBase": {"value": 0, "unit": "ns", "low": 0 | columns.adcs.SAR.latencyBase: is 0 as are latencyPerBit and latencyPerLevel, so that a conversion takes no time; give at least one
            "latencyPerLevel": {"value": 0.05, "unit": "ns", "low": 0.05 | "latencyPerLevel": {"value": 0, "unit": "ns", "low": 0 | rows.pulseWidth.latencyBase: is 0 as are latencyPerBit
            "SAR": { | "SAR": null, "FLASH": { | columns.adcs.SAR: is null; give it a value
            "rows": [ | "rows": [ null, | rows.voltage.rows[0]: is null; give it a value
            "name": "rram-32nm" | "name": 32 | name: is not a value of the kind that belongs here, text in quotes
            "source": "node of ISAAC | "source": true, "was": "node of ISAAC | node.source: is not a value of the kind that belongs here, text in quotes
            "low": 0.1, "high": 0.55 | "low": 0.1, "hihg": 1, "high": 0.55 | cell.readVoltage.hihg: unknown field; known here are value, unit, low, high, nodeNanometres, source; remove or rename it
            """)
    void aFaultyFileIsRefusedByFileAndField(String found, String replacement, String message) throws IOException {
        String valid = Files.readString(ASSET);
        assertThat(valid).contains(found);
        Path file = folder.resolve("edited.json");
        Files.writeString(file, valid.replaceFirst(Pattern.quote(found), replacement));

        assertThatThrownBy(() -> Technology.load(file))
                .isInstanceOf(TechnologyException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(message);
    }

    @Test
    void brokenJsonIsRefusedWithItsLine() throws IOException {
        Path file = folder.resolve("broken.json");
        Files.writeString(file, "{\n  \"schema\": 1,\n  \"name\" \"x\"\n}");

        assertThatThrownBy(() -> Technology.load(file))
                .isInstanceOf(TechnologyException.class)
                .hasMessageStartingWith(file + ", line 3: is not JSON");
    }

    /** One line with the file, the place, what is wrong and what to do. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NaN      | is not JSON: NaN is no number there; give one within the field's low … high
            Infinity | is not JSON: Infinity is no number there; give one within the field's low … high
            1e999    | clock.value: Infinity is not finite; give a number within low … high
            """)
    void numbersThatAreNoneAreRefused(String number, String message) throws IOException {
        String text = Files.readString(ASSET);
        int clock = text.indexOf("\"clock\"");
        int value = text.indexOf("\"value\": 1", clock);
        String broken = text.substring(0, value) + "\"value\": " + number + text.substring(value + 10);

        assertThatThrownBy(() -> Technology.parse("broken.json", broken))
                .isInstanceOf(TechnologyException.class)
                .hasMessageStartingWith("broken.json")
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.3, 0.7, 0.99})
    void aFileThatEndsEarlyIsRefusedByItsLastLine(double share) throws IOException {
        String text = Files.readString(ASSET);
        String cut = text.substring(0, (int) (share * text.length()));

        assertThatThrownBy(() -> Technology.parse("cut.json", cut))
                .isInstanceOf(TechnologyException.class)
                .hasMessageStartingWith("cut.json, line " + Math.max(1, cut.split("\n", -1).length) + ": ")
                .hasMessageEndingWith("the file ends early; restore what is missing, or copy a technology file anew")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "\n{\"schema\": 2}", "null"})
    void whatFollowsTheClosingBraceIsRefusedByItsLine(String more) throws IOException {
        String text = Files.readString(ASSET).strip();
        int line = (text + more).split("\n", -1).length;

        assertThatThrownBy(() -> Technology.parse("two.json", text + more))
                .isInstanceOf(TechnologyException.class)
                .hasMessage("two.json, line " + line + ": something follows the closing brace; remove it");
    }

    @Test
    void theMarkThatSomeEditorsBeginAFileWithSaysNothing() throws IOException {
        Path file = folder.resolve("marked.json");
        Files.writeString(file, "\uFEFF" + Files.readString(ASSET));

        assertThat(Technology.load(file)).isEqualTo(Technology.standard());
        assertThat(TechnologyDocument.read(file).technology()).isEqualTo(Technology.standard());
    }

    @Test
    void aFolderIsRefusedByName() {
        assertThatThrownBy(() -> Technology.load(folder))
                .isInstanceOf(TechnologyException.class)
                .hasMessageStartingWith(folder + ": is a folder; name a technology file in it, or one of ")
                .hasMessageContaining("isaac-32nm");
    }

    @Test
    void aRepeatedFieldIsRefused() throws IOException {
        Path file = folder.resolve("twice.json");
        Files.writeString(
                file, Files.readString(ASSET).replaceFirst("\"schema\": 2,", "\"schema\": 2, \"schema\": 2,"));

        assertThatThrownBy(() -> Technology.load(file))
                .isInstanceOf(TechnologyException.class)
                .hasMessageContaining("Duplicate");
    }

    /** A published table may have them, such as MNSIM's; whoever reads the bill is told. */
    @Test
    void aConverterThatTakesMoreThanOneOfMoreBitsSaysSo() throws IOException {
        ConverterTable mnsim = Technology.bundled("mnsim-130nm").columns().table(AdcKind.SAR);
        assertThat(mnsim.at(6, 130).source()).endsWith(", more area than the row of 8 bits");
        assertThat(mnsim.at(7, 130).source()).contains("by law").endsWith(", more area than the row of 8 bits");
        assertThat(mnsim.at(4, 130).source()).doesNotContain("more area");
        assertThat(mnsim.at(8, 130).source()).doesNotContain("more area");
        for (int bits = 2; bits <= 12; bits++) {
            assertThat(adc(Technology.standard()).at(bits, 32).source()).doesNotContain("than the row of");
        }
    }

    /** A DAC's voltage may be there at once; the read pulse follows. */
    @Test
    void aVoltageDriveMayTakeNoTime() throws IOException {
        assertThat(Technology.bundled("isaac-32nm").rows().voltage().at(1, 32).latencyNanoseconds())
                .isZero();
    }

    /** Rows of isaac_adc.csv and the law through the three nearest of them. */
    @ParameterizedTest
    @CsvSource({
        "2, 171.96, 0.4025",
        "3, 262.23, 0.595",
        "4, 361.04, 0.79",
        "8, 1200, 1.667",
        "10, 3002, 2.379",
        "11, 5268.8, 3.007",
        "12, 9720.8, 4.068"
    })
    void adcsFollowTheirRowsAndTheLawBeyond(int bits, double area, double energy) {
        ConverterTable.Converter adc = adc(Technology.standard()).at(bits, 32);

        assertThat(adc.areaSquareMicrometres()).isCloseTo(area, within(area * 2e-3));
        assertThat(adc.energyPicojoules()).isCloseTo(energy, within(energy * 2e-3));
        assertThat(adc.latencyNanoseconds()).isEqualTo(0.78125);
    }

    /** The law predicts a published row from the three others nearest to it, so it describes the table. */
    @ParameterizedTest
    @CsvSource({"4", "5", "6", "7", "8", "9", "10"})
    void theAdcLawPredictsARowThatIsLeftOut(int bits) {
        ConverterTable full = adc(Technology.standard());
        ConverterTable without = new ConverterTable(
                full.law(),
                full.leastBits(),
                full.mostBits(),
                full.rows().stream().filter(row -> row.bits() != bits).toList(),
                full.latencyBase(),
                full.latencyPerBit(),
                full.latencyPerLevel(),
                full.columnPower());

        ConverterTable.Converter predicted = without.at(bits, 32);
        ConverterTable.Converter published = full.at(bits, 32);
        assertThat(predicted.areaSquareMicrometres() / published.areaSquareMicrometres())
                .isCloseTo(1, within(0.01));
        assertThat(predicted.energyPicojoules() / published.energyPicojoules()).isCloseTo(1, within(0.01));
        assertThat(predicted.source()).contains("law LINEAR_PLUS_EXPONENTIAL through the rows");
        assertThat(predicted.source().contains("extrapolated: the resolution lies outside the published"))
                .isEqualTo(bits == 4 || bits == 10);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.166, 3", "5, 2.656, 7", "7, 10.624, 9", "8, 21.248, 10", "12, 339.968, 14"})
    void dacsDoubleABit(int bits, double area, double latency) {
        ConverterTable.Converter dac = Technology.standard().rows().voltage().at(bits, 32);

        assertThat(dac.areaSquareMicrometres()).isCloseTo(area, within(1e-9));
        assertThat(dac.energyPicojoules()).isCloseTo(0.0039 * (1 << (bits - 1)), within(1e-9));
        assertThat(dac.latencyNanoseconds()).isEqualTo(latency);
    }

    private static ConverterTable adc(Technology technology) {
        return technology.columns().table(AdcKind.SAR);
    }

    /** Every file that is carried can be read, is named as its file, and covers 8-bit rows or says that it does not. */
    @Test
    void everyCarriedFileIsValid() throws IOException {
        assertThat(Technology.names())
                .contains("rram-32nm", "isaac-32nm", "neurosim-22nm", "mnsim-130nm", "analognets-14nm");
        for (String name : Technology.names()) {
            Technology technology = Technology.bundled(name);
            assertThat(technology.name()).isEqualTo(name);
            assertThat(technology.columns().adcs().keySet()).contains(AdcKind.SAR, AdcKind.SURVEY);
        }
    }

    /** A constant of another node is scaled when it is read, by the published table, and says so. */
    @Test
    void constantsOfOtherNodesAreScaledAndMarked() {
        Quantity area = Technology.standard().analog().integrator().area();

        assertThat(area.value()).isCloseTo(350 * 0.072, within(1e-9));
        assertThat(area.nodeNanometres()).isEqualTo(32);
        assertThat(area.source()).endsWith("[scaled from 130 nm to 32 nm, × 0.0720, Stillmaker and Baas 2017]");
        Quantity energy = Technology.standard().analog().integrator().energy();
        assertThat(energy.value()).isCloseTo(0.25 * 0.456940 / 2.126240, within(1e-6));
        assertThat(Technology.standard()
                        .scaledTo(130)
                        .analog()
                        .integrator()
                        .energy()
                        .value())
                .as("the published figure at its own node")
                .isCloseTo(0.25, within(1e-12));
        Quantity unscaled = Technology.standard().memory().bufferBit().area();
        assertThat(unscaled.source()).doesNotContain("[scaled");
    }

    @Test
    void aTechnologyScalesToAnotherNodeAndBack() {
        Technology technology = Technology.standard();
        Technology smaller = technology.scaledTo(14);
        Technology back = smaller.scaledTo(32);

        assertThat(smaller.title()).endsWith("scaled to 14 nm");
        double before = technology.digital().adderBit().area().value();
        assertThat(smaller.digital().adderBit().area().value()).isCloseTo(before * 0.027 / 0.072, within(1e-9));
        assertThat(back.digital().adderBit().area().value()).isCloseTo(before, within(1e-9));
        assertThat(back.digital().adderBit().energy().value())
                .isCloseTo(technology.digital().adderBit().energy().value(), within(1e-12));
        assertThat(smaller.cellAreaSquareMicrometres()).isCloseTo(12 * 0.014 * 0.014, within(1e-12));
        assertThat(smaller.cell()).isEqualTo(technology.cell());
        // Logic speeds up as converters do.
        assertThat(smaller.digital().clock().value()).isCloseTo(32 / 14.0, within(1e-12));
        assertThat(smaller.digital().clock().source())
                .endsWith("[scaled from 32 nm to 14 nm, × 2.29, in inverse proportion to the node]");
        assertThat(back.digital().clock().value()).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {5, -7, 131, Double.NaN, Double.POSITIVE_INFINITY})
    void aNodeBeyondTheTablesIsRefused(double node) {
        assertThatThrownBy(() -> Technology.standard().scaledTo(node))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("node: " + node
                        + " is outside 7 … 130 nm, which the scaling tables cover; choose a node within, or a technology"
                        + " file of that node");
    }

    /** Every carried clock belongs to a node, so that it scales with the technology. */
    @Test
    void clocksScaleWithTheNode() throws IOException {
        for (String name : Technology.names()) {
            Technology technology = Technology.bundled(name);
            assertThat(technology.scaledTo(7).digital().clock().value())
                    .as(name)
                    .isCloseTo(
                            technology.digital().clock().value()
                                    * technology.node().value()
                                    / 7,
                            within(1e-9));
        }
    }

    /** Values of the published tables themselves. */
    @ParameterizedTest
    @CsvSource({"130, 32, 0.072", "130, 14, 0.027", "65, 32, 0.313", "45, 14, 0.169", "32, 130, 13.9"})
    void areasFollowThePublishedTable(double from, double to, double factor) {
        assertThat(NodeScaling.AREA.factor(from, to)).isCloseTo(factor, within(factor * 5e-3));
    }

    @Test
    void energyShrinksWithTheNodeAndTimeInProportion() {
        double last = 1;
        for (double node : new double[] {90, 65, 45, 32, 22, 16, 14, 10, 7}) {
            double factor = NodeScaling.ENERGY.factor(130, node);
            assertThat(factor).isLessThan(last);
            last = factor;
        }
        assertThat(NodeScaling.TIME.factor(64, 16)).isCloseTo(0.25, within(1e-12));
    }
}
