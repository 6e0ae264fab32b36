package studio.crossbar.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.Parts;
import studio.crossbar.design.Design;
import studio.crossbar.network.onnx.OnnxFile;
import studio.crossbar.training.TrainedNetwork;
import studio.crossbar.training.Trainer;
import studio.crossbar.training.TrainingListener;
import studio.crossbar.training.TrainingOptions;
import studio.crossbar.training.TrainingState;

/** Trainings of a project, which outlive their process: the state after every epoch is kept until the result is. */
public final class ProjectTraining {

    /** Name of the lock of a training in a project's results. */
    static final String LOCK = "training";

    private ProjectTraining() {}

    /** Stores what a training gave. */
    @FunctionalInterface
    public interface ResultKeeper {
        void keep(TrainedNetwork trained) throws IOException;
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
                project.results(), LOCK, "trains in this project; wait for it, stop it, or train a copy")) {
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
}
