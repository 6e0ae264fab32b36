package studio.crossbar.training;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.Standardisation;
import studio.crossbar.design.Design;

/**
 * A design with its learned values.
 *
 * @param design what was trained
 * @param standardisation fitted on the training windows, applied to companded signals before {@code design.hardware().inputs()}
 * @param layers one entry a layer with weights, in order
 * @param history every epoch
 * @param floatAccuracy share of test windows that the float network of the pre-training classifies rightly, 0 … 1
 * @param floatConfusion which classes that network takes the test windows for; null if it was not counted, as in results of
 *     before it was
 */
public record TrainedNetwork(
        Design design,
        Standardisation standardisation,
        List<TrainedLayer> layers,
        List<Epoch> history,
        double floatAccuracy,
        @Nullable Confusion floatConfusion) {

    public TrainedNetwork {
        layers = List.copyOf(layers);
        history = List.copyOf(history);
    }

    /** A network whose float confusion was not counted. */
    public TrainedNetwork(
            Design design,
            Standardisation standardisation,
            List<TrainedLayer> layers,
            List<Epoch> history,
            double floatAccuracy) {
        this(design, standardisation, layers, history, floatAccuracy, null);
    }
}
