package studio.crossbar.ui.dataset;

import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.design.Recipe;
import studio.crossbar.ui.common.Latest;
import studio.crossbar.ui.common.NumberParameter;
import studio.crossbar.ui.common.NumberParameter.Spec;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Unit;

/** Split, normalisation and repairs of the open data set under the edited design; computed while somebody looks. */
public final class PreparationViewModel {

    private final Session session;
    private final BooleanProperty active = new SimpleBooleanProperty(this, "active", false);
    private final ReadOnlyObjectWrapper<@Nullable PreparedData> prepared =
            new ReadOnlyObjectWrapper<>(this, "prepared", null);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final NumberParameter validation = new NumberParameter(Spec.whole(
                    "held-out",
                    Texts.get("dataset.prepared.heldOut.name"),
                    "n_v",
                    Unit.NONE,
                    0,
                    99,
                    Recipe.standard().validationSubjects(),
                    Texts.get("dataset.prepared.heldOut.help"))
            .usually(0, 20));
    private final Latest<PreparedData> preparing;
    private PreparedData.@Nullable Source source;

    /**
     * Follows project and design of {@code session}.
     *
     * @param ui runs updates on the user interface's thread
     */
    public PreparationViewModel(Session session, Executor ui) {
        this.session = session;
        preparing = new Latest<>(ui, this::show, this::failed);
        validation.problemProperty().bind(problem);
        validation.valueProperty().subscribe((before, now) -> holdOut(now.intValue()));
        active.subscribe((before, now) -> update());
        session.screenProperty().subscribe((before, now) -> update());
        session.designProperty().subscribe(design -> {
            if (design != null) {
                validation.valueProperty().set(design.recipe().validationSubjects());
            }
            update();
        });
        session.projectProperty().subscribe(project -> update());
    }

    /** Whether somebody looks; nothing is computed otherwise. */
    BooleanProperty activeProperty() {
        return active;
    }

    /** Null without a project. */
    ReadOnlyObjectProperty<@Nullable PreparedData> preparedProperty() {
        return prepared.getReadOnlyProperty();
    }

    /** Subjects, or per cent of each class, that are held out of training; its problem says why they cannot be. */
    NumberParameter validation() {
        return validation;
    }

    private void holdOut(int count) {
        Design design = session.designProperty().get();
        if (design != null && design.recipe().validationSubjects() != count) {
            session.designProperty().set(design.withRecipe(design.recipe().with(r -> r.validationSubjects = count)));
        }
    }

    private void update() {
        OpenProject project = session.projectProperty().get();
        Design design = session.designProperty().get();
        if (project == null || design == null) {
            source = null;
            preparing.forget();
            prepared.set(null);
            problem.set("");
            return;
        }
        PreparedData.Source wanted = PreparedData.Source.of(project.parts(), design);
        if (active.get() && session.screenProperty().get() == Screen.DATASET && !wanted.equals(source)) {
            if (source == null || !source.parts().equals(wanted.parts())) {
                prepared.set(PreparedData.known(wanted));
            }
            source = wanted;
            preparing.ask(context -> PreparedData.of(wanted));
        }
    }

    private void show(PreparedData now) {
        problem.set("");
        prepared.set(now);
    }

    private void failed(Throwable thrown) {
        problem.set(Objects.requireNonNullElseGet(thrown.getMessage(), thrown::toString));
        if (source != null) {
            prepared.set(PreparedData.known(source));
        }
    }
}
