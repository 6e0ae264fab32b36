package studio.crossbar.ui.inspector;

import java.util.List;
import studio.crossbar.design.PolarityStart;
import studio.crossbar.design.Recipe;
import studio.crossbar.ui.common.ChoiceParameter;
import studio.crossbar.ui.common.ChoiceParameter.Option;
import studio.crossbar.ui.common.NumberParameter;
import studio.crossbar.ui.common.NumberParameter.Scale;
import studio.crossbar.ui.common.NumberParameter.Spec;
import studio.crossbar.ui.common.Parameter;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Unit;

/** What of training is changed more seldom, with ranges and defaults of {@link Recipe}. */
final class TrainingDetails {

    private static final Recipe STANDARD = Recipe.standard();

    private final InspectorViewModel model;

    private TrainingDetails(InspectorViewModel model) {
        this.model = model;
    }

    static Parameter[] of(InspectorViewModel model) {
        TrainingDetails details = new TrainingDetails(model);
        return new Parameter[] {
            details.labelSmoothing(),
            details.distillation(),
            details.ramp(),
            details.bitRamp(),
            details.batchNormalisation(),
            details.flip(),
            details.polarityStart(),
            details.validation()
        };
    }

    private NumberParameter labelSmoothing() {
        return RecipeEdits.number(
                model,
                share(
                        "label-smoothing",
                        Texts.get("inspector.details.labelSmoothing.name"),
                        "ε",
                        0.5,
                        STANDARD.labelSmoothing(),
                        Texts.get("inspector.details.labelSmoothing.help")),
                Recipe::labelSmoothing,
                (recipe, value) -> recipe.labelSmoothing = value);
    }

    private NumberParameter distillation() {
        return RecipeEdits.number(
                model,
                share(
                        "distillation",
                        Texts.get("inspector.details.distillation.name"),
                        "α",
                        1,
                        STANDARD.distillation(),
                        Texts.get("inspector.details.distillation.help")),
                Recipe::distillation,
                (recipe, value) -> recipe.distillation = value);
    }

    private NumberParameter ramp() {
        return RecipeEdits.number(
                model,
                Spec.whole(
                                "ramp-epochs",
                                Texts.get("inspector.details.ramp.name"),
                                "E_r",
                                Unit.NONE,
                                0,
                                1000,
                                STANDARD.rampEpochs(),
                                Texts.get("inspector.details.ramp.help"))
                        .usually(0, 50),
                Recipe::rampEpochs,
                (recipe, value) -> recipe.rampEpochs = value.intValue());
    }

    private NumberParameter bitRamp() {
        return RecipeEdits.number(
                model,
                Spec.whole(
                                "bit-ramp-epochs",
                                Texts.get("inspector.details.bitRamp.name"),
                                "E_b",
                                Unit.NONE,
                                0,
                                1000,
                                STANDARD.bitRampEpochs(),
                                Texts.get("inspector.details.bitRamp.help"))
                        .usually(0, 50),
                Recipe::bitRampEpochs,
                (recipe, value) -> recipe.bitRampEpochs = value.intValue());
    }

    private ChoiceParameter<Boolean> batchNormalisation() {
        return RecipeEdits.choice(
                model,
                new ChoiceParameter<>(
                        "batch-normalisation",
                        Texts.get("inspector.details.batchNormalisation.name"),
                        Texts.get("inspector.details.batchNormalisation.help"),
                        offOn(
                                Texts.get("inspector.details.batchNormalisation.off"),
                                Texts.get("inspector.details.batchNormalisation.on")),
                        STANDARD.batchNormalisation()),
                Recipe::batchNormalisation,
                (recipe, value) -> recipe.batchNormalisation = value);
    }

    private ChoiceParameter<Boolean> flip() {
        return RecipeEdits.choice(
                model,
                new ChoiceParameter<>(
                        "flip",
                        Texts.get("inspector.details.flip.name"),
                        Texts.get("inspector.details.flip.help"),
                        offOn(Texts.get("inspector.details.flip.off"), Texts.get("inspector.details.flip.on")),
                        STANDARD.flip()),
                Recipe::flip,
                (recipe, value) -> recipe.flip = value);
    }

    private ChoiceParameter<PolarityStart> polarityStart() {
        return RecipeEdits.choice(
                model,
                new ChoiceParameter<>(
                        "polarity-start",
                        Texts.get("inspector.details.polarityStart.name"),
                        Texts.get("inspector.details.polarityStart.help"),
                        List.of(
                                new Option<>(
                                        PolarityStart.RANDOM,
                                        Texts.get("inspector.details.random.label"),
                                        Texts.get("inspector.details.random.help")),
                                new Option<>(
                                        PolarityStart.FLOAT,
                                        Texts.get("inspector.details.float.label"),
                                        Texts.get("inspector.details.float.help"))),
                        STANDARD.polarityStart()),
                Recipe::polarityStart,
                (recipe, value) -> recipe.polarityStart = value);
    }

    private NumberParameter validation() {
        return RecipeEdits.number(
                model,
                Spec.whole(
                                "validation",
                                Texts.get("inspector.details.validation.name"),
                                "n_v",
                                Unit.NONE,
                                0,
                                99,
                                STANDARD.validationSubjects(),
                                Texts.get("inspector.details.validation.help"))
                        .usually(0, 20),
                Recipe::validationSubjects,
                (recipe, value) -> recipe.validationSubjects = value.intValue());
    }

    private static List<Option<Boolean>> offOn(String off, String on) {
        return List.of(
                new Option<>(false, Texts.get("inspector.details.off.label"), off),
                new Option<>(true, Texts.get("inspector.details.on.label"), on));
    }

    private static Spec share(String id, String name, String symbol, double high, double standard, String help) {
        return new Spec(id, name, symbol, Unit.NONE, 0, high, 0, high, standard, 3, 0.01, Scale.LINEAR, help);
    }
}
