package studio.crossbar.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import studio.crossbar.ui.common.ChoiceParameter;
import studio.crossbar.ui.common.NumberParameter;

/**
 * Parameters that follow an edited value, and edit it.
 *
 * @param <T> the value; an edit makes another one
 */
final class EditedParameters<T> {

    private final ObjectProperty<@Nullable T> edited;
    private final Consumer<T> check;
    private final ReadOnlyStringWrapper problem;
    private final List<Consumer<T>> readers = new ArrayList<>();
    private boolean reading;

    /**
     * Parameters of {@code edited}.
     *
     * @param check refuses a value with an {@link IllegalArgumentException}
     * @param problem receives why an edit was refused, empty when one is taken
     */
    EditedParameters(ObjectProperty<@Nullable T> edited, Consumer<T> check, ReadOnlyStringWrapper problem) {
        this.edited = edited;
        this.check = check;
        this.problem = problem;
    }

    /** Follows the value from now on; call when all parameters are there. */
    void follow() {
        edited.subscribe(value -> {
            problem.set("");
            read(value);
        });
    }

    NumberParameter number(NumberParameter.Spec spec, ToDoubleFunction<T> get, BiFunction<T, Double, T> set) {
        NumberParameter parameter = new NumberParameter(spec);
        readers.add(value -> parameter.valueProperty().set(get.applyAsDouble(value)));
        parameter.valueProperty().subscribe((before, now) -> edit(value -> set.apply(value, now.doubleValue())));
        return parameter;
    }

    <E> ChoiceParameter<E> choice(ChoiceParameter<E> parameter, Function<T, E> get, BiFunction<T, E, T> set) {
        readers.add(value -> parameter.valueProperty().set(get.apply(value)));
        parameter.valueProperty().subscribe((before, now) -> edit(value -> set.apply(value, now)));
        return parameter;
    }

    private void edit(UnaryOperator<T> change) {
        T value = edited.get();
        if (reading || value == null) {
            return;
        }
        try {
            T changed = change.apply(value);
            check.accept(changed);
            edited.set(changed);
            problem.set("");
        } catch (IllegalArgumentException e) {
            problem.set(String.valueOf(e.getMessage()));
            read(value);
        }
    }

    private void read(@Nullable T value) {
        if (value == null) {
            return;
        }
        reading = true;
        try {
            readers.forEach(reader -> reader.accept(value));
        } finally {
            reading = false;
        }
    }
}
