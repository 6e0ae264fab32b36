package studio.crossbar.ui.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.cost.Technology;
import studio.crossbar.design.Design;
import studio.crossbar.run.JobContext;
import studio.crossbar.search.Constraint;
import studio.crossbar.search.Metric;
import studio.crossbar.search.State;
import studio.crossbar.search.Trial;
import studio.crossbar.search.front.ParetoFront;
import studio.crossbar.search.run.SmallSearch;
import studio.crossbar.search.store.SearchStore;
import studio.crossbar.specification.Requirements;
import studio.crossbar.specification.Specifications;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectCosting;
import studio.crossbar.ui.HandedOver;
import studio.crossbar.ui.StoredSearch;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.KeptDesign;
import studio.crossbar.ui.common.Problem;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Workbench;
import studio.crossbar.ui.shell.CoreEngine;

/** The test's thread stands in for the user interface's: it runs what the background hands over. */
@Timeout(300)
class SearchViewModelTest {

    private static final JobContext NO_ONE = new JobContext() {
        @Override
        public void progress(double done, String message) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    private final HandedOver handedOver = new HandedOver();
    private final List<Problem> problems = new ArrayList<>();
    private final Session session = new Session();
    private final Jobs jobs = new Jobs(handedOver, problems::add);

    @TempDir
    private Path folder;

    private final CoreEngine engine = new CoreEngine(Path.of("none"));
    private final Workbench workbench = new Workbench(engine, session, jobs, handedOver);
    private final SearchViewModel model = new SearchViewModel(workbench, handedOver);

    @AfterEach
    void close() {
        model.feed().activeProperty().set(false);
        jobs.close();
    }

    private static Trial trial(SearchPicture search, long id) {
        return Objects.requireNonNull(search.byId().get(id));
    }

    private SearchPicture open(Project project) throws IOException {
        session.opened(engine.open(project.folder(), NO_ONE));
        model.feed().activeProperty().set(true);
        handedOver.runUntil(() -> model.pictureProperty().get() != null);
        return Objects.requireNonNull(model.pictureProperty().get());
    }

    @Test
    void trialsAreCostedAnewWithOtherUnitCosts() throws Exception {
        SearchPicture search = open(StoredSearch.make(folder.resolve("stored"), 30));
        Trial first = search.trials().stream()
                .filter(trial -> trial.state() == State.FINISHED)
                .findFirst()
                .orElseThrow();
        double area = first.values(List.of(Metric.AREA))[0];

        session.technology(Technology.standard().scaledTo(65));
        handedOver.runUntil(() -> Objects.requireNonNull(model.pictureProperty().get()) != search);

        SearchPicture now = Objects.requireNonNull(model.pictureProperty().get());
        assertThat(trial(now, first.id()).values(List.of(Metric.AREA))[0])
                .as("circuits are larger at 65 nm than at 32")
                .isGreaterThan(2 * area);
        assertThat(trial(now, first.id()).metrics())
                .containsEntry(Metric.ERROR, first.metrics().get(Metric.ERROR));
    }

    @Test
    void aStoredSearchIsShownWithTheCoresFront() throws Exception {
        SearchPicture search = open(StoredSearch.make(folder.resolve("stored"), 300));
        ParetoFront front = ParetoFront.of(search.trials(), StoredSearch.OBJECTIVES);
        assertThat(search.trials()).hasSize(300);
        assertThat(search.onFront())
                .containsExactlyInAnyOrderElementsOf(
                        front.trials().stream().map(Trial::id).toList());
        assertThat(search.onFront()).contains(search.knee());

        ScatterViewModel chart = model.charts().getFirst();
        handedOver.runUntil(() -> chart.pictureProperty().get() != null);
        ScatterPicture points = Objects.requireNonNull(chart.pictureProperty().get());
        long refused = search.trials().stream()
                .filter(trial -> trial.state() == State.INFEASIBLE || trial.state() == State.FAILED)
                .count();
        assertThat(points.size() + points.missing()).isEqualTo(300);
        assertThat(points.missing()).isEqualTo((int) refused).isPositive();
        assertThat(points.lineX())
                .hasSize(ParetoFront.of(search.trials(), List.of(Metric.AREA, Metric.ERROR))
                        .trials()
                        .size());
        assertThat(chart.noteProperty().get()).startsWith(refused + " without a figure");
    }

    @Test
    void aLassoOnAChartBrushesTheTableToo() throws Exception {
        SearchPicture search = open(StoredSearch.make(folder.resolve("stored"), 200));
        ScatterViewModel chart = model.charts().getFirst();
        handedOver.runUntil(() -> chart.pictureProperty().get() != null);
        ScatterPicture points = Objects.requireNonNull(chart.pictureProperty().get());
        PlotScale x = points.scaleX(true, 0, 400);
        PlotScale y = points.scaleY(true, 300, 0);
        model.trials().filterProperty().set(TrialsViewModel.Filter.BRUSHED);
        model.selection().select(List.of(search.knee()));

        double middle = x.at(points.xs()[0]);
        chart.brush(round(middle), x, y, false);
        Set<Long> left = model.selection().selectedProperty().get();
        List<Long> expected = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            if (x.at(points.xs()[i]) < middle) {
                expected.add(points.ids()[i]);
            }
        }
        assertThat(left).containsExactlyInAnyOrderElementsOf(expected);
        handedOver.runUntil(() -> model.trials().rows().size() == left.size());

        chart.brush(round(500), x, y, true);
        assertThat(model.selection().selectedProperty().get()).hasSize(points.size());
        chart.brush(round(1), x, y, false);
        assertThat(model.selection().selectedProperty().get()).isEmpty();
    }

    /** A lasso round everything to the left of a place. */
    private static BrushTrail round(double right) {
        BrushTrail trail = new BrushTrail(Brush.LASSO, -50, -50);
        trail.to(right, -50);
        trail.to(right, 350);
        trail.to(-50, 350);
        return trail;
    }

    @Test
    void chartsTableAndComparisonShareOneSelection() throws Exception {
        SearchPicture search = open(StoredSearch.make(folder.resolve("stored"), 200));
        TrialsViewModel trials = model.trials();
        handedOver.runUntil(() -> trials.rows().size() == 200);
        assertThat(trials.noteProperty().get()).isEqualTo("200 of 200 trials");
        trials.filterProperty().set(TrialsViewModel.Filter.PROBLEMS);
        handedOver.runUntil(() -> trials.rows().size() < 200);
        assertThat(trials.rows())
                .isNotEmpty()
                .allSatisfy(trial -> assertThat(trial.reason()).isNotEmpty());

        trials.filterProperty().set(TrialsViewModel.Filter.BRUSHED);
        List<Long> front = search.front().trials().stream().map(Trial::id).toList();
        model.selection().select(front);
        handedOver.runUntil(() -> trials.rows().size() == front.size());
        TrialColumn area = trials.columnsProperty().get().stream()
                .filter(column -> column.name().equals("Area"))
                .findFirst()
                .orElseThrow();
        trials.sort(List.of(new TrialsViewModel.Order(area, true)));
        double largest = front.stream()
                .mapToDouble(id -> TrialFigure.AREA.of(trial(search, id)))
                .max()
                .orElseThrow();
        handedOver.runUntil(() -> TrialFigure.AREA.of(trials.rows().getFirst()) == largest);
        assertThat(trials.rows())
                .isSortedAccordingTo((a, b) -> Double.compare(TrialFigure.AREA.of(b), TrialFigure.AREA.of(a)));

        model.selection().pin(front);
        assertThat(model.selection().pinned()).hasSize(TrialSelection.MOST_PINNED);
        assertThat(model.selection().baselineProperty().get()).isEqualTo(front.getFirst());
        CompareViewModel.Line areas = model.compare().comparisonProperty().get().lines().stream()
                .filter(line -> line.name().equals("Area, mm²"))
                .findFirst()
                .orElseThrow();
        assertThat(areas.cells()).hasSize(6);
        assertThat(areas.cells().getFirst()).endsWith(" mm²");
        double change =
                TrialFigure.AREA.of(trial(search, front.get(1))) / TrialFigure.AREA.of(trial(search, front.get(0))) - 1;
        assertThat(areas.cells().get(1))
                .contains(String.format(java.util.Locale.ROOT, "(%+.1f %%)", 100 * change)
                        .replace('-', '−'));
        Trial first = trial(search, front.getFirst());
        assertThat(model.kept()).hasSize(6);
        assertThat(model.kept().getFirst().id()).isEqualTo("trial-" + first.id());
        assertThat(model.kept().getFirst().costs())
                .containsEntry(studio.crossbar.specification.Metric.AREA, TrialFigure.AREA.of(first))
                .hasSize(3);
        KeptDesign.Measured measured =
                Objects.requireNonNull(model.kept().getFirst().measured());
        assertThat(measured.accuracy().mean())
                .isEqualTo(1 - first.measurements().getLast().error());
        assertThat(1 - measured.accuracy().interval().low())
                .isCloseTo(first.measurements().getLast().errorBound(), within(1e-12));
        assertThat(measured.how()).isEqualTo("4 chips after 9 epochs, on data held out of training");
        TrialActions actions = new TrialActions(model, (title, name, extension) -> null);
        model.selection().select(front.subList(0, 2));
        assertThat(actions.baseline.disabledReason().getValue()).contains("a single pinned trial");
        model.selection().select(front.subList(0, 1));
        assertThat(actions.baseline.disabledReason().getValue()).isEqualTo("the others are compared with it");
        actions.unpin.run();
        assertThat(model.kept()).hasSize(5);
        assertThat(model.selection().baselineProperty().get()).isEqualTo(front.get(1));
        assertThat(actions.unpin.disabledReason().getValue()).isEqualTo("brush a pinned trial first");
        model.selection().select(front.subList(2, 3));
        actions.baseline.run();
        assertThat(model.selection().baselineProperty().get()).isEqualTo(front.get(2));
    }

    @Test
    void aRangeOfAnAxisBrushesItsTrials() throws Exception {
        SearchPicture search = open(StoredSearch.make(folder.resolve("stored"), 200));
        model.parallel().activeProperty().set(true);
        handedOver.runUntil(() -> model.parallel().pictureProperty().get() != null);
        ParallelPicture lines =
                Objects.requireNonNull(model.parallel().pictureProperty().get());
        int width = 4;
        assertThat(lines.axes().get(width).name()).isEqualTo("width");
        model.parallel().brush(width, 0.9, 1.01);
        assertThat(model.selection().selectedProperty().get())
                .isNotEmpty()
                .allSatisfy(id -> assertThat(
                                search.setup().space().values(trial(search, id).genome()))
                        .containsEntry("width", "48"));
        int all = model.selection().selectedProperty().get().size();
        model.parallel().brush(0, 0.93, 1.01);
        assertThat(model.selection().selectedProperty().get()).hasSizeLessThan(all);
        model.parallel().release(0);
        model.parallel().chooseAxis(-lines.axes().size() + width);
        model.parallel().shift(-1);
        assertThat(model.parallel().ranges().get(width))
                .as("there was a range")
                .containsExactly(new double[] {0.85, 0.96}, within(1e-9));
        model.parallel().release(width);
        model.parallel().shift(1);
        assertThat(model.parallel().ranges().get(width)).containsExactly(0.5, 1.01);
        int upper = model.selection().selectedProperty().get().size();
        model.parallel().shift(1);
        assertThat(model.parallel().ranges().get(width)).as("it is at the head").containsExactly(0.5, 1.01);
        for (int i = 0; i < 4; i++) {
            model.parallel().stretch(-1);
        }
        assertThat(Objects.requireNonNull(model.parallel().ranges().get(width))[1])
                .isCloseTo(0.81, within(1e-9));
        assertThat(model.selection().selectedProperty().get()).hasSizeLessThan(upper);
        model.selection().select(List.of(1L));
        assertThat(model.parallel().ranges()).as("brushed elsewhere").isEmpty();
    }

    /** A window is made larger while another tab is shown. */
    @Test
    void linesFitTheRoomThatChangedWhileNobodyLooked() throws Exception {
        open(StoredSearch.make(folder.resolve("stored"), 20));
        ParallelViewModel lines = model.parallel();
        lines.activeProperty().set(true);
        handedOver.runUntil(() -> lines.pictureProperty().get() != null);
        double[] xs = new double
                [Objects.requireNonNull(lines.pictureProperty().get()).axes().size()];
        lines.activeProperty().set(false);
        lines.show(new ParallelViewModel.Room(300, 90, xs, 10, 80, 0xFF808080));
        lines.activeProperty().set(true);
        handedOver.runUntil(() -> lines.linesProperty().get() != null);
        assertThat(Objects.requireNonNull(lines.linesProperty().get()).width()).isEqualTo(300);
        Path csv = folder.resolve("lines.csv");
        Objects.requireNonNull(lines.csv()).write(csv);
        assertThat(csv).content().startsWith("trial,front,").contains(Long.toString(ids(lines)[0]) + ",");
    }

    private static long[] ids(ParallelViewModel lines) {
        return Objects.requireNonNull(lines.pictureProperty().get()).ids();
    }

    /** A look that is asked for while another one runs makes what that one finds out of date, but nothing is lost. */
    @Test
    void looksInQuickSuccessionLoseNothing() throws Exception {
        Project project = StoredSearch.make(folder.resolve("stored"), 20);
        session.opened(engine.open(project.folder(), NO_ONE));
        model.feed().activeProperty().set(true);
        model.feed().refresh();
        model.feed().refresh();
        handedOver.runUntil(() -> model.feed().readProperty().get());
        assertThat(Objects.requireNonNull(model.pictureProperty().get()).trials())
                .hasSize(20);
    }

    @Test
    void whatANewSearchIsAskedForIsChecked() throws Exception {
        Project project = SmallSearch.project(folder.resolve("small"));
        session.opened(engine.open(project.folder(), NO_ONE));
        model.feed().activeProperty().set(true);
        assertThat(model.run().startReasonBinding().get()).contains("being read");
        handedOver.runUntil(() -> model.feed().readProperty().get());
        assertThat(model.setup().spaceProperty().get()).hasToString("space.json of the project");
        model.setup().budgetProperty().set("soon");
        assertThat(model.run().startReasonBinding().get()).contains("soon", "200trials");
        model.setup().budgetProperty().set("1trials");
        model.setup().algorithmProperty().set("random");
        model.setup().objectives().remove(Metric.AREA);
        assertThat(model.run().startReasonBinding().get()).contains("two to four");
        model.setup().objectives().add(Metric.ENERGY);
        assertThat(model.run().startReasonBinding().get()).isEmpty();
        SetupViewModel.Request request = model.setup().request();
        assertThat(request.start().objectives()).containsExactly(Metric.ERROR, Metric.ENERGY);
        assertThat(request.start().algorithm()).isEqualTo("random");
        session.designProperty()
                .set(Objects.requireNonNull(session.designProperty().get()).withSeed(7));
        assertThat(model.run().startReasonBinding().get()).contains("save or revert");
    }

    @Test
    void aNewSearchHoldsTheTargetsOfCosts() throws Exception {
        Project project = SmallSearch.project(folder.resolve("small"));
        session.opened(engine.open(project.folder(), NO_ONE));
        model.feed().activeProperty().set(true);
        handedOver.runUntil(() -> model.feed().readProperty().get());
        TargetsViewModel targets = model.setup().targets();
        assertThat(targets.reasonBinding().get()).contains("no target of area, energy or latency");
        Specifications accurate = Specifications.NONE.withLimit(studio.crossbar.specification.Metric.ACCURACY, 0.9);
        session.requirementsProperty().set(new Requirements(accurate, List.of()));
        assertThat(targets.reasonBinding().get()).isNotEmpty();
        double limit = ProjectCosting.of(project).of(project.design()).areaSquareMillimetres();
        session.requirementsProperty()
                .set(new Requirements(accurate.withLimit(studio.crossbar.specification.Metric.AREA, limit), List.of()));
        assertThat(targets.reasonBinding().get()).isEmpty();
        assertThat(model.setup().request().limits()).as("not asked for").isEmpty();
        targets.chosenProperty().set(true);
        assertThat(model.setup().request().limits()).containsExactly(new Constraint(Metric.AREA, limit));

        SpaceEditorViewModel editor = model.spaceEditor();
        editor.load(Objects.requireNonNull(model.setup().spaceProperty().get()));
        editor.limitToTargets();
        handedOver.runUntil(() -> editor.spaceProperty().get() != null);
        assertThat(Objects.requireNonNull(editor.spaceProperty().get()).constraints())
                .as("limited once it was read")
                .containsExactly(new Constraint(Metric.AREA, limit));
        editor.rows().remove(editor.rows().constraints().getFirst());
        editor.limitToTargets();
        assertThat(Objects.requireNonNull(editor.spaceProperty().get()).constraints())
                .hasSize(1);

        model.setup().algorithmProperty().set("random");
        model.setup().budgetProperty().set("3trials");
        model.run().start();
        handedOver.runUntil(() -> !model.run().runningProperty().get());
        handedOver.runUntil(() -> model.pictureProperty().get() != null);
        SearchPicture search = Objects.requireNonNull(model.pictureProperty().get());
        assertThat(search.setup().space().constraints()).containsExactly(new Constraint(Metric.AREA, limit));
    }

    @Test
    void aSearchIsGoneOnWithItsDesignOpenedAndIsStopped() throws Exception {
        Project project = StoredSearch.begun(folder.resolve("small"));
        SearchPicture before = open(project);
        assertThat(before.trials()).isEmpty();
        assertThat(model.setup().algorithmProperty().get()).isEqualTo("random");
        model.setup().budgetProperty().set("1trials");
        model.run().start();
        assertThat(model.run().startReasonBinding().get()).contains("going on");
        handedOver.runUntil(() -> !model.run().runningProperty().get());
        assertThat(problems).isEmpty();
        handedOver.runUntil(() -> model.run().lineProperty().get().startsWith("Ended"));
        handedOver.runUntil(() -> {
            SearchPicture now = model.pictureProperty().get();
            return now != null && now.trials().size() == 1;
        });
        assertThat(model.setup().begunProperty().get()).isTrue();
        assertThat(session.designIsSaved()).isTrue();

        model.open(1);
        handedOver.runUntil(() -> !model.openedProperty().get().isEmpty());
        Design opened = Objects.requireNonNull(session.designProperty().get());
        assertThat(opened.name()).isEqualTo("small-1");
        assertThat(session.designIsSaved()).isFalse();
        assertThat(model.openedProperty().get()).contains("trial 1", "not saved");
        assertThat(Project.open(project.folder()).design().name()).isEqualTo("small");
        session.revert();
        assertThat(model.openedProperty().get()).isEmpty();

        Path csv = folder.resolve("trials.csv");
        handedOver.runUntil(() -> model.trials().rows().size() == 1);
        model.exportCsv(csv);
        handedOver.runUntil(() -> !jobs.items().getFirst().active());
        assertThat(Files.readAllLines(csv)).hasSize(2);

        model.setup().budgetProperty().set("100trials");
        model.run().start();
        handedOver.runUntil(() -> model.run().lineProperty().get().contains("trials, front"));
        model.run().stop();
        handedOver.runUntil(() -> !model.run().runningProperty().get());
        assertThat(model.run().lineProperty().get()).startsWith("Cancelled");
        SearchStore.toWrite(project).close();
    }

    @Test
    void whoeverHoldsTheLockIsNamed() throws Exception {
        Project project = SmallSearch.project(folder.resolve("small"));
        session.opened(engine.open(project.folder(), NO_ONE));
        model.feed().activeProperty().set(true);
        try (SearchStore _ = SearchStore.toWrite(project)) {
            handedOver.runUntil(() -> model.feed().readProperty().get());
            model.run().start();
            handedOver.runUntil(() -> !problems.isEmpty());
        }
        assertThat(problems.getFirst().title()).isEqualTo("The search stopped");
        assertThat(problems.getFirst().message()).contains("process", "works on this search");
        handedOver.runUntil(() -> !model.run().runningProperty().get());
        assertThat(jobs.items().getFirst().problemProperty().get()).isNotNull();
    }

    @Test
    void aDamagedSearchIsExplainedInItsPlace() throws Exception {
        Project project = StoredSearch.make(folder.resolve("stored"), 5);
        Files.writeString(
                project.folder().resolve("search").resolve("search.sqlite"), "no database at all ".repeat(200));
        session.opened(engine.open(project.folder(), NO_ONE));
        model.feed().activeProperty().set(true);
        handedOver.runUntil(() -> !model.feed().failureProperty().get().isEmpty());
        assertThat(model.feed().failureProperty().get()).contains("search.sqlite", "damaged", "restore");
        assertThat(problems).isEmpty();
    }
}
