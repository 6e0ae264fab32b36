package studio.crossbar.ui.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import studio.crossbar.network.Layer;
import studio.crossbar.ui.common.ChoiceParameter;
import studio.crossbar.ui.common.NumberParameter;
import studio.crossbar.ui.common.Parameter;

/** Parameters of one layer, which follow it and edit it. */
final class LayerSettings {

    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Consumer<Layer>> readers = new ArrayList<>();
    private final Consumer<Layer> edited;
    private final Consumer<String> refused;
    private Layer layer;
    private boolean reading;

    /**
     * Parameters of {@code layer}; add them before it is shown.
     *
     * @param edited receives the layer after an edit
     * @param refused receives why an edit makes no layer
     */
    LayerSettings(Layer layer, Consumer<Layer> edited, Consumer<String> refused) {
        this.layer = layer;
        this.edited = edited;
        this.refused = refused;
    }

    List<Parameter> parameters() {
        return List.copyOf(parameters);
    }

    /** Shows another layer of the same kind; false if it is of another. */
    boolean follow(Layer value) {
        if (value.getClass() != layer.getClass()) {
            return false;
        }
        read(value);
        return true;
    }

    /** A number of layers of one type. */
    <L extends Layer> void number(
            Class<L> type, NumberParameter.Spec spec, ToDoubleFunction<L> get, BiFunction<L, Double, Layer> set) {
        NumberParameter parameter = new NumberParameter(spec);
        parameter.valueProperty().set(get.applyAsDouble(type.cast(layer)));
        readers.add(value -> parameter.valueProperty().set(get.applyAsDouble(type.cast(value))));
        parameter
                .valueProperty()
                .subscribe((before, now) -> edit(value -> set.apply(type.cast(value), now.doubleValue())));
        parameters.add(parameter);
    }

    /** A choice of layers of one type. */
    <E> void choice(ChoiceParameter<E> parameter, Function<Layer, E> get, BiFunction<Layer, E, Layer> set) {
        parameter.valueProperty().set(get.apply(layer));
        readers.add(value -> parameter.valueProperty().set(get.apply(value)));
        parameter.valueProperty().subscribe((before, now) -> edit(value -> set.apply(value, now)));
        parameters.add(parameter);
    }

    private void edit(UnaryOperator<Layer> change) {
        if (reading) {
            return;
        }
        Layer before = layer;
        try {
            Layer changed = change.apply(before);
            read(changed);
            refused.accept("");
            edited.accept(changed);
        } catch (IllegalArgumentException e) {
            refused.accept(String.valueOf(e.getMessage()));
            read(before);
        }
    }

    private void read(Layer value) {
        layer = value;
        reading = true;
        try {
            readers.forEach(reader -> reader.accept(value));
        } finally {
            reading = false;
        }
    }
}
