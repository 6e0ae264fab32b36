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
            "schema": 1, | "schema": 2, | schema: 2 is not 1
            "schema": 1, | "schema": 1, "colour": 3, | colour: unknown field
            "title": | "titel": | title: is missing
            "title": "32 nm RRAM, ISAAC-class components", | "title": " ", | title: is blank
            "value": 0.55, "unit": "V" | "value": 55, "unit": "V" | cell.readVoltage.value: 55.0 is outside 0.001 … 10.0 V
            "value": 0.55, "unit": "V" | "value": 550, "unit": "mV" | cell.readVoltage.unit: "mV" where "V" is expected
            "value": 0.55, "unit": "V" | "value": "0.55", "unit": "V" | cell.readVoltage.value: is not a value of the kind that belongs here, a number of type double
            "value": 0.55, "unit": "V" | "value": null, "unit": "V" | cell.readVoltage.value: is not a value of the kind that belongs here, a number
            "value": 8, "unit": "columns" | "value": 8.5, "unit": "columns" | analog.columnsPerAdc.value: 8.5 is not a whole number
            "value": 1200, | "value": -1200, | adc.rows[4].area.value: -1200.0 is outside
            "bits": 9, | "bits": 8, | adc.rows[5].bits: 8 does not rise above 8
            "value": 60, "unit": "um2", "nodeNanometres": 32 | "value": 60, "unit": "um2", "nodeNanometres": -1 | digital.accumulator.area.nodeNanometres: -1.0 is outside 0 … 1000
            "source": "default of NeuroSim V1.4 (Param.cpp)" | "source": " " | analog.columnsPerAdc.source: is blank
            "title": "32 nm RRAM, ISAAC-class components", | "title": null, | title: is null; give it a value
            "law": "GEOMETRIC" | "law": "CUBIC" | dac.law: is not a value of the kind that belongs here, one of [GEOMETRIC, LINEAR_PLUS_EXPONENTIAL]
            "value": 361.04, | "value": 50, | adc.rows: the law LINEAR_PLUS_EXPONENTIAL gives
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

    @Test
    void aRepeatedFieldIsRefused() throws IOException {
        Path file = folder.resolve("twice.json");
        Files.writeString(
                file, Files.readString(ASSET).replaceFirst("\"schema\": 1,", "\"schema\": 1, \"schema\": 1,"));

        assertThatThrownBy(() -> Technology.load(file))
                .isInstanceOf(TechnologyException.class)
                .hasMessageContaining("Duplicate");
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
        ConverterTable.Converter adc = Technology.standard().adc().at(bits);

        assertThat(adc.areaSquareMicrometres()).isCloseTo(area, within(area * 2e-3));
        assertThat(adc.energyPicojoules()).isCloseTo(energy, within(energy * 2e-3));
        assertThat(adc.latencyNanoseconds()).isEqualTo(0.78125);
    }

    /** The law predicts a published row from the three others nearest to it, so it describes the table. */
    @ParameterizedTest
    @CsvSource({"4", "5", "6", "7", "8", "9", "10"})
    void theAdcLawPredictsARowThatIsLeftOut(int bits) {
        ConverterTable full = Technology.standard().adc();
        ConverterTable without = new ConverterTable(
                full.law(),
                full.rows().stream().filter(row -> row.bits() != bits).toList(),
                full.latencyBase(),
                full.latencyPerBit());

        ConverterTable.Converter predicted = without.at(bits);
        ConverterTable.Converter published = full.at(bits);
        assertThat(predicted.areaSquareMicrometres() / published.areaSquareMicrometres())
                .isCloseTo(1, within(0.01));
        assertThat(predicted.energyPicojoules() / published.energyPicojoules()).isCloseTo(1, within(0.01));
        assertThat(predicted.source()).contains("law LINEAR_PLUS_EXPONENTIAL through the rows");
    }

    @ParameterizedTest
    @CsvSource({"1, 0.166, 3", "5, 2.656, 7", "7, 10.624, 9", "8, 21.248, 10", "12, 339.968, 14"})
    void dacsDoubleABit(int bits, double area, double latency) {
        ConverterTable.Converter dac = Technology.standard().dac().at(bits);

        assertThat(dac.areaSquareMicrometres()).isCloseTo(area, within(1e-9));
        assertThat(dac.energyPicojoules()).isCloseTo(0.0039 * (1 << (bits - 1)), within(1e-9));
        assertThat(dac.latencyNanoseconds()).isEqualTo(latency);
    }
}
