package studio.crossbar.search.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.design.Design;
import studio.crossbar.search.Measurement;
import studio.crossbar.search.Trial;
import studio.crossbar.search.store.SearchStore;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectException;
import studio.crossbar.study.ProjectExport;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.study.ResultStore;
import studio.crossbar.study.TrainedResult;

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
        return ProjectExport.make(
                source.withSettings(settings.withCost(settings.cost().withOptions(options))),
                settings.name() + ", trial " + trial.id(),
                description(trial),
                design.withName(design.name() + "-" + trial.id()),
                folder);
    }

    /**
     * The same with the weights that the search measured last, and the recipe by which they were learned. They have not seen
     * the part of the training data that the search held out.
     *
     * @throws ProjectException if the trial has no weights, the folder holds a project or cannot be written
     */
    public static Project withWeights(
            Project source, SearchStore store, Trial trial, Design design, CostOptions options, Path folder)
            throws IOException {
        if (trial.measurements().isEmpty()) {
            throw new ProjectException("trial " + trial.id() + ": was not trained, so that it has no weights; export it"
                    + " without them");
        }
        int rung = trial.measurements().getLast().rung();
        Design trained = store.requireSetup().rungs().design(design, rung);
        TrainedResult result = new ResultStore(store.project(trial.id(), trained)).trained();
        Project made = make(source, trial, trained, options, folder);
        new ResultStore(made).save(result);
        return made;
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
