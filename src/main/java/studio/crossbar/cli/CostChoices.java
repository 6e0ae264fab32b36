package studio.crossbar.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import studio.crossbar.cost.AdcKind;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Floorplan;
import studio.crossbar.cost.InputDrive;
import studio.crossbar.cost.RangeAdaptation;
import studio.crossbar.cost.Schedule;
import studio.crossbar.cost.Technology;
import studio.crossbar.hardware.Subtraction;
import studio.crossbar.study.CostSettings;
import studio.crossbar.study.Costing;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectCosting;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.study.TechnologyStore;

/** Options for what a bill assumes beyond the design; those of the project hold where none is given. */
final class CostChoices {

    private static final Map<String, String> OPTIONS = Map.of(
            "node", "--node",
            "adc", "--adc",
            "drive", "--drive",
            "columnsPerAdc", "--columns-per-adc",
            "mostReplicas", "--most-replicas",
            "meanSquareInput", "--mean-square-input");

    @Option(
            names = "--technology",
            paramLabel = "NAME|FILE",
            description = "Technology file: a name in assets/technology or a path; the project's otherwise.")
    private @Nullable String technology;

    @Option(
            names = "--node",
            paramLabel = "NM",
            description = "Scale the technology's circuits to this node, 7 to 130 nm, by published tables.")
    private @Nullable Double node;

    @Option(
            names = "--schedule",
            paramLabel = "WHEN",
            description = "Who works when: ${COMPLETION-CANDIDATES}. LAYER_SERIAL unless the project says otherwise.")
    private @Nullable Schedule schedule;

    @Option(names = "--adc", paramLabel = "KIND", description = "Kind of ADC: ${COMPLETION-CANDIDATES}.")
    private @Nullable AdcKind adc;

    @Option(
            names = "--columns-per-adc",
            paramLabel = "N",
            description = "Columns that take turns at one ADC; 0 for the technology's number.")
    private @Nullable Integer columnsPerAdc;

    @Option(
            names = "--subtraction",
            paramLabel = "WHERE",
            description = "Of differential pairs: ${COMPLETION-CANDIDATES}. ANALOG, as trained, unless the project says"
                    + " otherwise.")
    private @Nullable Subtraction subtraction;

    @Option(
            names = "--adaptation",
            paramLabel = "HOW",
            description =
                    "To ranges a layer: ${COMPLETION-CANDIDATES}. PROGRAMMABLE_GAIN unless the project says otherwise.")
    private @Nullable RangeAdaptation adaptation;

    @Option(
            names = "--drive",
            paramLabel = "HOW",
            description = "Of the rows: ${COMPLETION-CANDIDATES}. VOLTAGE unless the project says otherwise.")
    private @Nullable InputDrive drive;

    @Option(
            names = "--floorplan",
            paramLabel = "HOW",
            description = "How much is built: ${COMPLETION-CANDIDATES}. TRIMMED unless the project says otherwise.")
    private @Nullable Floorplan floorplan;

    @Option(
            names = "--overlapped",
            negatable = true,
            description = "Reads settle while the last ones are converted, or after them (--no-overlapped).")
    private @Nullable Boolean overlapped;

    @Option(
            names = "--most-replicas",
            paramLabel = "N",
            description = "Limit of the schedule LAYER_PARALLEL_REPLICATED, 1 to 1024.")
    private @Nullable Integer mostReplicas;

    @Option(
            names = "--mean-square-input",
            paramLabel = "SHARE",
            description = "Of inputs that were not measured, relative to the DAC's full scale, 0 to 1.")
    private @Nullable Double meanSquareInput;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec verb;

    /**
     * The choices over those of {@code project}.
     *
     * @throws ParameterException if one is outside its range
     * @throws IOException if there is no such technology file or it is not valid
     */
    Costing costing(Project project) throws IOException {
        try {
            return new Costing(
                    technology(project), options(project.settings().cost().options()));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(verb.commandLine(), byOption(String.valueOf(e.getMessage())), e);
        }
    }

    /** Settings that have {@code project} costed as {@link #costing} does, but for a {@link #technologyFile}. */
    ProjectSettings settings(Project project) {
        ProjectSettings own = project.settings();
        CostSettings costs = own.cost().withOptions(options(own.cost().options()));
        costs = node == null ? costs : costs.withNode(node);
        ProjectSettings costed = own.withCost(costs);
        return technology == null || technologyFile() != null ? costed : costed.withTechnology(technology);
    }

    /** The file of unit costs that was given; null for a name or nothing. */
    @Nullable
    Path technologyFile() {
        Path file = technology == null || technology.isBlank() ? null : Path.of(technology);
        return file != null && Files.exists(file) && !Files.isDirectory(file) ? file : null;
    }

    /**
     * Settings of {@code project} with these choices in place of its own, for a project that is made of its design.
     *
     * @throws ParameterException if the technology file has a name that no project can have
     */
    ProjectSettings exported(Project project) {
        Path file = technologyFile();
        return file == null ? settings(project) : settings(project).withTechnology(path(file));
    }

    private String path(Path file) {
        if (!file.toString().endsWith(TechnologyStore.ENDING)) {
            throw new ParameterException(
                    verb.commandLine(),
                    "--technology: " + file + " does not end in " + TechnologyStore.ENDING
                            + ", as a technology file of a project does; rename it");
        }
        return file.toAbsolutePath().normalize().toString();
    }

    /**
     * A message of the cost model with its culprit in place of the field that it begins with: the option, if it was given,
     * otherwise the project's setting.
     */
    String byOption(String message) {
        int colon = message.indexOf(':');
        String field = colon < 0 ? "" : message.substring(0, colon);
        String option = OPTIONS.get(field);
        if (option == null) {
            return message;
        }
        boolean given = verb.commandLine() != null
                && verb.commandLine().getParseResult() != null
                && verb.commandLine().getParseResult().hasMatchedOption(option);
        return given
                ? option + message.substring(colon)
                : "cost." + field + " in project.json" + message.substring(colon);
    }

    private CostOptions options(CostOptions own) {
        CostOptions options = overlapped == null ? own : own.withOverlapped(overlapped);
        options = mostReplicas == null ? options : options.withMostReplicas(mostReplicas);
        options = meanSquareInput == null ? options : options.withMeanSquareInput(meanSquareInput);
        options = schedule == null ? options : options.withSchedule(schedule);
        options = adc == null ? options : options.withAdc(adc);
        options = columnsPerAdc == null ? options : options.withColumnsPerAdc(columnsPerAdc);
        options = subtraction == null ? options : options.withSubtraction(subtraction);
        options = adaptation == null ? options : options.withAdaptation(adaptation);
        options = drive == null ? options : options.withDrive(drive);
        return floorplan == null ? options : options.withFloorplan(floorplan);
    }

    private Technology technology(Project project) throws IOException {
        Technology found = technology == null ? ProjectCosting.technology(project) : named(technology, project);
        return node == null ? ProjectCosting.of(project, found).technology() : found.scaledTo(node);
    }

    private Technology named(String name, Project project) throws IOException {
        Path file = technologyFile();
        if (file != null) {
            return Technology.load(file);
        }
        List<String> names = Technology.names();
        if (names.contains(name)) {
            return Technology.bundled(name);
        }
        String set = project.settings().technology();
        String problem = !name.isBlank() && Files.isDirectory(Path.of(name))
                ? " is a folder; name a technology file in it, or one of " + String.join(", ", names)
                : " is none of " + String.join(", ", names) + ", and there is no such file; name one";
        throw new ParameterException(
                verb.commandLine(),
                "--technology: \"" + name + '"' + problem + ", or leave the option out for the project's, "
                        + (set == null ? Technology.STANDARD : set));
    }
}
