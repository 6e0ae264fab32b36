package studio.crossbar.ui.common;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.crossbar.training.Epoch;

/** The run that is going on, or the last one. */
public final class TrainingLog {

    /**
     * Loss of one batch.
     *
     * @param done share of the training, 0 … 1
     * @param loss nats
     */
    public record BatchLoss(double done, double loss) {}

    private final ObservableList<Epoch> epochs = FXCollections.observableArrayList();
    private final ObservableList<BatchLoss> batches = FXCollections.observableArrayList();
    private final BooleanProperty running = new SimpleBooleanProperty(this, "running");
    private final BooleanProperty paused = new SimpleBooleanProperty(this, "paused");
    private final DoubleProperty done = new SimpleDoubleProperty(this, "done");
    private final StringProperty message = new SimpleStringProperty(this, "message", "");

    /** Epochs so far. */
    public ObservableList<Epoch> epochs() {
        return epochs;
    }

    /** Losses of single batches so far, thinned to 20 a second. */
    public ObservableList<BatchLoss> batches() {
        return batches;
    }

    public BooleanProperty runningProperty() {
        return running;
    }

    /** Whether the run was asked to wait. */
    public BooleanProperty pausedProperty() {
        return paused;
    }

    /** Share of the whole run, 0 … 1. */
    public DoubleProperty doneProperty() {
        return done;
    }

    /** What is being done. */
    public StringProperty messageProperty() {
        return message;
    }

    void clear() {
        epochs.clear();
        batches.clear();
        done.set(0);
        message.set("");
    }
}
