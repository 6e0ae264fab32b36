package studio.crossbar.study;

import studio.crossbar.simulation.AccuracyUnderNoise;

/**
 * What of an {@link Evaluation} cannot be computed again at once.
 *
 * @param accuracy on the test windows over programming draws
 * @param dataset what it was measured on
 */
public record StoredEvaluation(AccuracyUnderNoise accuracy, DatasetSummary dataset) {}
