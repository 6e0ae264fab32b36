package studio.crossbar.ui.common;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.study.Evaluation;

/** What is open in the window; read and changed on the user interface's thread. */
public final class Session {

    private final ReadOnlyObjectWrapper<@Nullable OpenProject> project =
            new ReadOnlyObjectWrapper<>(this, "project", null);
    private final ObjectProperty<@Nullable Design> design = new SimpleObjectProperty<>(this, "design", null);
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

    /** Whether the edited design is the one that the last result belongs to. */
    public boolean resultIsCurrent() {
        Evaluation last = evaluation.get();
        return last != null && last.mapped().trained().design().equals(design.get());
    }

    void opened(OpenProject value) {
        training.clear();
        evaluation.set(null);
        project.set(value);
        design.set(value.design());
        result(value.evaluation());
        screen.set(Screen.DATASET);
    }

    void result(@Nullable Evaluation value) {
        if (value != null) {
            training.epochs().setAll(value.mapped().trained().history());
        }
        evaluation.set(value);
    }
}
