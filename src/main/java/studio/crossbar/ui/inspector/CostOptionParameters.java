package studio.crossbar.ui.inspector;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.ui.common.ChoiceParameter;
import studio.crossbar.ui.common.ChoiceParameter.Option;
import studio.crossbar.ui.common.NumberParameter;
import studio.crossbar.ui.common.NumberParameter.Spec;

/** Parameters that follow and edit the cost options of the project's settings. */
final class CostOptionParameters {

    private final EditedParameters<ProjectSettings> settings;

    CostOptionParameters(EditedParameters<ProjectSettings> settings) {
        this.settings = settings;
    }

    NumberParameter number(
            Spec spec, Function<CostOptions, ? extends Number> get, BiFunction<CostOptions, Double, CostOptions> set) {
        return settings.number(
                spec, now -> get.apply(now.cost().options()).doubleValue(), (now, value) -> edited(now, set, value));
    }

    <E> ChoiceParameter<E> choice(
            String id,
            String name,
            String help,
            List<Option<E>> options,
            Function<CostOptions, E> get,
            BiFunction<CostOptions, E, CostOptions> set) {
        return settings.choice(
                new ChoiceParameter<>(id, name, help, options, get.apply(CostOptions.STANDARD)),
                now -> get.apply(now.cost().options()),
                (now, value) -> edited(now, set, value));
    }

    private static <E> ProjectSettings edited(
            ProjectSettings settings, BiFunction<CostOptions, E, CostOptions> set, E value) {
        return settings.withCost(
                settings.cost().withOptions(set.apply(settings.cost().options(), value)));
    }
}
