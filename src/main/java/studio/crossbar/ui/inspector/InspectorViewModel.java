package studio.crossbar.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import studio.crossbar.cost.Technology;
import studio.crossbar.design.Design;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.ui.common.ChoiceParameter;
import studio.crossbar.ui.common.NumberParameter;
import studio.crossbar.ui.common.Parameter;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;

/** Parameters that follow the edited design and the project's cost options, and edit them. */
public final class InspectorViewModel {

    /**
     * Parameters that belong together.
     *
     * @param title of the group
     * @param folded whether it is folded until somebody wants it
     * @param parameters in order
     */
    public record Group(String title, boolean folded, List<Parameter> parameters) {}

    private final List<Group> groups = new ArrayList<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final EditedParameters<Design> design;
    private final NamedDevices devices;

    /** Edits the design and the cost options of {@code session}. */
    public InspectorViewModel(Session session) {
        devices = new NamedDevices(session);
        design = new EditedParameters<>(session.designProperty(), session.costs()::requireBill, problem);
        EditedParameters<ProjectSettings> settings =
                new EditedParameters<>(session.settingsProperty(), now -> requireCostable(session, now), problem);
        DesignParameters.addTo(this, WireParameters.of(settings));
        group(Texts.get("inspector.evaluation.title"), EvaluationParameters.draws(settings));
        group(Texts.get("inspector.cost.title"), CostParameters.of(settings));
        design.follow();
        settings.follow();
    }

    private static void requireCostable(Session session, ProjectSettings settings) {
        Technology technology = session.costs().technologyProperty().get();
        if (technology != null) {
            session.costs().requireBills(settings.cost(), technology);
        }
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

    /** The devices that the project names. */
    NamedDevices devices() {
        return devices;
    }

    void group(String title, Parameter... parameters) {
        groups.add(new Group(title, false, List.of(parameters)));
    }

    /** A group of what is changed seldom. */
    void folded(String title, Parameter... parameters) {
        groups.add(new Group(title, true, List.of(parameters)));
    }

    NumberParameter number(
            NumberParameter.Spec spec, ToDoubleFunction<Design> get, BiFunction<Design, Double, Design> set) {
        return design.number(spec, get, set);
    }

    <E> ChoiceParameter<E> choice(
            ChoiceParameter<E> parameter, Function<Design, E> get, BiFunction<Design, E, Design> set) {
        return design.choice(parameter, get, set);
    }
}
