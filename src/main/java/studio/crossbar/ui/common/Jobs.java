package studio.crossbar.ui.common;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.crossbar.run.Job;
import studio.crossbar.run.JobRunner;
import studio.crossbar.run.JobStatus;
import studio.crossbar.run.UpdateThrottle;

/** Starts jobs and lists them, newest first. Call on the user interface's thread. */
public final class Jobs implements AutoCloseable {

    /** Jobs of one lane run one after another; lanes do not wait for each other. */
    public enum Lane {
        /** Reading and writing. */
        FILES,
        /** Fetching data sets, which a slow network may take long for. */
        DOWNLOADS,
        /** Training. */
        TRAINING,
        /** Searches, which take hours. */
        SEARCH,
        /** Figures of what a screen shows. */
        FIGURES
    }

    private static final int KEPT = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final JobRunner files = new JobRunner();
    private final JobRunner downloads = new JobRunner();
    private final JobRunner training = new JobRunner();
    private final JobRunner searches = new JobRunner();
    private final JobRunner figures = new JobRunner();
    private final Executor ui;
    private final Problem.Sink problems;
    /** Work that is cancelled when the window closes; it goes on from what it has kept. */
    private final List<JobItem> interruptible = new ArrayList<>();

    private final ObservableList<JobItem> items = FXCollections.observableArrayList();
    private final ObservableList<JobItem> itemsView = FXCollections.unmodifiableObservableList(items);

    /**
     * No jobs yet.
     *
     * @param ui runs updates on the user interface's thread
     * @param problems told of failures
     */
    public Jobs(Executor ui, Problem.Sink problems) {
        this.ui = ui;
        this.problems = problems;
    }

    /** What waits, runs or has ended of late, newest first. */
    public ObservableList<JobItem> items() {
        return itemsView;
    }

    /**
     * Starts a job, which is started again as it is if the user retries it.
     *
     * @param failure title of the dialog should it fail
     * @param done receives the result on the user interface's thread
     */
    public <T> JobItem start(Lane lane, Job<T> job, String failure, Consumer<T> done) {
        return start(lane, job, failure, done, () -> start(lane, job.again(), failure, done));
    }

    /**
     * Starts a job.
     *
     * @param failure title of the dialog should it fail
     * @param done receives the result on the user interface's thread
     * @param retry what the user's wish to retry a failed job does
     */
    public <T> JobItem start(Lane lane, Job<T> job, String failure, Consumer<T> done, Runnable retry) {
        JobItem item = new JobItem(job, retry);
        items.addFirst(item);
        forgetOldest();
        UpdateThrottle<JobStatus> news = new UpdateThrottle<>(item::show, ui);
        job.onChange(status -> {
            // The end is shown with what the job gives: nobody must find it ended and its result missing.
            if (!status.state().terminal()) {
                news.offer(status);
            }
        });
        var _ = job.outcome()
                .whenComplete((result, thrown) -> ui.execute(() -> end(item, job, failure, done, result, thrown)));
        if (lane != Lane.FILES) {
            interruptible.add(item);
        }
        runner(lane).start(job);
        return item;
    }

    /** Only what has ended: what waits or runs can be seen and stopped. */
    private void forgetOldest() {
        for (int i = items.size() - 1; i > 0 && items.size() > KEPT; i--) {
            if (!items.get(i).active()) {
                items.remove(i);
            }
        }
    }

    private JobRunner runner(Lane lane) {
        return switch (lane) {
            case FILES -> files;
            case DOWNLOADS -> downloads;
            case TRAINING -> training;
            case SEARCH -> searches;
            case FIGURES -> figures;
        };
    }

    private <T> void end(
            JobItem item, Job<T> job, String failure, Consumer<T> done, T result, @Nullable Throwable thrown) {
        interruptible.remove(item);
        if (thrown == null) {
            item.show(job.status());
            done.accept(result);
            return;
        }
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (cause instanceof CancellationException) {
            item.show(job.status());
            return;
        }
        Problem problem = Problem.of(failure, cause);
        item.failed(problem);
        item.show(job.status());
        problems.report(problem);
    }

    /**
     * Tells of what failed outside of a job.
     *
     * @param failure title of the dialog
     */
    public void report(String failure, Throwable cause) {
        problems.report(Problem.of(failure, cause));
    }

    /** Tells once more why a job failed. */
    public void explain(JobItem item) {
        Problem problem = item.problemProperty().get();
        if (problem != null) {
            problems.report(problem);
        }
    }

    /**
     * Cancels downloads, trainings, searches and figures and takes no more jobs. What is being read or written ends in order, so that
     * nothing that was saved is lost.
     */
    @Override
    public void close() {
        downloads.close();
        training.close();
        searches.close();
        figures.close();
        interruptible.forEach(JobItem::cancel);
        searches.finish(PATIENCE);
        files.finish(PATIENCE);
    }
}
