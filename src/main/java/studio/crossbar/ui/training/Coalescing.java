package studio.crossbar.ui.training;

import javafx.animation.PauseTransition;
import javafx.util.Duration;
import studio.crossbar.run.UpdateThrottle;

/** Runs an update on the JavaFX thread at most as often as anybody sees, however often it is asked for; the last always runs. */
final class Coalescing {

    private final Runnable update;
    private final PauseTransition rest;
    private boolean resting;
    private boolean wanted;

    Coalescing(Runnable update) {
        this(update, UpdateThrottle.PER_SECOND);
    }

    Coalescing(Runnable update, double mostASecond) {
        this.update = update;
        rest = new PauseTransition(Duration.millis(1000 / mostASecond));
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
