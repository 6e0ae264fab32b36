package studio.crossbar.ui.common;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The one job that a screen has going on, until it ends. Use on the user interface's thread. */
public final class CurrentJob {

    private final ReadOnlyObjectWrapper<@Nullable JobItem> item = new ReadOnlyObjectWrapper<>(this, "item", null);

    /** The job; null if there is none. */
    public ReadOnlyObjectProperty<@Nullable JobItem> itemProperty() {
        return item.getReadOnlyProperty();
    }

    /** Whether there is one. */
    public boolean running() {
        return item.get() != null;
    }

    /** Takes a job that was just started, in place of that of before. */
    public void follow(JobItem started) {
        item.set(started);
        started.stateProperty().subscribe(state -> {
            if (state.terminal() && item.get() == started) {
                item.set(null);
            }
        });
    }

    /** Asks the job to stop. */
    public void cancel() {
        JobItem now = item.get();
        if (now != null) {
            now.cancel();
        }
    }

    /** Asks the job to stop and follows it no longer, as when what it is about is no longer shown. */
    public void drop() {
        cancel();
        item.set(null);
    }
}
