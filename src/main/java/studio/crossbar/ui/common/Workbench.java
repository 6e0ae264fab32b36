package studio.crossbar.ui.common;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.Technology;
import studio.crossbar.data.download.PublishedDataset;
import studio.crossbar.design.Design;
import studio.crossbar.run.Job;
import studio.crossbar.run.JobContext;
import studio.crossbar.run.JobStatus;
import studio.crossbar.run.UpdateThrottle;
import studio.crossbar.study.Costing;
import studio.crossbar.study.Evaluation;
import studio.crossbar.study.ProjectPlan;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.training.Epoch;
import studio.crossbar.training.TrainedNetwork;

/** What can be done: open, train, evaluate, cancel, save, export. Call on the user interface's thread. */
@SuppressWarnings("ReferenceEquality") // A project that is opened again is another one.
public final class Workbench {

    private final Engine engine;
    private final Session session;
    private final Jobs jobs;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<@Nullable JobItem> run = new ReadOnlyObjectWrapper<>(this, "run", null);
    private UnsavedEdits unsaved = () -> UnsavedEdits.Answer.DROP;

    /** Mark of the run whose news the log takes; read and changed on the user interface's thread. */
    private @Nullable Object live;

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

    /** Has {@code question} asked before edits are dropped; without one they are dropped. */
    public void askBeforeDroppingEdits(UnsavedEdits question) {
        unsaved = question;
    }

    /** Opens a project folder, after the question of unsaved edits; a running training is cancelled once it is open. */
    public void open(Path folder) {
        open(folder, () -> {});
    }

    /** The same, and trains the project's design once the training that was cancelled has ended. */
    public void openAndTrain(Path folder) {
        open(folder, () -> onceEnded(run.get(), this::train));
    }

    /** Runs {@code next} when {@code ending} has ended, unless another project is opened before. */
    private void onceEnded(@Nullable JobItem ending, Runnable next) {
        OpenProject project = session.projectProperty().get();
        if (ending == null) {
            next.run();
            return;
        }
        ending.stateProperty().subscribe(state -> {
            if (state.terminal() && session.projectProperty().get() == project) {
                next.run();
            }
        });
    }

    private void open(Path folder, Runnable next) {
        afterEdits(() -> jobs.start(
                Jobs.Lane.FILES,
                new Job<>(
                        Texts.format("common.job.open", folder.getFileName()), context -> engine.open(folder, context)),
                Texts.get("common.job.open.failed"),
                project -> {
                    opened(project);
                    next.run();
                }));
    }

    /** Makes a project and opens it, after the question of unsaved edits, as {@link #open} does. */
    public void create(ProjectPlan wanted) {
        afterEdits(() -> jobs.start(
                Jobs.Lane.FILES,
                new Job<>(
                        Texts.format("common.job.create", wanted.folder().getFileName()),
                        context -> engine.create(wanted, context)),
                Texts.get("common.job.create.failed"),
                this::opened));
    }

    /**
     * Makes {@code data} the open project's data set, after the question of unsaved edits; a running training is
     * cancelled once it is read.
     *
     * @param data folder, archive or file; null for none of its own
     */
    public void openData(@Nullable Path data) {
        OpenProject project = session.projectProperty().get();
        if (project == null) {
            return;
        }
        Path folder = project.folder();
        String title =
                data == null ? Texts.get("common.job.noData") : Texts.format("common.job.data", data.getFileName());
        afterEdits(() -> jobs.start(
                Jobs.Lane.FILES,
                new Job<>(title, context -> engine.openData(folder, data, context)),
                Texts.get("common.job.data.failed"),
                this::opened));
    }

    /**
     * Fetches a published data set in the background. The project that is open now will use it, if it is open still then.
     *
     * @param folder of all data sets
     * @param mirror folder on the network; null for the authors' server
     */
    public void download(PublishedDataset dataset, Path folder, @Nullable URI mirror) {
        OpenProject project = session.projectProperty().get();
        jobs.start(
                Jobs.Lane.DOWNLOADS,
                new Job<>(
                        Texts.format("common.job.download", dataset.kind().text()),
                        context -> engine.download(dataset, folder, mirror, context)),
                Texts.get("common.job.download.failed"),
                fetched -> {
                    OpenProject now = session.projectProperty().get();
                    if (project != null && now != null && now.folder().equals(project.folder())) {
                        openData(fetched);
                    }
                });
    }

    private void opened(OpenProject project) {
        cancel();
        live = null;
        session.opened(project);
    }

    /**
     * Runs {@code next} once no edit can be lost: at once if there is none, or as the user answers. Edits that cannot be
     * saved keep it from running.
     */
    public void afterEdits(Runnable next) {
        UnsavedEdits.Answer answer = session.designIsSaved() ? UnsavedEdits.Answer.DROP : unsaved.ask();
        switch (answer) {
            case SAVE -> save(next);
            case DROP -> next.run();
            case STAY -> {}
        }
    }

    /** Trains and evaluates the edited design. */
    public void train() {
        OpenProject project = session.projectProperty().get();
        Design design = session.designProperty().get();
        if (project == null || design == null || running()) {
            return;
        }
        session.training().clear();
        start(
                project,
                Texts.format("common.job.train", design.name()),
                Texts.get("common.job.train.failed"),
                (edited, listener) -> engine.run(edited, design, listener));
    }

    /** Evaluates the network that the project holds. */
    public void evaluate() {
        OpenProject project = session.projectProperty().get();
        TrainedNetwork trained = session.trainedProperty().get();
        if (project == null || trained == null || running()) {
            return;
        }
        start(
                project,
                Texts.format("common.job.evaluate", trained.design().name()),
                Texts.get("common.job.evaluate.failed"),
                (edited, listener) -> engine.evaluate(edited, trained, listener));
    }

    private boolean running() {
        return session.training().runningProperty().get();
    }

    private interface Run {
        Evaluation with(OpenProject edited, Engine.RunListener listener) throws IOException;
    }

    private void start(OpenProject project, String title, String failure, Run work) {
        session.training().runningProperty().set(true);
        session.screenProperty().set(Screen.TRAINING);
        Object mark = new Object();
        live = mark;
        OpenProject edited = edited(project);
        Costing costing = session.costingProperty().get();
        JobItem job = jobs.start(
                Jobs.Lane.TRAINING,
                new Job<>(title, context -> work.with(edited, new Relay(context, project, edited, mark))),
                failure,
                result -> finished(project, costing, result),
                () -> {
                    if (session.projectProperty().get() == project && !running()) {
                        start(project, title, failure, work);
                    }
                });
        run.set(job);
        job.stateProperty().addListener((observable, before, state) -> {
            if (state.terminal()) {
                session.training().runningProperty().set(false);
                session.training().pausedProperty().set(false);
                if (live == mark) {
                    session.training()
                            .messageProperty()
                            .set(job.messageProperty().get());
                    if (state == JobStatus.State.DONE) {
                        // The last progress comes late and is dropped then.
                        session.training().doneProperty().set(1);
                    }
                }
                run.set(null);
            }
        });
    }

    /** The open project under its edited settings and unit costs. */
    private OpenProject edited(OpenProject project) {
        ProjectSettings settings = session.settingsProperty().get();
        Technology technology = session.technologyProperty().get();
        return settings == null || technology == null ? project : project.with(settings, technology);
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
            Costing now = session.costingProperty().get();
            session.result(now == null || now.equals(then) ? result : result.costed(now));
        }
    }

    private void stored(OpenProject project, ProjectSettings settings, Design design) {
        if (session.projectProperty().get() == project) {
            session.saved(settings);
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

    /** Has the training wait after its batch, or go on. */
    public void pauseOrResume() {
        JobItem job = run.get();
        if (job != null) {
            boolean wait = !session.training().pausedProperty().get();
            session.training().pausedProperty().set(wait);
            job.pause(wait);
        }
    }

    /** Stores the edited design and cost options in their project. */
    public void save() {
        save(() -> {});
    }

    /** Stores the edited design and cost options in their project; {@code next} runs when that is done, not if it fails. */
    private void save(Runnable next) {
        OpenProject project = session.projectProperty().get();
        Design design = session.designProperty().get();
        if (project != null && design != null) {
            OpenProject edited = edited(project);
            jobs.start(
                    Jobs.Lane.FILES,
                    new Job<>(Texts.format("common.job.save", project.name()), context -> {
                        engine.save(edited, design);
                        return design;
                    }),
                    Texts.get("common.job.save.failed"),
                    stored -> {
                        stored(project, edited.project().settings(), stored);
                        next.run();
                    });
        }
    }

    /** Goes back to the design and the cost options as they were saved. */
    public void revert() {
        session.revert();
    }

    /** Writes the last result into {@code folder}. */
    public void export(Path folder, Consumer<List<Path>> done) {
        OpenProject project = session.projectProperty().get();
        Evaluation evaluation = session.evaluationProperty().get();
        if (project != null && evaluation != null) {
            jobs.start(
                    Jobs.Lane.FILES,
                    new Job<>(
                            Texts.format("common.job.export", project.name()),
                            context -> engine.export(evaluation, folder)),
                    Texts.get("common.job.export.failed"),
                    done);
        }
    }

    /** Writes the trained network as an ONNX file. */
    public void exportOnnx(Path file) {
        OpenProject project = session.projectProperty().get();
        TrainedNetwork trained = session.trainedProperty().get();
        if (project != null && trained != null) {
            jobs.start(
                    Jobs.Lane.FILES,
                    new Job<>(Texts.format("common.job.onnx", project.name()), context -> {
                        engine.exportOnnx(project, trained, file);
                        return file;
                    }),
                    Texts.get("common.job.onnx.failed"),
                    written -> {});
        }
    }

    /** Brings a run's news to the user interface's thread. */
    private final class Relay implements Engine.RunListener {

        private final JobContext context;
        private final OpenProject project;
        private final OpenProject edited;
        private final Object mark;
        private final UpdateThrottle<TrainingLog.BatchLoss> losses = new UpdateThrottle<>(
                loss -> {
                    if (isLive()) {
                        session.training().batches().add(loss);
                    }
                },
                ui);
        private final Queue<Epoch> waiting = new ConcurrentLinkedQueue<>();
        private final UpdateThrottle<Queue<Epoch>> epochs = new UpdateThrottle<>(this::showEpochs, ui);
        private final UpdateThrottle<JobStatus> progress = new UpdateThrottle<>(this::show, ui);

        Relay(JobContext context, OpenProject project, OpenProject edited, Object mark) {
            this.context = context;
            this.project = project;
            this.edited = edited;
            this.mark = mark;
        }

        /** News of a run that is over must not land in the log of the next one. */
        private boolean isLive() {
            return live == mark;
        }

        @Override
        public void epoch(Epoch epoch) {
            waiting.add(epoch);
            epochs.offer(waiting);
        }

        /** Small networks end hundreds of epochs a second: all that wait come as one change. */
        private void showEpochs(Queue<Epoch> some) {
            List<Epoch> ended = new ArrayList<>();
            for (Epoch epoch = some.poll(); epoch != null; epoch = some.poll()) {
                ended.add(epoch);
            }
            // What is trained has brought all of its epochs at once.
            List<Epoch> shown = session.training().epochs();
            ended.removeIf(epoch ->
                    !shown.isEmpty() && epoch.index() <= shown.getLast().index());
            if (isLive() && !ended.isEmpty()) {
                shown.addAll(ended);
            }
        }

        @Override
        public void trained(TrainedNetwork network) {
            ui.execute(() -> {
                showEpochs(waiting);
                Workbench.this.trained(project, edited.project().settings(), network);
            });
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

        @Override
        public boolean paused() {
            return context.paused();
        }

        private void show(JobStatus status) {
            if (isLive() && running()) {
                session.training().doneProperty().set(status.progress());
                session.training().messageProperty().set(status.message());
            }
        }
    }
}
