package studio.crossbar.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import studio.crossbar.ui.common.JobItem;
import studio.crossbar.ui.common.RecentProjects;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** Why actions cannot be done now, as the session stands; empty while they can. */
final class Reasons {

    /** Of what can always be done. */
    static final ObservableValue<String> NONE = new ReadOnlyStringWrapper("");

    private final Session session;

    Reasons(Session session) {
        this.session = session;
    }

    /** Against what needs a project. */
    ObservableValue<String> noProject() {
        return Bindings.createStringBinding(
                () -> session.projectProperty().get() == null ? Texts.get("shell.reason.noProject") : "",
                session.projectProperty());
    }

    /** Against opening the project of before. */
    ObservableValue<String> noOtherProject(RecentProjects recent) {
        return Bindings.createStringBinding(
                () -> recent.before(session.projectProperty().get()).isEmpty()
                        ? Texts.get("shell.reason.noOtherProject")
                        : "",
                recent.entries(),
                session.projectProperty());
    }

    /** Against going back to what was saved. */
    ObservableValue<String> asSaved() {
        return Bindings.createStringBinding(
                () -> {
                    if (session.designProperty().get() == null) {
                        return Texts.get("shell.reason.noProject");
                    }
                    return session.everythingIsSaved() ? Texts.get("shell.reason.asSaved") : "";
                },
                session.savedProperty(),
                session.designProperty(),
                session.draftProperty(),
                session.savedSettingsProperty(),
                session.settingsProperty());
    }

    /** Against training. */
    ObservableValue<String> noTraining() {
        return Bindings.createStringBinding(
                () -> session.projectProperty().get() == null ? Texts.get("shell.reason.noProject") : running(),
                session.projectProperty(),
                session.training().runningProperty());
    }

    /** Against evaluating. */
    ObservableValue<String> noEvaluation() {
        return Bindings.createStringBinding(
                () -> session.trainedProperty().get() == null ? Texts.get("shell.reason.notTrained") : running(),
                session.trainedProperty(),
                session.training().runningProperty());
    }

    private String running() {
        return session.training().runningProperty().get() ? Texts.get("shell.reason.running") : "";
    }

    /** Against pausing; only trainings wait. */
    ObservableValue<String> notPausing(ReadOnlyObjectProperty<@Nullable JobItem> run) {
        return Bindings.createStringBinding(
                () -> {
                    JobItem job = run.get();
                    if (job == null) {
                        return Texts.get("shell.reason.notRunning");
                    }
                    return job.pausable() ? "" : Texts.get("shell.reason.doesNotWait");
                },
                run);
    }

    /** Against cancelling. */
    ObservableValue<String> notRunning() {
        return unless(session.training().runningProperty(), Texts.get("shell.reason.notRunning"));
    }

    /** Against what needs a trained network. */
    ObservableValue<String> notTrained() {
        return Bindings.createStringBinding(
                () -> session.trainedProperty().get() == null ? Texts.get("shell.reason.notTrained") : "",
                session.trainedProperty());
    }

    /** Against what needs a result. */
    ObservableValue<String> noResult() {
        return Bindings.createStringBinding(
                () -> session.evaluationProperty().get() == null ? Texts.get("shell.reason.noResult") : "",
                session.evaluationProperty());
    }

    /** Against choosing {@code theme}, which was chosen. */
    ObservableValue<String> themeOfNow(DesktopTheme desktop, Theme theme) {
        return when(
                session.themeProperty()
                        .isEqualTo(theme)
                        .and(desktop.followingProperty().not()),
                Texts.get("shell.reason.themeOfNow"));
    }

    /** {@code reason} while {@code it} holds. */
    static ObservableValue<String> when(ObservableBooleanValue it, String reason) {
        return Bindings.when(it).then(reason).otherwise("");
    }

    /** {@code reason} while {@code it} does not hold. */
    static ObservableValue<String> unless(ObservableBooleanValue it, String reason) {
        return Bindings.when(it).then("").otherwise(reason);
    }

    /** {@code reason} while {@code name} is empty. */
    static ObservableValue<String> unless(ReadOnlyStringProperty name, String reason) {
        return when(name.isEmpty(), reason);
    }
}
