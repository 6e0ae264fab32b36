package studio.crossbar.study;

import studio.crossbar.training.TrainedNetwork;

/**
 * A trained network as a project keeps it.
 *
 * @param network what was learned
 * @param dataset what it was learned from
 */
public record TrainedResult(TrainedNetwork network, DatasetSummary dataset) {}
