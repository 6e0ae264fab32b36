package studio.crossbar.simulation;

import studio.crossbar.training.Confusion;

/**
 * What programmed chips make of the test windows.
 *
 * @param accuracy of each chip
 * @param confusion of all chips together
 */
public record DrawResults(AccuracyUnderNoise accuracy, Confusion confusion) {

    public DrawResults {
        if (accuracy.draws().size() != confusion.draws()) {
            throw new IllegalArgumentException("confusion: of " + confusion.draws() + " draws, but the accuracy is of "
                    + accuracy.draws().size());
        }
    }
}
