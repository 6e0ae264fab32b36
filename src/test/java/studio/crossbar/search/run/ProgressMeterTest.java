package studio.crossbar.search.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Technology;
import studio.crossbar.search.Genome;
import studio.crossbar.search.Measurement;
import studio.crossbar.search.Metric;
import studio.crossbar.search.Proposal;
import studio.crossbar.search.State;
import studio.crossbar.search.Trial;
import studio.crossbar.search.algorithm.RungPlan;
import studio.crossbar.search.store.Provenance;
import studio.crossbar.search.store.SearchSetup;
import studio.crossbar.search.store.SearchStore;
import studio.crossbar.study.Costing;
import studio.crossbar.study.Project;
import studio.crossbar.study.SyntheticWindows;

class ProgressMeterTest {

    private static final SearchControl ON = () -> false;

    @TempDir
    private Path folder;

    private Project project;
    private SearchSetup setup;
    private SearchStore store;
    private Ledger ledger;

    @BeforeEach
    void begin() throws IOException {
        project = SmallSearch.project(folder.resolve("project"));
        SearchStart start = new SearchStart(SmallSearch.SPACE, "random", null, 1L, _ -> new RungPlan(1, 2, 1, 1, 1));
        setup = start.begin(
                project.design(), new Costing(Technology.standard(), CostOptions.STANDARD), SyntheticWindows.ALL);
        store = SearchStore.toWrite(project);
        store.begin(setup);
        store.startSession(Provenance.here(1, "data", setup.checksum()));
        ledger = new Ledger(store);
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    private ProgressMeter meter(Budget budget, double earlier, Pause pause) {
        return new ProgressMeter(ledger, setup, budget, earlier, pause, _ -> {});
    }

    private void finish(int id) throws IOException {
        Proposal proposal = new Proposal(new Genome(List.of(id - 1, 0, 0, 0, 0)), List.of(), "random");
        ledger.add(
                Trial.queued(id, proposal, id, Map.of(Metric.AREA, 0.05))
                        .with(new Measurement(0, 4, 1, 0.5, 0, 1))
                        .with(State.FINISHED, ""),
                project.design());
    }

    @Test
    void theTimeLeftFollowsFromTheSpeedOfThisSession() throws IOException {
        Budget budget = Budget.parse("4trials");
        ProgressMeter first = meter(budget, 0, new Pause(ON));
        assertThat(first.update().secondsLeft()).as("nothing is done yet").isNaN();
        finish(1);
        // A quarter is done: the rest takes three times as long.
        assertLeft(first, 0.25, 3);
        ProgressMeter second = meter(budget, 1000, new Pause(ON));
        assertThat(second.update().secondsLeft())
                .as("by earlier sessions alone")
                .isNaN();
        finish(2);
        assertLeft(second, 0.5, 2);
        assertThat(second.end().share()).isEqualTo(1);
    }

    private static void assertLeft(ProgressMeter meter, double share, double times) {
        double before = meter.seconds();
        SearchProgress progress = meter.update();
        double after = meter.seconds();
        assertThat(progress.share()).isEqualTo(share);
        assertThat(progress.secondsLeft()).isBetween(times * before, times * after);
    }

    @Test
    void aPauseIsNoTimeOfTheSession() throws InterruptedException {
        AtomicBoolean paused = new AtomicBoolean(true);
        Pause pause = new Pause(new SearchControl() {
            @Override
            public boolean cancelled() {
                return false;
            }

            @Override
            public boolean paused() {
                return paused.get();
            }
        });
        long start = System.nanoTime();
        ProgressMeter meter = meter(Budget.parse("1h"), 5, pause);
        Thread worker = Thread.ofPlatform().start(pause::cancelled);
        while (pause.seconds() < 0.15) {
            Thread.sleep(10);
        }
        paused.set(false);
        worker.join();
        double worked = meter.allSeconds() - 5;
        assertThat(worked).isNotNegative().isLessThan((System.nanoTime() - start) * 1e-9 - 0.15);
    }
}
