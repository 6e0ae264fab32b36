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
import studio.crossbar.study.CostSettings;
import studio.crossbar.study.Costing;
import studio.crossbar.study.Evaluation;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.training.TrainedNetwork;

/** What is open in the window; read and changed on the user interface's thread. */
public final class Session {

    /** Stands for no layer, or for all of them. */
    public static final int NO_LAYER = -1;

    private final ReadOnlyObjectWrapper<@Nullable OpenProject> project =
            new ReadOnlyObjectWrapper<>(this, "project", null);
    private final ObjectProperty<@Nullable Design> design = new SimpleObjectProperty<>(this, "design", null);
    private final ReadOnlyObjectWrapper<@Nullable DraftedNetwork> draft =
            new ReadOnlyObjectWrapper<>(this, "draft", null);
    private final ReadOnlyObjectWrapper<@Nullable Design> saved = new ReadOnlyObjectWrapper<>(this, "saved", null);
    private final ObjectProperty<@Nullable ProjectSettings> settings =
            new SimpleObjectProperty<>(this, "settings", null);
    private final ObjectProperty<@Nullable Requirements> requirements =
            new SimpleObjectProperty<>(this, "requirements", null);
    private final ReadOnlyObjectWrapper<@Nullable ProjectSettings> savedSettings =
            new ReadOnlyObjectWrapper<>(this, "savedSettings", null);
    private final ReadOnlyObjectWrapper<@Nullable Technology> technology =
            new ReadOnlyObjectWrapper<>(this, "technology", null);
    private final ReadOnlyObjectWrapper<@Nullable Costing> costing = new ReadOnlyObjectWrapper<>(this, "costing", null);
    private final ReadOnlyObjectWrapper<@Nullable TrainedNetwork> trained =
            new ReadOnlyObjectWrapper<>(this, "trained", null);
    private final ReadOnlyObjectWrapper<@Nullable Evaluation> evaluation =
            new ReadOnlyObjectWrapper<>(this, "evaluation", null);
    private final ObjectProperty<Screen> screen = new SimpleObjectProperty<>(this, "screen", Screen.WELCOME);
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);
    private final IntegerProperty selectedLayer = new SimpleIntegerProperty(this, "selectedLayer", NO_LAYER);
    private final TrainingLog training = new TrainingLog();
    private final ShownBills bills = new ShownBills(this);
    private final EditHistory history;

    /** A session without a project. */
    public Session() {
        this(System::nanoTime);
    }

    /** The same with another clock for the {@link #history}. */
    Session(LongSupplier nanoTime) {
        // Before the history, for which the two changes are one edit.
        design.subscribe(this::dropOutdatedDraft);
        history = new EditHistory(design, settings, requirements, draft, bills::possible, nanoTime);
        settings.subscribe((before, now) -> recost());
    }

    public ReadOnlyObjectProperty<@Nullable OpenProject> projectProperty() {
        return project.getReadOnlyProperty();
    }

    /** The design being edited; null without a project. */
    public ObjectProperty<@Nullable Design> designProperty() {
        return design;
    }

    /** The network as it is drafted while the design cannot have it; null where the design has all edits. */
    public ReadOnlyObjectProperty<@Nullable DraftedNetwork> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /** Drafts a network that the design cannot have; the design stays. */
    public void draft(DraftedNetwork wanted) {
        if (design.get() != null) {
            draft.set(wanted);
        }
    }

    /** Makes {@code drafted} the edited design, which leaves no draft; one edit. */
    public void apply(Design drafted) {
        history.together(() -> {
            design.set(drafted);
            draft.set(null);
        });
    }

    /** Goes back to the network of the edited design. */
    public void discardDraft() {
        EditHistory.State now = state();
        if (now != null) {
            history.set(Texts.get("common.edit.draftDiscarded"), now.withoutDraft());
        }
    }

    /** A draft is of the network that the design has; what another one would become is no longer wanted. */
    private void dropOutdatedDraft(@Nullable Design before, @Nullable Design now) {
        if (before == null || now == null || !before.network().equals(now.network())) {
            draft.set(null);
        }
    }

    /** The design as the project folder holds it; null without a project. */
    public ReadOnlyObjectProperty<@Nullable Design> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /**
     * The project's settings being edited, which hold how designs are costed; null without a project. Whoever sets them
     * asks {@link #requireCostable(CostSettings, Technology)} first.
     */
    public ObjectProperty<@Nullable ProjectSettings> settingsProperty() {
        return settings;
    }

    /** Targets and corners, which are stored as soon as they are edited; null until they are read. */
    public ObjectProperty<@Nullable Requirements> requirementsProperty() {
        return requirements;
    }

    /** The settings as the project folder holds them; null without a project. */
    public ReadOnlyObjectProperty<@Nullable ProjectSettings> savedSettingsProperty() {
        return savedSettings.getReadOnlyProperty();
    }

    /** Unit costs of the project, at the node of their file; null without a project. */
    public ReadOnlyObjectProperty<@Nullable Technology> technologyProperty() {
        return technology.getReadOnlyProperty();
    }

    /** How designs are costed now; null without a project. */
    public ReadOnlyObjectProperty<@Nullable Costing> costingProperty() {
        return costing.getReadOnlyProperty();
    }

    /** How designs are costed by the settings that the project folder holds; null without a project. */
    public @Nullable Costing savedCosting() {
        Technology unitCosts = technology.get();
        ProjectSettings stored = savedSettings.get();
        return unitCosts == null || stored == null ? null : Costing.of(unitCosts, stored.cost());
    }

    /**
     * Refuses costs under which a design that is shown would have no bill.
     *
     * @throws IllegalArgumentException saying which choice or constant is missing
     */
    public void requireCostable(CostSettings cost, Technology unitCosts) {
        bills.require(cost, unitCosts, design.get());
    }

    /**
     * Makes {@code candidate} the edited design and {@code cost} the edited costs, both or none.
     *
     * @throws IllegalArgumentException if a design that is shown would have no bill, on the way or then; the message says
     *     which choice or constant is missing
     */
    public void edit(Design candidate, CostSettings cost) {
        Technology unitCosts = technology.get();
        ProjectSettings now = settings.get();
        Design before = design.get();
        if (unitCosts == null || now == null || before == null) {
            return;
        }
        bills.require(cost, unitCosts, candidate);
        if (bills.possible(candidate)) {
            design.set(candidate);
            settings.set(now.withCost(cost));
        } else {
            bills.require(cost, unitCosts, before);
            settings.set(now.withCost(cost));
            design.set(candidate);
        }
    }

    /**
     * Refuses a design that has no bill as designs are costed now.
     *
     * @throws IllegalArgumentException saying which converter is missing
     */
    public void requireCostable(Design candidate) {
        bills.require(candidate);
    }

    /** The last result first, so that whoever follows the costs finds it costed anew. */
    private void recost() {
        Technology unitCosts = technology.get();
        ProjectSettings now = settings.get();
        Costing changed = unitCosts == null || now == null ? null : Costing.of(unitCosts, now.cost());
        if (Objects.equals(changed, costing.get())) {
            return;
        }
        Evaluation last = evaluation.get();
        if (last != null && changed != null) {
            evaluation.set(last.costed(changed));
        }
        costing.set(changed);
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

    /** Edits of design, settings and specifications since the project was opened. */
    public EditHistory history() {
        return history;
    }

    /** The project as its folder holds it, whatever is edited; null without one. */
    public @Nullable Project storedProject() {
        OpenProject open = project.get();
        ProjectSettings stored = savedSettings.get();
        return open == null || stored == null ? null : open.project().withSettings(stored);
    }

    /** The open project {@code value} under its edited settings and unit costs. */
    OpenProject edited(OpenProject value) {
        ProjectSettings editedSettings = settings.get();
        Technology unitCosts = technology.get();
        return editedSettings == null || unitCosts == null ? value : value.with(editedSettings, unitCosts);
    }

    /** Whether the edited design and settings are those in the project folder. */
    public boolean designIsSaved() {
        return Objects.equals(saved.get(), design.get()) && Objects.equals(savedSettings.get(), settings.get());
    }

    /** Whether nothing is edited that the project folder does not hold; a draft never is in it. */
    public boolean everythingIsSaved() {
        return designIsSaved() && draft.get() == null;
    }

    /** Whether the edited design is the one that the last result belongs to. */
    public boolean resultIsCurrent() {
        Evaluation last = evaluation.get();
        return last != null && last.mapped().trained().design().equals(design.get());
    }

    /** Shows a project that was just read. */
    public void opened(OpenProject value) {
        training.clear();
        selectedLayer.set(NO_LAYER);
        trained.set(null);
        evaluation.set(null);
        // The design of before need not have a bill under the new costs.
        design.set(null);
        saved.set(null);
        requirements.set(null);
        technology.set(value.technology());
        savedSettings.set(value.project().settings());
        settings.set(value.project().settings());
        recost();
        project.set(value);
        saved.set(value.design());
        design.set(value.design());
        history.clear();
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

    /** What is edited; null without a project. */
    EditHistory.@Nullable State state() {
        Design edited = design.get();
        ProjectSettings editedSettings = settings.get();
        return edited == null || editedSettings == null
                ? null
                : new EditHistory.State(edited, editedSettings, requirements.get(), draft.get());
    }

    /**
     * Brings edits back as one edit.
     *
     * @throws IllegalArgumentException saying which unit cost is missing under the project's technology of now
     */
    void restore(EditHistory.State edits) {
        bills.require(edits);
        history.set(Texts.get("common.edit.restore"), edits);
    }

    /** Notes what the files of the specifications say, which others may have changed. */
    public void read(Requirements stored) {
        EditHistory.State now = state();
        if (now == null || now.requirements() == null || now.requirements().equals(stored)) {
            requirements.set(stored);
        } else {
            history.set(
                    Texts.get("common.edit.specificationsRead"),
                    new EditHistory.State(now.design(), now.settings(), stored, now.draft()));
        }
    }

    /** Goes back to design and settings as they were saved. */
    public void revert() {
        Design storedDesign = saved.get();
        ProjectSettings stored = savedSettings.get();
        if (storedDesign != null && stored != null) {
            history.set(Texts.get("common.edit.revert"), new EditHistory.State(storedDesign, stored, null, null));
        }
    }

    /** Notes that the technology file of the project holds other unit costs; whatever is shown is costed anew. */
    public void technology(Technology value) {
        technology.set(value);
        recost();
        history.keepPossible();
    }

    /** Notes that the project folder names another technology file, of these unit costs. */
    public void technology(@Nullable String setting, Technology value) {
        technology.set(value);
        ProjectSettings stored = savedSettings.get();
        ProjectSettings edited = settings.get();
        if (stored != null && edited != null) {
            savedSettings.set(stored.withTechnology(setting));
            history.rebase(state -> state.withTechnology(setting), () -> settings.set(edited.withTechnology(setting)));
        }
        recost();
        history.keepPossible();
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
