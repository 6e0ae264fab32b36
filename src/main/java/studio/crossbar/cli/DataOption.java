package studio.crossbar.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the data are. */
final class DataOption {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec verb;

    @Nullable
    Path path;

    @Option(
            names = "--data",
            paramLabel = "PATH",
            description =
                    "UCI HAR, CIFAR-10, MNIST, CSV or NPY: a folder, a .zip, .tar.gz or .tar.xz archive, or a .csv"
                            + " file. Otherwise the project's setting, then the environment variable CROSSBAR_DATA, then synthetic"
                            + " data.")
    void set(String value) {
        if (value.isBlank()) {
            throw new ParameterException(
                    verb.commandLine(), "--data: is empty; name a folder or archive, or leave the option out");
        }
        try {
            path = Path.of(value);
        } catch (InvalidPathException e) {
            throw new ParameterException(verb.commandLine(), "--data: '" + value + "' is no path", e);
        }
    }
}
