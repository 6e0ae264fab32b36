package studio.crossbar.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Floorplan;
import studio.crossbar.cost.Schedule;
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
    private final CostOptionParameters options;

    private CostParameters(EditedParameters<ProjectSettings> settings) {
        this.settings = settings;
        options = new CostOptionParameters(settings);
    }

    static Parameter[] of(EditedParameters<ProjectSettings> settings) {
        CostParameters cost = new CostParameters(settings);
        ConverterCostParameters converters = new ConverterCostParameters(cost.options);
        return new Parameter[] {
            cost.schedule(),
            cost.mostReplicas(),
            cost.reads(),
            converters.adc(),
            converters.columnsPerAdc(),
            converters.subtraction(),
            converters.adaptation(),
            converters.drive(),
            cost.floorplan(),
            cost.node(),
            cost.meanSquareInput()
        };
    }

    private ChoiceParameter<Schedule> schedule() {
        return options.choice(
                "schedule",
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
        return options.number(
                Spec.whole(
                                "most-replicas",
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
        return options.choice(
                "reads",
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

    private ChoiceParameter<Floorplan> floorplan() {
        return options.choice(
                "floorplan",
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
        List<Option<Optional<Double>>> nodes = new ArrayList<>();
        nodes.add(new Option<>(
                Optional.empty(), Texts.get("inspector.cost.ownNode.label"), Texts.get("inspector.cost.ownNode.help")));
        for (double node : NODES) {
            nodes.add(new Option<>(
                    Optional.of(node),
                    Texts.format("inspector.cost.scaledNode.label", (int) node),
                    Texts.format("inspector.cost.scaledNode.help", (int) node)));
        }
        return settings.choice(
                new ChoiceParameter<>(
                        "node",
                        Texts.get("inspector.cost.node.name"),
                        Texts.get("inspector.cost.node.help"),
                        nodes,
                        Optional.empty()),
                now -> Optional.ofNullable(now.cost().nodeNanometres()),
                (now, node) -> now.withCost(now.cost().withNode(node.orElse(null))));
    }

    private NumberParameter meanSquareInput() {
        return options.number(
                new Spec(
                        "mean-square-input",
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
}
