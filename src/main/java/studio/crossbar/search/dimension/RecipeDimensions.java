package studio.crossbar.search.dimension;

import java.util.List;
import java.util.function.ObjDoubleConsumer;
import java.util.function.ObjIntConsumer;
import studio.crossbar.design.LearningSchedule;
import studio.crossbar.design.Optimiser;
import studio.crossbar.design.PolarityStart;
import studio.crossbar.design.Recipe;

/** Dimensions of training; {@link Recipe} describes them. Ramps longer than the fine-tuning last as long as it does. */
final class RecipeDimensions {

    private RecipeDimensions() {}

    static List<Dimension> all() {
        return List.of(
                whole("floatEpochs", 1, 1000, "epochs of float pre-training", (r, v) -> r.floatEpochs = v),
                whole("hardwareEpochs", 0, 1000, "epochs of fine-tuning", (r, v) -> r.hardwareEpochs = v),
                whole("rampEpochs", 0, 1000, "epochs over which noise rises", (r, v) -> r.rampEpochs = v),
                whole("bitRampEpochs", 0, 1000, "epochs over which levels fall", (r, v) -> r.bitRampEpochs = v),
                whole("batch", 1, 4096, "samples a step", (r, v) -> r.batch = v),
                real("momentum", 0, 0.99, "momentum of gradient descent", (r, v) -> r.momentum = v),
                real("floatLearningRate", 1e-6, 1, "peak rate in pre-training", (r, v) -> r.floatLearningRate = v),
                real("hardwareLearningRate", 1e-6, 1, "peak rate in fine-tuning", (r, v) -> r.hardwareLearningRate = v),
                real("weightDecay", 0, 1, "decoupled weight decay", (r, v) -> r.weightDecay = v),
                real("weightClipping", 0, 20, "largest weight in root mean squares", (r, v) -> r.weightClipping = v),
                real("labelSmoothing", 0, 0.5, "probability spread over all classes", (r, v) -> r.labelSmoothing = v),
                real("distillation", 0, 1, "weight of the float network's answers", (r, v) -> r.distillation = v),
                real("augmentation", 0, 1, "strength of random changes of samples", (r, v) -> r.augmentation = v),
                real("rotationDegrees", 0, 180, "turning of sensors, degrees", (r, v) -> r.rotationDegrees = v),
                real("averaging", 0, 0.9999, "decay of the weights' average", (r, v) -> r.averaging = v),
                Dimension.choice(
                        "optimiser",
                        Optimiser.class,
                        "rule of the steps",
                        (draft, value) -> draft.recipe(r -> r.optimiser = value)),
                Dimension.choice(
                        "learningSchedule",
                        LearningSchedule.class,
                        "how the learning rate moves",
                        (draft, value) -> draft.recipe(r -> r.schedule = value)),
                Dimension.choice(
                        "polarityStart",
                        PolarityStart.class,
                        "where weights of one sign start from",
                        (draft, value) -> draft.recipe(r -> r.polarityStart = value)),
                Dimension.flag(
                        "flip", "whether images are mirrored", (draft, value) -> draft.recipe(r -> r.flip = value)),
                Dimension.flag(
                        "batchNormalisation",
                        "whether hidden layers are normalised in training",
                        (draft, value) -> draft.recipe(r -> r.batchNormalisation = value)));
    }

    private static Dimension whole(
            String name, int low, int high, String description, ObjIntConsumer<Recipe.Draft> effect) {
        return Dimension.whole(
                name, low, high, description, (draft, value) -> draft.recipe(r -> effect.accept(r, value)));
    }

    private static Dimension real(
            String name, double low, double high, String description, ObjDoubleConsumer<Recipe.Draft> effect) {
        return Dimension.real(
                name, low, high, description, (draft, value) -> draft.recipe(r -> effect.accept(r, value)));
    }
}
