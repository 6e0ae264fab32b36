package studio.crossbar.ui.search;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.run.Job;
import studio.crossbar.run.JobRunner;
import studio.crossbar.search.Candidate;
import studio.crossbar.search.Trial;
import studio.crossbar.search.run.SearchStart;
import studio.crossbar.search.store.SearchStore;
import studio.crossbar.search.store.TrialCsv;
import studio.crossbar.study.CostSettings;
import studio.crossbar.study.Costing;
import studio.crossbar.study.ProjectException;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.KeptDesign;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Workbench;

/** The search of the open project: its parts share one feed, one selection and one background thread. */
public final class SearchViewModel {

    private final Workbench workbench;
    private final Session session;
    private final TrialSelection selection = new TrialSelection();
    private final SearchFeed feed;
    private final SetupViewModel setup;
    private final RunViewModel run;
    private final List<ScatterViewModel> charts;
    private final TrialsViewModel trials;
    private final ParallelViewModel parallel;
    private final ImportanceViewModel importance;
    private final CompareViewModel compare;
    private final KeptTrials kept;
    private final Supplier<SpaceEditorViewModel> editor;
    private final ReadOnlyStringWrapper opened = new ReadOnlyStringWrapper(this, "opened", "");

    /**
     * Follows the project of {@code workbench}.
     *
     * @param ui runs updates on the user interface's thread
     */
    public SearchViewModel(Workbench workbench, Executor ui) {
        this.workbench = workbench;
        session = workbench.session();
        JobRunner runner = new JobRunner();
        feed = new SearchFeed(session, new JobRunner(), ui);
        setup = new SetupViewModel(session, feed);
        run = new RunViewModel(workbench, feed, setup, ui);
        charts = Stream.of(
                        new TrialFigure[] {TrialFigure.AREA, TrialFigure.ACCURACY},
                        new TrialFigure[] {TrialFigure.ENERGY, TrialFigure.ACCURACY},
                        new TrialFigure[] {TrialFigure.AREA, TrialFigure.ENERGY})
                .map(axes -> new ScatterViewModel(
                        axes[1].name().toLowerCase(java.util.Locale.ROOT) + "-"
                                + axes[0].name().toLowerCase(java.util.Locale.ROOT),
                        axes[0],
                        axes[1],
                        feed,
                        selection,
                        runner,
                        ui))
                .toList();
        trials = new TrialsViewModel(feed, selection, runner, ui);
        parallel = new ParallelViewModel(feed, selection, runner, ui);
        importance = new ImportanceViewModel(feed, runner, ui);
        compare = new CompareViewModel(feed, selection);
        kept = new KeptTrials(feed, selection);
        editor = () -> new SpaceEditorViewModel(workbench, feed, runner, ui);
        session.projectProperty().subscribe((before, now) -> {
            selection.clear();
            opened.set("");
        });
        session.designProperty().subscribe((before, now) -> opened.set(""));
    }

    Session session() {
        return session;
    }

    TrialSelection selection() {
        return selection;
    }

    SearchFeed feed() {
        return feed;
    }

    SetupViewModel setup() {
        return setup;
    }

    RunViewModel run() {
        return run;
    }

    List<ScatterViewModel> charts() {
        return charts;
    }

    TrialsViewModel trials() {
        return trials;
    }

    ParallelViewModel parallel() {
        return parallel;
    }

    ImportanceViewModel importance() {
        return importance;
    }

    /** A new editor of the project's space. */
    SpaceEditorViewModel spaceEditor() {
        return editor.get();
    }

    CompareViewModel compare() {
        return compare;
    }

    /** The pinned trials for other screens. */
    public ObservableList<KeptDesign> kept() {
        return kept.all();
    }

    ReadOnlyObjectProperty<@Nullable SearchPicture> pictureProperty() {
        return feed.pictureProperty();
    }

    /** Which trial the edited design is, and what to do with it; empty if it is none. */
    ReadOnlyStringProperty openedProperty() {
        return opened.getReadOnlyProperty();
    }

    /** Why no design can be opened or pinned; empty if one can. */
    String singleReason() {
        long id = selection.single();
        SearchPicture search = feed.pictureProperty().get();
        if (id == TrialSelection.NONE || search == null) {
            return Texts.get("search.open.reason");
        }
        Trial trial = search.byId().get(id);
        return trial == null ? Texts.get("search.open.reason") : "";
    }

    /**
     * What a trial stands for in the window.
     *
     * @param design named after the trial
     * @param cost how the search has costed it
     */
    private record Found(Design design, CostSettings cost) {}

    /** Makes the design of a trial, and the costs it was found with, what is edited; unsaved edits are asked for first. */
    void open(long id) {
        OpenProject project = session.projectProperty().get();
        SearchPicture search = feed.pictureProperty().get();
        if (project == null || search == null) {
            return;
        }
        workbench.afterEdits(() -> {
            Costing costing = session.costs().saved();
            ProjectSettings settings = session.savedSettingsProperty().get();
            Trial trial = search.byId().get(id);
            if (costing == null || settings == null || trial == null) {
                return;
            }
            workbench
                    .jobs()
                    .start(
                            Jobs.Lane.FILES,
                            new Job<>(
                                    Texts.format("search.open.job", id),
                                    _ -> found(project, search, trial, costing, settings)),
                            Texts.get("search.open.failed"),
                            found -> show(project, trial, found));
        });
    }

    private static Found found(
            OpenProject project, SearchPicture search, Trial trial, Costing costing, ProjectSettings settings)
            throws ProjectException {
        try (SearchStore store = SearchStore.toRead(project.project())) {
            Design design = store.design(trial.id())
                    .orElseThrow(() ->
                            new ProjectException(Texts.format("search.open.refused", trial.id(), trial.reason())));
            CostSettings cost =
                    SearchStart.factory(search.setup().space(), search.setup().base(), costing)
                                            .build(trial.genome())
                                    instanceof Candidate candidate
                            ? settings.cost().withOptions(candidate.options())
                            : settings.cost();
            return new Found(design.withName(design.name() + "-" + trial.id()), cost);
        }
    }

    @SuppressWarnings("ReferenceEquality") // A project that is opened again is another one.
    private void show(OpenProject project, Trial trial, Found found) {
        if (session.projectProperty().get() != project) {
            return;
        }
        try {
            session.edits().set(found.design(), found.cost());
            opened.set(Texts.format("search.open.done", trial.id()));
        } catch (IllegalArgumentException e) {
            workbench.jobs().report(Texts.get("search.open.failed"), e);
        }
    }

    /** Writes the trials that the table lists into {@code file}, as {@code crossbar front --csv} does. */
    void exportCsv(Path file) {
        SearchPicture search = feed.pictureProperty().get();
        if (search != null) {
            List<Trial> rows = List.copyOf(trials.rows());
            workbench
                    .jobs()
                    .start(
                            Jobs.Lane.FILES,
                            new Job<>(Texts.format("search.export.job", rows.size()), _ -> {
                                new TrialCsv(
                                                search.setup(),
                                                search.onFront(),
                                                search.tests().values())
                                        .write(file, rows);
                                return file;
                            }),
                            Texts.get("search.export.failed"),
                            _ -> {});
        }
    }
}
