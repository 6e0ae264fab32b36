package studio.crossbar.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.run.BuildInfo;
import studio.crossbar.search.Constraint;
import studio.crossbar.search.run.SearchData;
import studio.crossbar.search.run.SmallSearch;
import studio.crossbar.search.store.SearchStore;
import studio.crossbar.specification.Metric;
import studio.crossbar.specification.Specifications;
import studio.crossbar.specification.SpecificationsFile;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectCosting;
import studio.crossbar.study.SyntheticWindows;
import studio.crossbar.study.WorkLock;

class SearchCommandTest {

    private static final String[] BRIEF = {
        "--rungs=2", "--reduction=2", "--draws=1", "--most-draws=2", "--least-data=0.1"
    };

    @TempDir
    private Path folder;

    private static CommandRun search(Path project, String... more) {
        Object[] arguments = new Object[2 + BRIEF.length + more.length];
        arguments[0] = "search";
        arguments[1] = project;
        System.arraycopy(BRIEF, 0, arguments, 2, BRIEF.length);
        System.arraycopy(more, 0, arguments, 2 + BRIEF.length, more.length);
        return CommandRun.of(arguments);
    }

    /** Cells twice as large: the front is that of the new bills, and says so. */
    @Test
    void aFrontIsCostedAsTheProjectIsNow() throws IOException {
        Path costed = SmallSearch.project(folder.resolve("costed")).folder();
        Path settings = costed.resolve(Project.FILE);
        Files.writeString(settings, Files.readString(settings).replaceFirst("\\{", "{\"technology\": \"own.json\","));
        String text = Files.readString(Path.of("assets", "technology", "rram-32nm.json"));
        Files.writeString(costed.resolve("own.json"), text);
        assertThat(search(costed, "--budget=3trials", "--algorithm=random").code())
                .isZero();
        JsonNode before = CommandRun.of("front", costed, "--all", "--json").json();
        assertThat(before.path("costedAnew").intValue()).isZero();
        assertThat(before.path("technology").asText()).isEqualTo("rram-32nm");

        Files.writeString(
                costed.resolve("own.json"),
                text.replace(
                        "\"area\": {\"value\": 12, \"unit\": \"F2\"", "\"area\": {\"value\": 24, \"unit\": \"F2\""));
        CommandRun shown = CommandRun.of("front", costed, "--all");
        assertThat(shown.out()).contains("as the project is costed now; the search knew others of 3 trials");
        JsonNode after = CommandRun.of("front", costed, "--all", "--json").json();
        assertThat(after.path("costedAnew").intValue()).isEqualTo(3);
        assertThat(after.path("technologyDigest").asText())
                .isNotEqualTo(before.path("technologyDigest").asText());
        for (int i = 0; i < 3; i++) {
            JsonNode design = after.path("designs").get(i);
            String id = design.path("trial").asText();
            Path made = folder.resolve("made" + id);
            assertThat(CommandRun.of("front", costed, "--export", id, made).code())
                    .isZero();
            double bill = CommandRun.of("cost", made, "--json")
                    .json()
                    .path("area_mm2")
                    .doubleValue();
            assertThat(design.path("metrics").path("area").doubleValue())
                    .isEqualTo(bill)
                    .isGreaterThan(before.path("designs")
                            .get(i)
                            .path("metrics")
                            .path("area")
                            .doubleValue());
        }
        assertThat(search(costed, "--budget=4trials", "--algorithm=random").err())
                .contains("costs have changed");

        Files.delete(costed.resolve("own.json"));
        CommandRun without = CommandRun.of("front", costed);
        assertThat(without.code()).isEqualTo(1);
        assertThat(without.err()).contains("own.json");
    }

    @Test
    void aSearchIsBegunShownTestedExportedAndGoesOn() throws IOException {
        Path project = SmallSearch.project(folder.resolve("project")).folder();
        CommandRun run = search(project, "--budget=4trials", "--algorithm=random", "--json");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.json().path("trials").intValue()).isEqualTo(4);
        assertThat(run.json().path("finished").intValue()).isPositive();

        CommandRun more = CommandRun.of("search", project, "--budget=5trials", "--resume");
        assertThat(more.code()).as(more.err()).isZero();
        assertThat(more.out()).contains("5 trained", "random, seed 1", "crossbar front");
        assertThat(more.err()).contains("trials, front", "hypervolume");

        assertRefused(CommandRun.of("search", project), 2, "--budget", "in all");
        CommandRun other = CommandRun.of("search", project, "--algorithm=nsga2", "--budget=6trials");
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.err()).contains("--algorithm", "random", "leave the option out");

        Path csv = folder.resolve("front.csv");
        CommandRun front = CommandRun.of("front", project, "--all", "--csv", csv, "--json", "--test");
        assertThat(front.code()).as(front.err()).isZero();
        JsonNode curve = front.json().path("hypervolumeByTrial");
        assertThat(curve.get(curve.size() - 1).path("hypervolume").doubleValue())
                .isCloseTo(front.json().path("hypervolume").doubleValue(), within(1e-9));
        assertThat(curve)
                .extracting(point -> point.path("epochs").doubleValue())
                .isSorted()
                .allSatisfy(epochs -> assertThat(epochs).isPositive());
        assertThat(front.json().path("sessions"))
                .as("two searches and the test")
                .hasSize(3)
                .allSatisfy(session -> {
                    assertThat(session.path("program").asText()).isEqualTo(BuildInfo.version());
                    assertThat(session.path("java").asText())
                            .contains(Runtime.version().toString());
                    assertThat(session.path("host").asText()).isEqualTo(WorkLock.host());
                    assertThat(session.path("checksum").asText()).isEqualTo(SearchData.checksum(SyntheticWindows.ALL));
                });
        JsonNode designs = front.json().path("designs");
        assertThat(designs).hasSize(5);
        assertThat(designs.get(0).path("values").path("width").asText()).isIn("2", "3", "4");
        assertThat(designs)
                .filteredOn(design -> design.path("front").booleanValue())
                .isNotEmpty()
                .allSatisfy(design ->
                        assertThat(design.path("test").path("draws").intValue()).isEqualTo(2));
        assertThat(Files.readAllLines(csv)).hasSize(6);
        assertRefused(CommandRun.of("search", project, "--budget=9trials"), 1, "measured on the test data");

        JsonNode few =
                CommandRun.of("front", project, "--epsilon=1", "--json").json().path("front");
        assertThat(few).hasSize(1);
        assertRefused(CommandRun.of("front", project, "--epsilon=0"), 2, "--epsilon: 0.0 is not above 0");

        Path made = folder.resolve("made");
        CommandRun export = CommandRun.of("front", project, "--objectives=error,energy,latency", "--export", "1", made);
        assertThat(export.code()).as(export.err()).isZero();
        assertThat(export.out()).contains("crossbar train " + made, "latency µs");
        assertThat(Project.open(made).design().name()).isEqualTo("small-1");
        assertThat(Project.open(made).settings().description()).contains("held-out");

        JsonNode best = StreamSupport.stream(designs.spliterator(), false)
                .filter(design -> design.path("front").booleanValue())
                .findFirst()
                .orElseThrow();
        Path whole = folder.resolve("whole");
        String id = best.path("trial").asText();
        CommandRun withWeights = CommandRun.of("front", project, "--export", id, whole, "--weights");
        assertThat(withWeights.code()).as(withWeights.err()).isZero();
        CommandRun evaluated = CommandRun.of("evaluate", whole, "--draws=2", "--json");
        assertThat(evaluated.code()).as(evaluated.err()).isZero();
        assertThat(evaluated.json().path("accuracy").path("mean").doubleValue())
                .isCloseTo(1 - best.path("test").path("error").doubleValue(), within(0.1));
        assertRefused(CommandRun.of("front", project, "--weights"), 2, "--weights: goes with --export");
    }

    @Test
    void targetsBecomeLimitsOfANewSearch() throws IOException {
        Project project = SmallSearch.project(folder.resolve("project"));
        double area = ProjectCosting.of(project).of(project.design()).areaSquareMillimetres();
        SpecificationsFile.write(
                project, Specifications.NONE.withLimit(Metric.AREA, area).withLimit(Metric.ACCURACY, 0.9));
        CommandRun run = search(project.folder(), "--budget=1trials", "--algorithm=random", "--targets");
        assertThat(run.code()).as(run.err()).isZero();
        try (SearchStore store = SearchStore.toRead(project)) {
            assertThat(store.requireSetup().space().constraints())
                    .containsExactly(new Constraint(studio.crossbar.search.Metric.AREA, area));
        }
    }

    @Test
    void wrongUseIsRefusedByName() throws IOException {
        Path project = SmallSearch.project(folder.resolve("project")).folder();
        assertRefused(CommandRun.of("search", project, "--resume"), 1, "holds no search to go on with");
        assertRefused(CommandRun.of("search", project, "--budget=fast"), 2, "200trials");
        assertRefused(CommandRun.of("search", project, "--algorithm=magic"), 2, "surrogate");
        assertRefused(CommandRun.of("search", project, "--objectives=error,beauty"), 2, "beauty");
        assertRefused(CommandRun.of("search", project, "--objectives=error"), 2, "two to four");
        assertRefused(CommandRun.of("search", project, "--rungs=99"), 2, "rungs: 99");
        assertRefused(CommandRun.of("search", project, "--workers=9999"), 2, "workers: 9999");
        Files.delete(project.resolve("space.json"));
        assertRefused(CommandRun.of("search", project), 2, "--space", "har-reduced");
        assertThat(project.resolve("search")).doesNotExist();
        assertRefused(
                CommandRun.of(
                        "search", SmallSearch.project(folder.resolve("second")).folder(), "--space=none.json"),
                2,
                "--space",
                "none.json",
                "har-reduced");
        assertRefused(
                CommandRun.of(
                        "front", SmallSearch.project(folder.resolve("third")).folder()),
                1,
                "holds no search");
    }

    private static void assertRefused(CommandRun run, int code, String... words) {
        assertThat(run.code()).as(run.err()).isEqualTo(code);
        assertThat(run.err()).contains(words);
    }
}
