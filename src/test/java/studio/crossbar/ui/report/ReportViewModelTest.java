package studio.crossbar.ui.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.Noise;
import studio.crossbar.report.ReportPages;
import studio.crossbar.run.JobStatus;
import studio.crossbar.study.Evaluation;
import studio.crossbar.study.Project;
import studio.crossbar.study.ResultStore;
import studio.crossbar.study.TrainedResult;
import studio.crossbar.ui.HandedOver;
import studio.crossbar.ui.Projects;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Problem;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Workbench;
import studio.crossbar.ui.shell.CoreEngine;

/** The test's thread stands in for the user interface's. */
@Timeout(120)
class ReportViewModelTest {

    private static final Design DESIGN = Projects.tinyDesign();
    private static final Evaluation RESULT = Projects.evaluation(DESIGN);

    @TempDir
    Path folder;

    private final HandedOver updates = new HandedOver();
    private final List<Problem> problems = new ArrayList<>();
    private final Session session = new Session();
    private final Jobs jobs = new Jobs(updates, problems::add);
    private final Workbench workbench = new Workbench(new CoreEngine(Path.of("nowhere")), session, jobs, updates);
    private final ReportViewModel model = new ReportViewModel(workbench, updates);

    @AfterEach
    void close() {
        jobs.close();
    }

    private void open(@Nullable Evaluation result) {
        session.opened(Projects.open(DESIGN, result));
    }

    private String lines() {
        return model.reproduction().linesProperty().get();
    }

    @Test
    void pagesAreLaidOutWhenSomeoneLooksAndDrawnWhereTheyAreSeen() {
        open(RESULT);
        PreviewViewModel preview = model.preview();
        assertThat(preview.statusProperty().get()).isEmpty();
        session.screenProperty().set(Screen.REPORT);
        assertThat(preview.statusProperty().get()).isEqualTo("Preparing the preview…");
        updates.runUntil(() -> preview.pagesProperty().get() != null);
        assertThat(preview.statusProperty().get()).isEmpty();
        ReportPages pages = Objects.requireNonNull(preview.pagesProperty().get());
        assertThat(pages.sizes())
                .hasSizeGreaterThan(1)
                .allSatisfy(size -> assertThat(size.width()).isCloseTo(595, org.assertj.core.data.Offset.offset(1.0)));

        preview.see(0, 0, 0.5);
        updates.runUntil(() -> preview.pictures().size() == 2);
        PreviewViewModel.Picture first =
                Objects.requireNonNull(preview.pictures().get(0));
        assertThat(first.width()).isBetween(296, 299);
        assertThat(first.argb()).hasSize(first.width() * first.height()).contains(0xFFFFFFFF);
        assertThat(java.util.Arrays.stream(first.argb()).distinct().count()).isGreaterThan(10);

        preview.see(0, 0, 1);
        updates.runUntil(() -> Objects.requireNonNull(preview.pictures().get(0)).scale() == 1);
        assertThat(Objects.requireNonNull(preview.pictures().get(0)).width()).isGreaterThan(590);
        assertThat(preview.failureProperty().get()).isEmpty();
    }

    @Test
    void thePreviewFollowsTheResultAndSaysThatTheDesignIsAnother() {
        open(RESULT);
        session.screenProperty().set(Screen.REPORT);
        updates.runUntil(() -> model.preview().pagesProperty().get() != null);
        ReportPages before = model.preview().pagesProperty().get();
        assertThat(model.stale()).isFalse();
        session.designProperty().set(DESIGN.withSeed(9));
        assertThat(model.stale()).isTrue();

        session.result(Projects.evaluation(DESIGN.withSeed(9)));
        assertThat(model.stale()).isFalse();
        updates.runUntil(() -> model.preview().pagesProperty().get() != before);
        session.opened(Projects.open(DESIGN, null));
        assertThat(model.preview().pagesProperty().get()).isNull();
        assertThat(model.preview().pictures()).isEmpty();
    }

    @Test
    void whatIsNotThereYetIsComputedByTheFirstLines() {
        assertThat(lines()).isEmpty();
        assertThat(model.reproduction().reason().getValue()).isNotEmpty();
        open(null);
        String project = Path.of("projects", "tiny").toAbsolutePath().toString();
        assertThat(model.reproduction().reason().getValue()).isEmpty();
        assertThat(lines().lines().map(line -> line.split(" ")[1])).containsExactly("train", "evaluate", "report");
        session.trained(RESULT.mapped().trained());
        assertThat(lines().lines().map(line -> line.split(" ")[1])).containsExactly("evaluate", "report");
        session.result(RESULT);
        assertThat(lines()).isEqualTo("crossbar report " + project + " --draws 3");
        model.folderProperty().set("/tmp/my report");
        assertThat(lines()).endsWith(" -o '/tmp/my report'");
    }

    @Test
    void aNoticeSaysThatTheLinesWereCopiedUntilTheyAreOthers() {
        open(RESULT);
        model.reproduction().copied();
        assertThat(session.screenProperty().get()).isEqualTo(Screen.REPORT);
        assertThat(model.reproduction().noticeProperty().get()).isEqualTo("Copied to the clipboard");
        session.designProperty().set(DESIGN.withSeed(4));
        assertThat(lines()).startsWith("crossbar train ").contains(" --seed 4");
        assertThat(model.reproduction().noticeProperty().get()).isEmpty();
        assertThat(model.reproduction().remarkProperty().get()).isEmpty();
        session.designProperty().set(DESIGN.withHardware(DESIGN.hardware().withNoise(new Noise(0.2, 0))));
        assertThat(model.reproduction().remarkProperty().get()).contains("Save");
    }

    @Test
    void theBundleIsWrittenIntoTheFolder() throws IOException {
        session.opened(stored(folder.resolve("project")));
        model.folderProperty().set(folder.resolve("out").toString());
        assertThat(model.exportBundle()).isEmpty();
        updates.runUntil(() -> !model.written().isEmpty() || !problems.isEmpty());
        assertThat(problems).isEmpty();
        assertThat(jobs.items().getFirst().stateProperty().get()).isEqualTo(JobStatus.State.DONE);
        assertThat(model.written()).containsExactly(folder.resolve("out").resolve("bundle.zip"));
        try (ZipFile zip = new ZipFile(model.written().getFirst().toFile())) {
            var json = JsonMapper.builder()
                    .build()
                    .readTree(zip.getInputStream(zip.getEntry("crossbar-bundle/bundle.json")));
            assertThat(json.get("results").get("accuracy").get("mean").asDouble())
                    .isCloseTo(0.92, within(1e-12));
            assertThat(json.get("dataset").get("sha256").textValue()).hasSize(64);
            assertThat(json.get("seeds").get("design").asLong()).isEqualTo(DESIGN.seed());
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsExplainedAndNothingIsLeft() throws IOException {
        session.opened(stored(folder.resolve("project")));
        Path file = Files.writeString(folder.resolve("taken"), "a file");
        model.folderProperty().set(file.toString());
        model.exportBundle();
        model.export();
        updates.runUntil(() -> problems.size() == 2);
        assertThat(problems)
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem.message()).contains("taken", "is a file; choose a folder"));
        assertThat(file).hasContent("a file");
        model.folderProperty().set(" ");
        assertThat(model.exportBundle()).isPresent();
        assertThat(model.export()).isPresent();
    }

    @Test
    void aResultWhoseNetworkIsGoneMakesNoBundle() throws IOException {
        OpenProject open = stored(folder.resolve("project"));
        session.opened(open);
        Evaluation other = Projects.evaluation(DESIGN.withSeed(8));
        new ResultStore(open.project().withDesign(DESIGN.withSeed(8)))
                .save(new TrainedResult(other.mapped().trained(), other.dataset()));
        model.folderProperty().set(folder.resolve("out").toString());
        model.exportBundle();
        updates.runUntil(() -> !problems.isEmpty());
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().message()).contains("replaced", "train again");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    /** A project whose folder holds {@link #RESULT}. */
    private static OpenProject stored(Path folder) throws IOException {
        Project project = Projects.create(folder, DESIGN);
        ResultStore store = new ResultStore(project);
        store.save(new TrainedResult(RESULT.mapped().trained(), RESULT.dataset()));
        store.save(RESULT.stored());
        OpenProject usual = Projects.open(DESIGN, RESULT);
        return new OpenProject(project, usual.parts(), usual.technology(), usual.trained(), RESULT, null);
    }
}
