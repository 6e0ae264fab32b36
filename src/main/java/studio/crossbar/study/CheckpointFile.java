package studio.crossbar.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.Parts;
import studio.crossbar.design.Design;
import studio.crossbar.design.DesignJson;
import studio.crossbar.training.TrainingState;
import studio.crossbar.training.TrainingStateCodec;

/**
 * State of a training that has not ended, in one file of the project's results. It is replaced whole after every epoch, so
 * a process killed at any moment loses at most the running epoch; a file of another design or other data is left alone
 * until the first epoch replaces it.
 */
public final class CheckpointFile implements TrainingState.Store {

    static final String NAME = "training.checkpoint";

    private final Path file;
    private final long key;

    /** @param results folder of the project's results */
    CheckpointFile(Path results, Design design, Parts parts) {
        this(results, NAME, design, "", parts);
    }

    /**
     * A training that is a step of something larger.
     *
     * @param results folder of the project's results
     * @param name of the file
     * @param more what decides the result beside design and data
     */
    public CheckpointFile(Path results, String name, Design design, String more, Parts parts) {
        file = results.resolve(name);
        key = key(design, more, parts);
    }

    /** State to go on from; null without a file or without a state of this training in it. */
    public static @Nullable TrainingState load(@Nullable CheckpointFile file) throws ProjectException {
        return file == null ? null : file.load();
    }

    /** Where to keep the states of a training. */
    public static TrainingState.Store store(@Nullable CheckpointFile file) {
        return file == null ? TrainingState.Store.NONE : file;
    }

    /** Of everything that decides the bits of the result. */
    private static long key(Design design, String more, Parts parts) {
        CRC32C crc = new CRC32C();
        crc.update(AtomicFiles.utf8(DesignJson.write(design)));
        crc.update(AtomicFiles.utf8(more));
        crc.update(AtomicFiles.utf8(DatasetSummary.of(parts).toString()));
        int[] labels = parts.train().labels();
        for (int label : labels) {
            crc.update(label);
        }
        return crc.getValue() << 32 | labels.length;
    }

    /**
     * When the training of {@code project} that has not ended was kept last, whatever design it is of; empty if there is none,
     * or if a process works on it.
     */
    public static Optional<Instant> unfinished(Project project) {
        Path file = project.results().resolve(NAME);
        try {
            return Files.isRegularFile(file) && !WorkLock.taken(project.results(), ProjectTraining.LOCK)
                    ? Optional.of(Files.getLastModifiedTime(file).toInstant())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * State to go on from.
     *
     * @return null if there is none of this training
     * @throws ProjectException if the file is damaged or cannot be read
     */
    @Nullable
    TrainingState load() throws ProjectException {
        if (!Files.exists(file)) {
            return null;
        }
        try {
            return TrainingStateCodec.decode(Files.readAllBytes(file), key);
        } catch (IOException e) {
            throw new ProjectException(file + ": " + e.getMessage() + "; delete it to train from the start", e);
        }
    }

    /** State to go on from, as {@link #load} gives it; a file that cannot be read is deleted, and null given. */
    @Nullable
    TrainingState loadOrDiscard() throws IOException {
        try {
            return load();
        } catch (ProjectException e) {
            delete();
            return null;
        }
    }

    @Override
    public void save(TrainingState state) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFiles.write(file, TrainingStateCodec.encode(state, key));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    file + ": the checkpoint cannot be written (" + Project.reason(e)
                            + "); make room or choose a folder that can be written",
                    e);
        }
    }

    /** Forgets the state of a training that has ended. */
    public void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}
