package studio.crossbar.study;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.crossbar.design.DesignJson;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.json.JsonText;

/**
 * Drafts on disk, one file a project, for the case that the process is killed. They lie outside the projects, which may
 * be read-only or shared. Each notes the process that wrote it: what a running one holds is no one else's to restore.
 */
public final class DraftFiles {

    private static final int SCHEMA = 1;
    private static final String[] FIELDS = {
        "schema", "folder", "written", "process", "started", "settings", "design", "network"
    };

    private final Path folder;

    /** Drafts in {@code folder}, which is created where missing. */
    public DraftFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Replaces the draft of its project, whole or not at all.
     *
     * @throws IOException if the folder cannot be written; an earlier draft is then still there
     */
    public void write(Draft draft) throws IOException {
        Files.createDirectories(folder);
        ProcessHandle self = ProcessHandle.current();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", SCHEMA)
                .put("folder", key(draft.folder()))
                .put("written", draft.written().toString())
                .put("process", self.pid())
                .put("started", started(self));
        json.set("settings", Project.tree(draft.settings()));
        json.set("design", DesignJson.tree(draft.design()));
        if (draft.network() != null) {
            json.set("network", DesignJson.tree(draft.network()));
        }
        AtomicFiles.write(file(draft.folder()), JsonText.write(json));
    }

    /**
     * The draft of the project in {@code project}, unless another process that wrote it is still running.
     *
     * @throws JsonFormatException if there is one that cannot be read
     */
    public Optional<Draft> read(Path project) throws JsonFormatException {
        Path file = file(project);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        JsonFields json = JsonText.read(file, FIELDS);
        json.requireSchema(SCHEMA);
        if (!json.text("folder").equals(key(project)) || othersRun(json.longInteger("process"), json)) {
            return Optional.empty();
        }
        Instant written;
        try {
            written = Instant.parse(json.text("written"));
        } catch (DateTimeParseException e) {
            throw json.refused("written", "is no time", "remove the file");
        }
        return Optional.of(new Draft(
                project,
                written,
                Project.settings(json.object("settings", Project.FIELDS)),
                DesignJson.read(json, "design"),
                json.has("network") ? DesignJson.drafted(json, "network") : null));
    }

    /**
     * All drafts that {@link #read} gives; what cannot be read is left out.
     *
     * @throws IOException if the folder cannot be listed
     */
    public List<Draft> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(this::draft)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    private Optional<Draft> draft(Path file) {
        try {
            return read(Path.of(JsonText.read(file, FIELDS).text("folder")));
        } catch (JsonFormatException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /**
     * Removes the draft of the project in {@code project}, if there is one.
     *
     * @throws IOException if it cannot be removed
     */
    public void delete(Path project) throws IOException {
        Files.deleteIfExists(file(project));
    }

    private static boolean othersRun(long process, JsonFields json) throws JsonFormatException {
        long begun = json.longInteger("started");
        return process != ProcessHandle.current().pid()
                && ProcessHandle.of(process)
                        .filter(handle -> handle.isAlive() && started(handle) == begun)
                        .isPresent();
    }

    /** A number of a process is given anew after its end, its time of start is not. */
    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private Path file(Path project) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(key(project).getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(hash, 0, 8) + ".json");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String key(Path project) {
        return project.toAbsolutePath().normalize().toString();
    }
}
