package studio.crossbar.ui.inspector;

import studio.crossbar.design.Design;
import studio.crossbar.design.Recipe;
import studio.crossbar.hardware.DigitalScaling;

/** Changes of a single field of a recipe. */
final class RecipeEdits {

    private RecipeEdits() {}

    static Recipe withBatch(Recipe recipe, int batch) {
        return copy(recipe, batch, recipe.hardwareLearningRate(), recipe.batchNormalisation());
    }

    static Recipe withHardwareLearningRate(Recipe recipe, double rate) {
        return copy(recipe, recipe.batch(), rate, recipe.batchNormalisation());
    }

    /** Without a multiplier a channel, batch normalisation has nowhere to be folded and is switched off. */
    static Design withScaling(Design design, DigitalScaling scaling) {
        Recipe recipe = design.recipe();
        boolean normalise = recipe.batchNormalisation() && scaling == DigitalScaling.AFFINE;
        return design.withRecipe(copy(recipe, recipe.batch(), recipe.hardwareLearningRate(), normalise))
                .withHardware(design.hardware().withScaling(scaling));
    }

    private static Recipe copy(Recipe recipe, int batch, double hardwareLearningRate, boolean batchNormalisation) {
        return new Recipe(
                recipe.floatEpochs(),
                recipe.hardwareEpochs(),
                recipe.rampEpochs(),
                batch,
                recipe.floatLearningRate(),
                hardwareLearningRate,
                recipe.weightDecay(),
                recipe.labelSmoothing(),
                recipe.distillation(),
                recipe.augmentation(),
                batchNormalisation,
                recipe.validationSubjects());
    }
}
