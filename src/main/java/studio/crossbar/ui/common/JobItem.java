package studio.crossbar.ui.common;

import java.time.Duration;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import studio.crossbar.run.Job;
import studio.crossbar.run.JobStatus;

/** A job as the drawer shows it; properties change on the user interface's thread. */
public final class JobItem {

    /** Below this gain an extrapolation of the time left means nothing. */
    private static final double FIRST_SHARE = 0.02;

    private final String title;
    private final boolean pausable;
    /** Null after its end: the list of ended jobs must not hold on to the projects that they gave or worked on. */
    private @Nullable Job<?> job;
    /** Null after an end that leaves nothing to try again. */
    private @Nullable Runnable retry;

    private final ReadOnlyObjectWrapper<JobStatus.State> state =
            new ReadOnlyObjectWrapper<>(this, "state", JobStatus.State.QUEUED);
    private final ReadOnlyDoubleWrapper done = new ReadOnlyDoubleWrapper(this, "done", 0);
    private final ReadOnlyStringWrapper message =
            new ReadOnlyStringWrapper(this, "message", Texts.get("common.job.waiting"));
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>(this, "problem", null);
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper(this, "paused", false);
    /** Takes every message, also those that follow one another too fast to be shown. */
    private final JobLog said = new JobLog();

    private final ReadOnlyStringWrapper log = new ReadOnlyStringWrapper(this, "log", "");
    private long startNanoTime = System.nanoTime();

    /** Share at the first progress: work that goes on from an earlier session does not start from 0. */
    private double firstShare = Double.NaN;

    private long firstShareNanoTime;

    /** @param retry starts the work again */
    JobItem(Job<?> job, Runnable retry) {
        this.job = job;
        this.retry = retry;
        title = job.title();
        pausable = job.canPause();
        job.onChange(status -> said.add(status.message()));
    }

    public String title() {
        return title;
    }

    public ReadOnlyObjectProperty<JobStatus.State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Share done, 0 … 1. */
    public ReadOnlyDoubleProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    /** What is being done with the time left, or how it ended and after what time. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Why it failed; null while it has not. */
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Starts the work of a failed job again, as another job. */
    public void retry() {
        if (problem.get() != null && retry != null) {
            retry.run();
        }
    }

    void failed(Problem value) {
        problem.set(value);
    }

    /** Whether it waits or runs. */
    public boolean active() {
        return !state.get().terminal();
    }

    /** Asks the work to stop. */
    public void cancel() {
        if (active() && job != null) {
            message.set(Texts.get("common.job.stopping"));
            job.cancel();
        }
    }

    /** Whether its work can wait. */
    public boolean pausable() {
        return pausable;
    }

    /** Whether the work was asked to wait. */
    public ReadOnlyBooleanProperty pausedProperty() {
        return paused.getReadOnlyProperty();
    }

    /** What it said so far, a line a message. */
    public ReadOnlyStringProperty logProperty() {
        return log.getReadOnlyProperty();
    }

    /** Asks the work to wait, or to go on; does nothing to work that cannot wait. */
    public void pause(boolean wait) {
        if (job != null && pausable && active()) {
            job.pause(wait);
            paused.set(wait);
            // The time that it waits says nothing of the time left.
            firstShare = Double.NaN;
        }
    }

    /** Takes the job's news; a job that has ended gives none. */
    void show(JobStatus status) {
        if (!active()) {
            return;
        }
        if (state.get() == JobStatus.State.QUEUED) {
            startNanoTime = System.nanoTime();
        }
        if (Double.isNaN(firstShare) && status.progress() > 0) {
            firstShare = status.progress();
            firstShareNanoTime = System.nanoTime();
        }
        done.set(status.progress());
        log.set(said.text());
        message.set(
                status.state().terminal()
                        ? Texts.format("common.job.ended", outcome(status), spoken(elapsed()))
                        : withTimeLeft(status.message(), status.progress()));
        state.set(status.state());
        if (status.state().terminal()) {
            paused.set(false);
            job = null;
            retry = status.state() == JobStatus.State.FAILED ? retry : null;
        }
    }

    /** A failure is explained in a dialog, so the list says no more than that. */
    private static String outcome(JobStatus status) {
        return status.state() == JobStatus.State.FAILED ? Texts.get("common.job.failed") : status.message();
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanoTime);
    }

    private String withTimeLeft(String text, double share) {
        double seconds = (System.nanoTime() - firstShareNanoTime) * 1e-9;
        double gained = share - firstShare;
        // NaN before the first progress.
        return !(gained >= FIRST_SHARE) || seconds < 1
                ? text
                : Texts.format("common.job.left", text, spoken(Duration.ofMillis((long)
                        (1000 * seconds * (1 - share) / gained))));
    }

    /** "12 s" or "3 min 5 s". */
    static String spoken(Duration duration) {
        long seconds = Math.round(duration.toMillis() / 1000.0);
        return seconds < 60
                ? Texts.format("common.job.seconds", seconds)
                : Texts.format("common.job.minutes", seconds / 60, seconds % 60);
    }
}
