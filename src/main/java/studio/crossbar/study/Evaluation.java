package studio.crossbar.study;

import studio.crossbar.cost.Cost;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.simulation.AccuracyUnderNoise;

/**
 * The result that comes back for a design.
 *
 * @param mapped trained network on its tiles
 * @param accuracy on the test windows over programming draws
 * @param cost area, energy, latency
 * @param dataset what it was measured on
 */
public record Evaluation(MappedNetwork mapped, AccuracyUnderNoise accuracy, Cost cost, DatasetSummary dataset) {

    /** Test accuracy of the float network, 0 … 1. */
    public double floatAccuracy() {
        return mapped.trained().floatAccuracy();
    }
}
