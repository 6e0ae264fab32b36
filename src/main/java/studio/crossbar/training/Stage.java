package studio.crossbar.training;

import studio.crossbar.hardware.Noise;

/**
 * How the network is run.
 *
 * @param analog whether converters, device levels and noise take part
 * @param training whether statistics and residuals for a backward pass are kept
 * @param noise of this run; ramped up in training
 * @param seed of the read noise
 * @param step counts batches, so that each has noise of its own
 */
record Stage(boolean analog, boolean training, Noise noise, long seed, long step) {}
