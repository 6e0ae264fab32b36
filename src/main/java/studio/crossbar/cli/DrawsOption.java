package studio.crossbar.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.crossbar.study.Project;

/** How many chips an evaluation programs. */
final class DrawsOption {

    @Option(names = "--draws", paramLabel = "N", description = "Programming draws instead of the project's.")
    private @Nullable Integer draws;

    /** Whether the user named a number. */
    boolean given() {
        return draws != null;
    }

    /**
     * The number for {@code project}.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    int of(Project project) {
        return draws == null
                ? project.settings().draws()
                : project.settings().withDraws(draws).draws();
    }
}
