package studio.crossbar.search.run;

import java.nio.file.Path;
import java.util.Locale;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.design.Design;
import studio.crossbar.search.Measurement;
import studio.crossbar.search.Trial;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectException;
import studio.crossbar.study.ProjectSettings;

/** Makes a project of a design that a search has found. */
public final class DesignExport {

    private DesignExport() {}

    /**
     * Makes a project in {@code folder} with the design of {@code trial} and the data and technology of {@code source}. It is
     * trained like any other: the search's weights have seen less than all training data.
     *
     * @param design of the trial
     * @param options that it is costed with
     * @throws ProjectException if the folder holds a project or cannot be written
     */
    public static Project make(Project source, Trial trial, Design design, CostOptions options, Path folder)
            throws ProjectException {
        ProjectSettings settings = source.settings();
        Path data = source.data();
        String technology = settings.technology();
        String found = technology != null && technology.endsWith(".json")
                ? source.folder()
                        .resolve(technology)
                        .toAbsolutePath()
                        .normalize()
                        .toString()
                : technology;
        String name = settings.name() + ", trial " + trial.id();
        return Project.create(
                folder,
                new ProjectSettings(
                        name,
                        description(trial),
                        data == null ? null : data.toAbsolutePath().normalize().toString(),
                        "design.json",
                        settings.draws(),
                        found,
                        settings.dataset(),
                        settings.csv(),
                        settings.cost().withOptions(options),
                        settings.wires(),
                        null),
                design.withName(design.name() + "-" + trial.id()));
    }

    private static String description(Trial trial) {
        if (trial.measurements().isEmpty()) {
            return "Found by a search, not measured.";
        }
        Measurement last = trial.measurements().getLast();
        return String.format(
                Locale.ROOT,
                "Found by a search, origin %s. Error on held-out training data %.2f %% over %d chips after %d epochs.",
                trial.origin(),
                100 * last.error(),
                last.draws(),
                last.epochs());
    }
}
