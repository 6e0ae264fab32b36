package studio.crossbar.ui.common;

import java.util.Objects;
import java.util.function.LongSupplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.Technology;
import studio.crossbar.design.Design;
import studio.crossbar.design.DraftedNetwork;
import studio.crossbar.specification.Requirements;
import studio.crossbar.study.Costing;
import studio.crossbar.study.Evaluation;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.training.TrainedNetwork;

/**
 * What is open in the window: the project and what its folder holds, what is edited of it, its results, and what the window
 * shows. Read and changed on the user interface's thread.
 */
public final class Session {

    /** Stands for no layer, or for all of them. */
    public static final int NO_LAYER = -1;

    private final ReadOnlyObjectWrapper<@Nullable OpenProject> project =
            new ReadOnlyObjectWrapper<>(this, "project", null);
    private final ReadOnlyObjectWrapper<@Nullable Design> saved = new ReadOnlyObjectWrapper<>(this, "saved", null);
    private final ReadOnlyObjectWrapper<@Nullable ProjectSettings> savedSettings =
            new ReadOnlyObjectWrapper<>(this, "savedSettings", null);
    private final ReadOnlyObjectWrapper<@Nullable TrainedNetwork> trained =
            new ReadOnlyObjectWrapper<>(this, "trained", null);
    private final ReadOnlyObjectWrapper<@Nullable Evaluation> evaluation =
            new ReadOnlyObjectWrapper<>(this, "evaluation", null);
    private final ObjectProperty<Screen> screen = new SimpleObjectProperty<>(this, "screen", Screen.WELCOME);
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);
    private final IntegerProperty selectedLayer = new SimpleIntegerProperty(this, "selectedLayer", NO_LAYER);
    private final TrainingLog training = new TrainingLog();
    private final SessionCosts costs = new SessionCosts(this);
    private final Edits edits;

    /** A session without a project. */
    public Session() {
        this(System::nanoTime);
    }

    /** The same with another clock for the {@link #history}. */
    Session(LongSupplier nanoTime) {
        edits = new Edits(costs, nanoTime);
        settingsProperty().subscribe((before, now) -> costs.recost());
    }

    public ReadOnlyObjectProperty<@Nullable OpenProject> projectProperty() {
        return project.getReadOnlyProperty();
    }

    /** The design being edited; null without a project. */
    public ObjectProperty<@Nullable Design> designProperty() {
        return edits.designProperty();
    }

    /** The network as it is drafted while the design cannot have it; null where the design has all edits. */
    public ReadOnlyObjectProperty<@Nullable DraftedNetwork> draftProperty() {
        return edits.draftProperty();
    }

    /** The design as the project folder holds it; null without a project. */
    public ReadOnlyObjectProperty<@Nullable Design> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /**
     * The project's settings being edited, which hold how designs are costed; null without a project. Whoever sets them
     * asks {@link SessionCosts#requireBills} first.
     */
    public ObjectProperty<@Nullable ProjectSettings> settingsProperty() {
        return edits.settingsProperty();
    }

    /** Targets and corners, which are stored as soon as they are edited; null until they are read. */
    public ObjectProperty<@Nullable Requirements> requirementsProperty() {
        return edits.requirementsProperty();
    }

    /** The settings as the project folder holds them; null without a project. */
    public ReadOnlyObjectProperty<@Nullable ProjectSettings> savedSettingsProperty() {
        return savedSettings.getReadOnlyProperty();
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

    /** The layer that every screen shows as selected: index among those with weights, or {@link #NO_LAYER}. */
    public IntegerProperty selectedLayerProperty() {
        return selectedLayer;
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** The run that is going on, or the last one. */
    public TrainingLog training() {
        return training;
    }

    /** How designs are costed. */
    public SessionCosts costs() {
        return costs;
    }

    /** Edits that concern more than one of the edited properties. */
    public Edits edits() {
        return edits;
    }

    /** Edits of design, settings and specifications since the project was opened. */
    public EditHistory history() {
        return edits.history();
    }

    /** The project as its folder holds it, whatever is edited; null without one. */
    public @Nullable Project storedProject() {
        OpenProject open = project.get();
        ProjectSettings stored = savedSettings.get();
        return open == null || stored == null ? null : open.project().withSettings(stored);
    }

    /** The open project {@code value} under its edited settings and unit costs. */
    OpenProject edited(OpenProject value) {
        ProjectSettings editedSettings = settingsProperty().get();
        Technology unitCosts = costs.technologyProperty().get();
        return editedSettings == null || unitCosts == null ? value : value.with(editedSettings, unitCosts);
    }

    /** Whether the edited design and settings are those in the project folder. */
    public boolean designIsSaved() {
        return Objects.equals(saved.get(), designProperty().get())
                && Objects.equals(savedSettings.get(), settingsProperty().get());
    }

    /** Whether nothing is edited that the project folder does not hold; a draft never is in it. */
    public boolean everythingIsSaved() {
        return designIsSaved() && draftProperty().get() == null;
    }

    /** Whether the edited design is the one that the last result belongs to. */
    public boolean resultIsCurrent() {
        Evaluation last = evaluation.get();
        return last != null
                && last.mapped().trained().design().equals(designProperty().get());
    }

    /** Shows a project that was just read. */
    public void opened(OpenProject value) {
        training.clear();
        selectedLayer.set(NO_LAYER);
        trained.set(null);
        evaluation.set(null);
        // The design of before need not have a bill under the new costs.
        designProperty().set(null);
        saved.set(null);
        requirementsProperty().set(null);
        costs.use(value.technology());
        savedSettings.set(value.project().settings());
        settingsProperty().set(value.project().settings());
        costs.recost();
        project.set(value);
        saved.set(value.design());
        designProperty().set(value.design());
        history().clear();
        trained(value.trained());
        evaluation.set(value.evaluation());
        screen.set(Screen.DATASET);
    }

    /** Notes what the project folder holds now. */
    public void saved(Design value) {
        saved.set(value);
    }

    /** Notes which settings the project folder holds now. */
    public void saved(ProjectSettings value) {
        savedSettings.set(value);
    }

    /** Goes back to design and settings as they were saved. */
    public void revert() {
        Design storedDesign = saved.get();
        ProjectSettings stored = savedSettings.get();
        if (storedDesign != null && stored != null) {
            edits.revert(storedDesign, stored);
        }
    }

    /** Notes that the technology file of the project holds other unit costs; whatever is shown is costed anew. */
    public void technology(Technology value) {
        costs.use(value);
        costs.recost();
        history().keepPossible();
    }

    /** Notes that the project folder names another technology file, of these unit costs. */
    public void technology(@Nullable String setting, Technology value) {
        costs.use(value);
        ProjectSettings stored = savedSettings.get();
        ProjectSettings edited = settingsProperty().get();
        if (stored != null && edited != null) {
            savedSettings.set(stored.withTechnology(setting));
            history()
                    .rebase(
                            state -> state.withTechnology(setting),
                            () -> settingsProperty().set(edited.withTechnology(setting)));
        }
        costs.recost();
        history().keepPossible();
    }

    /** Has the last result costed in another way. */
    void recost(Costing costing) {
        Evaluation last = evaluation.get();
        if (last != null) {
            evaluation.set(last.costed(costing));
        }
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
