package studio.crossbar.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import studio.crossbar.cost.Technology;
import studio.crossbar.data.Parts;
import studio.crossbar.search.polarity.PolarityPoint;
import studio.crossbar.search.polarity.PolaritySearch;
import studio.crossbar.search.polarity.PolaritySettings;
import studio.crossbar.study.AtomicFiles;
import studio.crossbar.study.Costing;
import studio.crossbar.study.DatasetSummary;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectData;
import studio.crossbar.study.ProjectExport;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.study.ResultStore;
import studio.crossbar.study.TrainedResult;
import studio.crossbar.study.WorkLock;
import studio.crossbar.training.PolarityProblem;

/** {@code crossbar polarity}. */
@Command(
        name = "polarity",
        description =
                "Find which signs the weights of each sub-matrix get: learned with the weights in one training for each"
                        + " price of differential cells, from one float network. A fifth of the training data measures the"
                        + " designs; the test data are not looked at. A killed search goes on where it was.")
final class PolarityCommand extends ProjectCommand {

    private static final String TABLE = "polarity.csv";

    @Option(
            names = "--lambda",
            split = ",",
            paramLabel = "L",
            description = "Weights of area or energy, relative to the differential design's, in the loss; one search"
                    + " each, such as 0,0.1,1,10. Default: 1.")
    private List<Double> lambdas = List.of(1.0);

    @Mixin
    private PolarityOptions choices = new PolarityOptions();

    @Mixin
    private CostChoices costs = new CostChoices();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private DrawsOption draws = new DrawsOption();

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description =
                    "Also write the front, a design a line; the project keeps it as results/polarity.csv in any case.")
    private @Nullable Path csv;

    @Option(
            names = "--export",
            paramLabel = "FOLDER",
            description =
                    "Store the design with its weights as a project in FOLDER; of several weights of the price, in"
                            + " folders in it that are named after them.")
    private @Nullable Path export;

    @Override
    Report run(Project project, ResultStore store) throws Exception {
        PolaritySettings settings = choices.settings();
        Costing costing = costs.costing(project);
        checkLambdas(settings);
        store.requireWritable();
        Path file = csv;
        if (file != null) {
            requireWritable("--csv", file);
        }
        for (double lambda : lambdas) {
            requireFree(lambda);
        }
        Project priced = export == null ? project : project.withSettings(costs.exported(project));
        Technology technology = costing.technology();
        PolarityReport report = job("Polarity of " + project.settings().name(), context -> {
            context.progress(0, "reading data");
            Parts parts = ProjectData.load(project, data.path);
            PolaritySearch search = new PolaritySearch(
                    project.design(),
                    parts,
                    settings,
                    technology,
                    costing.options(),
                    draws.of(project),
                    project.results());
            Files.createDirectories(project.results());
            try (WorkLock _ = WorkLock.take(
                    project.results(),
                    "polarity",
                    "searches polarities in this project; wait for it, stop it, or search in a copy")) {
                List<PolarityPoint> points = search.run(lambdas, new TrainingProgress(context), _ -> {});
                PolarityReport found = new PolarityReport(
                        points,
                        search.differentialCost(),
                        DatasetSummary.of(search.parts()),
                        settings,
                        technology.identity());
                // Hours of work must not hang on an option that was forgotten.
                AtomicFiles.write(project.results().resolve(TABLE), found.csv());
                for (PolarityPoint point : points) {
                    export(priced, point, DatasetSummary.of(parts));
                }
                if (file != null) {
                    ResultFile.write("--csv", file, target -> Files.writeString(target, found.csv()));
                }
                search.forget();
                return found;
            }
        });
        return new Report(report.text(), report.json());
    }

    private void checkLambdas(PolaritySettings settings) {
        for (double lambda : lambdas) {
            if (!(lambda >= 0 && lambda <= PolarityProblem.MOST_LAMBDA)) {
                throw usage("--lambda: " + lambda + " is outside 0 … " + (long) PolarityProblem.MOST_LAMBDA);
            }
        }
        if (lambdas.stream().distinct().count() < lambdas.size()) {
            throw usage("--lambda: names a weight twice; give each once");
        }
        if (!settings.constraint().priced() && lambdas.size() > 1) {
            throw usage("--lambda: several weights give the same design under --constraint " + settings.constraint()
                    + ", whose encodings cost the same; give one or leave it out");
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private @Nullable Path exported(double lambda) {
        Path folder = export;
        return folder == null || lambdas.size() == 1
                ? folder
                : folder.resolve("lambda-" + PolarityReport.number(lambda));
    }

    private void requireFree(double lambda) {
        Path folder = exported(lambda);
        if (folder != null && Project.isProject(folder)) {
            throw usage("--export: " + folder + " holds a project already; name another folder");
        }
        if (folder != null && Files.exists(folder) && !Files.isDirectory(folder)) {
            throw usage("--export: " + folder + " is a file; name a folder");
        }
    }

    private void export(Project project, PolarityPoint point, DatasetSummary dataset) throws IOException {
        Path folder = exported(point.lambda());
        if (folder == null) {
            return;
        }
        ProjectSettings settings = project.settings();
        Path source = data.path;
        // A path of the command line is relative to where it was given, not to the project.
        Project named = source == null
                ? project
                : project.withSettings(
                        settings.withData(source.toAbsolutePath().normalize().toString()));
        String lambda = "λ " + PolarityReport.number(point.lambda());
        Project made = ProjectExport.make(
                named,
                settings.name() + ", " + lambda,
                "Found by a polarity search, " + lambda + ". Accuracy on held-out training data "
                        + Texts.percent(point.accuracy().mean()) + " over "
                        + point.accuracy().draws().size() + " chips.",
                point.trained().design(),
                folder);
        new ResultStore(made).save(new TrainedResult(point.trained(), dataset));
    }
}
