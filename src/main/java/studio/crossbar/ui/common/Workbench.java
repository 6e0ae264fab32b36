package studio.crossbar.ui.common;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.CsvOptions;
import studio.crossbar.data.download.PublishedDataset;
import studio.crossbar.design.Design;
import studio.crossbar.run.Job;
import studio.crossbar.study.Evaluation;
import studio.crossbar.study.ProjectPlan;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.training.TrainedNetwork;

/** What can be done: open, train, evaluate, cancel, save, export. Call on the user interface's thread. */
@SuppressWarnings("ReferenceEquality") // A project that is opened again is another one.
public final class Workbench {

    private final Engine engine;
    private final Session session;
    private final Jobs jobs;
    private final TrainingRuns runs;
    private UnsavedEdits unsaved = _ -> UnsavedEdits.Answer.DROP;

    /** A workbench on {@code engine}; results arrive in {@code session} through {@code ui}. */
    public Workbench(Engine engine, Session session, Jobs jobs, Executor ui) {
        this.engine = engine;
        this.session = session;
        this.jobs = jobs;
        runs = new TrainingRuns(engine, session, jobs, ui);
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
        return runs.runProperty();
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
        open(folder, () -> onceEnded(runs.runProperty().get(), this::train));
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

    /** Opens a project folder, and goes on with the training of its design that has not ended, or says why it cannot. */
    public void openAndGoOn(Path folder) {
        open(folder, () -> onceEnded(runs.runProperty().get(), this::goOn));
    }

    private void goOn() {
        OpenProject project = session.projectProperty().get();
        Design design = session.designProperty().get();
        if (project == null || design == null) {
            return;
        }
        session.screenProperty().set(Screen.TRAINING);
        jobs.start(
                Jobs.Lane.FILES,
                new Job<>(Texts.format("common.job.goOn", project.name()), context -> {
                    engine.requireInterrupted(project, design);
                    return design;
                }),
                Texts.get("common.job.goOn.failed"),
                checked -> {
                    if (session.projectProperty().get() == project
                            && checked.equals(session.designProperty().get())) {
                        train();
                    }
                });
    }

    /** Opens a project folder as {@link #open(Path)} does, and runs {@code next} once it is open. */
    public void open(Path folder, Runnable next) {
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
        openData(data, null);
    }

    /**
     * The same of CSV.
     *
     * @param csv how to understand the data; null for what the project says of that
     */
    public void openData(@Nullable Path data, @Nullable CsvOptions csv) {
        OpenProject project = session.projectProperty().get();
        if (project == null) {
            return;
        }
        Path folder = project.folder();
        String title =
                data == null ? Texts.get("common.job.noData") : Texts.format("common.job.data", data.getFileName());
        afterEdits(() -> jobs.start(
                Jobs.Lane.FILES,
                new Job<>(title, context -> engine.openData(folder, data, csv, context)),
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
        runs.drop();
        session.opened(project);
    }

    /**
     * Runs {@code next} once no edit can be lost: at once if there is none, or as the user answers. Edits that cannot be
     * saved keep it from running.
     */
    public void afterEdits(Runnable next) {
        UnsavedEdits.Answer answer =
                session.everythingIsSaved() ? UnsavedEdits.Answer.DROP : unsaved.ask(unsavedEdits());
        switch (answer) {
            case SAVE -> save(next);
            case DROP -> next.run();
            case STAY -> {}
        }
    }

    private UnsavedEdits.What unsavedEdits() {
        return session.draftProperty().get() == null
                ? UnsavedEdits.What.DESIGN
                : session.designIsSaved() ? UnsavedEdits.What.DRAFT : UnsavedEdits.What.DESIGN_AND_DRAFT;
    }

    /** Trains and evaluates the edited design, unless something runs. */
    public void train() {
        runs.train();
    }

    /** Evaluates the network that the project holds, unless something runs. */
    public void evaluate() {
        runs.evaluate();
    }

    /** Asks the training to stop. */
    public void cancel() {
        runs.cancel();
    }

    /** Has the training wait after its batch, or go on. */
    public void pauseOrResume() {
        runs.pauseOrResume();
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
            OpenProject edited = session.edited(project);
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

    private void stored(OpenProject project, ProjectSettings settings, Design design) {
        if (session.projectProperty().get() == project) {
            session.saved(settings);
            session.saved(design);
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
}
