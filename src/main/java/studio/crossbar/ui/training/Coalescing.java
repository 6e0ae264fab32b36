package studio.crossbar.ui.training;

import javafx.animation.PauseTransition;
import javafx.util.Duration;
import studio.crossbar.run.UpdateThrottle;

/** Runs an update on the JavaFX thread at most as often as anybody sees, however often it is asked for; the last always runs. */
final class Coalescing {

    private final Runnable update;
    private final PauseTransition rest = new PauseTransition(Duration.millis(1000.0 / UpdateThrottle.PER_SECOND));
    private boolean resting;
    private boolean wanted;

    Coalescing(Runnable update) {
        this.update = update;
        rest.setOnFinished(event -> {
            resting = false;
            if (wanted) {
                request();
            }
        });
    }

    void request() {
        wanted = resting;
        if (!resting) {
            resting = true;
            update.run();
            rest.playFromStart();
        }
    }
}
