package studio.crossbar.design;

import java.util.function.Consumer;

/**
 * How a design is trained: float pre-training, calibration of the ranges, hardware-aware fine-tuning.
 *
 * @param floatEpochs epochs of float pre-training, 1 … 1000; unipolar designs go through as many twice, first with signs
 *     of either kind (reference and teacher), then with those of their cells
 * @param hardwareEpochs epochs of hardware-aware fine-tuning, 0 … 1000
 * @param rampEpochs first fine-tuning epochs over which the noise rises to its full value, 0 … {@code hardwareEpochs}
 * @param bitRampEpochs first fine-tuning epochs over which the cells' levels fall, evenly in bits, from 256 to those of the
 *     design, 0 … {@code hardwareEpochs}
 * @param batch windows a step, 1 … 4096
 * @param optimiser of all phases
 * @param momentum of {@link Optimiser#SGD}, 0 … 0.99; not read otherwise
 * @param schedule of the learning rate, in all phases
 * @param floatLearningRate peak of the schedule in pre-training, above 0, at most 1
 * @param hardwareLearningRate peak of the schedule in fine-tuning, above 0, at most 1
 * @param weightDecay AdamW's decoupled decay, 0 … 1
 * @param weightClipping largest magnitude of a weight in float phases, in root mean squares of its layer's weights, 0 (no
 *     limit) … 20; so that few large weights do not stretch the range of all (Joshi et al., Nat. Commun. 11, 2473, 2020)
 * @param labelSmoothing probability spread over all classes, 0 … 0.5
 * @param distillation weight of the float network's soft targets in the fine-tuning loss, 0 … 1
 * @param augmentation strength of random changes of training samples, 0 (none) … 1: gain, offset, noise and time shift of
 *     signals; a crop of images shifted by at most four pixels at strength 1
 * @param flip whether images are mirrored from left to right at random
 * @param rotationDegrees standard deviation of the angle by which all triaxial sensors of a training window are turned
 *     about one random axis, as if the device were worn differently, 0 (none) … 180
 * @param averaging decay of the exponential moving average of all learned values that replaces them at the end of each
 *     phase, 0 (none) … 0.9999 a step
 * @param batchNormalisation whether hidden layers are normalised by batch statistics in training. Under {@code AFFINE}
 *     digital scaling it becomes part of the multiplier and bias; otherwise its factor goes into the weights before they
 *     are quantised
 * @param polarityStart where the second float phase of unipolar designs begins
 * @param device name of the preset whose programming, stuck devices and drift the cells follow in fine-tuning, in place of
 *     Gaussian noise; empty for that
 * @param deviceSeconds time after programming that the drift is taken at, 0 … 1e10; 0 for none
 * @param validationSubjects held-out training subjects (per cent of each class, for data without persons) that choose the
 *     best fine-tuning epoch after the ramp, 0 (keep the last epoch) … 99
 */
public record Recipe(
        int floatEpochs,
        int hardwareEpochs,
        int rampEpochs,
        int bitRampEpochs,
        int batch,
        Optimiser optimiser,
        double momentum,
        LearningSchedule schedule,
        double floatLearningRate,
        double hardwareLearningRate,
        double weightDecay,
        double weightClipping,
        double labelSmoothing,
        double distillation,
        double augmentation,
        boolean flip,
        double rotationDegrees,
        double averaging,
        boolean batchNormalisation,
        PolarityStart polarityStart,
        String device,
        double deviceSeconds,
        int validationSubjects) {

    public Recipe {
        range("recipe.floatEpochs", floatEpochs, 1, 1000);
        range("recipe.hardwareEpochs", hardwareEpochs, 0, 1000);
        range("recipe.rampEpochs", rampEpochs, 0, hardwareEpochs);
        range("recipe.bitRampEpochs", bitRampEpochs, 0, hardwareEpochs);
        range("recipe.batch", batch, 1, 4096);
        range("recipe.momentum", momentum, 0, 0.99);
        range("recipe.floatLearningRate", floatLearningRate, 1e-6, 1);
        range("recipe.hardwareLearningRate", hardwareLearningRate, 1e-6, 1);
        range("recipe.weightDecay", weightDecay, 0, 1);
        range("recipe.weightClipping", weightClipping, 0, 20);
        range("recipe.labelSmoothing", labelSmoothing, 0, 0.5);
        range("recipe.distillation", distillation, 0, 1);
        range("recipe.augmentation", augmentation, 0, 1);
        range("recipe.rotationDegrees", rotationDegrees, 0, 180);
        range("recipe.averaging", averaging, 0, 0.9999);
        range("recipe.deviceSeconds", deviceSeconds, 0, 1e10);
        range("recipe.validationSubjects", validationSubjects, 0, 99);
    }

    /** What works for the reference networks on UCI HAR. */
    public static Recipe standard() {
        return new Recipe(
                20,
                25,
                5,
                0,
                64,
                Optimiser.ADAM_W,
                0.9,
                LearningSchedule.ONE_CYCLE,
                3e-3,
                2e-3,
                0.01,
                0,
                0.1,
                0.5,
                0.5,
                false,
                20,
                0,
                true,
                PolarityStart.RANDOM,
                "",
                0,
                0);
    }

    /** A copy with some fields changed: {@code recipe.with(r -> r.batch = 32)}. */
    public Recipe with(Consumer<Draft> edit) {
        Draft draft = new Draft(this);
        edit.accept(draft);
        return draft.recipe();
    }

    /** The same recipe of other lengths; the ramps are shortened to fit. */
    public Recipe withEpochs(int floating, int hardware) {
        return with(r -> {
            r.floatEpochs = floating;
            r.hardwareEpochs = hardware;
            r.rampEpochs = Math.min(rampEpochs, hardware);
            r.bitRampEpochs = Math.min(bitRampEpochs, hardware);
        });
    }

    /** A recipe's fields while they are edited; {@link Recipe} describes and checks them. */
    public static final class Draft {

        public int floatEpochs;
        public int hardwareEpochs;
        public int rampEpochs;
        public int bitRampEpochs;
        public int batch;
        public Optimiser optimiser;
        public double momentum;
        public LearningSchedule schedule;
        public double floatLearningRate;
        public double hardwareLearningRate;
        public double weightDecay;
        public double weightClipping;
        public double labelSmoothing;
        public double distillation;
        public double augmentation;
        public boolean flip;
        public double rotationDegrees;
        public double averaging;
        public boolean batchNormalisation;
        public PolarityStart polarityStart;
        public String device;
        public double deviceSeconds;
        public int validationSubjects;

        private Draft(Recipe from) {
            floatEpochs = from.floatEpochs;
            hardwareEpochs = from.hardwareEpochs;
            rampEpochs = from.rampEpochs;
            bitRampEpochs = from.bitRampEpochs;
            batch = from.batch;
            optimiser = from.optimiser;
            momentum = from.momentum;
            schedule = from.schedule;
            floatLearningRate = from.floatLearningRate;
            hardwareLearningRate = from.hardwareLearningRate;
            weightDecay = from.weightDecay;
            weightClipping = from.weightClipping;
            labelSmoothing = from.labelSmoothing;
            distillation = from.distillation;
            augmentation = from.augmentation;
            flip = from.flip;
            rotationDegrees = from.rotationDegrees;
            averaging = from.averaging;
            batchNormalisation = from.batchNormalisation;
            polarityStart = from.polarityStart;
            device = from.device;
            deviceSeconds = from.deviceSeconds;
            validationSubjects = from.validationSubjects;
        }

        private Recipe recipe() {
            return new Recipe(
                    floatEpochs,
                    hardwareEpochs,
                    rampEpochs,
                    bitRampEpochs,
                    batch,
                    optimiser,
                    momentum,
                    schedule,
                    floatLearningRate,
                    hardwareLearningRate,
                    weightDecay,
                    weightClipping,
                    labelSmoothing,
                    distillation,
                    augmentation,
                    flip,
                    rotationDegrees,
                    averaging,
                    batchNormalisation,
                    polarityStart,
                    device,
                    deviceSeconds,
                    validationSubjects);
        }
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
