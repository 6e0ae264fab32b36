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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                "--lambda", "0,1000", "--draws", "2", "--csv", csv, "--export", made, "--json", "--price", "energy");
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
        CommandRun evaluated = CommandRun.of("evaluate", made.resolve("lambda-1000"), "--json");
        assertThat(evaluated.err()).isEmpty();
        assertThat(evaluated.code()).isZero();
        assertThat(run("--lambda", "0,1000", "--export", made).err())
                .contains("--export: ", "lambda-0 holds a project already; name another folder");
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
