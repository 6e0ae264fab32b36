package studio.crossbar.training;

import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Recipe;
import studio.crossbar.hardware.Noise;
import studio.crossbar.tensor.NoiseUse;

/**
 * One part of the recipe on one model.
 *
 * @param kind which part
 * @param epochs passes over the windows
 * @param learningRate peak of the schedule
 * @param rampEpochs epochs over which the noise rises
 * @param noise at full strength
 */
record Phase(Epoch.Phase kind, int epochs, double learningRate, int rampEpochs, Noise noise) {

    /** What an epoch is told to do when it ends. */
    interface Observer {

        void epochEnded(Epoch.Phase kind, int epoch, double loss, double accuracy, double learningRate);

        void batchEnded(double loss);

        boolean cancelled();
    }

    /**
     * Trains {@code model} on {@code windows}.
     *
     * @param epochsDone epochs of this phase that the model has already seen
     */
    void run(
            Model model,
            BatchRunner runner,
            Windows windows,
            Recipe recipe,
            BatchRunner.@Nullable Teacher teacher,
            long seed,
            int epochsDone,
            Observer observer) {
        int batches = Math.ceilDiv(windows.size(), recipe.batch());
        Schedule schedule = new Schedule(learningRate, (long) epochs * batches);
        Loss loss = new Loss(recipe.labelSmoothing(), recipe.distillation());
        boolean analog = kind == Epoch.Phase.HARDWARE;
        Augmentation augmentation = Augmentation.of(recipe);
        float decay = (float) recipe.averaging();
        if (epochsDone == 0) {
            model.parameters.forEach(Parameter::restart);
        }
        long step = (long) epochsDone * batches;
        for (int epoch = epochsDone; epoch < epochs; epoch++) {
            int[] order = shuffled(windows.size(), mix(seed, kind, epoch));
            double lossSum = 0;
            int right = 0;
            double rate = 0;
            for (int b = 0; b < batches; b++) {
                if (observer.cancelled()) {
                    throw new CancellationException("training was cancelled");
                }
                int from = b * recipe.batch();
                int to = Math.min(windows.size(), from + recipe.batch());
                Stage stage = new Stage(analog, true, noiseAt(step, batches), NoiseUse.TRAINING, seed, step);
                runner.program(stage);
                runner.learn(windows, order, from, to, augmentation, mix(seed, kind, epoch), loss, teacher, stage);
                double batchLoss = runner.loss();
                if (!Double.isFinite(batchLoss)) {
                    throw new IllegalStateException("loss: " + batchLoss + " in epoch " + (epoch + 1) + " of the "
                            + kind.label() + " phase; lower its learning rate, " + learningRate);
                }
                rate = schedule.rate(step);
                step++;
                update(model, runner.workers(), kind, (int) step, (float) rate, (float) recipe.weightDecay());
                if (decay > 0) {
                    model.parameters.forEach(parameter -> parameter.average(decay));
                }
                lossSum += batchLoss * (to - from);
                right += runner.right();
                observer.batchEnded(batchLoss);
            }
            if (decay > 0 && epoch == epochs - 1) {
                model.parameters.forEach(Parameter::takeAverage);
            }
            observer.epochEnded(kind, epoch, lossSum / windows.size(), (double) right / windows.size(), rate);
        }
    }

    /**
     * Moves all parameters that the phase learns, and keeps the weights where devices can hold them.
     *
     * @param step from 1, within the phase
     */
    static void update(Model model, Workers workers, Epoch.Phase kind, int step, float rate, float decay) {
        boolean analog = kind == Epoch.Phase.HARDWARE;
        // Ranges first: they bound the weights.
        for (Parameter parameter : model.parameters) {
            if (parameter.kind == Parameter.Kind.DIGITAL || (analog && parameter.kind == Parameter.Kind.RANGE)) {
                parameter.update(step, rate, decay, 0, parameter.value.length);
            }
        }
        for (CrossbarState layer : model.layers) {
            workers.forEach(layer.parts(), part -> {
                int from = layer.firstWeight(part);
                layer.weights.update(step, rate, decay, from, layer.firstWeight(part + 1) - from);
                layer.clampWeights(analog, kind != Epoch.Phase.FLOAT, part);
            });
        }
    }

    private Noise noiseAt(long step, int batches) {
        double ramp = rampEpochs == 0 ? 1 : Math.min(1, (double) (step + 1) / ((long) rampEpochs * batches));
        return new Noise(noise.programmingSigma() * ramp, noise.readSigma() * ramp);
    }

    private static long mix(long seed, Epoch.Phase kind, int epoch) {
        return seed * 0x9E3779B97F4A7C15L + kind.ordinal() * 1_000_003L + epoch;
    }

    /** A random order of {@code count} windows, each seed's own. */
    private static int[] shuffled(int count, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
