package studio.crossbar.training;

import java.util.List;
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
 */
public record TrainedNetwork(
        Design design,
        Standardisation standardisation,
        List<TrainedLayer> layers,
        List<Epoch> history,
        double floatAccuracy) {

    public TrainedNetwork {
        layers = List.copyOf(layers);
        history = List.copyOf(history);
    }
}
