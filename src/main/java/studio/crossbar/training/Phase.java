package studio.crossbar.training;

import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Recipe;
import studio.crossbar.hardware.Cell;
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
 * @param cellBits of the design's cells
 */
record Phase(Epoch.Phase kind, int epochs, double learningRate, int rampEpochs, Noise noise, double cellBits) {

    /** What an epoch is told to do when it ends. */
    interface Observer {

        /** @param reading loss, accuracy, learning rate, noise and clipping of the epoch */
        void epochEnded(Epoch.Phase kind, int epoch, Reading reading);

        void batchEnded(double loss);

        boolean cancelled();

        boolean paused();
    }

    /**
     * What an epoch gave.
     *
     * @param loss mean over the windows, nats
     * @param accuracy share of windows classified rightly
     * @param learningRate of the last step
     * @param programmingSigma of the last step
     * @param clipping of each layer's conversions
     */
    record Reading(
            double loss, double accuracy, double learningRate, double programmingSigma, ClippingCounts clipping) {}

    /** How long a paused training sleeps before it asks again. */
    private static final long NAP_NANOSECONDS = 20_000_000;

    /**
     * Trains {@code model} on {@code windows}.
     *
     * @param epochsDone epochs of this phase that the model has already seen
     * @param hook learns beside the model
     */
    void run(
            Model model,
            BatchRunner runner,
            Windows windows,
            Recipe recipe,
            BatchRunner.@Nullable Teacher teacher,
            long seed,
            int epochsDone,
            Observer observer,
            StepHook hook) {
        int batches = Math.ceilDiv(windows.size(), recipe.batch());
        Schedule schedule = new Schedule(recipe.schedule(), learningRate, (long) epochs * batches);
        Loss loss = new Loss(recipe.labelSmoothing(), recipe.distillation());
        boolean analog = kind == Epoch.Phase.HARDWARE;
        Optimisation how = Optimisation.of(recipe);
        int classes = model.network.output().size();
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
            ClippingCounts clipping = new ClippingCounts(model.layers.size());
            for (int b = 0; b < batches; b++) {
                awaitTurn(observer);
                int from = b * recipe.batch();
                int to = Math.min(windows.size(), from + recipe.batch());
                model.ramp(share(step, rampEpochs, batches), levelsAt(recipe, step, batches));
                Stage stage = new Stage(analog, true, noiseAt(step, batches), NoiseUse.TRAINING, seed, step);
                hook.beginStep(step, (long) epochs * batches);
                runner.program(stage);
                runner.learn(windows, order, from, to, augmentation, mix(seed, kind, epoch), loss, teacher, stage);
                hook.gradientsReady();
                double batchLoss = runner.loss();
                if (Divergence.in(batchLoss, classes)) {
                    throw Divergence.explain(model, runner.lanes(), kind, epoch, step + 1, batchLoss, rate);
                }
                runner.count(clipping);
                rate = schedule.rate(step);
                step++;
                update(model, runner.workers(), kind, how, (int) step, (float) rate);
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
            observer.epochEnded(
                    kind,
                    epoch,
                    new Reading(
                            lossSum / windows.size(),
                            (double) right / windows.size(),
                            rate,
                            analog ? noiseAt(step - 1, batches).programmingSigma() : 0,
                            clipping));
        }
    }

    /** Waits while the training is paused. */
    private static void awaitTurn(Observer observer) {
        while (!observer.cancelled()) {
            if (!observer.paused()) {
                return;
            }
            LockSupport.parkNanos(NAP_NANOSECONDS);
        }
        throw new CancellationException("training was cancelled");
    }

    /**
     * Moves all parameters that the phase learns, and keeps the weights where devices can hold them.
     *
     * @param step from 1, within the phase
     */
    static void update(Model model, Workers workers, Epoch.Phase kind, Optimisation how, int step, float rate) {
        boolean analog = kind == Epoch.Phase.HARDWARE;
        // Ranges first: they bound the weights.
        for (Parameter parameter : model.parameters) {
            if (parameter.kind == Parameter.Kind.DIGITAL || (analog && parameter.kind == Parameter.Kind.RANGE)) {
                parameter.update(how, step, rate, 0, parameter.value.length);
            }
        }
        for (CrossbarState layer : model.layers) {
            workers.forEach(layer.parts(), part -> {
                int from = layer.firstWeight(part);
                layer.weights.update(how, step, rate, from, layer.firstWeight(part + 1) - from);
                layer.clampWeights(analog, kind != Epoch.Phase.FLOAT, part);
            });
        }
        if (!analog && how.weightClipping() > 0) {
            workers.forEach(
                    model.layers.size(), l -> model.layers.get(l).weights.clipTo(how.weightClipping()));
        }
    }

    /** Share, 0 … 1, of a ramp of {@code length} epochs that is done with a step. */
    private static double share(long step, int length, int batches) {
        return length == 0 ? 1 : Math.min(1, (double) (step + 1) / ((long) length * batches));
    }

    /** Levels of a cell while they are ramped, evenly in bits; 0 before and after. */
    private int levelsAt(Recipe recipe, long step, int batches) {
        if (kind != Epoch.Phase.HARDWARE || recipe.bitRampEpochs() == 0) {
            return 0;
        }
        double share = share(step, recipe.bitRampEpochs(), batches);
        double bits = Cell.MAX_BITS + share * (cellBits - Cell.MAX_BITS);
        return share == 1 ? 0 : (int) Math.round(Math.pow(2, bits));
    }

    private Noise noiseAt(long step, int batches) {
        double ramp = share(step, rampEpochs, batches);
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
