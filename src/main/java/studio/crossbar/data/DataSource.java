package studio.crossbar.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a project's data come from. A source that is configured is used or refused, never replaced by another.
 *
 * @param origin who named it
 * @param path folder, archive or file of the data, or a folder that holds them; null for synthetic data
 */
public record DataSource(Origin origin, @Nullable Path path) {

    /** Name of the environment variable that holds a path. */
    public static final String ENVIRONMENT_VARIABLE = "CROSSBAR_DATA";

    private static final String WHERE =
            "give its folder or archive by --data, the project's data setting or " + ENVIRONMENT_VARIABLE;

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
     * Reads or generates the data, of whatever kind.
     *
     * @throws DataFormatException as {@link #load(long, DataRequest, BooleanSupplier)}
     */
    public Parts load(long syntheticSeed) throws IOException {
        return load(syntheticSeed, DataRequest.ANY);
    }

    /**
     * Reads or generates the data.
     *
     * @param syntheticSeed for {@link SyntheticImu}, where nothing is configured
     * @throws DataFormatException as {@link #load(long, DataRequest, BooleanSupplier)}
     */
    public Parts load(long syntheticSeed, DataRequest request) throws IOException {
        return load(syntheticSeed, request, () -> false);
    }

    /**
     * Reads or generates the data.
     *
     * @param syntheticSeed for {@link SyntheticImu}, where nothing is configured
     * @throws CancellationException within a second after {@code cancelled} says so
     * @throws DataFormatException if a configured path holds no such data, several kinds of which none fits, or data
     *     that cannot be read; or if nothing is configured and the wanted data cannot be generated
     */
    public Parts load(long syntheticSeed, DataRequest request, BooleanSupplier cancelled) throws IOException {
        if (path == null) {
            DataKind wanted = request.required() == null ? request.likely() : request.required();
            if (wanted != null && wanted != DataKind.HAR) {
                throw new DataFormatException(
                        "data", "none configured, and " + wanted.text() + " is not generated", WHERE);
            }
            return SyntheticImu.generate(syntheticSeed, cancelled);
        }
        Map<DataKind, Path> found = DataLocator.find(path, request.required(), request.likely(), cancelled);
        DataKind kind = choose(path, origin, found, request);
        return kind.read(found.getOrDefault(kind, path), request.csv(), cancelled);
    }

    private static DataKind choose(Path path, Origin origin, Map<DataKind, Path> found, DataRequest request)
            throws DataFormatException {
        if (found.isEmpty()) {
            DataKind required = request.required();
            throw new DataFormatException(
                    path + " (" + origin.text() + ")",
                    !Files.exists(path)
                            ? "does not exist"
                            : required == null
                                    ? "no data there; looked for " + DataKind.all()
                                    : "no " + required.text() + " there; looked for " + required.described(),
                    "give the folder or archive of a data set, or a folder that holds one at most " + DataLocator.DEPTH
                            + " levels down; without a path, synthetic IMU data are used");
        }
        if (request.likely() != null && found.containsKey(request.likely())) {
            return request.likely();
        }
        if (found.size() > 1) {
            throw new DataFormatException(
                    path + " (" + origin.text() + ")",
                    "holds " + found.keySet().stream().map(DataKind::text).collect(Collectors.joining(" and "))
                            + ", and the network fits none of them",
                    "give the path of one, or set \"dataset\" in project.json");
        }
        return found.keySet().iterator().next();
    }
}
