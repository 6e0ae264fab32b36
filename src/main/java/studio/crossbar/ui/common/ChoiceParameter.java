package studio.crossbar.ui.common;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * One of a few named values.
 *
 * @param <E> type of the value
 */
public final class ChoiceParameter<E> implements Parameter {

    /**
     * A value that can be chosen.
     *
     * @param value what is chosen
     * @param label shown on the button
     * @param help what it means
     */
    public record Option<E>(E value, String label, String help) {}

    private final String id;
    private final String name;
    private final String help;
    private final List<Option<E>> options;
    private final E standard;
    private final ObjectProperty<E> value;

    /** A choice that starts with {@code standard}. */
    public ChoiceParameter(String id, String name, String help, List<Option<E>> options, E standard) {
        this.id = id;
        this.name = name;
        this.help = help;
        this.options = List.copyOf(options);
        this.standard = standard;
        value = new SimpleObjectProperty<>(this, name, standard);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String help() {
        return Texts.format("common.parameter.choiceHelp", help, label(standard));
    }

    public List<Option<E>> options() {
        return options;
    }

    /** What {@code chosen} is called; itself, if it is none of the options. */
    public String label(E chosen) {
        return options.stream()
                .filter(option -> option.value().equals(chosen))
                .findFirst()
                .map(Option::label)
                .orElseGet(() -> String.valueOf(chosen));
    }

    public ObjectProperty<E> valueProperty() {
        return value;
    }
}
