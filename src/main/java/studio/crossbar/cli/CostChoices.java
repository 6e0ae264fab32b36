package studio.crossbar.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.crossbar.cost.AdcKind;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Floorplan;
import studio.crossbar.cost.InputDrive;
import studio.crossbar.cost.RangeAdaptation;
import studio.crossbar.cost.Schedule;
import studio.crossbar.cost.Technology;
import studio.crossbar.hardware.Subtraction;
import studio.crossbar.study.Project;
import studio.crossbar.study.Workflow;

/** Options for what a bill assumes beyond the design. */
final class CostChoices {

    private static final Map<String, String> OPTIONS =
            Map.of("node", "--node", "adc", "--adc", "drive", "--drive", "columnsPerAdc", "--columns-per-adc");

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
            description = "Who works when: ${COMPLETION-CANDIDATES}. Default: LAYER_SERIAL.")
    private @Nullable Schedule schedule;

    @Option(names = "--adc", paramLabel = "KIND", description = "Kind of ADC: ${COMPLETION-CANDIDATES}.")
    private @Nullable AdcKind adc;

    @Option(
            names = "--columns-per-adc",
            paramLabel = "N",
            description = "Columns that take turns at one ADC; the technology's number otherwise.")
    private @Nullable Integer columnsPerAdc;

    @Option(
            names = "--subtraction",
            paramLabel = "WHERE",
            description = "Of differential pairs: ${COMPLETION-CANDIDATES}. Default: ANALOG, as trained.")
    private @Nullable Subtraction subtraction;

    @Option(
            names = "--adaptation",
            paramLabel = "HOW",
            description = "To ranges a layer: ${COMPLETION-CANDIDATES}. Default: PROGRAMMABLE_GAIN.")
    private @Nullable RangeAdaptation adaptation;

    @Option(
            names = "--drive",
            paramLabel = "HOW",
            description = "Of the rows: ${COMPLETION-CANDIDATES}. Default: VOLTAGE.")
    private @Nullable InputDrive drive;

    @Option(
            names = "--floorplan",
            paramLabel = "HOW",
            description = "How much is built: ${COMPLETION-CANDIDATES}. Default: TRIMMED.")
    private @Nullable Floorplan floorplan;

    @Option(names = "--overlapped", description = "Reads settle while the last ones are converted.")
    private boolean overlapped;

    /**
     * A message of the cost model with the option in place of the field that it begins with, if it begins with one that an
     * option gives.
     */
    static String byOption(String message) {
        int colon = message.indexOf(':');
        String option = colon < 0 ? null : OPTIONS.get(message.substring(0, colon));
        return option == null ? message : option + message.substring(colon);
    }

    CostOptions options() {
        CostOptions options = CostOptions.STANDARD.withOverlapped(overlapped);
        options = schedule == null ? options : options.withSchedule(schedule);
        options = adc == null ? options : options.withAdc(adc);
        options = columnsPerAdc == null ? options : options.withColumnsPerAdc(columnsPerAdc);
        options = subtraction == null ? options : options.withSubtraction(subtraction);
        options = adaptation == null ? options : options.withAdaptation(adaptation);
        options = drive == null ? options : options.withDrive(drive);
        return floorplan == null ? options : options.withFloorplan(floorplan);
    }

    Technology technology(Project project) throws IOException {
        Technology found = technology == null ? Workflow.technology(project) : named(technology);
        return node == null ? found : found.scaledTo(node);
    }

    private static Technology named(String name) throws IOException {
        Path file = Path.of(name);
        return name.endsWith(".json") || Files.isRegularFile(file) ? Technology.load(file) : Technology.bundled(name);
    }
}
