package studio.crossbar.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.cost.Technology;
import studio.crossbar.study.DatasetSummary;
import studio.crossbar.study.Evaluation;
import studio.crossbar.study.Project;
import studio.crossbar.study.RunRecord;
import studio.crossbar.study.RunStore;
import studio.crossbar.ui.HandedOver;
import studio.crossbar.ui.Projects;
import studio.crossbar.ui.StoredSearch;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Workbench;
import studio.crossbar.ui.training.RunsViewModel;

@Timeout(60)
class NavigatorViewModelTest {

    @TempDir
    Path folder;

    private final HandedOver handedOver = new HandedOver();
    private final Session session = new Session();
    private final Jobs jobs = new Jobs(handedOver, problem -> {});
    private final RunsViewModel runs =
            new RunsViewModel(new Workbench(new CoreEngine(Path.of("nowhere")), session, jobs, handedOver), handedOver);
    private final NavigatorViewModel model = new NavigatorViewModel(session, runs, jobs, handedOver);

    @AfterEach
    void close() {
        jobs.close();
    }

    private void open(Project project) {
        session.opened(new OpenProject(project, Projects.parts(), Technology.standard(), null, null, null));
    }

    private List<NavigatorViewModel.Entry> entries(String section) {
        return model.rootProperty().get().children().stream()
                .filter(entry -> entry.text().equals(section))
                .findFirst()
                .orElseThrow()
                .children();
    }

    private List<String> texts(String section) {
        return entries(section).stream().map(NavigatorViewModel.Entry::text).toList();
    }

    @Test
    void withoutAProjectTheTreeSaysSo() {
        assertThat(model.rootProperty().get().text()).isEqualTo("No project open");
        assertThat(model.rootProperty().get().children()).isEmpty();
    }

    @Test
    void anEmptyProjectSaysWhatItHasNot() throws IOException {
        open(Projects.create(folder.resolve("tiny"), Projects.tinyDesign()));
        assertThat(Stream.of("Runs", "Searches", "Reports").map(this::texts))
                .containsExactly(List.of("Not trained yet"), List.of("No search yet"), List.of("No report yet"));
    }

    @Test
    void runsSearchAndReportsAreListed() throws IOException {
        Project project = StoredSearch.make(folder.resolve("searched"), 30);
        Evaluation evaluation = Projects.evaluation(Projects.tinyDesign());
        new RunStore(project)
                .keep(RunRecord.of(
                        evaluation.mapped().trained(),
                        DatasetSummary.of(Projects.parts()),
                        Instant.parse("2026-01-31T12:00:00Z")));
        Files.createDirectories(project.reportFolder());
        Files.writeString(project.reportFolder().resolve("report.pdf"), "%PDF");
        Files.writeString(project.reportFolder().resolve("designs.csv"), "a");

        open(project);
        handedOver.runUntil(() -> runs.rows().size() == 1
                && texts("Reports").equals(List.of("report.pdf"))
                && texts("Searches").equals(List.of("30 trials")));
        assertThat(texts("Runs")).singleElement().asString().startsWith("2026-01-31");

        model.open(entries("Runs").getFirst());
        assertThat(session.screenProperty().get()).isEqualTo(Screen.TRAINING);
        model.open(entries("Searches").getFirst());
        assertThat(session.screenProperty().get()).isEqualTo(Screen.SEARCH);
        model.open(entries("Reports").getFirst());
        assertThat(session.screenProperty().get()).isEqualTo(Screen.REPORT);
    }
}
