package studio.crossbar.ui.training;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The run that the table has selected. It stays selected when the runs are read again. */
final class RunSelection {

    private final ObjectProperty<@Nullable RunRow> selected = new SimpleObjectProperty<>(this, "selected", null);
    private final ReadOnlyObjectWrapper<@Nullable RunRow> revealed =
            new ReadOnlyObjectWrapper<>(this, "revealed", null);

    /** Null for none. */
    ObjectProperty<@Nullable RunRow> selectedProperty() {
        return selected;
    }

    /** The run that another part of the window has asked to see last; null if none was. */
    ReadOnlyObjectProperty<@Nullable RunRow> revealedProperty() {
        return revealed.getReadOnlyProperty();
    }

    /** Selects a run and has the table shown. */
    void reveal(RunRow row) {
        selected.set(row);
        // Also where the user has gone to another tab meanwhile.
        revealed.set(null);
        revealed.set(row);
    }

    void clear() {
        selected.set(null);
        revealed.set(null);
    }

    /** Selects the same run as {@code before} among other rows. */
    void follow(@Nullable RunRow before, List<RunRow> rows) {
        selected.set(
                before == null
                        ? null
                        : rows.stream()
                                .filter(row ->
                                        row.run().id().equals(before.run().id()))
                                .findFirst()
                                .orElse(null));
    }
}
