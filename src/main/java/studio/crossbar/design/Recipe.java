package studio.crossbar.design;

/**
 * How a design is trained: float pre-training, calibration of the ranges, hardware-aware fine-tuning. AdamW with a
 * one-cycle schedule in both phases.
 *
 * @param floatEpochs epochs of float pre-training, 1 … 1000
 * @param hardwareEpochs epochs of hardware-aware fine-tuning, 0 … 1000
 * @param rampEpochs first fine-tuning epochs over which the noise rises to its full value, 0 … {@code hardwareEpochs}
 * @param batch windows a step, 1 … 4096
 * @param floatLearningRate peak of the schedule in pre-training, above 0, at most 1
 * @param hardwareLearningRate peak of the schedule in fine-tuning, above 0, at most 1
 * @param weightDecay AdamW's decoupled decay, 0 … 1
 * @param labelSmoothing probability spread over all classes, 0 … 0.5
 * @param distillation weight of the float network's soft targets in the fine-tuning loss, 0 … 1
 * @param augmentation strength of random per-signal scaling and time shift of training windows, 0 (none) … 1
 * @param batchNormalisation whether hidden layers are normalised by batch statistics in training, folded into the
 *     digital multiplier and bias afterwards; needs {@code AFFINE} digital scaling
 * @param validationSubjects held-out training subjects that choose the best epoch, 0 (keep the last epoch) … 100
 */
public record Recipe(
        int floatEpochs,
        int hardwareEpochs,
        int rampEpochs,
        int batch,
        double floatLearningRate,
        double hardwareLearningRate,
        double weightDecay,
        double labelSmoothing,
        double distillation,
        double augmentation,
        boolean batchNormalisation,
        int validationSubjects) {

    public Recipe {
        range("recipe.floatEpochs", floatEpochs, 1, 1000);
        range("recipe.hardwareEpochs", hardwareEpochs, 0, 1000);
        range("recipe.rampEpochs", rampEpochs, 0, hardwareEpochs);
        range("recipe.batch", batch, 1, 4096);
        range("recipe.floatLearningRate", floatLearningRate, 1e-6, 1);
        range("recipe.hardwareLearningRate", hardwareLearningRate, 1e-6, 1);
        range("recipe.weightDecay", weightDecay, 0, 1);
        range("recipe.labelSmoothing", labelSmoothing, 0, 0.5);
        range("recipe.distillation", distillation, 0, 1);
        range("recipe.augmentation", augmentation, 0, 1);
        range("recipe.validationSubjects", validationSubjects, 0, 100);
    }

    /** What works for the reference networks on UCI HAR. */
    public static Recipe standard() {
        return new Recipe(20, 25, 5, 64, 3e-3, 2e-3, 0.01, 0.1, 0.5, 0.5, true, 0);
    }

    public Recipe withEpochs(int floating, int hardware) {
        return new Recipe(
                floating,
                hardware,
                Math.min(rampEpochs, hardware),
                batch,
                floatLearningRate,
                hardwareLearningRate,
                weightDecay,
                labelSmoothing,
                distillation,
                augmentation,
                batchNormalisation,
                validationSubjects);
    }

    private static void range(String field, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(
                    field + ": " + shown(value) + " is outside " + shown(low) + " … " + shown(high));
        }
    }

    private static String shown(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
