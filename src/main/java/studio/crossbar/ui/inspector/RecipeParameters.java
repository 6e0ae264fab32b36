package studio.crossbar.ui.inspector;

import studio.crossbar.data.Companding;
import studio.crossbar.design.Design;
import studio.crossbar.design.Recipe;
import studio.crossbar.ui.common.NumberParameter;
import studio.crossbar.ui.common.NumberParameter.Scale;
import studio.crossbar.ui.common.NumberParameter.Spec;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Unit;

/** Training, and the signals that enter it. */
final class RecipeParameters {

    /** Largest whole number up to which a field's number, a double, is exact. */
    private static final double EXACT_WHOLE = 1L << 53;

    /** Slider's end; floors below are typed. */
    private static final double USUAL_FLOOR_LOW = 1e-4;

    private RecipeParameters() {}

    static NumberParameter companding(InspectorViewModel model) {
        return model.number(
                share(
                        "companding",
                        Texts.get("inspector.signals.companding.name"),
                        "γ",
                        0.1,
                        1,
                        1,
                        2,
                        0.05,
                        Texts.get("inspector.signals.companding.help")),
                design -> design.companding().exponent(),
                (design, value) -> design.withCompanding(
                        new Companding(value, design.companding().floor())));
    }

    static NumberParameter compandingFloor(InspectorViewModel model) {
        return model.number(
                new Spec(
                        "companding-floor",
                        Texts.get("inspector.signals.floor.name"),
                        "v_0",
                        Unit.NONE,
                        Companding.SMALLEST_FLOOR,
                        Companding.LARGEST_FLOOR,
                        USUAL_FLOOR_LOW,
                        1,
                        Companding.NONE.floor(),
                        6,
                        0.001,
                        Scale.LOGARITHMIC,
                        Texts.get("inspector.signals.floor.help")),
                design -> design.companding().floor(),
                (design, value) ->
                        design.withCompanding(new Companding(design.companding().exponent(), value)));
    }

    static NumberParameter floatEpochs(InspectorViewModel model) {
        return model.number(
                Spec.whole(
                                "float-epochs",
                                Texts.get("inspector.training.floatEpochs.name"),
                                "E_f",
                                Unit.NONE,
                                1,
                                1000,
                                20,
                                Texts.get("inspector.training.floatEpochs.help"))
                        .usually(1, 200),
                design -> design.recipe().floatEpochs(),
                (design, value) -> design.withRecipe(design.recipe()
                        .withEpochs(value.intValue(), design.recipe().hardwareEpochs())));
    }

    static NumberParameter hardwareEpochs(InspectorViewModel model) {
        return model.number(
                Spec.whole(
                                "hardware-epochs",
                                Texts.get("inspector.training.hardwareEpochs.name"),
                                "E_h",
                                Unit.NONE,
                                0,
                                1000,
                                25,
                                Texts.get("inspector.training.hardwareEpochs.help"))
                        .usually(0, 200),
                design -> design.recipe().hardwareEpochs(),
                (design, value) -> design.withRecipe(
                        design.recipe().withEpochs(design.recipe().floatEpochs(), value.intValue())));
    }

    static NumberParameter batch(InspectorViewModel model) {
        return RecipeEdits.number(
                model,
                Spec.whole(
                                "batch",
                                Texts.get("inspector.training.batch.name"),
                                "B",
                                Unit.NONE,
                                1,
                                4096,
                                64,
                                Texts.get("inspector.training.batch.help"))
                        .logarithmic(),
                Recipe::batch,
                (recipe, value) -> recipe.batch = value.intValue());
    }

    static NumberParameter rate(InspectorViewModel model) {
        return RecipeEdits.number(
                model,
                new Spec(
                        "learning-rate",
                        Texts.get("inspector.training.rate.name"),
                        "η_h",
                        Unit.NONE,
                        1e-6,
                        1,
                        1e-4,
                        0.02,
                        2e-3,
                        6,
                        1e-4,
                        Scale.LINEAR,
                        Texts.get("inspector.training.rate.help")),
                Recipe::hardwareLearningRate,
                (recipe, value) -> recipe.hardwareLearningRate = value);
    }

    static NumberParameter augmentation(InspectorViewModel model) {
        return RecipeEdits.number(
                model,
                share(
                        "augmentation",
                        Texts.get("inspector.training.augmentation.name"),
                        "a",
                        0,
                        1,
                        0.5,
                        2,
                        0.05,
                        Texts.get("inspector.training.augmentation.help")),
                Recipe::augmentation,
                (recipe, value) -> recipe.augmentation = value);
    }

    static NumberParameter rotation(InspectorViewModel model) {
        return RecipeEdits.number(
                model,
                new Spec(
                        "rotation",
                        Texts.get("inspector.training.rotation.name"),
                        "θ",
                        Unit.of("°"),
                        0,
                        180,
                        0,
                        45,
                        0,
                        1,
                        1,
                        Scale.LINEAR,
                        Texts.get("inspector.training.rotation.help")),
                Recipe::rotationDegrees,
                (recipe, value) -> recipe.rotationDegrees = value);
    }

    static NumberParameter averaging(InspectorViewModel model) {
        return RecipeEdits.number(
                model,
                share(
                        "averaging",
                        Texts.get("inspector.training.averaging.name"),
                        "β",
                        0,
                        0.9999,
                        0,
                        4,
                        0.01,
                        Texts.get("inspector.training.averaging.help")),
                Recipe::averaging,
                (recipe, value) -> recipe.averaging = value);
    }

    static NumberParameter seed(InspectorViewModel model) {
        return model.number(
                Spec.whole(
                                "seed",
                                Texts.get("inspector.training.seed.name"),
                                "s",
                                Unit.NONE,
                                -EXACT_WHOLE,
                                EXACT_WHOLE,
                                1,
                                Texts.get("inspector.training.seed.help"))
                        .usually(0, 100),
                Design::seed,
                (design, value) -> design.withSeed(value.longValue()));
    }

    private static Spec share(
            String id,
            String name,
            String symbol,
            double low,
            double high,
            double standard,
            int decimals,
            double step,
            String help) {
        return new Spec(
                id, name, symbol, Unit.NONE, low, high, low, high, standard, decimals, step, Scale.LINEAR, help);
    }
}
