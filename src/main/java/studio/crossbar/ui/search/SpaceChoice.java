package studio.crossbar.ui.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.search.SearchSpace;
import studio.crossbar.search.SearchSpaceJson;
import studio.crossbar.search.run.ProjectSpace;
import studio.crossbar.study.Project;
import studio.crossbar.ui.common.Texts;

/**
 * A file that says what a search varies.
 *
 * @param label shown
 * @param file in the project; null for one that the application carries, called {@code label}
 */
record SpaceChoice(String label, @Nullable Path file) {

    /** The project's own space first, then those that the application carries. */
    static List<SpaceChoice> of(Project project) {
        List<SpaceChoice> choices = new ArrayList<>();
        Path own = ProjectSpace.file(project);
        if (Files.isRegularFile(own)) {
            choices.add(new SpaceChoice(Texts.format("search.setup.space.own", ProjectSpace.FILE), own));
        }
        SearchSpaceJson.BUNDLED.forEach(name -> choices.add(new SpaceChoice(name, null)));
        return choices;
    }

    /** Reads the file. */
    SearchSpace read() throws IOException {
        return file == null ? SearchSpaceJson.bundled(label) : SearchSpaceJson.read(file);
    }

    @Override
    public String toString() {
        return label;
    }
}
