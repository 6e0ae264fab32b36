package studio.crossbar.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the data are. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "PATH",
            description = {
                "UCI HAR, CIFAR-10, MNIST, CSV or NPY: a folder, a .zip, .tar.gz or .tar.xz archive, or a .csv file.",
                "Otherwise the project's setting, then the environment variable CROSSBAR_DATA, then synthetic data."
            })
    @Nullable
    Path path;
}
