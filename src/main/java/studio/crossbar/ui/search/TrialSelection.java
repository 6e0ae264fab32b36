package studio.crossbar.ui.search;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Trials that are brushed, pointed at and pinned, shared by all charts and tables of the screen. */
public final class TrialSelection {

    /** Designs that can be compared. */
    public static final int MOST_PINNED = 6;

    /** No trial; ids start from 1. */
    public static final long NONE = 0;

    private final ReadOnlyObjectWrapper<Set<Long>> selected = new ReadOnlyObjectWrapper<>(this, "selected", Set.of());
    private final LongProperty hovered = new SimpleLongProperty(this, "hovered", NONE);
    private final ObservableList<Long> pinned = FXCollections.observableArrayList();
    private final ObservableList<Long> pinnedView = FXCollections.unmodifiableObservableList(pinned);
    private final ObjectProperty<Brush> brush = new SimpleObjectProperty<>(this, "brush", Brush.RECTANGLE);
    private final ReadOnlyLongWrapper baseline = new ReadOnlyLongWrapper(this, "baseline", NONE);

    /** Ids of the brushed trials; the set never changes, it is replaced. */
    public ReadOnlyObjectProperty<Set<Long>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Id of the trial that is pointed at, or {@link #NONE}. */
    public LongProperty hoveredProperty() {
        return hovered;
    }

    /** What dragging on any of the charts draws. */
    public ObjectProperty<Brush> brushProperty() {
        return brush;
    }

    /** Ids of pinned trials in the order of pinning, at most {@value #MOST_PINNED}. */
    public ObservableList<Long> pinned() {
        return pinnedView;
    }

    /** Id of the pinned trial that the others are compared with, or {@link #NONE} without pins. */
    public ReadOnlyLongProperty baselineProperty() {
        return baseline.getReadOnlyProperty();
    }

    /** Brushes {@code ids} alone. */
    public void select(Collection<Long> ids) {
        Set<Long> next = Set.copyOf(ids);
        if (!next.equals(selected.get())) {
            selected.set(next);
        }
    }

    /** Brushes {@code ids} too. */
    public void add(Collection<Long> ids) {
        Set<Long> next = new HashSet<>(selected.get());
        next.addAll(ids);
        select(next);
    }

    /** Brushes a trial, or no longer. */
    public void toggle(long id) {
        Set<Long> next = new HashSet<>(selected.get());
        if (!next.remove(id)) {
            next.add(id);
        }
        select(next);
    }

    /** The only brushed trial, or {@link #NONE} if there are none or several. */
    public long single() {
        Set<Long> ids = selected.get();
        return ids.size() == 1 ? ids.iterator().next() : NONE;
    }

    /** Pins the first of {@code ids} that there is room for; the first pin is the baseline. */
    public void pin(List<Long> ids) {
        for (long id : ids) {
            if (pinned.size() < MOST_PINNED && !pinned.contains(id)) {
                pinned.add(id);
            }
        }
        keepBaseline();
    }

    /** Takes a pin away; the baseline passes to the first of the others. */
    public void unpin(long id) {
        pinned.remove(Long.valueOf(id));
        keepBaseline();
    }

    /** Compares the others with {@code id}, which is pinned. */
    public void compareWith(long id) {
        if (pinned.contains(id)) {
            baseline.set(id);
        }
    }

    private void keepBaseline() {
        if (!pinned.contains(baseline.get())) {
            baseline.set(pinned.isEmpty() ? NONE : pinned.getFirst());
        }
    }

    /** Forgets everything, as another search is shown. */
    public void clear() {
        select(Set.of());
        hovered.set(NONE);
        pinned.clear();
        keepBaseline();
    }
}
