package studio.crossbar.ui.common;

import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.study.Evaluation;
import studio.crossbar.training.TrainedNetwork;

/** What is open in the window; read and changed on the user interface's thread. */
public final class Session {

    private final ReadOnlyObjectWrapper<@Nullable OpenProject> project =
            new ReadOnlyObjectWrapper<>(this, "project", null);
    private final ObjectProperty<@Nullable Design> design = new SimpleObjectProperty<>(this, "design", null);
    private final ReadOnlyObjectWrapper<@Nullable Design> saved = new ReadOnlyObjectWrapper<>(this, "saved", null);
    private final ReadOnlyObjectWrapper<@Nullable TrainedNetwork> trained =
            new ReadOnlyObjectWrapper<>(this, "trained", null);
    private final ReadOnlyObjectWrapper<@Nullable Evaluation> evaluation =
            new ReadOnlyObjectWrapper<>(this, "evaluation", null);
    private final ObjectProperty<Screen> screen = new SimpleObjectProperty<>(this, "screen", Screen.WELCOME);
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);
    private final TrainingLog training = new TrainingLog();

    public ReadOnlyObjectProperty<@Nullable OpenProject> projectProperty() {
        return project.getReadOnlyProperty();
    }

    /** The design being edited; null without a project. */
    public ObjectProperty<@Nullable Design> designProperty() {
        return design;
    }

    /** The design as the project folder holds it; null without a project. */
    public ReadOnlyObjectProperty<@Nullable Design> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /** The network that the project folder holds, evaluated or not; it belongs to the design it carries. */
    public ReadOnlyObjectProperty<@Nullable TrainedNetwork> trainedProperty() {
        return trained.getReadOnlyProperty();
    }

    /** The last result; it belongs to the design it carries, which may differ from the edited one. */
    public ReadOnlyObjectProperty<@Nullable Evaluation> evaluationProperty() {
        return evaluation.getReadOnlyProperty();
    }

    /** The tab in front. */
    public ObjectProperty<Screen> screenProperty() {
        return screen;
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** The run that is going on, or the last one. */
    public TrainingLog training() {
        return training;
    }

    /** Whether the edited design is the one in the project folder. */
    public boolean designIsSaved() {
        return Objects.equals(saved.get(), design.get());
    }

    /** Whether the edited design is the one that the last result belongs to. */
    public boolean resultIsCurrent() {
        Evaluation last = evaluation.get();
        return last != null && last.mapped().trained().design().equals(design.get());
    }

    /** Shows a project that was just read. */
    public void opened(OpenProject value) {
        training.clear();
        trained.set(null);
        evaluation.set(null);
        project.set(value);
        saved.set(value.design());
        design.set(value.design());
        trained(value.trained());
        evaluation.set(value.evaluation());
        screen.set(Screen.DATASET);
    }

    /** Notes what the project folder holds now. */
    public void saved(Design value) {
        saved.set(value);
    }

    /** Shows a network that the project folder holds now, not evaluated yet; null if there is none. */
    public void trained(@Nullable TrainedNetwork value) {
        if (value != null) {
            training.epochs().setAll(value.history());
        }
        evaluation.set(null);
        trained.set(value);
    }

    /** Shows a result. */
    public void result(Evaluation value) {
        training.epochs().setAll(value.mapped().trained().history());
        trained.set(value.mapped().trained());
        evaluation.set(value);
    }
}
