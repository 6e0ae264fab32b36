package studio.crossbar.training;

import studio.crossbar.hardware.Noise;
import studio.crossbar.tensor.CounterNoise;
import studio.crossbar.tensor.NoiseUse;

/**
 * How the network is run.
 *
 * @param analog whether converters, device levels and noise take part
 * @param training whether statistics and residuals for a backward pass are kept
 * @param noise of this run; ramped up in training
 * @param use what the noise is for
 * @param seed of the noise
 * @param step counts batches or chips, so that each has noise of its own
 */
record Stage(boolean analog, boolean training, Noise noise, NoiseUse use, long seed, long step) {

    /** Bits that count the batches of one chip, and the shards of one batch. */
    static final int BATCH_BITS = 12;

    /** A float run without noise, whose statistics are not kept. */
    static final Stage FLOAT = new Stage(false, false, Noise.NONE, NoiseUse.TRAINING, 0, 0);

    /** The same with the noise of another batch. */
    Stage at(long otherStep) {
        return new Stage(analog, training, noise, use, seed, otherStep);
    }

    /** Noise of one shard of this batch. */
    CounterNoise noise(NoiseUse.Part part, int layer, int shard) {
        return use.noise(seed, part, layer, step << BATCH_BITS | shard);
    }
}
