package studio.crossbar.ui.common;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A job as the drawer shows it; properties change on the user interface's thread. */
public final class JobItem {

    /** Life of a job. */
    public enum State {
        RUNNING("Running"),
        DONE("Done"),
        CANCELLED("Cancelled"),
        FAILED("Failed");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private final String title;
    private final long startNanoTime = System.nanoTime();
    private final AtomicBoolean cancelRequested = new AtomicBoolean();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.RUNNING);
    private final ReadOnlyDoubleWrapper done = new ReadOnlyDoubleWrapper(this, "done", 0);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "Waiting");

    JobItem(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Share done, 0 … 1. */
    public ReadOnlyDoubleProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    /** What is being done, with the time left. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Asks the work to stop; any thread. */
    public void cancel() {
        cancelRequested.set(true);
    }

    boolean cancelRequested() {
        return cancelRequested.get();
    }

    void advance(double share, String text) {
        if (state.get() == State.RUNNING) {
            done.set(share);
            message.set(cancelRequested() ? "Stopping" : text + timeLeft(share));
        }
    }

    void end(State outcome, String text) {
        state.set(outcome);
        if (outcome == State.DONE) {
            done.set(1);
        }
        message.set(text + " after " + spoken(elapsed()));
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanoTime);
    }

    private String timeLeft(double share) {
        double seconds = elapsed().toMillis() / 1000.0;
        return share < 0.02 || seconds < 1
                ? ""
                : ", " + spoken(Duration.ofMillis((long) (1000 * seconds * (1 - share) / share))) + " left";
    }

    /** "12 s" or "3 min 5 s". */
    static String spoken(Duration duration) {
        long seconds = Math.round(duration.toMillis() / 1000.0);
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }
}
