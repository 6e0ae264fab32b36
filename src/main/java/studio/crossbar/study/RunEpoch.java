package studio.crossbar.study;

import studio.crossbar.training.Epoch;

/**
 * What a run's curves need of an {@link Epoch}.
 *
 * @param phase part of the recipe
 * @param loss mean training loss, nats; NaN or infinite where it diverged
 * @param trainAccuracy share of training windows classified rightly, 0 … 1
 * @param validationAccuracy the same on held-out windows; NaN if none are held out
 */
public record RunEpoch(Epoch.Phase phase, double loss, double trainAccuracy, double validationAccuracy) {

    public RunEpoch {
        requireShare("trainAccuracy", trainAccuracy);
        if (!Double.isNaN(validationAccuracy)) {
            requireShare("validationAccuracy", validationAccuracy);
        }
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + ": " + value + " is outside 0 … 1");
        }
    }

    static RunEpoch of(Epoch epoch) {
        return new RunEpoch(epoch.phase(), epoch.loss(), epoch.trainAccuracy(), epoch.validationAccuracy());
    }

    /** Accuracy to judge the epoch by: on held-out windows where there are any. */
    public double accuracy() {
        return Double.isNaN(validationAccuracy) ? trainAccuracy : validationAccuracy;
    }
}
