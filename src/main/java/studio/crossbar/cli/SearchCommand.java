package studio.crossbar.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import studio.crossbar.run.JobContext;
import studio.crossbar.search.Metric;
import studio.crossbar.search.algorithm.Algorithms;
import studio.crossbar.search.run.Budget;
import studio.crossbar.search.run.SearchProgress;
import studio.crossbar.search.run.SearchRun;
import studio.crossbar.search.run.SearchSession;
import studio.crossbar.search.run.SearchStart;
import studio.crossbar.search.store.SearchSetup;
import studio.crossbar.search.store.SearchStore;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectCosting;
import studio.crossbar.study.ProjectData;
import studio.crossbar.study.ProjectException;

/** {@code crossbar search}. */
@Command(
        name = "search",
        description = {
            "Search a space of designs for the best trade-offs of accuracy and cost.",
            "",
            "A project has one search. Where one is there, killed or ended, the same command goes on with it; options"
                    + " that it was begun with, all but --budget, need not be given again. Accuracies are those of a part of the training"
                    + " data that is held out; test data are not touched (front --test does)."
        })
final class SearchCommand extends Verb {

    /** Processors that one training can use, see docs/architecture.md. */
    private static final int PROCESSORS_A_WORKER = 8;

    private static final String STANDARD_BUDGET = "100trials";

    @Parameters(paramLabel = "PROJECT", description = "Folder with project.json; its design is what is not varied.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Mixin
    private SpaceOption space = new SpaceOption();

    @Option(names = "--algorithm", paramLabel = "NAME", description = "random, nsga2 or surrogate (standard).")
    private @Nullable String algorithm;

    @Option(
            names = "--objectives",
            paramLabel = "METRIC",
            split = ",",
            description = "Two to four of error, errorBound (upper end of the error's 95 %% interval over chips), area,"
                    + " energy, latency, weights, devices; standard: error,area.")
    private @Nullable List<String> objectives;

    @Option(
            names = "--budget",
            paramLabel = "N",
            description =
                    "2h, 30min, 200trials or 500epochs (of all training data), over all sessions of the search;" + " "
                            + STANDARD_BUDGET
                            + " for a new search that names none; to go on with one it must be named. What runs when time or epochs are used ends its rung.")
    private @Nullable String budget;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Trials at a time, which share the processors; default one for every " + PROCESSORS_A_WORKER
                    + " processors. With one the same seed gives the same search.")
    private @Nullable Integer workers;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all choices; standard: 1.")
    private @Nullable Long seed;

    @Option(
            names = "--resume",
            description = "Only go on with a search that is there. Without this a missing one is begun.")
    private boolean resume;

    @Mixin
    private RungOptions rungs = new RungOptions();

    @Mixin
    private DataOption data = new DataOption();

    @Override
    Report run() throws Exception {
        Project project = Project.open(folder);
        if (budget == null && SearchStore.exists(project)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--budget: say how much the search that is there may use in all, such as 200trials");
        }
        Budget limit = parsed(this::limit);
        int atATime = workers == null ? standardWorkers() : workers;
        parsed(() -> SearchRun.threads(atATime));
        SearchStart start = parsed(() -> new SearchStart(
                null,
                algorithm == null ? null : known(algorithm),
                objectives == null
                        ? null
                        : objectives.stream().map(Metric::labelled).toList(),
                seed,
                rungs.change()));
        if (resume && !SearchStore.exists(project)) {
            throw new ProjectException(
                    project.folder() + ": holds no search to go on with; leave --resume out to begin one");
        }
        space.require(spec.commandLine(), project);
        try (SearchStore store = SearchStore.toWrite(project)) {
            return job(
                    "Search " + project.settings().name(),
                    context -> search(project, store, start, limit, atATime, context));
        }
    }

    private Budget limit() {
        try {
            return Budget.parse(budget == null ? STANDARD_BUDGET : budget);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--" + e.getMessage(), e);
        }
    }

    private static String known(String name) {
        if (!Algorithms.NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "--algorithm: " + name + " is none of " + String.join(", ", Algorithms.NAMES));
        }
        return name;
    }

    /** What options say; refused as wrong usage. */
    private <T> T parsed(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static int standardWorkers() {
        return Math.ceilDiv(Runtime.getRuntime().availableProcessors(), PROCESSORS_A_WORKER);
    }

    private Report search(
            Project project, SearchStore store, SearchStart options, Budget limit, int atATime, JobContext context)
            throws IOException {
        context.progress(0, "reading data");
        SearchSession session =
                new SearchSession(project, ProjectCosting.of(project), ProjectData.load(project, data.path));
        SearchRun.Outcome outcome = session.run(
                store,
                options.with(space.read(project, store.setup().isEmpty())),
                limit,
                atATime,
                context::cancelled,
                progress -> context.progress(progress.share(), line(progress)));
        return report(project, store.requireSetup(), outcome);
    }

    private static String line(SearchProgress progress) {
        return progress
                + (Double.isNaN(progress.secondsLeft()) ? "" : ", " + duration(progress.secondsLeft()) + " left");
    }

    /** Such as "1:02:03". */
    private static String duration(double seconds) {
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }

    private static Report report(Project project, SearchSetup setup, SearchRun.Outcome outcome) {
        SearchProgress progress = outcome.progress();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("algorithm", setup.algorithm())
                .put("seed", setup.seed())
                .put("trials", progress.trials())
                .put("infeasible", progress.infeasible())
                .put("finished", progress.finished())
                .put("front", progress.front())
                .put("hypervolume", progress.volume())
                .put("epochs", progress.epochs())
                .put("ended", outcome.reason());
        String text = new TextTable()
                .row("Search", setup.algorithm() + ", seed " + setup.seed() + ", data " + setup.dataset())
                .row(
                        "Trials",
                        progress.trials() + " trained, " + progress.finished() + " to the end, " + progress.infeasible()
                                + " refused before")
                .row(
                        "Front",
                        progress.front() + " designs, hypervolume " + Texts.decimals(progress.volume(), 4) + " of "
                                + String.join(
                                        ", ",
                                        setup.objectives().stream()
                                                .map(Metric::label)
                                                .toList()))
                .row("Epochs", Texts.decimals(progress.epochs(), 1) + " of all training data")
                .row("Ended", outcome.reason())
                .row(
                        "Base",
                        project.design().equals(setup.base())
                                ? "the project's design"
                                : "the project's design as it was when the search began")
                .row("Next", "crossbar front " + project.folder())
                .text();
        return new Report(text, json);
    }
}
