package studio.crossbar.ui.common;

import java.util.function.LongSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.Technology;
import studio.crossbar.design.Design;
import studio.crossbar.design.DraftedNetwork;
import studio.crossbar.specification.Requirements;
import studio.crossbar.study.CostSettings;
import studio.crossbar.study.ProjectSettings;

/**
 * What is edited in a session, and the edits that concern more than one value of it. Whatever is set directly is an edit
 * too, which the {@link #history} follows.
 */
public final class Edits {

    private final SessionCosts costs;
    private final ObjectProperty<@Nullable Design> design = new SimpleObjectProperty<>(this, "design", null);
    private final ObjectProperty<@Nullable ProjectSettings> settings =
            new SimpleObjectProperty<>(this, "settings", null);
    private final ObjectProperty<@Nullable Requirements> requirements =
            new SimpleObjectProperty<>(this, "requirements", null);
    private final ReadOnlyObjectWrapper<@Nullable DraftedNetwork> draft =
            new ReadOnlyObjectWrapper<>(this, "draft", null);
    private final EditHistory history;

    Edits(SessionCosts costs, LongSupplier nanoTime) {
        this.costs = costs;
        // Before the history, for which the two changes are one edit.
        design.subscribe(this::dropOutdatedDraft);
        history = new EditHistory(design, settings, requirements, draft, costs::possible, nanoTime);
    }

    ObjectProperty<@Nullable Design> designProperty() {
        return design;
    }

    ObjectProperty<@Nullable ProjectSettings> settingsProperty() {
        return settings;
    }

    ObjectProperty<@Nullable Requirements> requirementsProperty() {
        return requirements;
    }

    ReadOnlyObjectProperty<@Nullable DraftedNetwork> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    EditHistory history() {
        return history;
    }

    /** What is edited; null without a project. */
    EditHistory.@Nullable State state() {
        return history.state();
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

    /**
     * Makes {@code candidate} the edited design and {@code cost} the edited costs, both or none.
     *
     * @throws IllegalArgumentException if a design that is shown would have no bill, on the way or then; the message says
     *     which choice or constant is missing
     */
    public void set(Design candidate, CostSettings cost) {
        Technology unitCosts = costs.technologyProperty().get();
        ProjectSettings now = settings.get();
        Design before = design.get();
        if (unitCosts == null || now == null || before == null) {
            return;
        }
        costs.requireBills(cost, unitCosts, candidate);
        if (costs.possible(candidate)) {
            design.set(candidate);
            settings.set(now.withCost(cost));
        } else {
            costs.requireBills(cost, unitCosts, before);
            settings.set(now.withCost(cost));
            design.set(candidate);
        }
    }

    /**
     * Brings edits back as one edit.
     *
     * @throws IllegalArgumentException saying which unit cost is missing under the project's technology of now
     */
    void restore(EditHistory.State edits) {
        costs.requireBill(edits);
        history.set(Texts.get("common.edit.restore"), edits);
    }

    /** Goes back to a design and settings as they were saved. */
    void revert(Design savedDesign, ProjectSettings savedSettings) {
        history.set(Texts.get("common.edit.revert"), new EditHistory.State(savedDesign, savedSettings, null, null));
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
}
