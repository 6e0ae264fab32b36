package studio.crossbar.ui.shell;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.crossbar.ui.common.ErrorDialog;
import studio.crossbar.ui.common.Problem;
import studio.crossbar.ui.common.Texts;

/**
 * Shows and logs what nobody caught; without it, what the user asked for would end with nothing to see. A failure in
 * something that is drawn comes with every frame, so one dialog is shown at a time, and what comes meanwhile is only logged.
 */
public final class UncaughtErrors implements Thread.UncaughtExceptionHandler {

    /** Shows a problem, and says when the user has closed it. */
    interface Dialog {

        void show(Problem problem, Runnable closed);
    }

    private final Executor ui;
    private final Dialog dialog;
    private final AtomicBoolean shown = new AtomicBoolean();

    /** @param ui runs on the user interface's thread */
    UncaughtErrors(Executor ui, Dialog dialog) {
        this.ui = ui;
        this.dialog = dialog;
    }

    /** Takes what no thread has caught from now on, and shows it over {@code stage}. */
    public static void install(Stage stage) {
        Thread.setDefaultUncaughtExceptionHandler(new UncaughtErrors(
                Platform::runLater,
                (problem, closed) -> ErrorDialog.show(stage.isShowing() ? stage : null, problem, closed)));
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        log().error("Uncaught in the thread {}", thread.getName(), thrown);
        if (shown.compareAndSet(false, true)) {
            try {
                ui.execute(() -> show(thrown));
            } catch (IllegalStateException e) {
                // The user interface has ended, or has not begun.
                shown.set(false);
            }
        }
    }

    private void show(Throwable thrown) {
        Problem whole = Problem.of(Texts.get("shell.uncaught.title"), thrown);
        String what = thrown.getMessage() == null || thrown.getMessage().isBlank()
                ? thrown.getClass().getSimpleName()
                : Texts.format("shell.uncaught.what", thrown.getClass().getSimpleName(), thrown.getMessage());
        Problem problem = new Problem(whole.title(), Texts.format("shell.uncaught.text", what), whole.details());
        boolean open = false;
        try {
            dialog.show(problem, () -> shown.set(false));
            open = true;
        } finally {
            if (!open) {
                shown.set(false);
            }
        }
    }

    /** Made only when there is something to say, so that the log is not set up at the start. */
    private static Logger log() {
        return LoggerFactory.getLogger(UncaughtErrors.class);
    }
}
