package studio.crossbar.specification;

import studio.crossbar.simulation.Interval;

/**
 * Accuracy of chips of which none was kept on its own.
 *
 * @param mean over the chips, 0 … 1
 * @param interval of 95 % in which the mean over all possible chips lies
 */
public record MeanAccuracy(double mean, Interval interval) {}
