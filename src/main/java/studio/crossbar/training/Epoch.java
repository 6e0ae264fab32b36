package studio.crossbar.training;

/**
 * What one pass over the training windows gave.
 *
 * @param phase part of the recipe
 * @param index from 1, counted through both phases
 * @param total epochs of both phases
 * @param loss mean training loss, nats
 * @param trainAccuracy share of training windows classified rightly during the pass, 0 … 1
 * @param validationAccuracy the same on held-out windows after the pass; NaN if none are held out
 * @param learningRate at the end of the pass
 * @param ranges of the first layer (of all layers under uniform scaling)
 */
public record Epoch(
        Phase phase,
        int index,
        int total,
        double loss,
        double trainAccuracy,
        double validationAccuracy,
        double learningRate,
        Ranges ranges) {

    /** Parts of the recipe. */
    public enum Phase {
        FLOAT,
        HARDWARE
    }
}
