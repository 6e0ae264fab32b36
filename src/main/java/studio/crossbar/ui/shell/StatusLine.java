package studio.crossbar.ui.shell;

import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import org.controlsfx.control.StatusBar;
import studio.crossbar.ui.common.JobItem;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Workbench;

/** Left the newest job, right how design and result stand to what is saved. */
final class StatusLine extends StatusBar {

    private final Session session;

    StatusLine(Workbench workbench) {
        session = workbench.session();
        Jobs jobs = workbench.jobs();
        setId("status-bar");
        setFocusTraversable(false);
        setText("");
        Label edited = new Label();
        edited.textProperty()
                .bind(Bindings.createStringBinding(
                        this::designState,
                        session.savedProperty(),
                        session.designProperty(),
                        session.draftProperty(),
                        session.savedSettingsProperty(),
                        session.settingsProperty(),
                        session.trainedProperty(),
                        session.evaluationProperty()));
        getRightItems().add(edited);
        jobs.items().addListener((InvalidationListener) observable -> {
            if (!jobs.items().isEmpty()) {
                JobItem newest = jobs.items().getFirst();
                textProperty()
                        .bind(Bindings.createStringBinding(
                                () -> Texts.format(
                                        "shell.status.job",
                                        newest.title(),
                                        newest.messageProperty().get()),
                                newest.messageProperty()));
                progressProperty()
                        .bind(Bindings.when(Bindings.createBooleanBinding(newest::active, newest.stateProperty()))
                                .then(newest.doneProperty())
                                .otherwise(0));
            }
        });
    }

    private String designState() {
        OpenProject project = session.projectProperty().get();
        if (project == null) {
            return Texts.get("shell.status.empty");
        }
        String design =
                session.everythingIsSaved() ? Texts.get("shell.status.saved") : Texts.get("shell.status.edited");
        return Texts.format("shell.status.state", design, resultState());
    }

    private String resultState() {
        if (session.evaluationProperty().get() == null) {
            return session.trainedProperty().get() == null
                    ? Texts.get("shell.status.notTrained")
                    : Texts.get("shell.status.notEvaluated");
        }
        return session.resultIsCurrent() ? Texts.get("shell.status.current") : Texts.get("shell.status.earlier");
    }
}
