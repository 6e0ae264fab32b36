package studio.crossbar.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import studio.crossbar.search.SearchSpace;
import studio.crossbar.search.SearchSpaceJson;
import studio.crossbar.search.run.ProjectSpace;
import studio.crossbar.search.run.TargetLimits;
import studio.crossbar.search.store.SearchStore;
import studio.crossbar.specification.SpecificationsFile;
import studio.crossbar.study.Project;

/** What a search varies, and what designs may cost. */
final class SpaceOption {

    @Option(
            names = "--space",
            paramLabel = "NAME|FILE",
            description =
                    "What varies, and limits: a name in assets/search or a file; default: space.json in the project.")
    private @Nullable String space;

    @Option(
            names = "--targets",
            description = "A new search also holds the targets of area, energy and latency in specifications.json:"
                    + " designs beyond them are refused before any training.")
    private boolean targets;

    /** Refuses what cannot be read, before anything is made in the project. */
    void require(CommandLine command, Project project) {
        String known = String.join(", ", SearchSpaceJson.BUNDLED);
        if (space != null && !SearchSpaceJson.BUNDLED.contains(space) && !Files.exists(Path.of(space))) {
            throw new ParameterException(
                    command, "--space: \"" + space + "\" is none of " + known + ", and there is no such file");
        }
        if (space == null && !Files.exists(ProjectSpace.file(project)) && !SearchStore.exists(project)) {
            throw new ParameterException(
                    command,
                    "--space: a new search needs one; name one of " + known + ", or a file, or put " + ProjectSpace.FILE
                            + " in the project");
        }
    }

    /**
     * The space that is asked for: that of the option, or the project's own; null for that of the search that is there.
     *
     * @param begins whether the search is a new one
     */
    @Nullable
    SearchSpace read(Project project, boolean begins) throws IOException {
        SearchSpace asked = asked(ProjectSpace.file(project), begins);
        return asked == null || !targets
                ? asked
                : TargetLimits.limit(asked, TargetLimits.of(SpecificationsFile.read(project)));
    }

    private @Nullable SearchSpace asked(Path own, boolean begins) throws IOException {
        if (space != null) {
            return SearchSpaceJson.BUNDLED.contains(space)
                    ? SearchSpaceJson.bundled(space)
                    : SearchSpaceJson.read(Path.of(space));
        }
        return begins && Files.exists(own) ? SearchSpaceJson.read(own) : null;
    }
}
