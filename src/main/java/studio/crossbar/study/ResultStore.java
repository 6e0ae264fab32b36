package studio.crossbar.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.design.DesignJson;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.json.JsonText;

/**
 * What was computed in a project. A trained network is a folder {@code results/trained-0001} that is written under
 * another name, forced to the disk and renamed; then {@code results/latest.json} is moved over to name it. So a killed
 * process or a full disk leaves the previous result in force. An evaluation belongs to a trained network and lies in its
 * folder; a store that has read or written one keeps to it, since another process may train meanwhile.
 */
public final class ResultStore {

    private static final String LATEST = "latest.json";
    private static final String RUN = "trained-";
    private static final String UNFINISHED = ".unfinished-";
    private static final int SCHEMA = 1;

    /** More than a trained network takes on the disk: float weights twice over, and what is beside them. */
    private static final long BYTES_A_WEIGHT = 8;

    private static final long RUN_BYTES = 1 << 20;

    private final Path folder;
    private final Design design;

    /** Folder of the trained network that this store read or wrote last; null before. */
    private volatile @Nullable Path run;

    /** Store of {@code project}. */
    public ResultStore(Project project) {
        this.folder = project.results();
        this.design = project.design();
    }

    /** Whether a network was trained, for whatever design. */
    public boolean hasTrained() {
        return Files.exists(folder.resolve(LATEST));
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
            Path latest = latest();
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
            return new TrainedFiles(latest()).design().withName(design.name()).equals(design);
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
        if (!Files.isDirectory(folder)) {
            return;
        }
        Path current = hasTrained() ? latest() : null;
        List<Path> leftovers = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                boolean other = name.matches(RUN + "\\d{4,9}") && !file.equals(current);
                if (name.startsWith(".") || other || (training && name.equals(CheckpointFile.NAME))) {
                    leftovers.add(file);
                }
            }
        }
        for (Path leftover : leftovers) {
            delete(leftover);
        }
    }

    /**
     * Keeps {@code result} in place of the previous one, whose evaluation goes with it.
     *
     * @throws ProjectException if the disk refuses; the previous result is then still there
     */
    public void save(TrainedResult result) throws ProjectException {
        try {
            Files.createDirectories(folder);
            Path unfinished = Files.createTempDirectory(folder, UNFINISHED);
            try {
                new TrainedFiles(unfinished).write(result);
                Path published = publish(unfinished);
                AtomicFiles.write(folder.resolve(LATEST), JsonText.write(pointer(published)));
                run = published;
                deleteBefore(published);
            } finally {
                delete(unfinished);
            }
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
        Path latest = latest();
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

    /** Folder of the trained network that was read or saved last, otherwise of the latest one. */
    Path evaluated() throws JsonFormatException {
        Path known = run;
        return known == null ? latest() : known;
    }

    private Path latest() throws JsonFormatException {
        JsonFields json = JsonText.read(folder.resolve(LATEST), "schema", "trained");
        json.requireSchema(SCHEMA);
        String name = json.text("trained");
        if (!name.matches(RUN + "\\d{4,9}") || !Files.isDirectory(folder.resolve(name))) {
            throw json.refused("trained", "\"" + name + "\" is no folder beside it", "train again");
        }
        return folder.resolve(name);
    }

    private static ObjectNode pointer(Path run) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("schema", SCHEMA)
                .put("trained", run.getFileName().toString());
    }

    /** Renames the finished folder to the first free number; another process may take one at the same time. */
    private Path publish(Path unfinished) throws IOException {
        int number =
                1 + (int) runs().stream().mapToLong(ResultStore::number).max().orElse(0);
        while (true) {
            Path run = folder.resolve(String.format("%s%04d", RUN, number));
            try {
                Files.move(unfinished, run);
                AtomicFiles.forceFolder(folder);
                return run;
            } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
                number++;
            }
        }
    }

    private List<Path> runs() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(RUN + "\\d{4,9}"))
                    .toList();
        }
    }

    private static long number(Path run) {
        return Long.parseLong(run.getFileName().toString().substring(RUN.length()));
    }

    /** Deletes earlier results, and what a process killed long ago left unfinished. */
    private void deleteBefore(Path latest) throws IOException {
        for (Path run : runs()) {
            if (number(run) < number(latest)) {
                delete(run);
            }
        }
        Instant longAgo = Instant.now().minus(Duration.ofHours(1));
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
            for (Path leftover : leftovers) {
                if (Files.getLastModifiedTime(leftover).toInstant().isBefore(longAgo)) {
                    delete(leftover);
                }
            }
        }
    }

    private static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> files = Files.walk(tree)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
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
