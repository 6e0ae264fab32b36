package studio.crossbar.ui.search;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import studio.crossbar.search.Constraint;
import studio.crossbar.search.run.TargetLimits;
import studio.crossbar.specification.Requirements;
import studio.crossbar.specification.Specifications;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;

/** The open project's targets as limits of a new search. */
final class TargetsViewModel {

    private final Session session;
    private final BooleanProperty chosen = new SimpleBooleanProperty(this, "chosen", false);
    private final StringBinding text;
    private final StringBinding reason;

    TargetsViewModel(Session session) {
        this.session = session;
        text = Bindings.createStringBinding(() -> TargetLimits.text(specifications()), session.requirementsProperty());
        reason = Bindings.createStringBinding(
                () -> available().isEmpty() ? Texts.get("search.targets.reason") : "", session.requirementsProperty());
    }

    private Specifications specifications() {
        Requirements now = session.requirementsProperty().get();
        return now == null ? Specifications.NONE : now.specifications();
    }

    /** Whether a new search holds them, if there are any. */
    BooleanProperty chosenProperty() {
        return chosen;
    }

    /** Such as "area ≤ 2.5 mm², energy ≤ 800 nJ"; empty without any. */
    StringBinding textBinding() {
        return text;
    }

    /** Why there are none; empty if there are some. */
    StringBinding reasonBinding() {
        return reason;
    }

    /** Those of the project. */
    List<Constraint> available() {
        return TargetLimits.of(specifications());
    }

    /** Those that a new search holds. */
    List<Constraint> limits() {
        return chosen.get() ? available() : List.of();
    }
}
