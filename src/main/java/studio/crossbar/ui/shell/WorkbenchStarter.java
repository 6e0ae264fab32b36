package studio.crossbar.ui.shell;

import java.nio.file.Path;
import java.time.Duration;
import javafx.application.HostServices;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import studio.crossbar.run.Job;
import studio.crossbar.run.JobRunner;
import studio.crossbar.study.DraftFiles;
import studio.crossbar.ui.common.Autosave;
import studio.crossbar.ui.common.Engine;
import studio.crossbar.ui.common.ErrorDialog;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Workbench;

/** Puts the parts of the window together and takes them apart again. */
public final class WorkbenchStarter {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Stage stage;
    private final PreferencesFile file;
    private final Workbench workbench;
    private final MainWindow window;
    private final Autosave autosave;
    private final JobRunner saving = new JobRunner();
    private boolean stopped;

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
        DraftFiles drafts = new DraftFiles(place.resolveSibling("unsaved"));
        autosave = new Autosave(
                session,
                drafts,
                Platform::runLater,
                (project, written, restore, discard) -> RestoreDialog.ask(stage, project, written, restore, discard),
                problem -> ErrorDialog.show(stage, problem));
        workbench = new Workbench(engine, session, jobs, Platform::runLater);
        window = new MainWindow(stage, workbench, remembered, drafts, host);
        session.projectProperty().subscribe(project -> {
            if (project != null) {
                remember();
            }
        });
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

    /** Keeps the window's state beside its thread, so that a crash does not lose which projects were opened. */
    private void remember() {
        Preferences now = window.preferences();
        if (!stopped) {
            saving.start(new Job<>("preferences", context -> {
                file.save(now);
                return now;
            }));
        }
    }

    /** Cancels what runs and remembers the window. */
    public void stop() {
        stop(window.preferences());
    }

    private void stop(Preferences last) {
        stopped = true;
        workbench.jobs().close();
        autosave.close();
        saving.finish(PATIENCE);
        file.save(last);
        window.dispose();
    }
}
