package studio.crossbar.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.cost.Technology;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.Converters;
import studio.crossbar.study.DatasetSummary;
import studio.crossbar.study.Evaluation;
import studio.crossbar.study.Project;
import studio.crossbar.study.ResultStore;
import studio.crossbar.study.RunStore;
import studio.crossbar.study.TrainedResult;
import studio.crossbar.ui.HandedOver;
import studio.crossbar.ui.Projects;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Problem;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Workbench;
import studio.crossbar.ui.shell.CoreEngine;

/** Runs of a project on the disk; the test's thread stands in for the user interface's. */
@Timeout(120)
class RunsViewModelTest {

    @TempDir
    Path folder;

    private final Design design = Projects.tinyDesign();
    private final HandedOver updates = new HandedOver();
    private final List<Problem> problems = new ArrayList<>();
    private final Session session = new Session();
    private final Jobs jobs = new Jobs(updates, problems::add);
    private RunsViewModel model;
    private Project project;

    @BeforeEach
    void create() throws IOException {
        model = new RunsViewModel(new Workbench(new CoreEngine(folder), session, jobs, updates), updates);
        project = Projects.create(folder.resolve("tiny"), design);
    }

    @AfterEach
    void close() {
        jobs.close();
    }

    private void keep(int count) throws IOException {
        for (int number = 1; number <= count; number++) {
            Design other = design.withSeed(number)
                    .withHardware(design.hardware().withConverters(new Converters(8, number < 4 ? 6 : 8)));
            new RunStore(project).keep(StoredRuns.run(other, number, 4));
        }
    }

    private void open(@Nullable Evaluation evaluation, int runs) {
        session.opened(new OpenProject(
                project,
                Projects.parts(),
                Technology.standard(),
                evaluation == null ? null : evaluation.mapped().trained(),
                evaluation,
                null));
        updates.runUntil(() -> model.rows().size() == runs);
    }

    private RunRow row(int number) {
        return model.rows().stream()
                .filter(row -> row.run().design().seed() == number)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRunThatIsAskedForIsSelectedAndStaysSoWhenRunsAreReadAgain() throws IOException {
        keep(2);
        open(null, 2);
        model.reveal(row(1));
        assertThat(session.screenProperty().get()).isEqualTo(Screen.TRAINING);
        assertThat(model.selection().selectedProperty().get()).isEqualTo(row(1));
        assertThat(model.selection().revealedProperty().get()).isEqualTo(row(1));
        keep(3);
        model.read();
        updates.runUntil(() -> model.rows().size() == 3);
        assertThat(model.selection().selectedProperty().get()).isEqualTo(row(1));
        session.opened(Projects.open(design, null));
        assertThat(model.selection().selectedProperty().get()).isNull();
    }

    @Test
    void theSelectedRunIsComparedByAnActionWhileThereIsRoom() throws IOException {
        keep(RunsViewModel.MOST_COMPARED + 1);
        open(null, RunsViewModel.MOST_COMPARED + 1);
        Action compare = new RunActions(model).compare;
        assertThat(compare.disabledReason().getValue()).isEqualTo("select a run");
        for (int number = 1; number <= RunsViewModel.MOST_COMPARED; number++) {
            model.selection().selectedProperty().set(row(number));
            compare.run();
        }
        assertThat(model.compared()).hasSize(RunsViewModel.MOST_COMPARED);
        model.selection().selectedProperty().set(row(RunsViewModel.MOST_COMPARED + 1));
        assertThat(compare.disabledReason().getValue()).isEqualTo("6 runs are compared; uncheck one first");
        model.selection().selectedProperty().set(row(2));
        compare.run();
        assertThat(model.compared()).doesNotContain(row(2));
    }

    @Test
    void checkedRunsGetLettersThatOthersKeepWhenOneIsUnchecked() throws IOException {
        keep(3);
        open(null, 3);
        assertThat(model.rows()).extracting(row -> row.run().design().seed()).containsExactly(3L, 2L, 1L);
        row(3).checkedProperty().set(true);
        row(1).checkedProperty().set(true);
        assertThat(model.compared()).extracting(RunRow::letter).containsExactly("A", "B");
        row(3).checkedProperty().set(false);
        assertThat(model.compared()).extracting(RunRow::letter).containsExactly("B");
        row(2).checkedProperty().set(true);
        assertThat(model.compared()).containsExactly(row(2), row(1));
        assertThat(row(2).label()).isEqualTo("A: ADC bits 6, Seed 2");
    }

    @Test
    void figuresAndDifferingParametersStandSideBySide() throws IOException {
        keep(4);
        open(null, 4);
        row(1).checkedProperty().set(true);
        row(4).checkedProperty().set(true);
        RunComparison comparison = model.comparisonProperty().get();
        assertThat(comparison.columns()).containsExactly("A", "B");
        assertThat(comparison.lines())
                .contains(
                        new RunComparison.Line("Accuracy under noise", List.of("80.5 ± 0.7 %", "82.0 ± 2.8 %"), false),
                        new RunComparison.Line("Worst draw", List.of("80.0 % of 2", "80.0 % of 2"), false),
                        new RunComparison.Line("Last loss, nats", List.of("0.250", "0.250"), false),
                        new RunComparison.Line("Validation accuracy", List.of("85.0 %", "–"), false),
                        new RunComparison.Line("ADC bits", List.of("6", "8"), true),
                        new RunComparison.Line("Seed", List.of("1", "4"), true));
        assertThat(comparison.lines()).filteredOn(RunComparison.Line::parameter).hasSize(2);
    }

    @Test
    void noMoreThanSixAreCompared() throws IOException {
        keep(7);
        open(null, 7);
        model.rows().forEach(row -> row.checkedProperty().set(true));
        assertThat(model.compared()).hasSize(6);
        assertThat(model.fullProperty().get()).isTrue();
        assertThat(model.rows().getLast().checkedProperty().get()).isFalse();
        model.rows().getFirst().checkedProperty().set(false);
        model.rows().getLast().checkedProperty().set(true);
        assertThat(model.rows().getLast().letter())
                .as("the letter that became free")
                .isEqualTo("A");
    }

    @Test
    void theRunOfTheProjectsNetworkIsCurrentComparedFirstAndNotDeleted() throws IOException {
        Evaluation evaluation = Projects.evaluation(design);
        new ResultStore(project)
                .save(new TrainedResult(evaluation.mapped().trained(), DatasetSummary.of(Projects.parts())));
        keep(1);
        open(evaluation, 2);
        RunRow current =
                model.rows().stream().filter(RunRow::current).findFirst().orElseThrow();
        assertThat(current.differences()).isEqualTo("Current");
        assertThat(model.removeReason(current)).contains("the next training");
        current.checkedProperty().set(true);
        assertThat(current.checkedProperty().get()).isFalse();
        model.rows().getLast().checkedProperty().set(true);
        assertThat(model.comparisonProperty().get().columns()).containsExactly("Current", "A");

        session.training().runningProperty().set(true);
        assertThat(model.rows()).as("another one is current now").noneMatch(RunRow::current);
        assertThat(model.compared()).extracting(RunRow::letter).containsExactly("A");
    }

    @Test
    void aDeletedRunIsGoneFromTheDiskAndBroughtBack() throws IOException {
        keep(2);
        open(null, 2);
        row(2).checkedProperty().set(true);
        model.remove(row(2));
        updates.runUntil(() -> model.rows().size() == 1);
        assertThat(model.compared()).isEmpty();
        assertThat(new RunStore(project).read().runs()).hasSize(1);
        model.bringBack();
        updates.runUntil(() -> model.rows().size() == 2);
        assertThat(model.removedProperty().get()).isNull();
        assertThat(new RunStore(project).read().runs()).hasSize(2);
    }

    @Test
    void aDamagedFileIsSaidAndOtherRunsStay() throws IOException {
        keep(2);
        Path file = folder.resolve("tiny").resolve("runs").resolve("0000000000000001.json");
        Files.writeString(file, "{");
        open(null, 1);
        assertThat(model.problemProperty().get()).contains(file.toString(), "or delete the file");
        assertThat(problems).isEmpty();
    }
}
