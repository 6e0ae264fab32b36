package studio.crossbar.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import studio.crossbar.data.Parts;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.simulation.ChipOptions;
import studio.crossbar.simulation.ChipStudy;
import studio.crossbar.simulation.ChipTimes;
import studio.crossbar.simulation.Sensitivity;
import studio.crossbar.simulation.SensitivityAnalysis;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectData;
import studio.crossbar.study.ResultStore;
import studio.crossbar.study.TrainedResult;

/** {@code crossbar sensitivity}. */
@Command(
        name = "sensitivity",
        description = "Which source of noise, layer or tile costs most accuracy: each alone, and its share of the whole"
                + " loss by Shapley's value.")
final class SensitivityCommand extends ProjectCommand {

    private static final int MOST_BUDGET = 1_000_000;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private ChipsMixin chips = new ChipsMixin();

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            description = "What to compare: source, layer or tile; source without it.")
    private SensitivityAnalysis.By by = SensitivityAnalysis.By.SOURCE;

    @Option(names = "--time", paramLabel = "AGE", description = "Age since programming, such as 1d; 0 without it.")
    private String time = "0";

    @Option(
            names = "--budget",
            paramLabel = "N",
            description =
                    "Most network evaluations (a chip on all test samples) for Shapley's value, beyond those of each"
                            + " cause alone; 0 leaves it out. 1000 without it.")
    private int budget = 1000;

    @Override
    Report run(Project project, ResultStore store) throws Exception {
        if (budget < 0 || budget > MOST_BUDGET) {
            throw new ParameterException(spec.commandLine(), "--budget: " + budget + " is outside 0 … " + MOST_BUDGET);
        }
        double seconds = seconds();
        ChipOptions options = chips.options(project);
        TrainedResult trained = store.trained();
        Sensitivity result = job("Sensitivity of " + project.settings().name(), context -> {
            context.progress(0, "reading data");
            Parts parts = ProjectData.load(project, data.path);
            ProjectData.requireSame(trained, parts);
            MappedNetwork mapped = MappedNetwork.of(trained.network());
            try (ChipStudy study = new ChipStudy(mapped, parts.test(), parts.train())) {
                return SensitivityAnalysis.of(
                        study,
                        options,
                        by,
                        seconds,
                        chips.chips(),
                        budget,
                        project.design().seed(),
                        context::cancelled,
                        done -> context.progress(done, "simulating sets of causes"));
            }
        });
        return report(project, options, seconds, result);
    }

    private double seconds() {
        try {
            return ChipTimes.parse(time);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--time: " + e.getMessage(), e);
        }
    }

    private Report report(Project project, ChipOptions options, double seconds, Sensitivity result) {
        var device = options.device();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("design", project.design().name())
                .put("device", device == null ? "design" : device.name())
                .put("age_s", seconds)
                .put("chips", result.chips())
                .put("idealAccuracy", result.ideal())
                .put("accuracy", result.all())
                .put("evaluations", (long) result.evaluations() * result.chips())
                .put("exact", result.exact());
        ArrayNode causes = json.putArray("causes");
        TextTable table = new TextTable().header("cause", "alone", "share", "±");
        for (Sensitivity.Cause cause : result.causes()) {
            ObjectNode entry = causes.addObject();
            entry.put("name", cause.name()).put("alone", cause.alone());
            if (!Double.isNaN(cause.shapley())) {
                entry.put("shapley", cause.shapley());
            }
            if (!Double.isNaN(cause.standardError())) {
                entry.put("standardError", cause.standardError());
            }
            table.row(cause.name(), points(cause.alone()), points(cause.shapley()), points(cause.standardError()));
        }
        String head = new TextTable()
                .row(
                        "Design",
                        project.design().name() + ", seed " + project.design().seed())
                .row("Cells", device == null ? "the design's, Gaussian noise" : device.title())
                .row("Age", ChipTimes.text(seconds))
                .row(
                        "Accuracy",
                        Texts.percent(result.all()) + ", " + Texts.percent(result.ideal()) + " without any cause; "
                                + result.chips() + (result.chips() == 1 ? " chip" : " chips"))
                .row(
                        "Shares",
                        result.exact()
                                ? "of all " + result.evaluations() + " sets of causes"
                                : "from random orders, " + result.evaluations() + " sets of causes in all")
                .text();
        return new Report(head + "\nLoss in percentage points\n" + table.text(), json);
    }

    private static String points(double share) {
        return Double.isNaN(share) ? "-" : Texts.decimals(100 * share, 2);
    }
}
