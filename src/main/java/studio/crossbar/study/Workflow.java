package studio.crossbar.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.Cost;
import studio.crossbar.cost.Technology;
import studio.crossbar.data.CsvOptions;
import studio.crossbar.data.DataKind;
import studio.crossbar.data.DataRequest;
import studio.crossbar.data.DataSource;
import studio.crossbar.data.Parts;
import studio.crossbar.design.Design;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.network.onnx.OnnxFile;
import studio.crossbar.simulation.DrawResults;
import studio.crossbar.simulation.MonteCarlo;
import studio.crossbar.simulation.WiredAccuracy;
import studio.crossbar.simulation.tile.WireResistance;
import studio.crossbar.training.ActivityProbe;
import studio.crossbar.training.TrainedNetwork;
import studio.crossbar.training.Trainer;
import studio.crossbar.training.TrainingListener;
import studio.crossbar.training.TrainingOptions;
import studio.crossbar.training.TrainingState;

/** The steps from a project to its results, the same for the workbench and the command line. */
public final class Workflow {

    /** Seed of the synthetic data set, one for all projects so that their results compare. */
    public static final long SYNTHETIC_SEED = 1;

    /** Name of the lock of a training in a project's results. */
    static final String TRAINING_LOCK = "training";

    /** Of the progress of an evaluation with resistance, what is done when the chips without it are. */
    private static final double UNWIRED_SHARE = 0.4;

    private Workflow() {}

    /**
     * Where the data of {@code project} come from: {@code override}, the project's setting, the environment variable
     * {@value DataSource#ENVIRONMENT_VARIABLE}, otherwise synthetic data.
     *
     * @param override folder or archive that replaces the project's, or null
     * @throws IOException if a setting is no path
     */
    public static DataSource dataSource(Project project, @Nullable Path override) throws IOException {
        return DataSource.choose(override, project.data(), System.getenv(DataSource.ENVIRONMENT_VARIABLE));
    }

    /**
     * The data set of {@code project}.
     *
     * @param override folder or archive that replaces the project's, or null
     * @throws IOException if the data set cannot be read; the message says what to do
     */
    public static Parts data(Project project, @Nullable Path override) throws IOException {
        return data(project, override, () -> false);
    }

    /**
     * The same, read until it is cancelled.
     *
     * @throws IOException if the data set cannot be read; the message says what to do
     * @throws java.util.concurrent.CancellationException within a second after {@code cancelled} says so
     */
    public static Parts data(Project project, @Nullable Path override, BooleanSupplier cancelled) throws IOException {
        return dataSource(project, override).load(SYNTHETIC_SEED, request(project), cancelled);
    }

    /** The data set that the project names, else the one that its network's inputs and outputs fit. */
    private static DataRequest request(Project project) {
        Design design = project.design();
        int inputs =
                design.network().input().size() / design.hardware().inputs().channelsPerSignal();
        CsvOptions csv = project.settings().csv();
        return new DataRequest(
                project.settings().dataset(),
                DataKind.fitting(inputs, design.network().output().size()).orElse(null),
                csv == null ? CsvOptions.AUTOMATIC : csv);
    }

    /**
     * Unit costs that {@code project} uses: a file of its own if its setting ends in {@code .json}, otherwise one of
     * {@code assets/technology}. Nothing that is stored holds costs, so whoever edits the file costs everything anew.
     *
     * @throws IOException if there is no such technology file or it is not valid
     */
    public static Technology technology(Project project) throws IOException {
        return new TechnologyStore(project).read().technology();
    }

    /**
     * How {@code project} is costed.
     *
     * @throws IOException if there is no such technology file or it is not valid
     */
    public static Costing costing(Project project) throws IOException {
        return costing(project, technology(project));
    }

    /**
     * How {@code project} is costed with {@code technology}.
     *
     * @throws ProjectException if the technology cannot be scaled to the node that the project asks for
     */
    public static Costing costing(Project project, Technology technology) throws ProjectException {
        try {
            return Costing.of(technology, project.settings().cost());
        } catch (IllegalArgumentException e) {
            throw new ProjectException(
                    project.folder().resolve(Project.FILE) + ", cost: technology " + technology.name() + ": "
                            + e.getMessage(),
                    e);
        }
    }

    /**
     * Refuses costs under which the project's design has no bill.
     *
     * @throws ProjectException naming file, choice and technology
     */
    public static void requireCostable(Project project, Costing costing) throws ProjectException {
        try {
            costing.of(project.design());
        } catch (IllegalArgumentException e) {
            throw new ProjectException(
                    project.folder().resolve(Project.FILE) + ", cost: the design cannot be costed with technology "
                            + costing.technology().name() + ": " + e.getMessage()
                            + "; change the design, the cost options or the technology",
                    e);
        }
    }

    /**
     * Trains {@code design}.
     *
     * @throws java.util.concurrent.CancellationException within a second after {@code listener} asks for it
     * @throws IllegalArgumentException if the data do not fit the network
     */
    public static TrainedNetwork train(Design design, Parts parts, TrainingListener listener) {
        return Trainer.train(design, parts, listener);
    }

    /**
     * Trains {@code design} as a run of {@code project}. Its state is kept in the project's results after every epoch; if
     * one of this very design and data is there, training goes on from it, with the bits of a run that never stopped. The
     * state is forgotten only after {@code keeper} has the result. A project made from an ONNX file starts from the weights
     * in it.
     *
     * @throws IOException if another process trains in this project, a state is there but cannot be read, the result cannot
     *     be kept, or the ended run's state cannot be removed
     * @throws java.util.concurrent.CancellationException within a second after {@code listener} asks for it
     * @throws IllegalArgumentException if the data do not fit the network
     */
    public static TrainedNetwork train(
            Project project, Design design, Parts parts, TrainingListener listener, ResultKeeper keeper)
            throws IOException {
        TrainingOptions options = new TrainingOptions(TrainingOptions.standard().threads(), start(project, design));
        Files.createDirectories(project.results());
        try (WorkLock _ = WorkLock.take(
                project.results(), TRAINING_LOCK, "trains in this project; wait for it, stop it, or train a copy")) {
            RunStore runs = new RunStore(project);
            runs.keepLatest();
            DatasetSummary dataset = DatasetSummary.of(parts);
            CheckpointFile checkpoint = new CheckpointFile(project.results(), design, parts);
            return train(checkpoint, checkpoint.load(), design, parts, options, listener, trained -> {
                keeper.keep(trained);
                runs.keep(RunRecord.of(trained, dataset, Instant.now().truncatedTo(ChronoUnit.MILLIS)));
            });
        }
    }

    /**
     * Refuses to go on with a training that the project does not hold.
     *
     * @throws ProjectException if no training of {@code design} and of these data was interrupted; the message says what to do
     */
    public static void requireInterrupted(Project project, Design design, Parts parts) throws ProjectException {
        if (new CheckpointFile(project.results(), design, parts).load() == null) {
            throw new ProjectException(project.folder() + ": the training that has not ended is of another design or of"
                    + " other data; bring that design back to go on with it, or train to begin anew");
        }
    }

    /** What the project's training starts from; null for random values. */
    private static @Nullable TrainedNetwork start(Project project, Design design) throws IOException {
        String start = project.settings().start();
        if (start == null) {
            return null;
        }
        try {
            Path file = project.folder().resolve(start);
            if (!Files.isRegularFile(file)) {
                throw new ProjectException(project.folder().resolve(Project.FILE) + ", start: " + file
                        + " is not there; put the ONNX file back, or remove the setting to train from random weights");
            }
            return OnnxModels.start(OnnxFile.read(file), design);
        } catch (InvalidPathException e) {
            throw new ProjectException(
                    project.folder().resolve(Project.FILE) + ", start: \"" + start + "\" is no path; name an ONNX file",
                    e);
        }
    }

    private static TrainedNetwork train(
            CheckpointFile checkpoint,
            @Nullable TrainingState resumed,
            Design design,
            Parts parts,
            TrainingOptions options,
            TrainingListener listener,
            ResultKeeper keeper)
            throws IOException {
        TrainedNetwork trained = Trainer.train(design, parts, listener, resumed, checkpoint, options);
        keeper.keep(trained);
        checkpoint.delete();
        return trained;
    }

    /** Stores what a training gave. */
    @FunctionalInterface
    public interface ResultKeeper {
        void keep(TrainedNetwork trained) throws IOException;
    }

    /**
     * Trains the design of {@code project} and keeps the result there. A process killed at any moment loses at most the
     * running epoch: the training's state is forgotten only after the result is kept. A state that cannot be read is deleted,
     * and the training begins anew.
     *
     * @param described what the kept result says that it learned from
     * @throws IOException if the result cannot be kept, or a state that cannot be read cannot be deleted
     * @throws java.util.concurrent.CancellationException within a second after {@code listener} asks for it
     * @throws IllegalArgumentException if the data do not fit the network
     */
    public static void trainAndKeep(
            Project project, Parts parts, DatasetSummary described, TrainingOptions options, TrainingListener listener)
            throws IOException {
        CheckpointFile checkpoint = new CheckpointFile(project.results(), project.design(), parts);
        ResultStore store = new ResultStore(project);
        train(
                checkpoint,
                checkpoint.loadOrDiscard(),
                project.design(),
                parts,
                options,
                listener,
                trained -> store.save(new TrainedResult(trained, described)));
    }

    /**
     * Maps a trained network, measures it on the test windows under programming noise, and costs it with the inputs that
     * its rows had.
     *
     * @param draws chips, at least 1
     * @param wires resistance with which the chips are measured once more; null for none
     * @param progress receives the share done, 0 … 1
     * @throws java.util.concurrent.CancellationException within a second after {@code cancelled} says so
     */
    public static Evaluation evaluate(
            TrainedNetwork trained,
            Parts parts,
            Costing costing,
            int draws,
            @Nullable WireResistance wires,
            BooleanSupplier cancelled,
            DoubleConsumer progress) {
        MappedNetwork mapped = MappedNetwork.of(trained);
        long seed = trained.design().seed();
        double first = wires == null ? 1 : UNWIRED_SHARE;
        DrawResults results =
                MonteCarlo.results(mapped, parts.test(), draws, seed, cancelled, done -> progress.accept(first * done));
        WiredAccuracy wired = wires == null
                ? null
                : WiredAccuracy.measure(
                        mapped,
                        parts,
                        wires,
                        draws,
                        seed,
                        cancelled,
                        done -> progress.accept(first + (1 - first) * done));
        StoredEvaluation measured = new StoredEvaluation(
                results.accuracy(),
                results.confusion(),
                wired,
                ActivityProbe.measure(trained, parts.test(), cancelled),
                DatasetSummary.of(parts));
        return evaluation(mapped, measured, costing);
    }

    /**
     * Keeps {@code evaluation} with its network, and its accuracies in the history of runs.
     *
     * @param store that has read or written the network
     * @throws ProjectException if a later training has replaced that network, or the disk refuses
     */
    public static void keep(Project project, ResultStore store, Evaluation evaluation) throws ProjectException {
        store.save(evaluation.stored());
        new RunStore(project).keep(evaluation.mapped().trained(), evaluation.dataset(), evaluation.accuracy());
    }

    /** The evaluation that was stored for {@code trained}, mapped and costed anew. */
    public static Evaluation restore(TrainedNetwork trained, StoredEvaluation stored, Costing costing) {
        return evaluation(MappedNetwork.of(trained), stored, costing);
    }

    private static Evaluation evaluation(MappedNetwork mapped, StoredEvaluation measured, Costing costing) {
        Cost cost = costing.of(mapped, measured.activity());
        return new Evaluation(
                mapped,
                measured.accuracy(),
                measured.confusion(),
                measured.wired(),
                measured.activity(),
                cost,
                measured.dataset());
    }

    /**
     * Refuses to measure a network on other data than it learned from.
     *
     * @throws ProjectException naming both data sets
     */
    public static void requireSameData(TrainedResult trained, Parts parts) throws ProjectException {
        DatasetSummary found = DatasetSummary.of(parts);
        if (!found.equals(trained.dataset())) {
            throw new ProjectException("the network was trained on " + trained.dataset() + ", but the data now are "
                    + found + "; name the same data (--data, the project's setting or "
                    + DataSource.ENVIRONMENT_VARIABLE + ") or train again");
        }
    }
}
