package studio.crossbar.search.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.search.Measurement;
import studio.crossbar.search.Metric;
import studio.crossbar.search.State;
import studio.crossbar.search.Trial;
import studio.crossbar.study.Project;
import studio.crossbar.ui.StoredSearch;

class TrialFeedTest {

    @TempDir
    private Path folder;

    @Test
    void onlyNewsAreReadAndTheyAreWhatTheStoreHolds() throws IOException {
        Project project = StoredSearch.make(folder.resolve("stored"), 700);
        try (TrialFeed feed = TrialFeed.open(project);
                SearchStore store = SearchStore.toWrite(project)) {
            store.startSession(Provenance.here(1, "d", "c"));
            assertThat(feed.refresh()).isTrue();
            assertThat(feed.setup()).contains(store.requireSetup());
            assertThat(feed.trials()).isEqualTo(store.trials());
            List<Trial> before = feed.trials();
            assertThat(feed.refresh()).as("nothing was written").isFalse();

            Trial stopped = before.stream()
                    .filter(trial -> trial.state() == State.STOPPED)
                    .findFirst()
                    .orElseThrow();
            Trial measured =
                    stopped.with(new Measurement(1, 9, 4, 0.0123, 0.006, 3)).with(State.FINISHED, "");
            store.save(measured, 1);
            store.add(new TestResult(1, "2026-01-01T00:00:00Z", 10, 0.15, 0.01));
            assertThat(feed.refresh()).isTrue();
            assertThat(feed.trials()).isEqualTo(store.trials());
            assertThat(feed.trials().get((int) stopped.id() - 1).metrics()).containsEntry(Metric.ERROR, 0.0123);
            int other = stopped.id() == 1 ? 1 : 0;
            assertThat(feed.trials().get(other)).as("unchanged, not read again").isSameAs(before.get(other));
            assertThat(feed.tests()).hasSize(1);
        }
    }
}
