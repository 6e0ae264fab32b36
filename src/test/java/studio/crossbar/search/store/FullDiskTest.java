package studio.crossbar.search.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Technology;
import studio.crossbar.data.Parts;
import studio.crossbar.search.Genome;
import studio.crossbar.search.Metric;
import studio.crossbar.search.Proposal;
import studio.crossbar.search.Trial;
import studio.crossbar.search.algorithm.RungPlan;
import studio.crossbar.search.run.Budget;
import studio.crossbar.search.run.SearchSession;
import studio.crossbar.search.run.SearchStart;
import studio.crossbar.search.run.SmallSearch;
import studio.crossbar.study.Costing;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectException;
import studio.crossbar.study.SyntheticWindows;

/** What a full disk leaves behind; the limit of the database's pages stands for the disk. */
class FullDiskTest {

    private static final Parts DATA = SyntheticWindows.FEW;
    private static final Costing COSTING = new Costing(Technology.standard(), CostOptions.STANDARD);
    private static final SearchStart START = new SearchStart(
            SmallSearch.SPACE, "nsga2", List.of(Metric.ERROR, Metric.AREA), 3L, _ -> new RungPlan(2, 4, 0.1, 1, 2));

    @TempDir
    private Path folder;

    private static void leave(int pages, SearchStore store) throws SQLException {
        try (Statement statement = store.database().connection().createStatement()) {
            int used;
            try (ResultSet row = statement.executeQuery("PRAGMA page_count")) {
                used = row.getInt(1);
            }
            statement.execute("PRAGMA max_page_count = " + (used + pages));
        }
    }

    private static Trial trial(long id, Genome genome) {
        return Trial.queued(id, new Proposal(genome, List.of(), "random"), 1, Map.of(Metric.AREA, 0.05));
    }

    @Test
    void changesAreStillKeptTogetherOnceThereIsRoomAgain() throws IOException, SQLException {
        Project project = SmallSearch.project(folder.resolve("project"));
        List<Trial> many = new ArrayList<>();
        SmallSearch.SPACE.forEach(genome -> many.add(trial(many.size() + 1, genome)));
        try (SearchStore store = SearchStore.toWrite(project)) {
            store.startSession(Provenance.here(1, "data", "abc"));
            leave(2, store);
            assertThatThrownBy(() -> store.addAll(many, project.design()))
                    .isInstanceOf(ProjectException.class)
                    .hasMessageContainingAll("disk is full", "make room");
            assertThat(store.trials()).isEmpty();
            leave(10_000, store);
            Trial twice = trial(2, many.getFirst().genome());
            assertThatThrownBy(() -> store.addAll(List.of(many.getFirst(), twice), project.design()))
                    .as("the second has the first one's genome")
                    .isInstanceOf(ProjectException.class);
            assertThat(store.trials()).isEmpty();
            store.addAll(many, project.design());
            assertThat(store.trials()).hasSameSizeAs(many);
        }
        try (SearchStore store = SearchStore.toRead(project)) {
            assertThat(store.trials()).hasSameSizeAs(many);
        }
    }

    @Test
    void aSearchSaysWhatToDoAndGoesOnOnceThereIsRoomAgain() throws IOException, SQLException {
        Project straight = SmallSearch.project(folder.resolve("straight"));
        try (SearchStore store = SearchStore.toWrite(straight)) {
            run(store, straight);
        }
        Project full = SmallSearch.project(folder.resolve("full"));
        try (SearchStore store = SearchStore.toWrite(full)) {
            store.begin(START.begin(full.design(), COSTING, DATA));
            leave(1, store);
            assertThatThrownBy(() -> run(store, full))
                    .isInstanceOf(ProjectException.class)
                    .hasMessageContainingAll("search.sqlite", "disk is full", "make room", "start the search again");
            assertThat(store.trials()).as("what was kept before").isNotEmpty().hasSizeLessThan(6);
        }
        // The limit ends with the connection.
        try (SearchStore store = SearchStore.toWrite(full)) {
            run(store, full);
            try (SearchStore expected = SearchStore.toRead(straight)) {
                assertThat(SmallSearch.timeless(store.trials())).isEqualTo(SmallSearch.timeless(expected.trials()));
            }
        }
    }

    private static void run(SearchStore store, Project project) throws IOException {
        new SearchSession(project, COSTING, DATA).run(store, START, Budget.parse("6trials"), 1, () -> false, _ -> {});
    }
}
