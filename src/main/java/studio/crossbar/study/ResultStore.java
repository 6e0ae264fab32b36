package studio.crossbar.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.design.DesignJson;
import studio.crossbar.json.JsonFormatException;

/**
 * What was computed in a project: the trained network in force, in one of its {@link TrainedFolders}, and the evaluation that
 * belongs to it and lies in its folder. A store that has read or written one keeps to it, since another process may train
 * meanwhile.
 */
public final class ResultStore {

    /** More than a trained network takes on the disk: float weights twice over, and what is beside them. */
    private static final long BYTES_A_WEIGHT = 8;

    private static final long RUN_BYTES = 1 << 20;

    private final Path folder;
    private final TrainedFolders folders;
    private final Design design;

    /** Folder of the trained network that this store read or wrote last; null before. */
    private volatile @Nullable Path run;

    /** Store of {@code project}. */
    public ResultStore(Project project) {
        this.folder = project.results();
        this.folders = new TrainedFolders(folder);
        this.design = project.design();
    }

    /** Whether a network was trained, for whatever design. */
    public boolean hasTrained() {
        return folders.any();
    }

    /**
     * The trained network of the project's design.
     *
     * @throws ProjectException if there is none, it was trained for another design, or its files are damaged
     */
    public TrainedResult trained() throws ProjectException {
        if (!hasTrained()) {
            throw new ProjectException(folder + ": holds no trained network; train the design first");
        }
        try {
            Path latest = folders.latest();
            TrainedFiles files = new TrainedFiles(latest);
            Design stored = files.design().withName(design.name());
            if (!stored.equals(design)) {
                throw new ProjectException(latest + ": was trained for another design ("
                        + difference("", DesignJson.tree(stored), DesignJson.tree(design)) + "); train again");
            }
            TrainedResult result = files.read();
            run = latest;
            return result;
        } catch (JsonFormatException e) {
            throw new ProjectException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Whether a network was trained for the project's design.
     *
     * @throws ProjectException if what is there cannot be read
     */
    public boolean holdsDesign() throws ProjectException {
        if (!hasTrained()) {
            return false;
        }
        try {
            return new TrainedFiles(folders.latest())
                    .design()
                    .withName(design.name())
                    .equals(design);
        } catch (JsonFormatException e) {
            throw new ProjectException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Deletes what a killed process left half written, for whoever knows that no other process works in this folder.
     *
     * @param training whether the state of a training that has not ended is deleted too
     */
    public void discardLeftovers(boolean training) throws IOException {
        folders.discardLeftovers(training);
    }

    /**
     * Keeps {@code result} in place of the previous one, whose evaluation goes with it.
     *
     * @throws ProjectException if the disk refuses; the previous result is then still there
     */
    public void save(TrainedResult result) throws ProjectException {
        try {
            Path added = folders.add(unfinished -> new TrainedFiles(unfinished).write(result));
            run = added;
            folders.deleteBefore(added);
        } catch (IOException e) {
            throw Project.unwritable(folder, e);
        }
    }

    /**
     * What the history of runs keeps of the latest trained network, for whatever design, if there is one.
     *
     * @throws IOException if its files are damaged
     */
    Optional<RunRecord> latestRun() throws IOException {
        if (!hasTrained()) {
            return Optional.empty();
        }
        Path latest = folders.latest();
        RunRecord found = new TrainedFiles(latest).run();
        Path file = latest.resolve(EvaluationFile.NAME);
        return Optional.of(Files.exists(file) ? found.withAccuracy(EvaluationFile.accuracy(file)) : found);
    }

    /** The evaluation of the trained network that was read or saved last, otherwise of the latest one, if one was made. */
    public Optional<StoredEvaluation> evaluation() throws ProjectException {
        if (!hasTrained()) {
            return Optional.empty();
        }
        try {
            Path file = evaluated().resolve(EvaluationFile.NAME);
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            return Optional.of(EvaluationFile.read(file, design.network()));
        } catch (JsonFormatException e) {
            throw new ProjectException(e.getMessage() + " or evaluate again", e);
        }
    }

    /**
     * Keeps {@code evaluation} with the trained network that was read or saved last.
     *
     * @throws ProjectException if a later training has replaced that network, or the disk refuses
     */
    public void save(StoredEvaluation evaluation) throws ProjectException {
        keep(EvaluationFile.NAME, EvaluationFile.text(evaluation));
    }

    /**
     * Writes a file beside the trained network that was read or saved last, whole or not at all.
     *
     * @throws ProjectException if a later training has replaced that network, or the disk refuses
     */
    void keep(String name, String text) throws ProjectException {
        try {
            Path target = evaluated();
            if (!Files.isDirectory(target)) {
                throw new ProjectException(
                        target + ": was replaced by another training while it was evaluated;" + " evaluate again");
            }
            AtomicFiles.write(target.resolve(name), text);
        } catch (ProjectException e) {
            throw e;
        } catch (JsonFormatException e) {
            throw new ProjectException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw Project.unwritable(folder, e);
        }
    }

    /**
     * Makes sure before a training that its result can be kept.
     *
     * @throws ProjectException naming folder and remedy if the folder cannot be written or the disk is full
     */
    public void requireWritable() throws ProjectException {
        WriteProbe.require(folder, RUN_BYTES + BYTES_A_WEIGHT * design.network().weights());
    }

    /** Takes the files of a copy. */
    @FunctionalInterface
    public interface CopyTarget {

        /** @param name relative to the folder of the results, its parts divided by / */
        void file(String name, InputStream content) throws IOException;
    }

    /**
     * Copies the trained network with {@code evaluation} as its own, so that a project whose results these are opens with
     * them.
     *
     * @throws IOException if what is there cannot be read
     */
    public void copy(StoredEvaluation evaluation, CopyTarget target) throws IOException {
        Path network = evaluated();
        String name = network.getFileName().toString();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(network, Files::isRegularFile)) {
            for (Path file : files) {
                if (!file.endsWith(EvaluationFile.NAME)) {
                    try (InputStream content = Files.newInputStream(file)) {
                        target.file(name + "/" + file.getFileName(), content);
                    }
                }
            }
        }
        target.file(name + "/" + EvaluationFile.NAME, stream(EvaluationFile.text(evaluation)));
        target.file(TrainedFolders.LATEST, stream(TrainedFolders.pointer(network)));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(AtomicFiles.utf8(text));
    }

    /** Folder of the trained network that was read or saved last, otherwise of the latest one. */
    Path evaluated() throws JsonFormatException {
        Path known = run;
        return known == null ? folders.latest() : known;
    }

    /** First field that differs, such as "hardware.cell.bits: 2 then, 3 now". */
    private static String difference(String path, JsonNode then, JsonNode now) {
        if (then.isObject() && now.isObject()) {
            for (var entry : then.properties()) {
                JsonNode other = now.path(entry.getKey());
                if (!other.equals(entry.getValue())) {
                    return difference(
                            path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), other);
                }
            }
        }
        return path + (then.isValueNode() && now.isValueNode() ? ": " + then + " then, " + now + " now" : " differs");
    }
}
