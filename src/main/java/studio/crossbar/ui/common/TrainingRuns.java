package studio.crossbar.ui.common;

import java.io.IOException;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.run.Job;
import studio.crossbar.run.JobStatus;
import studio.crossbar.study.Costing;
import studio.crossbar.study.Evaluation;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.training.TrainedNetwork;

/**
 * Trainings and evaluations of the open project, one at a time. Their news and results go to the session, unless another
 * project was opened meanwhile. Call on the user interface's thread.
 */
@SuppressWarnings("ReferenceEquality") // A project that is opened again is another one.
final class TrainingRuns {

    private interface Run {
        Evaluation with(OpenProject edited, Engine.RunListener listener) throws IOException;
    }

    private final Engine engine;
    private final Session session;
    private final TrainingLog log;
    private final Jobs jobs;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<@Nullable JobItem> run = new ReadOnlyObjectWrapper<>(this, "run", null);

    /** Mark of the run whose news the log takes; read and changed on the user interface's thread. */
    private @Nullable Object live;

    /** None yet. */
    TrainingRuns(Engine engine, Session session, Jobs jobs, Executor ui) {
        this.engine = engine;
        this.session = session;
        this.jobs = jobs;
        this.ui = ui;
        log = session.training();
    }

    /** The job, while there is one. */
    ReadOnlyObjectProperty<@Nullable JobItem> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** Trains and evaluates the edited design. */
    void train() {
        OpenProject project = session.projectProperty().get();
        Design design = session.designProperty().get();
        if (project == null || design == null || running()) {
            return;
        }
        log.clear();
        start(
                project,
                true,
                Texts.format("common.job.train", design.name()),
                Texts.get("common.job.train.failed"),
                (edited, listener) -> engine.run(edited, design, listener));
    }

    /** Evaluates the network that the project holds. */
    void evaluate() {
        OpenProject project = session.projectProperty().get();
        TrainedNetwork trained = session.trainedProperty().get();
        if (project == null || trained == null || running()) {
            return;
        }
        start(
                project,
                false,
                Texts.format("common.job.evaluate", trained.design().name()),
                Texts.get("common.job.evaluate.failed"),
                (edited, listener) -> engine.evaluate(edited, trained, listener));
    }

    /** Asks the run to stop. */
    void cancel() {
        JobItem job = run.get();
        if (job != null) {
            job.cancel();
        }
    }

    /** Asks the run to stop, and keeps its news out of the log from now on. */
    void drop() {
        cancel();
        live = null;
    }

    /** Has the run wait after its batch, or go on. */
    void pauseOrResume() {
        JobItem job = run.get();
        if (job != null) {
            job.pause(!job.pausedProperty().get());
        }
    }

    private boolean running() {
        return log.runningProperty().get();
    }

    private void start(OpenProject project, boolean pausable, String title, String failure, Run work) {
        log.runningProperty().set(true);
        session.screenProperty().set(Screen.TRAINING);
        Object mark = new Object();
        live = mark;
        OpenProject edited = session.edited(project);
        Costing costing = session.costs().costingProperty().get();
        Job.Work<Evaluation> evaluated = context -> work.with(
                edited,
                new RunNews(
                        context,
                        log,
                        () -> live == mark,
                        network -> trained(project, edited.project().settings(), network),
                        ui));
        JobItem job = jobs.start(
                Jobs.Lane.TRAINING,
                pausable ? Job.pausable(title, evaluated) : new Job<>(title, evaluated),
                failure,
                result -> finished(project, costing, result),
                () -> {
                    if (session.projectProperty().get() == project && !running()) {
                        start(project, pausable, title, failure, work);
                    }
                });
        run.set(job);
        job.pausedProperty().subscribe(log.pausedProperty()::set);
        job.stateProperty().addListener((observable, before, state) -> {
            if (state.terminal()) {
                ended(job, state, mark);
            }
        });
    }

    private void ended(JobItem job, JobStatus.State state, Object mark) {
        log.runningProperty().set(false);
        if (live == mark) {
            log.messageProperty().set(job.messageProperty().get());
            if (state == JobStatus.State.DONE) {
                // The last progress comes late and is dropped then.
                log.doneProperty().set(1);
            }
        }
        run.set(null);
    }

    private void trained(OpenProject project, ProjectSettings stored, TrainedNetwork network) {
        if (session.projectProperty().get() == project) {
            session.saved(stored);
            session.saved(network.design());
            session.trained(network);
        }
    }

    /** Shows a result, costed anew if the costs were edited during the run. */
    private void finished(OpenProject project, @Nullable Costing then, Evaluation result) {
        if (session.projectProperty().get() == project) {
            Costing now = session.costs().costingProperty().get();
            session.result(now == null || now.equals(then) ? result : result.costed(now));
        }
    }
}
