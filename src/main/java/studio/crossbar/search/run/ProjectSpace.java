package studio.crossbar.search.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import studio.crossbar.search.SearchSpace;
import studio.crossbar.search.SearchSpaceJson;
import studio.crossbar.search.store.SearchSetup;
import studio.crossbar.search.store.SearchStore;
import studio.crossbar.study.AtomicFiles;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectException;

/** The space of a project's own, {@code space.json}. */
public final class ProjectSpace {

    /** Name of the file. */
    public static final String FILE = "space.json";

    private ProjectSpace() {}

    /** Where it is, or would be. */
    public static Path file(Project project) {
        return project.folder().resolve(FILE);
    }

    /** Why {@code space} cannot become the project's own beside the search {@code begun}; empty if it can. */
    public static Optional<String> refusal(SearchSetup begun, SearchSpace space) {
        return begun.space().equals(space)
                ? Optional.empty()
                : Optional.of(FILE + ": the project's search was begun with another space (" + begun.space()
                        + "), which it keeps; move the project's folder search elsewhere to begin a new one");
    }

    /**
     * Writes the file, whole or not at all.
     *
     * @throws ProjectException if the project has a search of another space, or the folder cannot be written
     */
    public static void write(Project project, SearchSpace space) throws ProjectException {
        if (SearchStore.exists(project)) {
            try (SearchStore store = SearchStore.toRead(project)) {
                Optional<String> refusal = store.setup().flatMap(begun -> refusal(begun, space));
                if (refusal.isPresent()) {
                    throw new ProjectException(refusal.get());
                }
            }
        }
        try {
            AtomicFiles.write(file(project), SearchSpaceJson.write(space));
        } catch (IOException e) {
            throw Project.unwritable(project.folder(), e);
        }
    }
}
