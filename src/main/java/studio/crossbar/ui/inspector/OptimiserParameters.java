package studio.crossbar.ui.inspector;

import java.util.List;
import studio.crossbar.design.LearningSchedule;
import studio.crossbar.design.Optimiser;
import studio.crossbar.design.Recipe;
import studio.crossbar.ui.common.ChoiceParameter;
import studio.crossbar.ui.common.ChoiceParameter.Option;
import studio.crossbar.ui.common.NumberParameter;
import studio.crossbar.ui.common.NumberParameter.Scale;
import studio.crossbar.ui.common.NumberParameter.Spec;
import studio.crossbar.ui.common.Parameter;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Unit;

/** How gradients become steps, with ranges and defaults of {@link Recipe}. */
final class OptimiserParameters {

    private static final Recipe STANDARD = Recipe.standard();

    private final InspectorViewModel model;

    private OptimiserParameters(InspectorViewModel model) {
        this.model = model;
    }

    static Parameter[] of(InspectorViewModel model) {
        OptimiserParameters parameters = new OptimiserParameters(model);
        return new Parameter[] {
            parameters.optimiser(),
            parameters.momentum(),
            parameters.schedule(),
            parameters.floatRate(),
            parameters.weightDecay(),
            parameters.weightClipping()
        };
    }

    private ChoiceParameter<Optimiser> optimiser() {
        return RecipeEdits.choice(
                model,
                new ChoiceParameter<>(
                        "optimiser",
                        Texts.get("inspector.optimiser.rule.name"),
                        Texts.get("inspector.optimiser.rule.help"),
                        List.of(
                                new Option<>(
                                        Optimiser.ADAM_W,
                                        Texts.get("inspector.optimiser.adamW.label"),
                                        Texts.get("inspector.optimiser.adamW.help")),
                                new Option<>(
                                        Optimiser.SGD,
                                        Texts.get("inspector.optimiser.sgd.label"),
                                        Texts.get("inspector.optimiser.sgd.help"))),
                        STANDARD.optimiser()),
                Recipe::optimiser,
                (recipe, value) -> recipe.optimiser = value);
    }

    private NumberParameter momentum() {
        return RecipeEdits.number(
                model,
                new Spec(
                        "momentum",
                        Texts.get("inspector.optimiser.momentum.name"),
                        "μ",
                        Unit.NONE,
                        0,
                        0.99,
                        0,
                        0.99,
                        STANDARD.momentum(),
                        3,
                        0.01,
                        Scale.LINEAR,
                        Texts.get("inspector.optimiser.momentum.help")),
                Recipe::momentum,
                (recipe, value) -> recipe.momentum = value);
    }

    private ChoiceParameter<LearningSchedule> schedule() {
        return RecipeEdits.choice(
                model,
                new ChoiceParameter<>(
                        "rate-schedule",
                        Texts.get("inspector.optimiser.schedule.name"),
                        Texts.get("inspector.optimiser.schedule.help"),
                        List.of(
                                new Option<>(
                                        LearningSchedule.ONE_CYCLE,
                                        Texts.get("inspector.optimiser.oneCycle.label"),
                                        Texts.get("inspector.optimiser.oneCycle.help")),
                                new Option<>(
                                        LearningSchedule.COSINE,
                                        Texts.get("inspector.optimiser.cosine.label"),
                                        Texts.get("inspector.optimiser.cosine.help"))),
                        STANDARD.schedule()),
                Recipe::schedule,
                (recipe, value) -> recipe.schedule = value);
    }

    private NumberParameter floatRate() {
        return RecipeEdits.number(
                model,
                new Spec(
                        "float-learning-rate",
                        Texts.get("inspector.optimiser.floatRate.name"),
                        "η_f",
                        Unit.NONE,
                        1e-6,
                        1,
                        1e-4,
                        0.02,
                        STANDARD.floatLearningRate(),
                        6,
                        1e-4,
                        Scale.LINEAR,
                        Texts.get("inspector.optimiser.floatRate.help")),
                Recipe::floatLearningRate,
                (recipe, value) -> recipe.floatLearningRate = value);
    }

    private NumberParameter weightDecay() {
        return RecipeEdits.number(
                model,
                new Spec(
                        "weight-decay",
                        Texts.get("inspector.optimiser.weightDecay.name"),
                        "λ",
                        Unit.NONE,
                        0,
                        1,
                        0,
                        0.1,
                        STANDARD.weightDecay(),
                        5,
                        1e-3,
                        Scale.LINEAR,
                        Texts.get("inspector.optimiser.weightDecay.help")),
                Recipe::weightDecay,
                (recipe, value) -> recipe.weightDecay = value);
    }

    private NumberParameter weightClipping() {
        return RecipeEdits.number(
                model,
                new Spec(
                        "weight-clipping",
                        Texts.get("inspector.optimiser.weightClipping.name"),
                        "c_w",
                        Unit.NONE,
                        0,
                        20,
                        0,
                        5,
                        STANDARD.weightClipping(),
                        2,
                        0.25,
                        Scale.LINEAR,
                        Texts.get("inspector.optimiser.weightClipping.help")),
                Recipe::weightClipping,
                (recipe, value) -> recipe.weightClipping = value);
    }
}
