package studio.crossbar.data;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a project's data come from. A source that is configured is used or refused, never replaced by another.
 *
 * @param origin who named it
 * @param path UCI HAR's folder or archive, or a folder that holds it; null for synthetic data
 */
public record DataSource(Origin origin, @Nullable Path path) {

    /** Name of the environment variable that holds a path. */
    public static final String ENVIRONMENT_VARIABLE = "CROSSBAR_DATA";

    /** In the order in which they are asked. */
    public enum Origin {
        COMMAND_LINE("--data"),
        PROJECT("the project's data setting"),
        ENVIRONMENT(ENVIRONMENT_VARIABLE),
        SYNTHETIC("no data configured");

        private final String text;

        Origin(String text) {
            this.text = text;
        }

        /** As a person calls it. */
        public String text() {
            return text;
        }
    }

    public DataSource {
        if ((path == null) != (origin == Origin.SYNTHETIC)) {
            throw new IllegalArgumentException("path: " + path + " does not fit the origin " + origin);
        }
    }

    /**
     * The first source that is given.
     *
     * @param commandLine value of {@code --data}
     * @param project setting of the project, resolved against its folder
     * @param environment value of {@value #ENVIRONMENT_VARIABLE}; blank counts as not set
     * @throws DataFormatException if {@code environment} is no path at all
     */
    public static DataSource choose(@Nullable Path commandLine, @Nullable Path project, @Nullable String environment)
            throws DataFormatException {
        if (commandLine != null) {
            return new DataSource(Origin.COMMAND_LINE, commandLine);
        }
        if (project != null) {
            return new DataSource(Origin.PROJECT, project);
        }
        if (environment == null || environment.isBlank()) {
            return new DataSource(Origin.SYNTHETIC, null);
        }
        try {
            return new DataSource(Origin.ENVIRONMENT, Path.of(environment.strip()));
        } catch (InvalidPathException e) {
            throw new DataFormatException(
                    ENVIRONMENT_VARIABLE, "'" + environment + "' is not a path", "correct or unset it");
        }
    }

    /**
     * Reads or generates the data.
     *
     * @param syntheticSeed for {@link SyntheticImu}, where nothing is configured
     * @throws DataFormatException if a configured path holds no data, or data that cannot be read
     */
    public Parts load(long syntheticSeed) throws IOException {
        if (path == null) {
            return SyntheticImu.generate(syntheticSeed);
        }
        Optional<Path> found = UciHarLocator.find(path);
        if (found.isEmpty()) {
            throw new DataFormatException(
                    path + " (" + origin.text() + ")",
                    "no UCI HAR there",
                    "give the folder 'UCI HAR Dataset', its archive, or a folder that holds one of them at most "
                            + UciHarLocator.DEPTH + " levels down; without a path, synthetic data are used");
        }
        return UciHarReader.read(found.get());
    }

    /** For a person, such as "UCI HAR at /data (--data)". */
    public String description() {
        return path == null
                ? "Synthetic IMU data (" + origin.text() + ")"
                : "UCI HAR at " + path + " (" + origin.text() + ")";
    }
}
