package studio.crossbar.ui.common;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.run.Job;
import studio.crossbar.run.JobContext;
import studio.crossbar.run.JobStatus;
import studio.crossbar.run.UpdateThrottle;
import studio.crossbar.study.Evaluation;
import studio.crossbar.training.Epoch;

/** What can be done: open, train, cancel, save, export. Call on the user interface's thread. */
public final class Workbench {

    private final Engine engine;
    private final Session session;
    private final Jobs jobs;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<@Nullable JobItem> run = new ReadOnlyObjectWrapper<>(this, "run", null);

    /** A workbench on {@code engine}; results arrive in {@code session} through {@code ui}. */
    public Workbench(Engine engine, Session session, Jobs jobs, Executor ui) {
        this.engine = engine;
        this.session = session;
        this.jobs = jobs;
        this.ui = ui;
    }

    public Engine engine() {
        return engine;
    }

    public Session session() {
        return session;
    }

    public Jobs jobs() {
        return jobs;
    }

    /** The training job, while there is one. */
    public ReadOnlyObjectProperty<@Nullable JobItem> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** Opens a project folder; a running training is cancelled first. */
    public JobItem open(Path folder) {
        cancel();
        return jobs.start(
                Jobs.Lane.FILES,
                new Job<>("Open " + folder.getFileName(), context -> engine.open(folder, context)),
                "The project could not be opened",
                session::opened);
    }

    /** Trains and evaluates the edited design. */
    public void train() {
        OpenProject project = session.projectProperty().get();
        Design design = session.designProperty().get();
        if (project == null
                || design == null
                || session.training().runningProperty().get()) {
            return;
        }
        session.training().clear();
        session.training().runningProperty().set(true);
        session.screenProperty().set(Screen.TRAINING);
        JobItem job = jobs.start(
                Jobs.Lane.TRAINING,
                new Job<>("Train " + design.name(), context -> engine.run(project, design, new Relay(context))),
                "The training stopped",
                result -> finished(project, result));
        run.set(job);
        job.stateProperty().addListener((observable, before, state) -> {
            if (state.terminal()) {
                session.training().runningProperty().set(false);
                session.training().messageProperty().set(job.messageProperty().get());
                run.set(null);
            }
        });
    }

    /** A project that is opened again is another one, so identity counts. */
    @SuppressWarnings("ReferenceEquality")
    private void finished(OpenProject project, Evaluation result) {
        if (session.projectProperty().get() == project) {
            session.saved(result.mapped().trained().design());
            session.result(result);
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private void stored(OpenProject project, Design design) {
        if (session.projectProperty().get() == project) {
            session.saved(design);
        }
    }

    /** Asks the training to stop. */
    public void cancel() {
        JobItem job = run.get();
        if (job != null) {
            job.cancel();
        }
    }

    /** Stores the edited design in its project. */
    public void save() {
        OpenProject project = session.projectProperty().get();
        Design design = session.designProperty().get();
        if (project != null && design != null) {
            jobs.start(
                    Jobs.Lane.FILES,
                    new Job<>("Save " + project.name(), context -> {
                        engine.save(project, design);
                        return design;
                    }),
                    "The project could not be saved",
                    stored -> stored(project, stored));
        }
    }

    /** Goes back to the design as it was saved. */
    public void revert() {
        session.designProperty().set(session.savedProperty().get());
    }

    /** Writes the last result into {@code folder}. */
    public void export(Path folder, Consumer<List<Path>> done) {
        OpenProject project = session.projectProperty().get();
        Evaluation evaluation = session.evaluationProperty().get();
        if (project != null && evaluation != null) {
            jobs.start(
                    Jobs.Lane.FILES,
                    new Job<>("Export " + project.name(), context -> engine.export(evaluation, folder)),
                    "The report could not be written",
                    done);
        }
    }

    /** Brings a run's news to the user interface's thread. */
    private final class Relay implements Engine.RunListener {

        private final JobContext context;
        private final UpdateThrottle<TrainingLog.BatchLoss> losses =
                new UpdateThrottle<>(session.training().batches()::add, ui);
        private final UpdateThrottle<JobStatus> progress = new UpdateThrottle<>(this::show, ui);

        Relay(JobContext context) {
            this.context = context;
        }

        @Override
        public void epoch(Epoch epoch) {
            ui.execute(() -> session.training().epochs().add(epoch));
        }

        @Override
        public void loss(double done, double loss) {
            losses.offer(new TrainingLog.BatchLoss(done, loss));
        }

        @Override
        public void progress(double done, String message) {
            context.progress(done, message);
            progress.offer(new JobStatus(JobStatus.State.RUNNING, done, message));
        }

        @Override
        public boolean cancelled() {
            return context.cancelled();
        }

        private void show(JobStatus status) {
            if (session.training().runningProperty().get()) {
                session.training().doneProperty().set(status.progress());
                session.training().messageProperty().set(status.message());
            }
        }
    }
}
