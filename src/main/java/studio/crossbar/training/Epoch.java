package studio.crossbar.training;

import java.util.List;

/**
 * What one pass over the training windows gave.
 *
 * @param phase part of the recipe
 * @param index from 1, counted through all phases
 * @param total epochs of all phases
 * @param loss mean training loss, nats
 * @param trainAccuracy share of training windows classified rightly during the pass, 0 … 1
 * @param validationAccuracy the same on held-out windows after the pass; NaN if none are held out
 * @param learningRate at the end of the pass
 * @param programmingSigma standard deviation of the programming noise at the end of the pass, over the weight full scale
 * @param layers one reading a layer with weights, in order
 */
public record Epoch(
        Phase phase,
        int index,
        int total,
        double loss,
        double trainAccuracy,
        double validationAccuracy,
        double learningRate,
        double programmingSigma,
        List<LayerReading> layers) {

    public Epoch {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("layers: none");
        }
    }

    /** Full scales of the first layer; of all layers under uniform scaling. */
    public Ranges ranges() {
        return layers.getFirst().ranges();
    }

    /** Parts of the recipe. */
    public enum Phase {
        /** Signed float weights: the reference, and the teacher of the others. */
        FLOAT("float"),
        /** Float weights of the signs that the polarity allows; skipped for differential cells. */
        POLARITY("polarity"),
        /** Converters, device levels and noise in the loop. */
        HARDWARE("hardware"),
        /** Float weights between the signs that each sub-matrix may take, which are learned as well. */
        SEARCH("polarity search");

        private final String label;

        Phase(String label) {
            this.label = label;
        }

        /** Name for charts and messages. */
        public String label() {
            return label;
        }
    }
}
