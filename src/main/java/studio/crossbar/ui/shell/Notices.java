package studio.crossbar.ui.shell;

import javafx.stage.Stage;
import org.controlsfx.control.Notifications;
import org.jspecify.annotations.Nullable;
import studio.crossbar.ui.common.JobItem;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Texts;

/** What the window says in its corner for some seconds, without an answer. */
final class Notices {

    private final Stage stage;

    Notices(Stage stage) {
        this.stage = stage;
    }

    /** Says why the stored result of a project is not shown, if it is not. */
    void opened(@Nullable OpenProject project) {
        if (project != null && project.note() != null) {
            Notifications.create()
                    .owner(stage)
                    .title(Texts.get("shell.window.resultNotShown"))
                    .text(project.note())
                    .showWarning();
        }
    }

    /** Says how a job has ended. */
    void ended(JobItem job) {
        Notifications.create()
                .owner(stage)
                .title(job.title())
                .text(job.messageProperty().get())
                .showInformation();
    }
}
