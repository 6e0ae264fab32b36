package studio.crossbar.ui.common;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.Technology;
import studio.crossbar.design.Design;
import studio.crossbar.study.CostSettings;
import studio.crossbar.study.Costing;
import studio.crossbar.study.Evaluation;
import studio.crossbar.study.ProjectSettings;

/**
 * Refuses costs and designs under which something that the session shows would have no bill. Each refusal is an
 * {@link IllegalArgumentException} that says which choice, converter or constant is missing.
 */
final class ShownBills {

    private final Session session;

    ShownBills(Session session) {
        this.session = session;
    }

    /** Refuses costs under which {@code edited}, the stored design or that of the last result would have no bill. */
    void require(CostSettings cost, Technology unitCosts, @Nullable Design edited) {
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
    void require(Design candidate) {
        Costing now = session.costingProperty().get();
        if (now != null) {
            now.of(candidate);
        }
    }

    /** Refuses edits whose design has no bill under their own costs and the unit costs of now. */
    void require(EditHistory.State edits) {
        Technology unitCosts = session.technologyProperty().get();
        if (unitCosts != null) {
            Costing.of(unitCosts, edits.settings().cost()).of(edits.design());
        }
    }

    /** Whether {@link #require(Design)} takes it. */
    boolean possible(Design candidate) {
        return taken(() -> require(candidate));
    }

    /** Whether {@link #require(EditHistory.State)} takes them. */
    boolean possible(EditHistory.State edits) {
        return taken(() -> require(edits));
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
