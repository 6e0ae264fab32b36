package studio.crossbar.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.CsvOptions;
import studio.crossbar.data.DataKind;
import studio.crossbar.data.DataRequest;
import studio.crossbar.data.DataSource;
import studio.crossbar.data.Parts;
import studio.crossbar.design.Design;

/** The data set of a project: where it comes from, and what it must be. */
public final class ProjectData {

    /** Seed of the synthetic data set, one for all projects so that their results compare. */
    public static final long SYNTHETIC_SEED = 1;

    private ProjectData() {}

    /**
     * Where the data of {@code project} come from: {@code override}, the project's setting, the environment variable
     * {@value DataSource#ENVIRONMENT_VARIABLE}, otherwise synthetic data.
     *
     * @param override folder or archive that replaces the project's, or null
     * @throws IOException if a setting is no path
     */
    public static DataSource source(Project project, @Nullable Path override) throws IOException {
        return DataSource.choose(override, project.data(), System.getenv(DataSource.ENVIRONMENT_VARIABLE));
    }

    /**
     * The data set of {@code project}.
     *
     * @param override folder or archive that replaces the project's, or null
     * @throws IOException if the data set cannot be read; the message says what to do
     */
    public static Parts load(Project project, @Nullable Path override) throws IOException {
        return load(project, override, () -> false);
    }

    /**
     * The same, read until it is cancelled.
     *
     * @throws IOException if the data set cannot be read; the message says what to do
     * @throws java.util.concurrent.CancellationException within a second after {@code cancelled} says so
     */
    public static Parts load(Project project, @Nullable Path override, BooleanSupplier cancelled) throws IOException {
        return source(project, override).load(SYNTHETIC_SEED, request(project), cancelled);
    }

    /** The data set that the project names, else the one that its network's inputs and outputs fit. */
    private static DataRequest request(Project project) {
        Design design = project.design();
        int inputs =
                design.network().input().size() / design.hardware().inputs().channelsPerSignal();
        CsvOptions csv = project.settings().csv();
        return new DataRequest(
                project.settings().dataset(),
                DataKind.fitting(inputs, design.network().output().size()).orElse(null),
                csv == null ? CsvOptions.AUTOMATIC : csv);
    }

    /**
     * Refuses to measure a network on other data than it learned from.
     *
     * @throws ProjectException naming both data sets
     */
    public static void requireSame(TrainedResult trained, Parts parts) throws ProjectException {
        DatasetSummary found = DatasetSummary.of(parts);
        if (!found.equals(trained.dataset())) {
            throw new ProjectException("the network was trained on " + trained.dataset() + ", but the data now are "
                    + found + "; name the same data (--data, the project's setting or "
                    + DataSource.ENVIRONMENT_VARIABLE + ") or train again");
        }
    }
}
