package studio.crossbar.bench;

import java.util.Locale;
import studio.crossbar.training.Epoch;
import studio.crossbar.training.TrainingListener;

/** Says on the error stream how long trainings go. */
final class Told implements TrainingListener {

    @Override
    public void epoch(Epoch epoch) {
        System.err.printf(
                Locale.ROOT,
                "  %s epoch %d of %d: loss %.3f, training accuracy %.2f %%%n",
                epoch.phase().label(),
                epoch.index(),
                epoch.total(),
                epoch.loss(),
                100 * epoch.trainAccuracy());
    }
}
