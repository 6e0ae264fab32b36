package studio.crossbar.search.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.design.Design;
import studio.crossbar.search.Measurement;
import studio.crossbar.search.Metric;
import studio.crossbar.search.Proposal;
import studio.crossbar.search.State;
import studio.crossbar.search.Trial;
import studio.crossbar.search.algorithm.RungPlan;
import studio.crossbar.search.front.ObjectiveBox;
import studio.crossbar.search.front.ParetoFront;
import studio.crossbar.search.model.Importance;
import studio.crossbar.search.run.SmallSearch;
import studio.crossbar.study.DatasetSummary;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectException;

class SearchStoreTest {

    private static final List<Metric> OBJECTIVES = List.of(Metric.ERROR, Metric.AREA);

    @TempDir
    private Path folder;

    private Project project;
    private Path database;

    @BeforeEach
    void makeProject() throws IOException {
        project = SmallSearch.project(folder.resolve("project"));
        database = project.folder().resolve("search").resolve("search.sqlite");
    }

    private SearchSetup setup() {
        return new SearchSetup(
                SmallSearch.SPACE,
                project.design(),
                "nsga2",
                OBJECTIVES,
                7,
                RungPlan.STANDARD,
                new ObjectiveBox(OBJECTIVES, List.of(0.0, 0.01), List.of(0.8, 0.1)),
                new DatasetSummary("data", true, 10, 5),
                "abc",
                List.of(1.0, 2.0, 3.0));
    }

    private SearchStore begun() throws ProjectException {
        SearchStore store = SearchStore.toWrite(project);
        store.begin(setup());
        store.startSession(Provenance.here(2, "data", "abc"));
        return store;
    }

    private static Trial trial(long id, Random random) {
        Proposal proposal =
                new Proposal(SmallSearch.SPACE.random(random), id > 2 ? List.of(1L, 2L) : List.of(), "random");
        return Trial.queued(id, proposal, 40 + id, Map.of(Metric.AREA, 0.05, Metric.DEVICES, 300.0));
    }

    @Test
    void aSearchIsUnfinishedWhileATrialWaitsAndNobodyWorksOnIt() throws IOException {
        assertThat(SearchStore.unfinished(project)).as("none").isEmpty();
        Trial waiting = trial(1, new Random(1));
        try (SearchStore store = begun()) {
            assertThat(SearchStore.unfinished(project)).as("being worked on").isEmpty();
            store.add(waiting, project.design());
        }
        assertThat(SearchStore.unfinished(project)).isPresent();
        try (SearchStore store = SearchStore.toWrite(project)) {
            store.save(List.of(waiting.with(State.STOPPED, "dominated")));
        }
        assertThat(SearchStore.unfinished(project)).as("ended").isEmpty();
    }

    @Test
    void whatIsKeptComesBack() throws IOException {
        Random random = new Random(1);
        Trial measured = trial(3, random)
                .with(new Measurement(0, 4, 2, 0.25, 0.01, 1.5))
                .with(new Measurement(1, 12, 8, 0.125, 0.02, 3, Instant.parse("2026-01-02T03:04:05.678901Z")))
                .withRung(1)
                .with(State.FINISHED, "");
        Trial first = trial(1, random);
        Trial refused = Trial.infeasible(
                2, new Proposal(SmallSearch.SPACE.random(random), List.of(), "random"), 5, Map.of(), "too \"big\"");
        Design design = project.design().withSeed(43);
        try (SearchStore store = begun()) {
            store.add(first, project.design());
            store.add(refused, null);
            store.add(trial(3, new Random(9)).withRung(0), design);
            store.save(measured, 12.5);
            store.add(new TestResult(3, "2026-01-01T00:00:00Z", 10, 0.15, 0.01));
        }
        try (SearchStore store = SearchStore.toRead(project)) {
            assertThat(store.setup()).contains(setup());
            List<Trial> trials = store.trials();
            assertThat(trials).hasSize(3);
            assertThat(trials.get(0)).isEqualTo(first);
            assertThat(trials.get(1)).isEqualTo(refused);
            assertThat(trials.get(2).measurements()).isEqualTo(measured.measurements());
            assertThat(trials.get(2).metrics()).isEqualTo(measured.metrics());
            assertThat(trials.get(2).state()).isEqualTo(State.FINISHED);
            assertThat(store.design(3)).contains(design);
            assertThat(store.design(2)).isEmpty();
            assertThat(store.seconds()).isEqualTo(12.5);
            assertThat(store.sessions())
                    .extracting(StoredSession::provenance, StoredSession::seconds)
                    .containsExactly(tuple(Provenance.here(2, "data", "abc"), 12.5));
            assertThat(Instant.parse(store.sessions().getFirst().started())).isBefore(Instant.now());
            assertThat(store.testResults()).containsExactly(new TestResult(3, "2026-01-01T00:00:00Z", 10, 0.15, 0.01));
        }
    }

    @Test
    void whatAKilledProcessLeftRunningWaitsAndItsLeftoversGo() throws IOException {
        Random random = new Random(1);
        Trial running = trial(1, random).with(State.RUNNING, "");
        Trial done = trial(2, random).with(State.STOPPED, "dominated");
        try (SearchStore store = begun()) {
            store.add(running, project.design());
            store.add(done, project.design());
        }
        Path trials = project.folder().resolve("search").resolve("trials");
        Path kept = file(trials.resolve("000001/results/training.checkpoint"));
        Path ended = file(trials.resolve("000002/results/training.checkpoint"));
        Path half = trials.resolve("000002/results/.unfinished-1");
        file(half.resolve("design.json"));
        Path orphan = trials.resolve("000099");
        file(orphan.resolve("results/training.checkpoint"));
        try (SearchStore store = SearchStore.toWrite(project)) {
            assertThat(store.trials()).extracting(Trial::state).containsExactly(State.QUEUED, State.STOPPED);
        }
        assertThat(kept).exists();
        assertThat(ended).doesNotExist();
        assertThat(half).doesNotExist();
        assertThat(orphan).doesNotExist();
    }

    private static Path file(Path path) throws IOException {
        Files.createDirectories(path.getParent());
        return Files.writeString(path, "x");
    }

    @Test
    void twoGenomesAlikeAreRefused() throws IOException {
        try (SearchStore store = begun()) {
            store.add(trial(1, new Random(1)), project.design());
            assertThatThrownBy(() -> store.add(trial(2, new Random(1)), project.design()))
                    .isInstanceOf(ProjectException.class);
            assertThat(store.trials()).hasSize(1);
        }
    }

    @Test
    void aDatabaseOfTheFirstVersionIsBroughtUpToDate() throws Exception {
        Files.createDirectories(database.getParent());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            Schema.upgrade(connection, 1);
            statement.execute("INSERT INTO session VALUES (1, 't', 'p', 'j', 's', 'h', 1, 'd', 'c')");
            statement.execute(
                    "INSERT INTO trial VALUES (1, '0-0-0-0-0', '', 'random', 5, 0, 'RUNNING', '', 1, 't', '2026-01-02T03:04:05Z', '{}')");
            statement.execute("INSERT INTO measurement VALUES (1, 0, 3, 2, 0.5, 0.1, 1.0, 1)");
        }
        assertThatThrownBy(() -> SearchStore.toRead(project))
                .isInstanceOf(ProjectException.class)
                .hasMessageContainingAll("version 1", "crossbar search");
        try (SearchStore store = SearchStore.toWrite(project)) {
            assertThat(store.trials()).hasSize(1);
            assertThat(store.trials().getFirst().state()).isEqualTo(State.QUEUED);
            assertThat(store.trials().getFirst().measurements().getFirst().error())
                    .isEqualTo(0.5);
            assertThat(store.trials().getFirst().measurements().getFirst().ended())
                    .as("when its trial changed last")
                    .isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
            assertThat(store.seconds()).isZero();
            store.startSession(Provenance.here(1, "d", "c"));
            store.add(new TestResult(1, "t", 1, 0.5, 0));
            assertThat(store.testResults()).hasSize(1);
        }
    }

    @Test
    void aNewerDatabaseIsRefused() throws Exception {
        begun().close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        assertThatThrownBy(() -> SearchStore.toWrite(project))
                .isInstanceOf(ProjectException.class)
                .hasMessageContainingAll(database.toString(), "newer program", "99");
        assertThatThrownBy(() -> SearchStore.toRead(project)).hasMessageContaining("newer program");
    }

    @Test
    void aDamagedDatabaseIsRefusedAndLeftAlone() throws Exception {
        Random random = new Random(2);
        try (SearchStore store = begun()) {
            store.add(trial(1, random), project.design());
        }
        byte[] bytes = Files.readAllBytes(database);
        byte[] damaged = bytes.clone();
        for (int i = 4096; i < Math.min(bytes.length, 40_000); i++) {
            damaged[i] = (byte) random.nextInt();
        }
        Files.write(database, damaged);
        assertThatThrownBy(() -> SearchStore.toWrite(project))
                .isInstanceOf(ProjectException.class)
                .hasMessageContainingAll(database.toString(), "damaged", "restore");
        Files.writeString(database, "no database at all, but a text that somebody has put there ".repeat(50));
        assertThatThrownBy(() -> SearchStore.toWrite(project))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("damaged");
        Files.write(database, bytes);
        SearchStore.toWrite(project).close();
    }

    @Test
    void aFullDiskIsNamed() throws Exception {
        begun().close();
        DatabaseFile file = new DatabaseFile(database);
        try (Connection connection = file.openToWrite();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA max_page_count = 1");
            assertThatThrownBy(() -> {
                        try {
                            statement.execute("CREATE TABLE large (x)");
                            for (int i = 0; i < 100; i++) {
                                statement.execute("INSERT INTO large VALUES (zeroblob(100000))");
                            }
                        } catch (SQLException e) {
                            throw file.explain(e);
                        }
                    })
                    .isInstanceOf(ProjectException.class)
                    .hasMessageContainingAll("disk is full", "make room");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Files.writeString(project.folder().resolve("search"), "a file in the way");
        assertThatThrownBy(() -> SearchStore.toWrite(project))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("search");
    }

    @Test
    void aSecondOneIsToldWhoWorksOnIt() throws IOException {
        try (SearchStore _ = begun()) {
            assertThatThrownBy(() -> SearchStore.toWrite(project))
                    .isInstanceOf(ProjectException.class)
                    .hasMessageContainingAll(
                            "process " + ProcessHandle.current().pid(), "works on this search", "front");
            // A refused attempt must not free the lock.
            assertThatThrownBy(() -> SearchStore.toWrite(project)).isInstanceOf(ProjectException.class);
            try (SearchStore reader = SearchStore.toRead(project)) {
                assertThat(reader.setup()).isPresent();
            }
        }
        SearchStore.toWrite(project).close();
    }

    /** What a killed search wrote last is in the write-ahead log alone, which a folder like that does not let SQLite open. */
    @Test
    void aSearchInAFolderThatCannotBeWrittenIsReadToItsEnd() throws IOException, SQLException {
        try (SearchStore writer = begun()) {
            writer.add(trial(1, new Random(1)), project.design());
            assertThat(database.resolveSibling("search.sqlite-wal")).isNotEmptyFile();
            try (Connection reader = new DatabaseFile(database).openToRead(false);
                    Statement statement = reader.createStatement()) {
                assertThat(statement.executeQuery("SELECT count(*) FROM trial").getInt(1))
                        .isEqualTo(1);
            }
        }
        try (Connection reader = new DatabaseFile(database).openToRead(false);
                Statement statement = reader.createStatement()) {
            assertThat(statement.executeQuery("SELECT count(*) FROM trial").getInt(1))
                    .isEqualTo(1);
        }
    }

    @Test
    void theNoteOfADeadProcessIsTakenOver() throws IOException {
        begun().close();
        Path owner = project.folder().resolve("search").resolve("search.owner");
        Files.writeString(owner, "process 999999 on elsewhere");
        Files.writeString(owner.resolveSibling("search.lock"), "");
        try (SearchStore _ = SearchStore.toWrite(project)) {
            assertThat(owner)
                    .content()
                    .contains("process " + ProcessHandle.current().pid());
        }
        assertThat(owner).doesNotExist();
    }

    @Test
    void aSearchThatCannotBeOpenedIsNotHeld() throws Exception {
        try (SearchStore store = begun()) {
            store.add(trial(1, new Random(1)), project.design());
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE trial SET state = 'NONSENSE'");
        }
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> SearchStore.toWrite(project))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("NONSENSE");
        }
    }

    @Test
    void tenThousandDesignsOpenAtOnce() throws IOException {
        Random random = new Random(3);
        List<Trial> trials = new ArrayList<>();
        LargeSpace large = new LargeSpace();
        for (int i = 1; i <= 10_000; i++) {
            Proposal proposal = new Proposal(large.genome(i), List.of(), "random");
            Map<Metric, Double> costs =
                    Map.of(Metric.AREA, 0.01 + random.nextDouble(), Metric.ENERGY, 1 + random.nextDouble());
            trials.add(Trial.queued(i, proposal, i, costs)
                    .with(new Measurement(0, 3, 4, random.nextDouble(), 0.01, 1))
                    .with(State.FINISHED, ""));
        }
        try (SearchStore store = SearchStore.toWrite(project)) {
            store.startSession(Provenance.here(1, "d", "c"));
            store.addAll(trials, project.design());
        }
        long start = System.nanoTime();
        try (SearchStore store = SearchStore.toRead(project)) {
            List<Trial> found = store.trials();
            assertThat(found).hasSize(10_000);
            assertThat(ParetoFront.of(found, OBJECTIVES).trials()).isNotEmpty();
            assertThat(Importance.of(large.space(), found, Metric.ERROR, 1).effects())
                    .isNotEmpty();
        }
        System.out.printf("10,000 designs open in %.2f s%n", (System.nanoTime() - start) * 1e-9);
        // A second on an idle machine; tests run on busy ones, and this code for the first time.
        assertThat((System.nanoTime() - start) * 1e-9).isLessThan(6);
    }
}
