package studio.crossbar.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectSettings;

/** How many chips an evaluation programs. */
final class DrawsOption {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec verb;

    private @Nullable Integer draws;

    @Option(
            names = "--draws",
            paramLabel = "N",
            description = "Programming draws instead of the project's, 1 … " + ProjectSettings.MOST_DRAWS + ".")
    void set(int value) {
        if (value < 1 || value > ProjectSettings.MOST_DRAWS) {
            throw new ParameterException(
                    verb.commandLine(), "--draws: " + value + " is outside 1 … " + ProjectSettings.MOST_DRAWS);
        }
        draws = value;
    }

    /** The number for {@code project}. */
    int of(Project project) {
        return draws == null ? project.settings().draws() : draws;
    }
}
