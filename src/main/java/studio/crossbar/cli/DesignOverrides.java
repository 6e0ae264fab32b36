package studio.crossbar.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.crossbar.design.Design;
import studio.crossbar.design.Recipe;

/** Options that replace values of the design for one command; the project's file stays as it is. */
final class DesignOverrides {

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed instead of the design's; give evaluate, map and report the one given to train.")
    private @Nullable Long seed;

    @Option(
            names = "--float-epochs",
            paramLabel = "N",
            description =
                    "Epochs of float training, which cells of one sign go through twice: once with signs of either"
                            + " kind, once with theirs. As for --seed.")
    private @Nullable Integer floatEpochs;

    @Option(names = "--hardware-epochs", paramLabel = "N", description = "Epochs of fine-tuning; as for --seed.")
    private @Nullable Integer hardwareEpochs;

    Design apply(Design design) {
        Recipe recipe = design.recipe();
        if (floatEpochs != null || hardwareEpochs != null) {
            recipe = recipe.withEpochs(
                    floatEpochs == null ? recipe.floatEpochs() : floatEpochs,
                    hardwareEpochs == null ? recipe.hardwareEpochs() : hardwareEpochs);
        }
        return design.withRecipe(recipe).withSeed(seed == null ? design.seed() : seed);
    }
}
