package studio.crossbar.ui.common;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.Technology;
import studio.crossbar.design.Design;
import studio.crossbar.study.CostSettings;
import studio.crossbar.study.Costing;
import studio.crossbar.study.Evaluation;
import studio.crossbar.study.ProjectSettings;

/**
 * How the designs of a session are costed, and that all that it shows can be: costs and designs under which something would
 * have no bill are refused by an {@link IllegalArgumentException} that says which choice, converter or constant is missing.
 */
public final class SessionCosts {

    private final Session session;
    private final ReadOnlyObjectWrapper<@Nullable Technology> technology =
            new ReadOnlyObjectWrapper<>(this, "technology", null);
    private final ReadOnlyObjectWrapper<@Nullable Costing> costing = new ReadOnlyObjectWrapper<>(this, "costing", null);

    SessionCosts(Session session) {
        this.session = session;
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
    public @Nullable Costing saved() {
        return under(session.savedSettingsProperty().get());
    }

    private @Nullable Costing under(@Nullable ProjectSettings settings) {
        Technology unitCosts = technology.get();
        return unitCosts == null || settings == null ? null : Costing.of(unitCosts, settings.cost());
    }

    /** Notes other unit costs, which {@link #recost} takes. */
    void use(Technology unitCosts) {
        technology.set(unitCosts);
    }

    /**
     * Costs all that is shown by the edited settings and the unit costs of now. The last result first, so that whoever
     * follows the costs finds it costed anew.
     */
    void recost() {
        Costing changed = under(session.settingsProperty().get());
        if (Objects.equals(changed, costing.get())) {
            return;
        }
        if (changed != null) {
            session.recost(changed);
        }
        costing.set(changed);
    }

    /** Refuses costs under which the edited design, the stored one or that of the last result would have no bill. */
    public void requireBills(CostSettings cost, Technology unitCosts) {
        requireBills(cost, unitCosts, session.designProperty().get());
    }

    /** The same with {@code edited} as the edited design. */
    void requireBills(CostSettings cost, Technology unitCosts, @Nullable Design edited) {
        Costing candidate = Costing.of(unitCosts, cost);
        Design storedDesign = session.savedProperty().get();
        Evaluation last = session.evaluationProperty().get();
        Set<Design> shown = new LinkedHashSet<>();
        addIfThere(shown, edited);
        addIfThere(shown, storedDesign);
        addIfThere(shown, last == null ? null : last.mapped().trained().design());
        shown.forEach(candidate::of);
        ProjectSettings stored = session.savedSettingsProperty().get();
        if (storedDesign != null && stored != null) {
            Costing.of(unitCosts, stored.cost()).of(storedDesign);
        }
    }

    private static void addIfThere(Set<Design> designs, @Nullable Design value) {
        if (value != null) {
            designs.add(value);
        }
    }

    /** Refuses a design that has no bill as designs are costed now. */
    public void requireBill(Design candidate) {
        Costing now = costing.get();
        if (now != null) {
            now.of(candidate);
        }
    }

    /** Refuses edits whose design has no bill under their own costs and the unit costs of now. */
    void requireBill(EditHistory.State edits) {
        Costing own = under(edits.settings());
        if (own != null) {
            own.of(edits.design());
        }
    }

    /** Whether {@link #requireBill(Design)} takes it. */
    boolean possible(Design candidate) {
        return taken(() -> requireBill(candidate));
    }

    /** Whether {@link #requireBill(EditHistory.State)} takes them. */
    boolean possible(EditHistory.State edits) {
        return taken(() -> requireBill(edits));
    }

    private static boolean taken(Runnable requirement) {
        try {
            requirement.run();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
