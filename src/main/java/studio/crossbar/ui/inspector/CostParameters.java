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
import studio.crossbar.ui.common.Texts;
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
                Texts.get("inspector.cost.schedule.name"),
                Texts.get("inspector.cost.schedule.help"),
                List.of(
                        new Option<>(
                                Schedule.LAYER_SERIAL,
                                Texts.get("inspector.cost.serial.label"),
                                Texts.get("inspector.cost.serial.help")),
                        new Option<>(
                                Schedule.LAYER_PARALLEL,
                                Texts.get("inspector.cost.parallel.label"),
                                Texts.get("inspector.cost.parallel.help")),
                        new Option<>(
                                Schedule.LAYER_PARALLEL_REPLICATED,
                                Texts.get("inspector.cost.replicated.label"),
                                Texts.get("inspector.cost.replicated.help"))),
                CostOptions::schedule,
                CostOptions::withSchedule);
    }

    private NumberParameter mostReplicas() {
        return number(
                Spec.whole(
                                Texts.get("inspector.cost.mostReplicas.name"),
                                "n_max",
                                Unit.NONE,
                                1,
                                1024,
                                CostOptions.STANDARD.mostReplicas(),
                                Texts.get("inspector.cost.mostReplicas.help"))
                        .logarithmic(),
                CostOptions::mostReplicas,
                (options, value) -> options.withMostReplicas(value.intValue()));
    }

    private ChoiceParameter<Boolean> reads() {
        return choice(
                Texts.get("inspector.cost.reads.name"),
                Texts.get("inspector.cost.reads.help"),
                List.of(
                        new Option<>(
                                false,
                                Texts.get("inspector.cost.inTurn.label"),
                                Texts.get("inspector.cost.inTurn.help")),
                        new Option<>(
                                true,
                                Texts.get("inspector.cost.overlapped.label"),
                                Texts.get("inspector.cost.overlapped.help"))),
                CostOptions::overlapped,
                CostOptions::withOverlapped);
    }

    private ChoiceParameter<AdcKind> adc() {
        return choice(
                Texts.get("inspector.cost.adc.name"),
                Texts.get("inspector.cost.adc.help"),
                List.of(
                        new Option<>(
                                AdcKind.TECHNOLOGY,
                                Texts.get("inspector.cost.ownAdc.label"),
                                Texts.get("inspector.cost.ownAdc.help")),
                        new Option<>(
                                AdcKind.SAR,
                                Texts.get("inspector.cost.sar.label"),
                                Texts.get("inspector.cost.sar.help")),
                        new Option<>(
                                AdcKind.FLASH,
                                Texts.get("inspector.cost.flash.label"),
                                Texts.get("inspector.cost.flash.help")),
                        new Option<>(
                                AdcKind.RAMP,
                                Texts.get("inspector.cost.ramp.label"),
                                Texts.get("inspector.cost.ramp.help")),
                        new Option<>(
                                AdcKind.SENSE_AMPLIFIER,
                                Texts.get("inspector.cost.senseAmplifier.label"),
                                Texts.get("inspector.cost.senseAmplifier.help")),
                        new Option<>(
                                AdcKind.SURVEY,
                                Texts.get("inspector.cost.survey.label"),
                                Texts.get("inspector.cost.survey.help"))),
                CostOptions::adc,
                CostOptions::withAdc);
    }

    private NumberParameter columnsPerAdc() {
        return number(
                Spec.whole(
                                Texts.get("inspector.cost.columnsPerAdc.name"),
                                "m",
                                Unit.NONE,
                                0,
                                4096,
                                0,
                                Texts.get("inspector.cost.columnsPerAdc.help"))
                        .usually(0, 128),
                CostOptions::columnsPerAdc,
                (options, value) -> options.withColumnsPerAdc(value.intValue()));
    }

    private ChoiceParameter<Subtraction> subtraction() {
        return choice(
                Texts.get("inspector.cost.subtraction.name"),
                Texts.get("inspector.cost.subtraction.help"),
                List.of(
                        new Option<>(
                                Subtraction.ANALOG,
                                Texts.get("inspector.cost.analog.label"),
                                Texts.get("inspector.cost.analog.help")),
                        new Option<>(
                                Subtraction.DIGITAL,
                                Texts.get("inspector.cost.digital.label"),
                                Texts.get("inspector.cost.digital.help"))),
                CostOptions::subtraction,
                CostOptions::withSubtraction);
    }

    private ChoiceParameter<RangeAdaptation> adaptation() {
        return choice(
                Texts.get("inspector.cost.adaptation.name"),
                Texts.get("inspector.cost.adaptation.help"),
                List.of(
                        new Option<>(
                                RangeAdaptation.PROGRAMMABLE_GAIN,
                                Texts.get("inspector.cost.gainStages.label"),
                                Texts.get("inspector.cost.gainStages.help")),
                        new Option<>(
                                RangeAdaptation.OWN_CONVERTERS,
                                Texts.get("inspector.cost.ownConverters.label"),
                                Texts.get("inspector.cost.ownConverters.help"))),
                CostOptions::adaptation,
                CostOptions::withAdaptation);
    }

    private ChoiceParameter<InputDrive> drive() {
        return choice(
                Texts.get("inspector.cost.drive.name"),
                Texts.get("inspector.cost.drive.help"),
                List.of(
                        new Option<>(
                                InputDrive.VOLTAGE,
                                Texts.get("inspector.cost.voltage.label"),
                                Texts.get("inspector.cost.voltage.help")),
                        new Option<>(
                                InputDrive.PULSE_WIDTH,
                                Texts.get("inspector.cost.pulseWidth.label"),
                                Texts.get("inspector.cost.pulseWidth.help"))),
                CostOptions::drive,
                CostOptions::withDrive);
    }

    private ChoiceParameter<Floorplan> floorplan() {
        return choice(
                Texts.get("inspector.cost.floorplan.name"),
                Texts.get("inspector.cost.floorplan.help"),
                List.of(
                        new Option<>(
                                Floorplan.TRIMMED,
                                Texts.get("inspector.cost.trimmed.label"),
                                Texts.get("inspector.cost.trimmed.help")),
                        new Option<>(
                                Floorplan.MACROS,
                                Texts.get("inspector.cost.macros.label"),
                                Texts.get("inspector.cost.macros.help"))),
                CostOptions::floorplan,
                CostOptions::withFloorplan);
    }

    private ChoiceParameter<Optional<Double>> node() {
        List<Option<Optional<Double>>> options = new ArrayList<>();
        options.add(new Option<>(
                Optional.empty(), Texts.get("inspector.cost.ownNode.label"), Texts.get("inspector.cost.ownNode.help")));
        for (double node : NODES) {
            options.add(new Option<>(
                    Optional.of(node),
                    Texts.format("inspector.cost.scaledNode.label", (int) node),
                    Texts.format("inspector.cost.scaledNode.help", (int) node)));
        }
        return settings.choice(
                new ChoiceParameter<>(
                        Texts.get("inspector.cost.node.name"),
                        Texts.get("inspector.cost.node.help"),
                        options,
                        Optional.empty()),
                now -> Optional.ofNullable(now.cost().nodeNanometres()),
                (now, node) -> now.withCost(now.cost().withNode(node.orElse(null))));
    }

    private NumberParameter meanSquareInput() {
        return number(
                new Spec(
                        Texts.get("inspector.cost.meanSquareInput.name"),
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
                        Texts.get("inspector.cost.meanSquareInput.help")),
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
