package studio.crossbar.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import studio.crossbar.search.store.SearchStore;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectException;

/**
 * What a project's folder holds beside its runs.
 *
 * @param searched whether it has a search
 * @param trials of the search; empty if they cannot be read
 * @param reports names of the reports in its folder, in alphabetical order
 */
record ProjectContents(boolean searched, OptionalLong trials, List<String> reports) {

    static final ProjectContents NONE = new ProjectContents(false, OptionalLong.empty(), List.of());

    /** Reads the folder; call in the background. */
    static ProjectContents of(Project project) {
        boolean searched = SearchStore.exists(project);
        return new ProjectContents(searched, searched ? trials(project) : OptionalLong.empty(), reports(project));
    }

    private static OptionalLong trials(Project project) {
        try (SearchStore store = SearchStore.toRead(project)) {
            return OptionalLong.of(store.count());
        } catch (ProjectException e) {
            // The search's own screen says why.
            return OptionalLong.empty();
        }
    }

    private static List<String> reports(Project project) {
        Path folder = project.reportFolder();
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".pdf"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
