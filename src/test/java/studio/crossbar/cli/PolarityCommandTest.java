package studio.crossbar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectCosting;
import studio.crossbar.ui.Projects;

/** {@code polarity} on a tiny project. */
class PolarityCommandTest {

    @TempDir
    Path folder;

    private Path project;

    @BeforeEach
    void create() throws IOException {
        project = folder.resolve("tiny");
        Projects.create(project, Projects.tinyDesign());
    }

    private CommandRun run(Object... more) {
        List<Object> arguments =
                new ArrayList<>(List.of("polarity", project, "--search-epochs", "1", "--adapt-epochs", "1"));
        arguments.addAll(Arrays.asList(more));
        return CommandRun.of(arguments.toArray());
    }

    @Test
    void printsAFrontWritesItAndStoresItsDesignsAsProjects() throws IOException {
        Path csv = folder.resolve("front.csv");
        Path made = folder.resolve("made");
        CommandRun ended = run(
                "--lambda",
                "0,1000",
                "--draws",
                "2",
                "--csv",
                csv,
                "--export",
                made,
                "--json",
                "--price",
                "energy",
                "--technology",
                "assets/technology/mnsim-130nm.json",
                "--node",
                "90",
                "--columns-per-adc",
                "4");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        JsonNode designs = ended.json().path("designs");
        assertThat(designs).hasSize(2);
        for (JsonNode design : designs) {
            assertThat(design.path("positive").asDouble()
                            + design.path("negative").asDouble()
                            + design.path("differential").asDouble())
                    .isBetween(0.999, 1.001);
            assertThat(design.path("relativePrice").asDouble()).isBetween(0.3, 1.001);
        }
        assertThat(Files.readAllLines(csv)).hasSize(3).first().asString().startsWith("lambda,positive,negative");
        Project exported = Project.open(made.resolve("lambda-1000"));
        assertThat(exported.settings().name()).endsWith(", λ 1000");
        assertThat(ProjectCosting.technology(exported).name()).startsWith("mnsim-130nm");
        assertThat(exported.settings().technology())
                .isEqualTo(Path.of("assets/technology/mnsim-130nm.json")
                        .toAbsolutePath()
                        .toString());
        assertThat(exported.settings().cost().nodeNanometres()).isEqualTo(90);
        assertThat(exported.settings().cost().options().columnsPerAdc()).isEqualTo(4);
        CommandRun evaluated = CommandRun.of("evaluate", made.resolve("lambda-1000"), "--json");
        assertThat(evaluated.err()).isEmpty();
        assertThat(evaluated.code()).isZero();
        assertThat(run("--lambda", "0,1000", "--export", made).err())
                .contains("--export: ", "lambda-0 holds a project already; name another folder");
    }

    /** Hours of work do not hang on a folder that cannot be written. */
    @Test
    void theTableIsKeptBeforeDesignsAreExported() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        CommandRun ended = run("--lambda", "1", "--draws", "2", "--export", file.resolve("made"));
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains(file.resolve("made").toString(), "cannot be written");
        assertThat(project.resolve("results").resolve("polarity.csv")).isNotEmptyFile();
        assertThat(run("--export", file).err()).contains("--export: ", "is a file; name a folder");
    }

    /** Nor do they hang on a full disk: what the option names comes last. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void designsAreExportedBeforeTheTableIsCopied() throws IOException {
        Path made = folder.resolve("exported");
        CommandRun ended = run("--lambda", "1", "--draws", "2", "--export", made, "--csv", "/dev/full");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("--csv: /dev/full cannot be written (No space left on device)");
        assertThat(Project.open(made).design()).isNotNull();
        assertThat(Files.isRegularFile(Path.of("/dev/full"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--lambda -1 | --lambda: -1.0 is outside 0 … 1000000",
                "--lambda 1,NaN | --lambda: NaN is outside",
                "--lambda 1,1 | --lambda: names a weight twice",
                "--lambda some | --lambda",
                "--lambda 0,1 --constraint ONLY_POSITIVE | --lambda: several weights give the same design",
                "--max-differential 120 | --max-differential: 120.0 is outside 0 … 100 %",
                "--constraint UNIPOLAR_LAYER --granularity TILE | --granularity: TILE contradicts",
                "--channel-groups 0 | --channel-groups: 0 is outside 1 … 64",
                "--price weight | --price"
            })
    void badValuesAreWrongUsageNamedByTheirOption(String arguments, String message) {
        CommandRun ended = run((Object[]) arguments.split(" "));
        assertThat(ended.code()).isEqualTo(Crossbar.USAGE);
        assertThat(ended.err()).contains(message).hasLineCount(1);
    }
}
