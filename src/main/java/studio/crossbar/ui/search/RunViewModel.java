package studio.crossbar.ui.search;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import studio.crossbar.run.Job;
import studio.crossbar.run.JobContext;
import studio.crossbar.run.UpdateThrottle;
import studio.crossbar.search.SearchSpace;
import studio.crossbar.search.run.SearchControl;
import studio.crossbar.search.run.SearchProgress;
import studio.crossbar.search.run.SearchRun;
import studio.crossbar.search.run.SearchSession;
import studio.crossbar.search.run.TargetLimits;
import studio.crossbar.search.store.SearchStore;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectCosting;
import studio.crossbar.ui.common.JobItem;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Workbench;

/** The search of the open project as a job: start, pause, go on, stop, and how far it is. */
final class RunViewModel {

    private final Session session;
    private final Jobs jobs;
    private final Executor ui;
    private final SearchFeed feed;
    private final SetupViewModel setup;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running", false);
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper(this, "paused", false);
    private final ReadOnlyDoubleWrapper done = new ReadOnlyDoubleWrapper(this, "done", 0);
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper(this, "line", "");
    private final StringBinding startReason;
    private @Nullable JobItem job;

    RunViewModel(Workbench workbench, SearchFeed feed, SetupViewModel setup, Executor ui) {
        session = workbench.session();
        jobs = workbench.jobs();
        this.ui = ui;
        this.feed = feed;
        this.setup = setup;
        startReason = Bindings.createStringBinding(
                this::reason,
                session.projectProperty(),
                session.savedProperty(),
                session.designProperty(),
                session.savedSettingsProperty(),
                session.settingsProperty(),
                running,
                feed.readProperty(),
                setup.begunProperty(),
                setup.problemBinding(),
                feed.pictureProperty());
        session.projectProperty().subscribe((before, now) -> {
            stop();
            line.set("");
            done.set(0);
        });
        feed.liveProperty().bind(running);
    }

    /** Whether this window works on the search. */
    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty pausedProperty() {
        return paused.getReadOnlyProperty();
    }

    /** Share of the budget used, 0 … 1. */
    ReadOnlyDoubleProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    /** Trials, front, hypervolume and the time left; how the last session ended. */
    ReadOnlyStringProperty lineProperty() {
        return line.getReadOnlyProperty();
    }

    /** Why no search can be started or gone on with; empty if one can. */
    StringBinding startReasonBinding() {
        return startReason;
    }

    private String reason() {
        if (session.projectProperty().get() == null) {
            return Texts.get("search.run.reason.project");
        }
        if (running.get()) {
            return Texts.get("search.run.reason.running");
        }
        if (!feed.readProperty().get()) {
            return Texts.get("search.run.reason.reading");
        }
        if (!setup.begunProperty().get() && !session.designIsSaved()) {
            return Texts.get("search.run.reason.edited");
        }
        SearchPicture search = feed.pictureProperty().get();
        if (search != null && !search.tests().isEmpty()) {
            return Texts.get("search.run.reason.tested");
        }
        return setup.problemBinding().get();
    }

    /** Begins the project's search or goes on with it, in a job. */
    void start() {
        OpenProject project = session.projectProperty().get();
        if (project != null && startReason.get().isEmpty()) {
            start(project, setup.request());
        }
    }

    @SuppressWarnings("ReferenceEquality") // A project that is opened again is another one.
    private void start(OpenProject project, SetupViewModel.Request request) {
        running.set(true);
        line.set(Texts.get("search.run.starting"));
        UpdateThrottle<SearchProgress> news = new UpdateThrottle<>(
                progress -> {
                    if (running.get() && session.projectProperty().get() == project) {
                        done.set(progress.share());
                        line.set(text(progress));
                    }
                },
                ui);
        JobItem item = jobs.start(
                Jobs.Lane.SEARCH,
                Job.pausable(
                        Texts.format("search.run.job", project.name()),
                        context -> search(project, request, context, news)),
                Texts.get("search.run.failed"),
                outcome -> {
                    if (session.projectProperty().get() == project) {
                        line.set(ended(outcome));
                    }
                },
                () -> {
                    if (session.projectProperty().get() == project && !running.get()) {
                        start(project, request);
                    }
                });
        job = item;
        item.pausedProperty().subscribe(paused::set);
        item.stateProperty().addListener((observable, before, state) -> {
            if (state.terminal()) {
                running.set(false);
                if (session.projectProperty().get() == project) {
                    line.set(item.messageProperty().get());
                }
                job = null;
                feed.refresh();
            }
        });
    }

    private static SearchRun.Outcome search(
            OpenProject project,
            SetupViewModel.Request request,
            JobContext context,
            UpdateThrottle<SearchProgress> news)
            throws IOException {
        context.progress(0, Texts.get("search.run.job.reading"));
        Project stored = Project.open(project.folder());
        // Before anything is made in the project.
        SpaceChoice choice = request.space();
        SearchSpace space = choice == null ? null : TargetLimits.limit(choice.read(), request.limits());
        try (SearchStore store = SearchStore.toWrite(stored)) {
            return new SearchSession(stored, ProjectCosting.of(stored), project.parts())
                    .run(
                            store,
                            request.start().with(space),
                            request.budget(),
                            request.workers(),
                            control(context),
                            progress -> {
                                context.progress(progress.share(), progress.toString());
                                news.offer(progress);
                            });
        }
    }

    private static SearchControl control(JobContext context) {
        return new SearchControl() {
            @Override
            public boolean cancelled() {
                return context.cancelled();
            }

            @Override
            public boolean paused() {
                return context.paused();
            }
        };
    }

    /** Has the search wait after the batch, or go on. */
    void pauseOrResume() {
        if (job != null) {
            job.pause(!job.pausedProperty().get());
        }
    }

    /** Ends the session; what was measured stays, and the search can be gone on with. */
    void stop() {
        if (job != null) {
            job.cancel();
        }
    }

    private static String text(SearchProgress progress) {
        return Double.isNaN(progress.secondsLeft())
                ? Texts.format("search.run.line", progress, progress.infeasible())
                : Texts.format(
                        "search.run.lineLeft", progress, progress.infeasible(), duration(progress.secondsLeft()));
    }

    private static String ended(SearchRun.Outcome outcome) {
        return Texts.format("search.run.ended", outcome.reason(), outcome.progress());
    }

    /** Such as "1:02:03". */
    private static String duration(double seconds) {
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }
}
