package studio.crossbar.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.study.SyntheticWindows;
import studio.crossbar.ui.Projects;

/** {@code yield} and {@code sensitivity} on a tiny project that was trained once. */
class YieldCommandTest {

    @TempDir
    static Path folder;

    private static Path trained;
    private static String data;

    @BeforeAll
    static void train() throws IOException {
        data = SyntheticWindows.write(SyntheticWindows.ALL, folder.resolve("data"))
                .toString();
        trained = trained("tiny");
    }

    private static Path trained(String name) throws IOException {
        Path project = folder.resolve(name);
        ProjectSettings settings =
                ProjectSettings.named("Tiny sample").withDraws(3).withData(data);
        Project.create(project, settings, Projects.tinyDesign());
        assertThat(CommandRun.of("train", project).code()).isZero();
        return project;
    }

    @Test
    void everyAgeHasItsAccuraciesYieldAndIntervals() throws IOException {
        Path csv = folder.resolve("chips.csv");
        CommandRun ended = CommandRun.of(
                "yield",
                trained,
                "--min-accuracy",
                "0.3",
                "--chips",
                "3",
                "--device",
                "pcm-nandakumar-2019",
                "--times",
                "1s,1h,10y",
                "--ir-drop",
                "--csv",
                csv,
                "--json");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        JsonNode json = ended.json();
        assertThat(json.path("cases")).hasSize(3);
        assertThat(json.path("cases").get(2).path("age_s").asDouble()).isEqualTo(315_576_000);
        for (JsonNode one : json.path("cases")) {
            assertThat(one.path("values")).hasSize(3);
            assertThat(one.path("mean").asDouble())
                    .isBetween(
                            one.path("meanLow").asDouble(), one.path("meanHigh").asDouble());
            assertThat(one.path("yield").asDouble())
                    .isBetween(
                            one.path("yieldLow").asDouble(),
                            one.path("yieldHigh").asDouble());
        }
        assertThat(json.path("irDrop").path("relativeL2Error").asDouble()).isBetween(1e-15, 1e-3);
        assertThat(Files.readAllLines(csv)).hasSize(10).first().isEqualTo("case,age_s,chip,accuracy");
    }

    @Test
    void withoutADeviceTheChipsAreThoseOfTheEvaluation() throws IOException {
        JsonNode evaluation =
                CommandRun.of("evaluate", trained, "--draws", "3", "--json").json();
        JsonNode yield = CommandRun.of("yield", trained, "--min-accuracy", "0.3", "--chips", "3", "--json")
                .json();
        for (int chip = 0; chip < 3; chip++) {
            double expected =
                    evaluation.path("accuracy").path("values").get(chip).asDouble();
            assertThat(yield.path("cases").get(0).path("values").get(chip).asDouble())
                    .isBetween(expected - 0.01, expected + 0.01);
        }
    }

    /** The project's setting, the option and its opposite; the report states resistance and error. */
    @Test
    void wiresAreThoseOfTheProjectUnlessOptionsSayOtherwise() throws IOException {
        Path wired = trained("wired");
        Path settings = wired.resolve("project.json");
        Files.writeString(
                settings,
                Files.readString(settings)
                        .replace("\"draws\"", "\"wires\": {\"wordlineOhm\": 2, \"bitlineOhm\": 3}, \"draws\""));

        JsonNode evaluated = CommandRun.of("evaluate", wired, "--json").json();
        assertThat(evaluated.path("irDrop").path("rBitline_ohm").asDouble()).isEqualTo(3);
        assertThat(evaluated.path("irDrop").path("values")).hasSize(3);
        JsonNode chips = CommandRun.of("yield", wired, "--min-accuracy", "0", "--chips", "3", "--json")
                .json();
        assertThat(chips.path("cases").get(0).path("values"))
                .isEqualTo(evaluated.path("irDrop").path("values"));
        assertThat(chips.path("irDrop").path("relativeL2Error"))
                .isEqualTo(evaluated.path("irDrop").path("relativeL2Error"));

        assertThat(CommandRun.of("report", wired).code()).isZero();
        Path report = wired.resolve("results/report");
        List<String> designs = Files.readAllLines(report.resolve("designs.csv"));
        int column = List.of(designs.getFirst().split(",")).indexOf("ir_drop_error_l2");
        assertThat(column).isPositive();
        assertThat(designs.get(1))
                .contains("," + evaluated.path("irDrop").path("relativeL2Error").asDouble() + ",");

        JsonNode without =
                CommandRun.of("evaluate", wired, "--no-ir-drop", "--json").json();
        assertThat(without.has("irDrop")).isFalse();
        CommandRun other = CommandRun.of("evaluate", wired, "--ir-drop", "--r-wordline", "5");
        assertThat(other.out())
                .contains("5 Ω a word-line, 3 Ω a bit-line segment; approximate, off from the exact solution by");
        assertThat(CommandRun.of("evaluate", wired, "--r-bitline", "NaN").err())
                .contains("--r-bitline: NaN is outside 0 …");
    }

    @Test
    void cornersBeyondTheDeviceAreLeftOutAndNamed() {
        CommandRun ended = CommandRun.of(
                "yield", trained, "--min-accuracy", "0", "--chips", "2", "--corners", "--device", "rram-wan-2022");
        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .contains("nominal", "noise × 1.5", "100.00 %")
                .contains("Left out: aged ten years: ", "172800");
    }

    /** Beside the standard corners, chosen by name, each with its own wires. */
    @Test
    void aProjectsOwnCornersAreUsedByName() throws IOException {
        Path file = trained.resolve("corners.json");
        Files.writeString(file, """
                {"schema": 1, "corners": [
                  {"name": "hot", "time": "1h", "celsius": 85},
                  {"name": "old and noisy", "time": "1y", "noiseScale": 1.2, "stuckOn": 0.01,
                   "wires": {"wordlineOhm": 2, "bitlineOhm": 3}}]}
                """);
        try {
            Object[] yield = {"yield", trained, "--min-accuracy", "0", "--chips", "2", "--device", "pcm-nandakumar-2019"
            };
            JsonNode all = CommandRun.of(with(yield, "--corners", "--json")).json();
            assertThat(all.path("cases")).hasSize(7);
            assertThat(all.path("leftOut").get(0).asText()).startsWith("hot: celsius: 85");
            JsonNode last = all.path("cases").get(6);
            assertThat(last.path("name").asText()).isEqualTo("old and noisy");
            assertThat(last.path("age_s").asDouble()).isEqualTo(31_557_600);
            assertThat(last.path("irDrop").path("rBitline_ohm").asDouble()).isEqualTo(3);
            assertThat(all.path("cases").get(0).has("irDrop")).isFalse();
            JsonNode one = CommandRun.of(with(yield, "--corner", "old and noisy", "--json"))
                    .json();
            assertThat(one.path("cases")).hasSize(1);
            assertThat(one.path("cases").get(0)).isEqualTo(last);
            CommandRun unknown = CommandRun.of(with(yield, "--corner", "cold"));
            assertThat(unknown.code()).isEqualTo(2);
            assertThat(unknown.err()).contains("none called \"cold\"", "\"nominal\"", "\"old and noisy\"");
            Files.writeString(file, "{\"schema\": 1, \"corners\": [{\"name\": \"nominal\"}]}");
            assertThat(CommandRun.of(with(yield, "--corners")).err())
                    .contains("corners.json, corners[0].name", "is the name of another corner");
            Files.writeString(file, "{\"schema\": 1, \"corners\": [{\"name\": \"x\", \"stuckOff\": 2}]}");
            assertThat(CommandRun.of(with(yield, "--corners")).err()).contains("stuckOff", "outside 0 … 1");
        } finally {
            Files.delete(file);
        }
    }

    private static Object[] with(Object[] arguments, Object... more) {
        return Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray();
    }

    @Test
    void sharesOfTheLossAddUpToIt() throws IOException {
        CommandRun ended = CommandRun.of(
                "sensitivity", trained, "--chips", "2", "--device", "pcm-nandakumar-2019", "--time", "1y", "--json");
        assertThat(ended.code()).isZero();
        JsonNode json = ended.json();
        assertThat(json.path("exact").asBoolean()).isTrue();
        double sum = 0;
        List<String> names = new ArrayList<>();
        for (JsonNode cause : json.path("causes")) {
            sum += cause.path("shapley").asDouble();
            names.add(cause.path("name").asText());
        }
        assertThat(names).containsExactly("programming", "drift", "read noise", "converters");
        assertThat(sum)
                .isCloseTo(
                        json.path("idealAccuracy").asDouble()
                                - json.path("accuracy").asDouble(),
                        within(1e-9));
        CommandRun tiles = CommandRun.of("sensitivity", trained, "--chips", "1", "--by", "tile", "--budget", "0");
        assertThat(tiles.code()).isZero();
        assertThat(tiles.out()).contains("tile 1: layer 1, rows 1 … 64, outputs 1 … 8");
    }

    @ParameterizedTest
    @CsvSource({
        "--min-accuracy 92, 2, outside 0 … 1",
        "--min-accuracy 0.9 --chips 0, 2, --chips: 0 is outside 1",
        "--min-accuracy 0.9 --times soon, 2, is no age",
        "--min-accuracy 0.9 --times 1000y, 2, 100 years",
        "--min-accuracy 0.9 --times 1h, 1, name a device",
        "--min-accuracy 0.9 --r-wordline 2, 2, only with --ir-drop",
        "--min-accuracy 0.9 --ir-drop --r-wordline -2, 2, ohm a segment",
        "--min-accuracy 0.9 --device unobtainium, 2, there is no such device",
        "--min-accuracy 0.9 --device ./no.json, 2, is no file",
        "--min-accuracy 0.9 --celsius NaN, 2, --celsius: NaN is outside -100",
        "--min-accuracy 0.9 --celsius -500, 2, --celsius: -500.0 is outside -100",
        "--min-accuracy 0.9 --celsius 85, 2, name one by --device",
        "--min-accuracy 0.9 --ir-drop --r-bitline NaN, 2, --r-bitline: NaN is outside 0",
        "--min-accuracy 0.9 --noise-scale -1, 2, --noise-scale: -1.0 is outside 0",
        "--min-accuracy 0.9 --subtract digital, 2, give --adc-range",
        "--min-accuracy 0.9 --seed 99 --hardware-epochs 2, 1, 'train again, with --seed 99 --hardware-epochs 2'",
        "--min-accuracy 0.9 --device rram-wan-2022 --times 1y, 1, 172800",
        "--min-accuracy 0.9 --device rram-wan-2022 --celsius 85, 1, its source gives no activation energy",
        "--min-accuracy 0.9 --adc-range 2, 2, --adc-range: 2.0 is outside 0.5 … 1",
        "--min-accuracy 0.9 --corners --times 1h, 2, leave out --times"
    })
    void whatCannotBeIsOneLineAndItsExitCode(String arguments, int code, String message) {
        Object[] all = Stream.concat(Stream.of("yield", trained), Arrays.stream(arguments.split(" ")))
                .toArray();
        CommandRun ended = CommandRun.of(all);
        assertThat(ended.code()).isEqualTo(code);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines().filter(line -> line.startsWith("crossbar: ")))
                .singleElement()
                .asString()
                .contains(message);
    }
}
