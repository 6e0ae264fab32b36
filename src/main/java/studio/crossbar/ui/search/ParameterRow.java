package studio.crossbar.ui.search;

import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import studio.crossbar.search.Condition;
import studio.crossbar.search.Parameter;
import studio.crossbar.search.SearchSpace;
import studio.crossbar.search.ValueText;

/** A parameter of an edited space as text, and what the core says against it. */
final class ParameterRow {

    private final StringProperty name = new SimpleStringProperty(this, "name");
    private final StringProperty values = new SimpleStringProperty(this, "values");
    private final StringProperty condition = new SimpleStringProperty(this, "condition");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

    ParameterRow(String name, String values, String condition) {
        this.name.set(name);
        this.values.set(values);
        this.condition.set(condition);
    }

    /** The text of a parameter of {@code space}, without a condition that follows from its stage. */
    static ParameterRow of(SearchSpace space, Parameter parameter) {
        Condition condition = parameter.condition();
        return new ParameterRow(
                parameter.name(),
                ValueText.of(parameter.values()),
                condition == null || space.implied(parameter) ? "" : condition.text());
    }

    /** Of a dimension. */
    StringProperty nameProperty() {
        return name;
    }

    /** As {@link ValueText} reads them. */
    StringProperty valuesProperty() {
        return values;
    }

    /** As {@link Condition#parse} reads it; empty for always. */
    StringProperty conditionProperty() {
        return condition;
    }

    /** What is wrong; empty if nothing is. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    void refuse(String reason) {
        problem.set(reason);
    }

    /**
     * The parameter.
     *
     * @throws IllegalArgumentException as the core refuses it
     */
    Parameter parameter() {
        return new Parameter(name.get().strip(), ValueText.parse(values.get()), Condition.parse(condition.get()));
    }

    /** What is text, for lists that follow it. */
    Observable[] texts() {
        return new Observable[] {name, values, condition};
    }
}
