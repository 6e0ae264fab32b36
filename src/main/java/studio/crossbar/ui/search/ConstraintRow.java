package studio.crossbar.ui.search;

import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import studio.crossbar.search.Constraint;
import studio.crossbar.search.Metric;

/** A constraint of an edited space, its limit as text, and what the core says against it. */
final class ConstraintRow {

    private final ObjectProperty<Metric> metric = new SimpleObjectProperty<>(this, "metric");
    private final StringProperty limit = new SimpleStringProperty(this, "limit");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

    ConstraintRow(Metric metric, String limit) {
        this.metric.set(metric);
        this.limit.set(limit);
    }

    ObjectProperty<Metric> metricProperty() {
        return metric;
    }

    /** With the metric's unit or without. */
    StringProperty limitProperty() {
        return limit;
    }

    /** What is wrong; empty if nothing is. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    void refuse(String reason) {
        problem.set(reason);
    }

    /**
     * The constraint.
     *
     * @throws IllegalArgumentException as the core refuses it
     */
    Constraint constraint() {
        return Constraint.parse(metric.get(), limit.get());
    }

    /** What changes, for lists that follow it. */
    Observable[] texts() {
        return new Observable[] {metric, limit};
    }
}
