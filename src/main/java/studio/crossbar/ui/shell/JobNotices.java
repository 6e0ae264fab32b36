package studio.crossbar.ui.shell;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.collections.ListChangeListener;
import studio.crossbar.run.JobStatus;
import studio.crossbar.ui.common.JobItem;
import studio.crossbar.ui.common.Jobs;

/**
 * Tells when long work has ended well: who waited for it has gone on to another screen by then. A failure has a dialog, and
 * who cancelled something need not be told.
 */
final class JobNotices {

    /** Shorter work is waited for. */
    static final long LEAST_NANOSECONDS = TimeUnit.SECONDS.toNanos(30);

    private final LongSupplier nanoTime;
    private final Consumer<JobItem> notice;

    /**
     * Follows the jobs that are started from now on.
     *
     * @param notice tells of a job that has ended
     */
    JobNotices(Jobs jobs, LongSupplier nanoTime, Consumer<JobItem> notice) {
        this.nanoTime = nanoTime;
        this.notice = notice;
        jobs.items().addListener((ListChangeListener<JobItem>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(this::follow);
            }
        });
    }

    private void follow(JobItem job) {
        long started = nanoTime.getAsLong();
        job.stateProperty().subscribe((before, now) -> {
            if (now == JobStatus.State.DONE && nanoTime.getAsLong() - started >= LEAST_NANOSECONDS) {
                notice.accept(job);
            }
        });
    }
}
