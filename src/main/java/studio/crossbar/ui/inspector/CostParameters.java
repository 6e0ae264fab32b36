package studio.crossbar.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import studio.crossbar.cost.AdcKind;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Floorplan;
import studio.crossbar.cost.InputDrive;
import studio.crossbar.cost.RangeAdaptation;
import studio.crossbar.cost.Schedule;
import studio.crossbar.hardware.Subtraction;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.ui.common.ChoiceParameter;
import studio.crossbar.ui.common.ChoiceParameter.Option;
import studio.crossbar.ui.common.NumberParameter;
import studio.crossbar.ui.common.NumberParameter.Scale;
import studio.crossbar.ui.common.NumberParameter.Spec;
import studio.crossbar.ui.common.Parameter;
import studio.crossbar.ui.common.Unit;

/** What a bill assumes beyond the design, with ranges and defaults of {@link CostOptions}. */
final class CostParameters {

    /** Nodes that can be chosen; {@code project.json} takes any between. */
    private static final double[] NODES = {130, 65, 45, 32, 22, 14, 7};

    private final EditedParameters<ProjectSettings> settings;

    private CostParameters(EditedParameters<ProjectSettings> settings) {
        this.settings = settings;
    }

    static Parameter[] of(EditedParameters<ProjectSettings> settings) {
        CostParameters cost = new CostParameters(settings);
        return new Parameter[] {
            cost.schedule(),
            cost.mostReplicas(),
            cost.reads(),
            cost.adc(),
            cost.columnsPerAdc(),
            cost.subtraction(),
            cost.adaptation(),
            cost.drive(),
            cost.floorplan(),
            cost.node(),
            cost.meanSquareInput()
        };
    }

    private ChoiceParameter<Schedule> schedule() {
        return choice(
                "Schedule",
                "Who works when, and so which parts are built how often.",
                List.of(
                        new Option<>(
                                Schedule.LAYER_SERIAL,
                                "Serial",
                                "One layer after the other on one set of drivers, converters and logic."),
                        new Option<>(
                                Schedule.LAYER_PARALLEL,
                                "Parallel",
                                "Each layer has its own; successive samples overlap."),
                        new Option<>(
                                Schedule.LAYER_PARALLEL_REPLICATED,
                                "Replicated",
                                "The same, with slow layers built several times to balance the pipeline.")),
                CostOptions::schedule,
                CostOptions::withSchedule);
    }

    private NumberParameter mostReplicas() {
        return number(
                Spec.whole(
                                "Most replicas",
                                "n_max",
                                Unit.NONE,
                                1,
                                1024,
                                CostOptions.STANDARD.mostReplicas(),
                                "Limit of the replicated schedule.")
                        .logarithmic(),
                CostOptions::mostReplicas,
                (options, value) -> options.withMostReplicas(value.intValue()));
    }

    private ChoiceParameter<Boolean> reads() {
        return choice(
                "Reads",
                "Whether the next read settles while the last one's columns are converted.",
                List.of(
                        new Option<>(false, "In turn", "A read begins when all columns are converted."),
                        new Option<>(true, "Overlapped", "Sample and hold keeps the last read meanwhile.")),
                CostOptions::overlapped,
                CostOptions::withOverlapped);
    }

    private ChoiceParameter<AdcKind> adc() {
        return choice(
                "ADC kind",
                "One that the technology has; another is refused.",
                List.of(
                        new Option<>(AdcKind.TECHNOLOGY, "Own", "Whatever the technology names as its own."),
                        new Option<>(AdcKind.SAR, "SAR", "Successive approximation, a step a bit."),
                        new Option<>(AdcKind.FLASH, "Flash", "A comparator a level, one step."),
                        new Option<>(AdcKind.RAMP, "Ramp", "A comparator against a rising reference, a step a level."),
                        new Option<>(AdcKind.SENSE_AMPLIFIER, "Sense amp", "A chain of sense amplifiers, one a level."),
                        new Option<>(AdcKind.SURVEY, "Survey", "A regression over Murmann's survey.")),
                CostOptions::adc,
                CostOptions::withAdc);
    }

    private NumberParameter columnsPerAdc() {
        return number(
                Spec.whole(
                                "Columns an ADC",
                                "m",
                                Unit.NONE,
                                0,
                                4096,
                                0,
                                "Columns that take turns at one ADC; 0 takes the technology's number.")
                        .usually(0, 128),
                CostOptions::columnsPerAdc,
                (options, value) -> options.withColumnsPerAdc(value.intValue()));
    }

    private ChoiceParameter<Subtraction> subtraction() {
        return choice(
                "Subtraction",
                "Where the columns of a differential pair are subtracted.",
                List.of(
                        new Option<>(Subtraction.ANALOG, "Analog", "By a current subtractor before one conversion."),
                        new Option<>(Subtraction.DIGITAL, "Digital", "After two conversions a pair.")),
                CostOptions::subtraction,
                CostOptions::withSubtraction);
    }

    private ChoiceParameter<RangeAdaptation> adaptation() {
        return choice(
                "Range adaptation",
                "How converters meet ranges that differ from layer to layer.",
                List.of(
                        new Option<>(
                                RangeAdaptation.PROGRAMMABLE_GAIN,
                                "Gain stages",
                                "A programmable gain an ADC, so that layers can share it."),
                        new Option<>(
                                RangeAdaptation.OWN_CONVERTERS,
                                "Own converters",
                                "A converter design a layer: nothing analog is shared.")),
                CostOptions::adaptation,
                CostOptions::withAdaptation);
    }

    private ChoiceParameter<InputDrive> drive() {
        return choice(
                "Row drive",
                "How an input code drives its row.",
                List.of(
                        new Option<>(InputDrive.VOLTAGE, "Voltage", "A voltage from a DAC."),
                        new Option<>(InputDrive.PULSE_WIDTH, "Pulse width", "The length of a pulse of full voltage.")),
                CostOptions::drive,
                CostOptions::withDrive);
    }

    private ChoiceParameter<Floorplan> floorplan() {
        return choice(
                "Floorplan",
                "How much is built of what the mapping needs.",
                List.of(
                        new Option<>(Floorplan.TRIMMED, "Trimmed", "A chip for this network alone."),
                        new Option<>(Floorplan.MACROS, "Macros", "Whole crossbars in whole macros.")),
                CostOptions::floorplan,
                CostOptions::withFloorplan);
    }

    private ChoiceParameter<Optional<Double>> node() {
        List<Option<Optional<Double>>> options = new ArrayList<>();
        options.add(new Option<>(Optional.empty(), "Own", "The technology's own node."));
        for (double node : NODES) {
            options.add(new Option<>(
                    Optional.of(node),
                    (int) node + " nm",
                    "Circuits scaled to " + (int) node + " nm by published tables."));
        }
        return settings.choice(
                new ChoiceParameter<>(
                        "Node",
                        "Node of the circuits; the device stays. None is chosen where project.json names another.",
                        options,
                        Optional.empty()),
                now -> Optional.ofNullable(now.cost().nodeNanometres()),
                (now, node) -> now.withCost(now.cost().withNode(node.orElse(null))));
    }

    private NumberParameter meanSquareInput() {
        return number(
                new Spec(
                        "Mean square input",
                        "x²",
                        Unit.NONE,
                        0,
                        1,
                        0,
                        1,
                        CostOptions.STANDARD.meanSquareInput(),
                        3,
                        0.01,
                        Scale.LINEAR,
                        "Of a row's input relative to the DAC's full scale, for inputs that were not measured."),
                CostOptions::meanSquareInput,
                CostOptions::withMeanSquareInput);
    }

    private NumberParameter number(
            Spec spec, Function<CostOptions, ? extends Number> get, BiFunction<CostOptions, Double, CostOptions> set) {
        return settings.number(
                spec, now -> get.apply(now.cost().options()).doubleValue(), (now, value) -> edited(now, set, value));
    }

    private <E> ChoiceParameter<E> choice(
            String name,
            String help,
            List<Option<E>> options,
            Function<CostOptions, E> get,
            BiFunction<CostOptions, E, CostOptions> set) {
        return settings.choice(
                new ChoiceParameter<>(name, help, options, get.apply(CostOptions.STANDARD)),
                now -> get.apply(now.cost().options()),
                (now, value) -> edited(now, set, value));
    }

    private static <E> ProjectSettings edited(
            ProjectSettings settings, BiFunction<CostOptions, E, CostOptions> set, E value) {
        return settings.withCost(
                settings.cost().withOptions(set.apply(settings.cost().options(), value)));
    }
}
