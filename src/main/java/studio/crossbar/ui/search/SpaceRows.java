package studio.crossbar.ui.search;

import java.math.BigDecimal;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.crossbar.search.Constraint;
import studio.crossbar.search.Metric;
import studio.crossbar.search.SearchSpace;
import studio.crossbar.search.dimension.Dimension;
import studio.crossbar.search.dimension.Dimensions;

/** Parameters and constraints of an edited space as text. */
final class SpaceRows {

    private final ObservableList<ParameterRow> parameters = FXCollections.observableArrayList(ParameterRow::texts);
    private final ObservableList<ConstraintRow> constraints = FXCollections.observableArrayList(ConstraintRow::texts);
    private final Runnable changed;
    private boolean replacing;

    /** @param changed runs after each change, once for what is changed together */
    SpaceRows(Runnable changed) {
        this.changed = changed;
        InvalidationListener listener = observable -> {
            if (!replacing) {
                changed.run();
            }
        };
        parameters.addListener(listener);
        constraints.addListener(listener);
    }

    /** In the space's order. */
    ObservableList<ParameterRow> parameters() {
        return parameters;
    }

    ObservableList<ConstraintRow> constraints() {
        return constraints;
    }

    /** Edits {@code start}. */
    void edit(SearchSpace start) {
        replacing = true;
        parameters.setAll(start.parameters().stream()
                .map(parameter -> ParameterRow.of(start, parameter))
                .toList());
        constraints.setAll(start.constraints().stream()
                .map(constraint -> new ConstraintRow(constraint.metric(), text(constraint)))
                .toList());
        replacing = false;
        changed.run();
    }

    /** A parameter of a dimension that the space does not have yet, behind the others. */
    ParameterRow add() {
        Dimension free = Dimensions.general().stream()
                .filter(dimension -> !has(dimension.name()))
                .findFirst()
                .orElseGet(() -> Dimensions.general().getFirst());
        ParameterRow row = new ParameterRow(
                free.name(), free.numeric() ? free.extremes().getFirst() : String.join(", ", free.extremes()), "");
        parameters.add(row);
        return row;
    }

    /** The same behind {@code row}, of the next stage if it is of one. */
    ParameterRow duplicate(ParameterRow row) {
        String name = row.nameProperty().get();
        int stage = Dimensions.stage(name);
        String stem = stage == 0
                ? name
                : name.substring(0, name.length() - Integer.toString(stage).length());
        int next = stage;
        while (stage > 0 && next < Dimensions.MOST_STAGES && has(stem + next)) {
            next++;
        }
        ParameterRow copy = new ParameterRow(
                stage == 0 ? name : stem + next,
                row.valuesProperty().get(),
                row.conditionProperty().get());
        parameters.add(parameters.indexOf(row) + 1, copy);
        return copy;
    }

    private boolean has(String name) {
        return parameters.stream().anyMatch(row -> row.nameProperty().get().equals(name));
    }

    void remove(ParameterRow row) {
        parameters.remove(row);
    }

    /** Puts a parameter {@code by} places further down, as far as there are places. */
    void move(ParameterRow row, int by) {
        int from = parameters.indexOf(row);
        int to = Math.clamp(from + by, 0, parameters.size() - 1);
        if (from >= 0 && from != to) {
            replacing = true;
            parameters.remove(from);
            replacing = false;
            parameters.add(to, row);
        }
    }

    /** A limit of the first cost that has none. */
    void addConstraint() {
        Metric metric = limited().stream()
                .filter(one -> constraints.stream()
                        .noneMatch(row -> row.metricProperty().get() == one))
                .findFirst()
                .orElse(Metric.AREA);
        constraints.add(new ConstraintRow(metric, ""));
    }

    /** Sets limits, each in place of those of its metric. */
    void limit(List<Constraint> limits) {
        replacing = true;
        for (Constraint limit : limits) {
            constraints.removeIf(row -> row.metricProperty().get() == limit.metric());
            constraints.add(new ConstraintRow(limit.metric(), text(limit)));
        }
        replacing = false;
        changed.run();
    }

    private static String text(Constraint constraint) {
        return BigDecimal.valueOf(constraint.limit()).stripTrailingZeros().toPlainString();
    }

    void remove(ConstraintRow row) {
        constraints.remove(row);
    }

    /** Metrics that can be limited. */
    static List<Metric> limited() {
        return List.of(Metric.values()).stream().filter(Metric::computed).toList();
    }
}
