package studio.crossbar.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.Technology;
import studio.crossbar.cost.TechnologyDocument;

/**
 * Technology file of a project: one that the application carries and nobody edits, or a file in the project's folder that
 * its setting names. Nothing that is stored holds costs, so whoever edits the file costs everything anew.
 */
public final class TechnologyStore {

    /** How the name of a technology file of a project ends. */
    public static final String ENDING = ".json";

    private final Project project;

    public TechnologyStore(Project project) {
        this.project = project;
    }

    /** Whether the project's technology is a file of its own, which may be edited. */
    public boolean own() {
        return own(project.settings().technology());
    }

    private static boolean own(@Nullable String setting) {
        return setting != null && setting.endsWith(ENDING);
    }

    /**
     * Reads the project's technology file.
     *
     * @throws IOException if there is no such file or it is not valid; the message names file, field and remedy
     */
    public TechnologyDocument read() throws IOException {
        String setting = project.settings().technology();
        if (setting == null || !own(setting)) {
            return TechnologyDocument.bundled(setting == null ? Technology.STANDARD : setting);
        }
        Path file = project.folder().resolve(setting);
        if (!Files.exists(file)) {
            throw new ProjectException(file + ": does not exist; copy a technology file there, or name one of "
                    + String.join(", ", Technology.names()));
        }
        return TechnologyDocument.read(file);
    }

    /** Settings that can be chosen: the carried files, and the project's own if it has one. */
    public List<String> choices() throws IOException {
        List<String> choices = new ArrayList<>(Technology.names());
        String setting = project.settings().technology();
        if (setting != null && own(setting)) {
            choices.addFirst(setting);
        }
        return choices;
    }

    /**
     * Replaces the project's own technology file, whole or not at all.
     *
     * @throws ProjectException if the project's technology is not its own, or the disk refuses
     */
    public void write(TechnologyDocument document) throws ProjectException {
        String setting = project.settings().technology();
        if (setting == null || !own(setting)) {
            throw new ProjectException(
                    document.file() + ": comes with the application; copy it to the project and edit the copy");
        }
        write(project.folder().resolve(setting), document);
    }

    /**
     * Copies the project's technology into its folder and has the project use the copy.
     *
     * @return the new setting
     * @throws IOException if the technology cannot be read or the folder cannot be written
     */
    public String copy() throws IOException {
        TechnologyDocument document = read();
        String setting = freeName(document.technology().name());
        write(project.folder().resolve(setting), document);
        use(setting);
        return setting;
    }

    /**
     * Has the project use another technology file.
     *
     * @return its contents
     * @throws IOException if there is no such file or it is not valid, or the project's folder cannot be written
     */
    public TechnologyDocument use(String setting) throws IOException {
        Project changed = project.withSettings(project.settings().withTechnology(setting));
        TechnologyDocument document = new TechnologyStore(changed).read();
        changed.saveSettings();
        return document;
    }

    private String freeName(String name) {
        String free = name + ENDING;
        for (int number = 2; Files.exists(project.folder().resolve(free)); number++) {
            free = name + "-" + number + ENDING;
        }
        return free;
    }

    private static void write(Path file, TechnologyDocument document) throws ProjectException {
        try {
            AtomicFiles.write(file, document.text());
        } catch (IOException e) {
            throw Project.unwritable(file, e);
        }
    }
}
