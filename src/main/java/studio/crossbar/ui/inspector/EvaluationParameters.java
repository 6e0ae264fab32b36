package studio.crossbar.ui.inspector;

import studio.crossbar.study.ProjectSettings;
import studio.crossbar.ui.common.NumberParameter;
import studio.crossbar.ui.common.NumberParameter.Spec;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Unit;

/** How trained networks are measured. */
final class EvaluationParameters {

    private EvaluationParameters() {}

    static NumberParameter draws(EditedParameters<ProjectSettings> settings) {
        return settings.number(
                Spec.whole(
                                "draws",
                                Texts.get("inspector.evaluation.draws.name"),
                                "n",
                                Unit.NONE,
                                1,
                                ProjectSettings.MOST_DRAWS,
                                10,
                                Texts.get("inspector.evaluation.draws.help"))
                        .usually(1, 100),
                ProjectSettings::draws,
                (now, value) -> now.withDraws(value.intValue()));
    }
}
