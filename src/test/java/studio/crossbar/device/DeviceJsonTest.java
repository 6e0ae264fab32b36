package studio.crossbar.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.json.JsonText;

class DeviceJsonTest {

    private static final Path ASSETS = Path.of("assets/devices");

    @TempDir
    Path dir;

    static List<String> presets() {
        return DevicePresets.names();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void everyPresetIsAFileThatReadsBackTheSame(String name) throws IOException {
        Device device = DevicePresets.carried(name);
        String text = JsonText.write(DeviceJson.tree(device));

        assertThat(device.name()).isEqualTo(name);
        assertThat(DeviceJson.parse("copy", text)).isEqualTo(device);
        assertThat(Files.readString(ASSETS.resolve(name + ".json"))).isEqualTo(text);
        assertThat(DevicePresets.of(name)).isEqualTo(device);
    }

    @Test
    void everyFileIsAPreset() throws IOException {
        try (Stream<Path> files = Files.list(ASSETS)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(DevicePresets.names());
        }
    }

    @Test
    void anEditedCopyIsReadFromItsFile() throws IOException {
        Path file = dir.resolve("mine.json");
        Files.writeString(
                file,
                Files.readString(ASSETS.resolve("pcm-nandakumar-2019.json"))
                        .replace("\"name\": \"pcm-nandakumar-2019\"", "\"name\": \"mine\"")
                        .replace("\"referenceSeconds\": 20", "\"referenceSeconds\": 60"));
        Device mine = DeviceJson.read(file);

        assertThat(mine.name()).isEqualTo("mine");
        assertThat(((Drift.PowerLaw) mine.drift()).referenceSeconds()).isEqualTo(60);
    }

    @Test
    void aProjectHoldsOrNamesItsDevice() throws IOException {
        Device wan = DevicePresets.carried("rram-wan-2022");
        String text = DeviceJson.tree(wan).toString();
        Files.writeString(dir.resolve("copy.json"), text);
        for (String field : List.of("\"rram-wan-2022\"", "\"copy.json\"", text)) {
            JsonFields project = JsonText.parse("project.json", "{\"device\":" + field + "}", "device");
            assertThat(DeviceJson.reference(project, "device", dir)).isEqualTo(wan);
        }
        JsonFields missing = JsonText.parse("project.json", "{\"device\":\"none.json\"}", "device");
        assertThatThrownBy(() -> DeviceJson.reference(missing, "device", dir))
                .isInstanceOf(JsonFormatException.class)
                .hasMessageContainingAll("none.json", "does not exist");
        JsonFields broken = JsonText.parse(
                "project.json", "{\"device\":" + text.replace("\"mostBits\":4", "\"mostBits\":40") + "}", "device");
        assertThatThrownBy(() -> DeviceJson.reference(broken, "device", dir))
                .hasMessageContaining("project.json, device.range.mostBits: 40 is outside");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"gMaxMicroSiemens\":25 | \"gMaxMicroSiemens\":-1 | range.gMaxMicroSiemens: -1 is outside",
                "\"gMaxMicroSiemens\":25 | \"gMaxMicroSiemens\":0 | range.gMaxMicroSiemens: 0.0 is not above gMinMicroSiemens",
                "\"mostBits\":8 | \"mostBits\":9 | range.mostBits: 9 is outside 1 … 8",
                "\"mostBits\":8 | \"mostBits\":8,\"tableMicroSiemens\":[1,3,2] | range.tableMicroSiemens: 2.0 is not above",
                "\"mostBits\":8 | \"mostBits\":8,\"tableMicroSiemens\":[1,30] | range.tableMicroSiemens: 30 is outside 0 … 25",
                "\"form\":\"polynomial\" | \"form\":\"spline\" | is none of polynomial, logarithm, power, saturation",
                "\"coefficients\":[0.0244,-0.0155] | \"coefficients\":[0.0244] | exponentMean.pieces[1].coefficients: 1 is outside 2 … 2",
                "\"law\":\"powerLaw\" | \"law\":\"magic\" | drift.law: \"magic\" is none of none, powerLaw, logarithmic, measured",
                "\"law\":\"powerLaw\" | \"law\":\"logarithmic\" | drift.referenceSeconds: is unknown",
                "\"referenceSeconds\":20 | \"referenceSeconds\":0 | drift.referenceSeconds: 0 is outside",
                "\"onRate\":0 | \"onRate\":1.5 | stuck.onRate: 1.5 is outside 0 … 1",
                "\"readVolts\":0.4005 | \"readVolts\":-0.2 | operation.readVolts: -0.2 is outside",
                "\"readVolts\":0.4005 | \"readVolt\":0.4005 | operation.readVolt: is unknown",
                "\"technology\":\"pcm\" | \"technology\":\"magnetic\" | technology: \"magnetic\" is none of",
                "\"name\":\"pcm-nandakumar-2019\" | \"name\":\"../up\" | name: \"../up\" is not made of",
                "\"schema\":1 | \"schema\":2 | schema: 2 is not the supported version 1",
                "\"lastSeconds\":315576000 | \"lastSeconds\":1e300 | range.lastSeconds: 1e+300 is outside"
            })
    void aMistakeIsNamedWithItsPlace(String text, String mistake, String message) throws JsonFormatException {
        String device =
                DeviceJson.tree(DevicePresets.carried("pcm-nandakumar-2019")).toString();
        assertThat(device).contains(text);
        assertThatThrownBy(() -> DeviceJson.parse("mine.json", device.replace(text, mistake)))
                .isInstanceOf(JsonFormatException.class)
                .hasMessageStartingWith("mine.json, ")
                .hasMessageContaining(message);
    }

    @Test
    void figuresWithoutASourceAreRefused() throws JsonFormatException {
        String device = DeviceJson.tree(DevicePresets.carried("rram-generic")).toString();
        assertThatThrownBy(
                        () -> DeviceJson.parse("mine.json", device.replaceFirst("MNSIM 2.0 SimConfig.ini[^\"]*", " ")))
                .hasMessageContaining("mine.json, stuck.source: is blank; name the publication");
    }

    @Test
    void anUnknownPresetIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> DevicePresets.of("../../etc/passwd"))
                .isInstanceOf(JsonFormatException.class)
                .hasMessageContainingAll("there is no such device", "pcm-nandakumar-2019");
    }

    @Test
    void driftIsNotContinuedBeyondItsMeasurements() throws JsonFormatException {
        String wan = DeviceJson.tree(DevicePresets.carried("rram-wan-2022")).toString();
        assertThatThrownBy(() ->
                        DeviceJson.parse("mine.json", wan.replace("\"lastSeconds\":172800", "\"lastSeconds\":1e8")))
                .hasMessageContaining("not within the measured ones");
    }
}
