package studio.crossbar.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.crossbar.design.Design;
import studio.crossbar.design.Recipe;
import studio.crossbar.study.ProjectException;

/** Numbers of epochs that replace those of the design for one command; the project's file stays as it is. */
final class EpochOverrides {

    @Option(
            names = "--float-epochs",
            paramLabel = "N",
            description =
                    "Epochs of float training, which cells of one sign go through twice: once with signs of either"
                            + " kind, once with theirs. Give all verbs those given to train.")
    private @Nullable Integer floatEpochs;

    @Option(
            names = "--hardware-epochs",
            paramLabel = "N",
            description = "Epochs of fine-tuning; as for --float-epochs.")
    private @Nullable Integer hardwareEpochs;

    Design apply(Design design) {
        Recipe recipe = design.recipe();
        if (floatEpochs == null && hardwareEpochs == null) {
            return design;
        }
        return design.withRecipe(recipe.withEpochs(
                floatEpochs == null ? recipe.floatEpochs() : floatEpochs,
                hardwareEpochs == null ? recipe.hardwareEpochs() : hardwareEpochs));
    }

    /** The options that were given, as they are given to train. */
    List<String> given() {
        List<String> given = new ArrayList<>();
        if (floatEpochs != null) {
            given.add("--float-epochs " + floatEpochs);
        }
        if (hardwareEpochs != null) {
            given.add("--hardware-epochs " + hardwareEpochs);
        }
        return given;
    }

    /**
     * The failure of a verb with the remedy "train again" completed by options, without which training would give the
     * network of another design.
     */
    static ProjectException completed(ProjectException failure, List<String> options) {
        String message = String.valueOf(failure.getMessage());
        boolean train = message.endsWith("train again") || message.endsWith("train the design first");
        return train && !options.isEmpty()
                ? new ProjectException(message + ", with " + String.join(" ", options), failure)
                : failure;
    }
}
