package studio.crossbar.ui.inspector;

import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import studio.crossbar.design.Design;
import studio.crossbar.design.Recipe;
import studio.crossbar.ui.common.ChoiceParameter;
import studio.crossbar.ui.common.NumberParameter;
import studio.crossbar.ui.common.NumberParameter.Spec;

/** Parameters of one field of the recipe. */
final class RecipeEdits {

    private RecipeEdits() {}

    static NumberParameter number(
            InspectorViewModel model, Spec spec, ToDoubleFunction<Recipe> get, BiConsumer<Recipe.Draft, Double> set) {
        return model.number(
                spec, design -> get.applyAsDouble(design.recipe()), (design, value) -> edited(design, set, value));
    }

    static <E> ChoiceParameter<E> choice(
            InspectorViewModel model,
            ChoiceParameter<E> parameter,
            Function<Recipe, E> get,
            BiConsumer<Recipe.Draft, E> set) {
        return model.choice(
                parameter, design -> get.apply(design.recipe()), (design, value) -> edited(design, set, value));
    }

    private static <E> Design edited(Design design, BiConsumer<Recipe.Draft, E> set, E value) {
        return design.withRecipe(design.recipe().with(draft -> set.accept(draft, value)));
    }
}
