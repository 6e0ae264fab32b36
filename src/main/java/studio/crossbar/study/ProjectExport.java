package studio.crossbar.study;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;

/** Makes a project of a design that work on another project has found. */
public final class ProjectExport {

    private ProjectExport() {}

    /**
     * Makes a project in {@code folder} with the data, the technology and the costs of {@code source}, whose files it names
     * by their whole paths. It does not start from an ONNX file that {@code source} starts from: those are the weights of
     * another design.
     *
     * @throws ProjectException if the folder holds a project or cannot be written
     */
    public static Project make(Project source, String name, String description, Design design, Path folder)
            throws ProjectException {
        ProjectSettings settings = source.settings();
        Path data = source.data();
        return Project.create(
                folder,
                new ProjectSettings(
                        name,
                        description,
                        data == null ? null : whole(data),
                        "design.json",
                        settings.draws(),
                        technology(source),
                        settings.dataset(),
                        settings.csv(),
                        settings.cost(),
                        settings.wires(),
                        null),
                design);
    }

    private static @Nullable String technology(Project source) {
        String setting = source.settings().technology();
        return setting != null && new TechnologyStore(source).own()
                ? whole(source.folder().resolve(setting))
                : setting;
    }

    private static String whole(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }
}
