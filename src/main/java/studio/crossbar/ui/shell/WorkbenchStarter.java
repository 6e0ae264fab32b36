package studio.crossbar.ui.shell;

import java.nio.file.Path;
import javafx.application.HostServices;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import studio.crossbar.study.DraftFiles;
import studio.crossbar.ui.common.Autosave;
import studio.crossbar.ui.common.Engine;
import studio.crossbar.ui.common.ErrorDialog;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Workbench;

/** Puts the parts of the window together and takes them apart again. */
public final class WorkbenchStarter {

    private final Stage stage;
    private final PreferencesFile file;
    private final Workbench workbench;
    private final MainWindow window;
    private final Autosave autosave;

    /**
     * Builds the window on {@code stage}.
     *
     * @param preferences file that remembers the window; null for the user's own
     */
    public WorkbenchStarter(Stage stage, Engine engine, @Nullable Path preferences, @Nullable HostServices host) {
        this.stage = stage;
        Path place = preferences == null
                ? PreferencesFile.usual(System.getenv(), System.getProperty("user.home"))
                : preferences;
        file = new PreferencesFile(place);
        Preferences remembered = file.load();
        Session session = new Session();
        Jobs jobs = new Jobs(Platform::runLater, problem -> ErrorDialog.show(stage, problem));
        autosave = new Autosave(
                session,
                new DraftFiles(place.resolveSibling("unsaved")),
                Platform::runLater,
                (project, written, restore, discard) -> RestoreDialog.ask(stage, project, written, restore, discard),
                problem -> ErrorDialog.show(stage, problem));
        workbench = new Workbench(engine, session, jobs, Platform::runLater);
        window = new MainWindow(stage, workbench, remembered, host);
        workbench.askBeforeDroppingEdits(unsaved -> UnsavedDialog.ask(stage, unsaved));
        stage.setOnCloseRequest(event -> {
            event.consume();
            workbench.afterEdits(this::close);
        });
    }

    public Workbench workbench() {
        return workbench;
    }

    /** Shows the window, with a project if one is given. */
    public void show(@Nullable Path project) {
        stage.show();
        WarmUp.start();
        if (project != null) {
            workbench.open(project);
        }
    }

    /** The window goes at once: what is being written may take seconds to end, and nobody need look on. */
    private void close() {
        Preferences last = window.preferences();
        stage.hide();
        Platform.runLater(() -> stop(last));
    }

    /** Cancels what runs and remembers the window. */
    public void stop() {
        stop(window.preferences());
    }

    private void stop(Preferences last) {
        workbench.jobs().close();
        autosave.close();
        file.save(last);
        window.dispose();
    }
}
