package studio.crossbar.study;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.CsvOptions;
import studio.crossbar.data.DataKind;
import studio.crossbar.design.Design;
import studio.crossbar.design.DesignJson;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.json.JsonRecords;
import studio.crossbar.json.JsonText;
import studio.crossbar.simulation.tile.WireResistance;

/**
 * A project folder: {@code project.json}, a design, and what was computed from it in {@code results/}.
 *
 * @param folder where it is
 * @param settings contents of {@code project.json}
 * @param design contents of the design's file
 */
public record Project(Path folder, ProjectSettings settings, Design design) {

    /** Name of the file that makes a folder a project. */
    public static final String FILE = "project.json";

    /** Version of the format. */
    public static final int SCHEMA = 1;

    static final String[] FIELDS = {
        "schema",
        "name",
        "description",
        "data",
        "dataset",
        "csv",
        "design",
        "draws",
        "technology",
        "cost",
        "wires",
        "start"
    };

    /**
     * Opens the project in {@code folder}; its {@code project.json} may be named as well.
     *
     * @throws ProjectException naming file, field, value and remedy
     */
    public static Project open(Path folder) throws ProjectException {
        Path base = folder.endsWith(FILE) ? folder.toAbsolutePath().resolveSibling("") : folder;
        if (!Files.exists(base)) {
            throw new ProjectException(base + ": does not exist; give the folder of a project");
        }
        if (!isProject(base)) {
            throw new ProjectException(base + ": holds no " + FILE + "; give the folder of a project");
        }
        try {
            ProjectSettings settings = settings(JsonText.read(base.resolve(FILE), FIELDS));
            return new Project(base, settings, DesignJson.read(base.resolve(settings.design())));
        } catch (JsonFormatException e) {
            throw new ProjectException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Whether {@code folder} holds a project. */
    public static boolean isProject(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /**
     * Refuses a folder that no project can be made in.
     *
     * @throws ProjectException if it holds a project, or is a file
     */
    public static void requireNone(Path folder) throws ProjectException {
        if (isProject(folder)) {
            throw new ProjectException(folder + ": holds a project already; open it or choose another folder");
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new ProjectException(folder + ": is a file; choose a folder");
        }
    }

    /**
     * Makes a project in {@code folder}, which is created where missing, and saves it.
     *
     * @throws ProjectException if the folder already holds a project or cannot be written
     */
    public static Project create(Path folder, ProjectSettings settings, Design design) throws ProjectException {
        requireNone(folder);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
        Project project = new Project(folder, settings, design);
        project.save();
        return project;
    }

    /** Contents of the files of design and settings, by name. */
    public Map<String, String> files() {
        return Map.of(settings.design(), DesignJson.write(design), FILE, JsonText.write(tree(settings)));
    }

    /**
     * Writes settings and design, each file whole or not at all.
     *
     * @throws ProjectException if the folder cannot be written; the previous files are then still there
     */
    public void save() throws ProjectException {
        try {
            AtomicFiles.write(folder.resolve(settings.design()), DesignJson.write(design));
            AtomicFiles.write(folder.resolve(FILE), JsonText.write(tree(settings)));
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /**
     * Writes the settings alone.
     *
     * @throws ProjectException if the folder cannot be written; the previous file is then still there
     */
    public void saveSettings() throws ProjectException {
        try {
            AtomicFiles.write(folder.resolve(FILE), JsonText.write(tree(settings)));
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** The data set's folder or archive; null if the project names none. */
    public @Nullable Path data() throws ProjectException {
        String data = settings.data();
        if (data == null || data.isBlank()) {
            return null;
        }
        try {
            return folder.resolve(data);
        } catch (InvalidPathException e) {
            throw new ProjectException(
                    folder.resolve(FILE) + ", data: \"" + data + "\" is no path; name a folder or archive", e);
        }
    }

    /** {@code path} as a setting names it: relative to the project where it lies in it, otherwise absolute. */
    public Path relative(Path path) {
        Path base = folder.toAbsolutePath().normalize();
        Path whole = path.toAbsolutePath().normalize();
        return whole.startsWith(base) ? base.relativize(whole) : whole;
    }

    /** Folder of the report unless another one is named. */
    public Path reportFolder() {
        return results().resolve("report");
    }

    /** Folder of everything computed. */
    public Path results() {
        return folder.resolve("results");
    }

    public Project withDesign(Design value) {
        return new Project(folder, settings, value);
    }

    public Project withSettings(ProjectSettings value) {
        return new Project(folder, value, design);
    }

    static ProjectSettings settings(JsonFields json) throws JsonFormatException {
        json.requireSchema(SCHEMA);
        String name = json.text("name");
        String description = json.has("description") ? json.text("description") : "";
        String data = json.has("data") ? json.text("data") : null;
        String design = json.text("design");
        int draws = json.integer("draws");
        String technology = json.has("technology") ? json.text("technology") : null;
        DataKind dataset = json.has("dataset") ? json.choice("dataset", DataKind.class) : null;
        CsvOptions csv = json.has("csv") ? CsvOptionsJson.read(json, "csv") : null;
        CostSettings cost = json.has("cost") ? CostSettingsJson.read(json, "cost") : CostSettings.STANDARD;
        WireResistance wires = json.has("wires") ? JsonRecords.read(json, "wires", WireResistance.class) : null;
        String start = json.has("start") ? json.text("start") : null;
        return json.build(() -> new ProjectSettings(
                name, description, data, design, draws, technology, dataset, csv, cost, wires, start));
    }

    static ObjectNode tree(ProjectSettings settings) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", SCHEMA)
                .put("name", settings.name())
                .put("description", settings.description())
                .put("data", settings.data())
                .put("design", settings.design())
                .put("draws", settings.draws());
        if (settings.technology() != null) {
            json.put("technology", settings.technology());
        }
        if (settings.dataset() != null) {
            json.put("dataset", JsonFields.nameOf(settings.dataset()));
        }
        if (settings.csv() != null) {
            json.set("csv", CsvOptionsJson.tree(settings.csv()));
        }
        if (!settings.cost().equals(CostSettings.STANDARD)) {
            json.set("cost", CostSettingsJson.tree(settings.cost()));
        }
        if (settings.wires() != null) {
            json.set("wires", JsonRecords.tree(settings.wires()));
        }
        if (settings.start() != null) {
            json.put("start", settings.start());
        }
        return json;
    }

    /**
     * Says that the disk refused.
     *
     * @param folder that was to be written in
     */
    public static ProjectException unwritable(Path folder, IOException cause) {
        return new ProjectException(
                folder + ": cannot be written (" + reason(cause) + "); check free space and permissions", cause);
    }

    /** What the system says, without the path that it says it of. */
    static String reason(IOException cause) {
        return switch (cause) {
            case AccessDeniedException _ -> "no permission";
            case FileAlreadyExistsException e -> e.getFile() + " is a file";
            case FileSystemException e when e.getReason() != null -> e.getReason();
            default -> String.valueOf(cause.getMessage());
        };
    }
}
