package studio.crossbar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.crossbar.specification.Metric;
import studio.crossbar.specification.SpecificationsFile;
import studio.crossbar.study.Project;
import studio.crossbar.ui.Projects;

/** {@code specs} on a tiny project that was trained once. */
class SpecsCommandTest {

    @TempDir
    static Path folder;

    private static Path trained;

    @BeforeAll
    static void train() throws IOException {
        trained = folder.resolve("tiny");
        Projects.create(trained, Projects.tinyDesign());
        assertThat(CommandRun.of("train", trained).code()).isZero();
        assertThat(CommandRun.of("evaluate", trained).code()).isZero();
    }

    private static CommandRun specs(Object... more) {
        return CommandRun.of(
                Stream.concat(Stream.of("specs", trained), Arrays.stream(more)).toArray());
    }

    private static JsonNode corner(JsonNode json, int target, String name) {
        for (JsonNode corner : json.path("targets").get(target).path("corners")) {
            if (corner.path("name").asText().equals(name)) {
                return corner;
            }
        }
        throw new AssertionError("no corner " + name + " in " + json);
    }

    @Test
    void cornersAreMeasuredOnceKeptAndMeasuredAgainWhenSomethingChanged() throws IOException {
        Path csv = folder.resolve("verdicts.csv");
        CommandRun first = specs(
                "--set",
                "accuracy=10%",
                "--set",
                "yield=0.5",
                "--set",
                "area=1 cm2",
                "--set",
                "energy=",
                "--set",
                "device=",
                "--set",
                "chips=3",
                "--csv",
                csv,
                "--json");
        assertThat(first.err()).isEmpty();
        assertThat(first.code()).isZero();
        JsonNode json = first.json();
        assertThat(json.path("verdict").asText()).isEqualTo("pass");
        assertThat(json.path("targets")).hasSize(3);
        JsonNode yielded = CommandRun.of(
                        "yield", trained, "--min-accuracy", "0.1", "--chips", "3", "--corner", "noise × 1.5", "--json")
                .json();
        JsonNode noisy = corner(json, 0, "noise × 1.5");
        assertThat(noisy.path("value"))
                .as("as yield says")
                .isEqualTo(yielded.path("cases").get(0).path("mean"));
        assertThat(noisy.path("low")).isEqualTo(yielded.path("cases").get(0).path("meanLow"));
        assertThat(corner(json, 1, "noise × 1.5").path("low"))
                .isEqualTo(yielded.path("cases").get(0).path("yieldLow"));
        JsonNode aged = corner(json, 0, "aged one day");
        assertThat(aged.path("state").asText()).isEqualTo("leftOut");
        assertThat(aged.path("note").asText()).contains("name a device");
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines.getFirst()).startsWith("target,sense,limit,unit,corner");
        assertThat(lines).hasSize(1 + 2 * 7 + 1).last().asString().startsWith("area,atMost,100.0,mm²,\"all\"");

        Path kept = trained.resolve("results/corners.json");
        Files.setLastModifiedTime(kept, FileTime.fromMillis(0));
        assertThat(specs("--json").json().path("targets"))
                .as("nothing measured anew")
                .isEqualTo(json.path("targets"));
        assertThat(Files.getLastModifiedTime(kept).toMillis()).isZero();

        CommandRun stale = specs("--set", "chips=2", "--stored");
        assertThat(stale.code()).isEqualTo(Crossbar.TARGETS_MISSED);
        assertThat(stale.out()).contains("stale, was PASS", "noise × 1.5: measured with 3 chips, now 2");
        CommandRun again = specs();
        assertThat(again.code()).isZero();
        assertThat(again.out()).doesNotContain("stale").contains("Left out: aged one day");
    }

    @Test
    void missedTargetsHaveAnExitCodeOfTheirOwn() {
        double area =
                CommandRun.of("cost", trained, "--json").json().path("area_mm2").asDouble();
        CommandRun near = specs(
                "--set",
                "accuracy=",
                "--set",
                "yield=",
                "--set",
                "energy=",
                "--set",
                "area=" + area / 1.03,
                "--stored");
        assertThat(near.code()).isEqualTo(3);
        assertThat(near.out()).contains("Verdict  NEAR", "worst", "(−3.0 %)");
        CommandRun fail = specs("--set", "area=" + area / 2, "--stored");
        assertThat(fail.out()).contains("FAIL").contains("(−100.0 %)");
    }

    @Test
    void anUntrainedDesignIsJudgedByItsCosts() throws IOException {
        Path fresh = folder.resolve("fresh");
        Projects.create(fresh, Projects.tinyDesign());
        CommandRun costs = CommandRun.of("specs", fresh, "--set", "area=1 cm2");
        assertThat(costs.code()).isZero();
        CommandRun both = CommandRun.of("specs", fresh, "--set", "accuracy=0.5");
        assertThat(both.code()).isEqualTo(3);
        assertThat(both.out()).contains("OPEN", "train the design first");
        assertThat(SpecificationsFile.read(Project.open(fresh))
                        .target(Metric.ACCURACY)
                        .orElseThrow()
                        .limit())
                .isEqualTo(0.5);
    }

    @Test
    void withoutTargetsTheRemedyIsNamed() throws IOException {
        Path none = folder.resolve("none");
        Projects.create(none, Projects.tinyDesign());
        CommandRun ended = CommandRun.of("specs", none);
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("specifications.json: holds no targets", "--set accuracy=93%");
        assertThat(none.resolve("specifications.json")).doesNotExist();
    }

    @Test
    void damagedResultsAreNamed() throws IOException {
        Path damaged = folder.resolve("damaged");
        Projects.create(damaged, Projects.tinyDesign());
        Files.createDirectories(damaged.resolve("results"));
        Files.writeString(damaged.resolve("results/corners.json"), "{\"schema\": 1, \"corners\": []}");
        CommandRun ended = CommandRun.of("specs", damaged, "--set", "area=3");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("corners.json", "conditions", "or delete the file and measure again");
    }

    @ParameterizedTest
    @CsvSource({
        "accuracy, 2, has no =",
        "size=3, 2, there is no \"size\"",
        "area=3 kg, 2, no unit of area",
        "accuracy=130%, 2, outside 0 … 100 %",
        "chips=0, 2, outside 1",
        "chips=many, 2, no number of chips",
        "device=unobtainium, 1, unobtainium"
    })
    void whatCannotBeSetIsRefusedAndNotWritten(String edit, int code, String message) throws IOException {
        Path refused = folder.resolve("refused-" + edit.replaceAll("\\W", ""));
        Projects.create(refused, Projects.tinyDesign());
        CommandRun ended = CommandRun.of("specs", refused, "--set", "area=3", "--set", edit);
        assertThat(ended.code()).isEqualTo(code);
        assertThat(ended.err()).contains(message);
        assertThat(refused.resolve("specifications.json")).doesNotExist();
    }
}
