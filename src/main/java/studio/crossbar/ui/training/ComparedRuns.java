package studio.crossbar.ui.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Which of the listed runs are compared: those that are checked, each at a place of its own, and the current one. */
final class ComparedRuns {

    private final int most;
    private final ObservableList<RunRow> rows;
    private final ObservableList<RunRow> chosen = FXCollections.observableArrayList();
    private final ObservableList<RunRow> chosenView = FXCollections.unmodifiableObservableList(chosen);
    private final ReadOnlyBooleanWrapper full = new ReadOnlyBooleanWrapper(this, "full");
    private final ReadOnlyObjectWrapper<RunComparison> comparison =
            new ReadOnlyObjectWrapper<>(this, "comparison", RunComparison.of(List.of()));

    /**
     * None yet.
     *
     * @param rows the listed runs; after each change of them {@link #update} follows
     * @param most that are compared at once
     */
    ComparedRuns(ObservableList<RunRow> rows, int most) {
        this.rows = rows;
        this.most = most;
    }

    /** The checked runs by their places. */
    ObservableList<RunRow> chosen() {
        return chosenView;
    }

    /** Whether no more runs can be compared. */
    ReadOnlyBooleanProperty fullProperty() {
        return full.getReadOnlyProperty();
    }

    /** The current run and the checked ones side by side. */
    ReadOnlyObjectProperty<RunComparison> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    /**
     * Follows the check mark of a row before it is listed.
     *
     * @param before row of the same run until now, whose place it takes over; null for a run that was not listed
     */
    void follow(RunRow row, @Nullable RunRow before) {
        if (before != null && before.checkedProperty().get() && !row.current()) {
            row.place(before.slotProperty().get());
            row.checkedProperty().set(true);
        }
        row.checkedProperty().subscribe((was, is) -> check(row, is));
    }

    private void check(RunRow row, boolean checked) {
        if (!checked) {
            row.place(RunRow.NONE);
        } else if (chosen.size() >= most || row.current()) {
            row.checkedProperty().set(false);
            return;
        } else {
            row.place(firstFree());
        }
        update();
    }

    private int firstFree() {
        return IntStream.range(0, most)
                .filter(place ->
                        chosen.stream().noneMatch(other -> other.slotProperty().get() == place))
                .findFirst()
                .orElseThrow();
    }

    /** Compares the rows that are listed now. */
    void update() {
        List<RunRow> checked = rows.stream()
                .filter(row -> row.slotProperty().get() != RunRow.NONE)
                .sorted(Comparator.comparingInt(row -> row.slotProperty().get()))
                .toList();
        full.set(checked.size() >= most);
        List<RunRow> columns =
                new ArrayList<>(rows.stream().filter(RunRow::current).toList());
        columns.addAll(checked);
        if (!checked.equals(chosen)) {
            chosen.setAll(checked);
        }
        comparison.set(RunComparison.of(columns));
    }

    /** Forgets all of them, as when another project opens. */
    void clear() {
        chosen.clear();
    }
}
