package studio.crossbar.search.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Technology;
import studio.crossbar.data.Dataset;
import studio.crossbar.data.Parts;
import studio.crossbar.data.SyntheticImu;
import studio.crossbar.search.Constraint;
import studio.crossbar.search.Measurement;
import studio.crossbar.search.Metric;
import studio.crossbar.search.SearchSpace;
import studio.crossbar.search.State;
import studio.crossbar.search.Trial;
import studio.crossbar.search.algorithm.RungPlan;
import studio.crossbar.search.store.Provenance;
import studio.crossbar.search.store.SearchSetup;
import studio.crossbar.search.store.SearchStore;
import studio.crossbar.study.Costing;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectException;
import studio.crossbar.study.SyntheticWindows;

class SearchRunTest {

    private static final Parts DATA = SyntheticWindows.FEW;
    private static final RungPlan RUNGS = new RungPlan(2, 4, 0.1, 1, 2);

    @TempDir
    private Path folder;

    private static SearchStart start(SearchSpace space, long seed) {
        return new SearchStart(space, "nsga2", List.of(Metric.ERROR, Metric.AREA), seed, _ -> RUNGS);
    }

    /** Runs a search in a project and gives its trials without their times. */
    private List<Trial> run(String name, SearchStart start, Parts data, String budget, int workers) throws IOException {
        Project project = SmallSearch.project(folder.resolve(name));
        try (SearchStore store = SearchStore.toWrite(project)) {
            Costing costing = new Costing(Technology.standard(), CostOptions.STANDARD);
            SearchSetup setup = start.begin(project.design(), costing, data);
            store.begin(setup);
            store.startSession(Provenance.here(workers, "data", setup.checksum()));
            SearchRun.run(
                    store,
                    setup,
                    SearchStart.factory(setup.space(), setup.base(), costing),
                    SearchData.of(data, setup.seed()),
                    Budget.parse(budget),
                    workers,
                    () -> false,
                    _ -> {});
            return SmallSearch.timeless(store.trials());
        }
    }

    @Test
    void theSameSeedGivesTheSameSearchWhateverTheTestDataAre() throws IOException {
        List<Trial> first = run("first", start(SmallSearch.SPACE, 3), DATA, "8trials", 1);
        Dataset test = DATA.test();
        Parts otherTest = new Parts(DATA.name(), DATA.train(), test.withFeatures(new float[test.features().length]));
        assertThat(run("again", start(SmallSearch.SPACE, 3), otherTest, "8trials", 1))
                .isEqualTo(first);
        assertThat(run("other", start(SmallSearch.SPACE, 4), DATA, "8trials", 1))
                .isNotEqualTo(first);
        assertThat(first).hasSize(8);
        assertThat(first).extracting(Trial::state).contains(State.FINISHED, State.STOPPED);
        assertThat(first)
                .filteredOn(trial -> trial.state() == State.FINISHED)
                .allSatisfy(trial -> assertThat(trial.measurements()).hasSize(2));
    }

    @Test
    void severalWorkersTryAsManyDesignsEachOnce() throws IOException {
        int workers = Math.min(2, Runtime.getRuntime().availableProcessors());
        List<Trial> trials = run("several", start(SmallSearch.SPACE, 3), DATA, "8trials", workers);
        assertThat(trials).hasSize(8);
        assertThat(trials).extracting(Trial::genome).doesNotHaveDuplicates();
        assertThat(trials).allSatisfy(trial -> {
            assertThat(trial.state().terminal()).isTrue();
            assertThat(trial.measurements()).isNotEmpty();
        });
    }

    @Test
    void designsBeyondAConstraintAreRefusedWithoutTraining() throws IOException {
        SearchSpace limited =
                new SearchSpace(SmallSearch.SPACE.parameters(), List.of(new Constraint(Metric.DEVICES, 300)));
        // Random search alone proposes what it could have known to be impossible.
        SearchStart start = new SearchStart(limited, "random", List.of(Metric.ERROR, Metric.AREA), 3L, _ -> RUNGS);
        List<Trial> trials = run("limited", start, DATA, "4trials", 1);
        assertThat(trials)
                .filteredOn(trial -> trial.state() != State.INFEASIBLE)
                .hasSize(4)
                .allSatisfy(
                        trial -> assertThat(trial.metrics().get(Metric.DEVICES)).isLessThanOrEqualTo(300));
        assertThat(trials)
                .filteredOn(trial -> trial.state() == State.INFEASIBLE)
                .isNotEmpty()
                .allSatisfy(trial -> {
                    assertThat(trial.reason()).contains("devices", "limit");
                    assertThat(trial.measurements()).isEmpty();
                });
    }

    @Test
    void aCancelledSearchAnswersWithinASecondAndGoesOn() throws IOException {
        List<Trial> expected = run("straight", start(SmallSearch.SPACE, 3), DATA, "4trials", 1);
        Project project = SmallSearch.project(folder.resolve("cancelled"));
        Costing costing = new Costing(Technology.standard(), CostOptions.STANDARD);
        SearchSetup setup = start(SmallSearch.SPACE, 3).begin(project.design(), costing, DATA);
        AtomicLong asked = new AtomicLong();
        for (int session = 0; session < 3; session++) {
            boolean last = session == 2;
            try (SearchStore store = SearchStore.toWrite(project)) {
                if (session == 0) {
                    store.begin(setup);
                }
                store.startSession(Provenance.here(1, "data", setup.checksum()));
                AtomicLong questions = new AtomicLong();
                Runnable search = () -> {
                    try {
                        SearchRun.run(
                                store,
                                setup,
                                SearchStart.factory(setup.space(), setup.base(), costing),
                                SearchData.of(DATA, setup.seed()),
                                Budget.parse("4trials"),
                                1,
                                () -> !last && questions.incrementAndGet() > 25 && mark(asked),
                                _ -> {});
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                };
                if (last) {
                    search.run();
                    assertThat(SmallSearch.timeless(store.trials())).isEqualTo(expected);
                } else {
                    assertThatThrownBy(search::run).isInstanceOf(CancellationException.class);
                    assertThat((System.nanoTime() - asked.getAndSet(0)) * 1e-9).isLessThan(1);
                    assertThat(store.trials()).extracting(Trial::state).doesNotContain(State.RUNNING);
                }
            }
        }
    }

    private static boolean mark(AtomicLong asked) {
        asked.compareAndSet(0, System.nanoTime());
        return true;
    }

    @Test
    void aGreaterBudgetTakesUpWhatWasPaused() throws IOException {
        List<Trial> straight = run("straight", start(SmallSearch.SPACE, 3), DATA, "6trials", 1);
        Project project = SmallSearch.project(folder.resolve("twice"));
        Costing costing = new Costing(Technology.standard(), CostOptions.STANDARD);
        try (SearchStore store = SearchStore.toWrite(project)) {
            SearchSetup setup = start(SmallSearch.SPACE, 3).begin(project.design(), costing, DATA);
            store.begin(setup);
            store.startSession(Provenance.here(1, "data", setup.checksum()));
            for (String budget : List.of("3trials", "6trials")) {
                SearchRun.run(
                        store,
                        setup,
                        SearchStart.factory(setup.space(), setup.base(), costing),
                        SearchData.of(DATA, setup.seed()),
                        Budget.parse(budget),
                        1,
                        () -> false,
                        _ -> {});
            }
            assertThat(store.trials()).hasSameSizeAs(straight);
            assertThat(store.trials())
                    .filteredOn(trial -> trial.state() == State.FINISHED)
                    .hasSameSizeAs(straight.stream()
                            .filter(trial -> trial.state() == State.FINISHED)
                            .toList());
        }
    }

    @Test
    void aBudgetOfEpochsIsSpentAndNoTrialBegunAfter() throws IOException {
        List<Trial> trials = run("epochs", start(SmallSearch.SPACE, 3), DATA, "6epochs", 1);
        double spent = 0;
        double greatest = 0;
        for (Trial trial : trials) {
            int before = 0;
            for (Measurement measured : trial.measurements()) {
                double passes = (measured.epochs() - before) * RUNGS.dataShare(measured.rung());
                before = measured.epochs();
                spent += passes;
                greatest = Math.max(greatest, passes);
            }
        }
        assertThat(spent).isBetween(6.0, 6 + greatest);
        assertThat(trials)
                .allSatisfy(trial -> assertThat(trial.state().terminal()).isTrue());
    }

    @Test
    void aBudgetOfTimeCountsAllSessionsButNoPause() throws IOException {
        Project project = SmallSearch.project(folder.resolve("time"));
        SearchSession session =
                new SearchSession(project, new Costing(Technology.standard(), CostOptions.STANDARD), DATA);
        SearchStart start = start(SmallSearch.SPACE, 3);
        AtomicLong asked = new AtomicLong();
        SearchControl pausedAtFirst = new SearchControl() {
            @Override
            public boolean cancelled() {
                return false;
            }

            @Override
            public boolean paused() {
                asked.compareAndSet(0, System.nanoTime());
                return System.nanoTime() - asked.get() < 500_000_000L;
            }
        };
        try (SearchStore store = SearchStore.toWrite(project)) {
            session.run(store, start, Budget.parse("0.1s"), 1, pausedAtFirst, _ -> {});
            List<Trial> trials = store.trials();
            assertThat(trials).as("the pause has not used the budget").isNotEmpty();
            assertThat(trials)
                    .allSatisfy(trial -> assertThat(trial.state().terminal()).isTrue());
            double seconds = store.seconds();
            assertThat(seconds).isPositive();
            Budget used = new Budget(Budget.Unit.SECONDS, seconds);
            assertThat(session.run(store, start, used, 1, () -> false, _ -> {}).reason())
                    .isEqualTo("the budget is used");
            assertThat(store.trials()).hasSameSizeAs(trials);
        }
    }

    @Test
    void anotherQuestionThanBeforeIsRefused() throws IOException {
        Project project = SmallSearch.project(folder.resolve("same"));
        Costing costing = new Costing(Technology.standard(), CostOptions.STANDARD);
        SearchSetup setup = start(SmallSearch.SPACE, 3).begin(project.design(), costing, DATA);
        new SearchStart(null, null, null, null, null).requireSame(setup, costing, DATA);
        assertThatThrownBy(() -> new SearchStart(null, "random", null, null, null).requireSame(setup, costing, DATA))
                .isInstanceOf(ProjectException.class)
                .hasMessageContainingAll("--algorithm", "nsga2", "leave the option out");
        // Options that are not given are as they were.
        SearchStart sameReduction = new SearchStart(null, null, null, null, plan -> reduced(plan, 4));
        sameReduction.requireSame(setup, costing, DATA);
        SearchStart otherReduction = new SearchStart(null, null, null, null, plan -> reduced(plan, 3));
        assertThatThrownBy(() -> otherReduction.requireSame(setup, costing, DATA))
                .isInstanceOf(ProjectException.class)
                .hasMessageContainingAll("--reduction", "leave the option out");
        assertThatThrownBy(() -> new SearchStart(null, null, null, null, null)
                        .requireSame(setup, costing, SyntheticImu.generate(2)))
                .isInstanceOf(ProjectException.class)
                .hasMessageContainingAll("checksum", "name the same data");
    }

    private static RungPlan reduced(RungPlan plan, int reduction) {
        return new RungPlan(plan.rungs(), reduction, plan.leastData(), plan.draws(), plan.mostDraws());
    }

    @Test
    void heldOutPersonsAreNotTrainedOn() {
        SearchData data = SearchData.of(DATA, 5);
        assertThat(data.parts().test().subjects())
                .doesNotContain(data.parts().train().subjects());
        assertThat(data.parts().test().subjectCount()).isEqualTo(5);
        assertThat(data.parts(0.25).train().size())
                .as("a quarter of each class")
                .isCloseTo(data.parts().train().size() / 4, within(2));
        assertThat(data.parts(0.25).test()).isSameAs(data.parts().test());
    }

    @ParameterizedTest
    @CsvSource({
        "2h, SECONDS, 7200",
        "30min, SECONDS, 1800",
        "1.5 h, SECONDS, 5400",
        "200trials, TRIALS, 200",
        "1 trial, TRIALS, 1",
        "500epochs, EPOCHS, 500"
    })
    void budgetsAreRead(String text, Budget.Unit unit, double amount) {
        assertThat(Budget.parse(text)).isEqualTo(new Budget(unit, amount));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "200", "-2h", "0h", "2 weeks", "trials"})
    void otherBudgetsAreRefusedByName(String text) {
        assertThatThrownBy(() -> Budget.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("budget");
    }
}
