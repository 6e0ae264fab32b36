package studio.crossbar.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.ui.common.ChoiceParameter;
import studio.crossbar.ui.common.NumberParameter;
import studio.crossbar.ui.common.Parameter;
import studio.crossbar.ui.common.Session;

/** Parameters that follow the edited design, and edit it. */
public final class InspectorViewModel {

    /**
     * Parameters that belong together.
     *
     * @param title of the group
     * @param parameters in order
     */
    public record Group(String title, List<Parameter> parameters) {}

    private final Session session;
    private final List<Group> groups = new ArrayList<>();
    private final List<java.util.function.Consumer<Design>> readers = new ArrayList<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private boolean reading;

    /** Edits the design of {@code session}. */
    public InspectorViewModel(Session session) {
        this.session = session;
        DesignParameters.addTo(this);
        session.designProperty().subscribe(design -> {
            problem.set("");
            read(design);
        });
    }

    public List<Group> groups() {
        return List.copyOf(groups);
    }

    /** Why the last edit was refused; empty if it was taken. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The parameter called {@code name}. */
    public Parameter parameter(String name) {
        return groups.stream()
                .flatMap(group -> group.parameters().stream())
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("name: no parameter is called " + name));
    }

    void group(String title, Parameter... parameters) {
        groups.add(new Group(title, List.of(parameters)));
    }

    NumberParameter number(
            NumberParameter.Spec spec, ToDoubleFunction<Design> get, BiFunction<Design, Double, Design> set) {
        NumberParameter parameter = new NumberParameter(spec);
        readers.add(design -> parameter.valueProperty().set(get.applyAsDouble(design)));
        parameter.valueProperty().subscribe((before, now) -> edit(design -> set.apply(design, now.doubleValue())));
        return parameter;
    }

    <E> ChoiceParameter<E> choice(
            ChoiceParameter<E> parameter, Function<Design, E> get, BiFunction<Design, E, Design> set) {
        readers.add(design -> parameter.valueProperty().set(get.apply(design)));
        parameter.valueProperty().subscribe((before, now) -> edit(design -> set.apply(design, now)));
        return parameter;
    }

    private void edit(Function<Design, Design> change) {
        Design design = session.designProperty().get();
        if (reading || design == null) {
            return;
        }
        try {
            session.designProperty().set(change.apply(design));
            problem.set("");
        } catch (IllegalArgumentException e) {
            problem.set(String.valueOf(e.getMessage()));
            read(design);
        }
    }

    private void read(@Nullable Design design) {
        if (design == null) {
            return;
        }
        reading = true;
        try {
            readers.forEach(reader -> reader.accept(design));
        } finally {
            reading = false;
        }
    }
}
