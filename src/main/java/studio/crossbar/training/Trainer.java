package studio.crossbar.training;

import studio.crossbar.data.Parts;
import studio.crossbar.design.Design;

/** Runs a design's recipe: float pre-training, calibration, hardware-aware fine-tuning. */
public final class Trainer {

    private Trainer() {}

    /**
     * Trains {@code design} on the training part; the test part gives the float network's accuracy and chooses nothing.
     *
     * @param raw windows as read, not standardised
     * @throws java.util.concurrent.CancellationException within a second after {@code listener} asks for it
     * @throws IllegalArgumentException if the data do not fit the network
     */
    public static TrainedNetwork train(Design design, Parts raw, TrainingListener listener) {
        throw new UnsupportedOperationException("under construction");
    }
}
