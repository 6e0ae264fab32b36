package studio.crossbar.search.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Technology;
import studio.crossbar.data.Parts;
import studio.crossbar.search.Metric;
import studio.crossbar.search.State;
import studio.crossbar.search.Trial;
import studio.crossbar.search.algorithm.RungPlan;
import studio.crossbar.search.store.SearchStore;
import studio.crossbar.study.Costing;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectException;
import studio.crossbar.study.SyntheticWindows;

/** What is wrong with the files of one trial costs that trial at most, and a full disk says what to do. */
class DamagedTrialTest {

    private static final Parts DATA = SyntheticWindows.FEW;
    private static final Costing COSTING = new Costing(Technology.standard(), CostOptions.STANDARD);
    private static final SearchControl ON = () -> false;

    @TempDir
    private Path folder;

    private Project project;
    private Path trials;

    @BeforeEach
    void make() throws IOException {
        project = SmallSearch.project(folder.resolve("project"));
        trials = project.folder().resolve("search").resolve("trials");
    }

    private static SearchStart start(RungPlan rungs) {
        return new SearchStart(SmallSearch.SPACE, "nsga2", List.of(Metric.ERROR, Metric.AREA), 3L, _ -> rungs);
    }

    private static List<Trial> run(
            SearchStore store, Project project, RungPlan rungs, String budget, SearchControl control)
            throws IOException {
        new SearchSession(project, COSTING, DATA).run(store, start(rungs), Budget.parse(budget), 1, control, _ -> {});
        return SmallSearch.timeless(store.trials());
    }

    private static RungPlan rungs(int count) {
        return new RungPlan(count, 4, 0.1, 1, 2);
    }

    /** Weights of a lower rung that are damaged, or lost. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void weightsToGoOnFromFailTheirTrialAlone(boolean damaged) throws IOException {
        for (String budget : List.of("3trials", "9trials")) {
            try (SearchStore store = SearchStore.toWrite(project)) {
                for (Trial trial : run(store, project, rungs(2), budget, ON)) {
                    Path latest = store.project(trial.id(), project.design())
                            .results()
                            .resolve("latest.json");
                    if (trial.state() != State.FINISHED && damaged) {
                        Files.writeString(latest, "{");
                    } else if (trial.state() != State.FINISHED) {
                        Files.deleteIfExists(latest);
                    }
                }
            }
        }
        try (SearchStore store = SearchStore.toRead(project)) {
            assertThat(store.trials()).hasSize(9);
            assertThat(store.trials()).extracting(Trial::state).contains(State.FAILED, State.FINISHED);
            assertThat(store.trials())
                    .filteredOn(trial -> trial.state() == State.FAILED)
                    .allSatisfy(trial ->
                            assertThat(trial.reason()).contains(damaged ? "latest.json" : "weights of its last rung"));
        }
    }

    @Test
    void aCheckpointThatCannotBeReadIsTrainedAnew() throws IOException {
        List<Trial> expected;
        Project straight = SmallSearch.project(folder.resolve("straight"));
        try (SearchStore store = SearchStore.toWrite(straight)) {
            expected = run(store, straight, rungs(1), "1trials", ON);
        }
        try (SearchStore store = SearchStore.toWrite(project)) {
            Path results = Files.createDirectories(trials.resolve("000001").resolve("results"));
            Files.writeString(results.resolve("training.checkpoint"), "no state of a training");
            assertThat(run(store, project, rungs(1), "1trials", ON)).isEqualTo(expected);
            assertThat(expected).extracting(Trial::state).containsExactly(State.FINISHED);
            assertThat(results.resolve("training.checkpoint")).doesNotExist();
        }
    }

    /** As if a process had been killed between keeping the weights and keeping what was measured of them. */
    @Test
    void damagedWeightsThatWereNotMeasuredYetFailTheirTrialAlone() throws IOException {
        Project other = SmallSearch.project(folder.resolve("other"));
        try (SearchStore store = SearchStore.toWrite(other)) {
            run(store, other, rungs(1), "1trials", ON);
        }
        try (SearchStore store = SearchStore.toWrite(project)) {
            copy(other.folder().resolve("search").resolve("trials").resolve("000001"), trials.resolve("000001"));
            try (Stream<Path> files = Files.walk(trials)) {
                Path weights = files.filter(file -> file.endsWith("layer-1-weights.npy"))
                        .findFirst()
                        .orElseThrow();
                Files.writeString(weights, "no array");
            }
            List<Trial> found = run(store, project, rungs(1), "2trials", ON);
            assertThat(found).extracting(Trial::state).containsExactly(State.FAILED, State.FINISHED);
            assertThat(found.getFirst().reason()).contains("files are damaged", "layer-1-weights.npy");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copied = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copied.getParent());
                Files.copy(file, copied);
            }
        }
    }

    @Test
    void whatNobodyForesawFailsItsTrialByClassAndPlace() throws IOException {
        AtomicBoolean once = new AtomicBoolean();
        SearchControl faulty = () -> {
            boolean evaluating = Stream.of(Thread.currentThread().getStackTrace())
                    .anyMatch(frame -> frame.getClassName().equals(TrialEvaluator.class.getName()));
            if (evaluating && once.compareAndSet(false, true)) {
                throw new IndexOutOfBoundsException("7");
            }
            return false;
        };
        try (SearchStore store = SearchStore.toWrite(project)) {
            List<Trial> found = run(store, project, rungs(1), "2trials", faulty);
            assertThat(found).extracting(Trial::state).containsExactly(State.FAILED, State.FINISHED);
            assertThat(found.getFirst().reason())
                    .contains("unexpected java.lang.IndexOutOfBoundsException: 7 at ", "DamagedTrialTest");
        }
    }

    @Test
    void aCheckpointThatCannotBeWrittenStopsTheSearchWithFileAndRemedy() throws IOException {
        try (SearchStore store = SearchStore.toWrite(project)) {
            Files.createDirectories(trials);
            Files.writeString(trials.resolve("000001"), "a file in the way");
            assertThatThrownBy(() -> run(store, project, rungs(1), "1trials", ON))
                    .isInstanceOf(ProjectException.class)
                    .hasMessageContainingAll("training.checkpoint", "make room");
            assertThat(store.trials()).extracting(Trial::state).containsExactly(State.QUEUED);
        }
    }
}
