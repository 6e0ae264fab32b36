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
        /** Training. */
        TRAINING
    }

    private static final int KEPT = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final JobRunner files = new JobRunner();
    private final JobRunner training = new JobRunner();
    private final Executor ui;
    private final Problem.Sink problems;
    private final List<JobItem> trainings = new ArrayList<>();
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

    /** Jobs since the start, newest first. */
    public ObservableList<JobItem> items() {
        return itemsView;
    }

    /**
     * Starts a job.
     *
     * @param failure title of the dialog should it fail
     * @param done receives the result on the user interface's thread
     */
    public <T> JobItem start(Lane lane, Job<T> job, String failure, Consumer<T> done) {
        JobItem item = new JobItem(job);
        items.addFirst(item);
        if (items.size() > KEPT) {
            items.removeLast();
        }
        UpdateThrottle<JobStatus> news = new UpdateThrottle<>(item::show, ui);
        job.onChange(news::offer);
        var _ = job.outcome()
                .whenComplete((result, thrown) -> ui.execute(() -> end(item, job, failure, done, result, thrown)));
        if (lane == Lane.TRAINING) {
            trainings.add(item);
        }
        (lane == Lane.TRAINING ? training : files).start(job);
        return item;
    }

    private <T> void end(
            JobItem item, Job<T> job, String failure, Consumer<T> done, T result, @Nullable Throwable thrown) {
        item.show(job.status());
        trainings.remove(item);
        if (thrown == null) {
            done.accept(result);
            return;
        }
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (!(cause instanceof CancellationException)) {
            problems.report(Problem.of(failure, cause));
        }
    }

    /**
     * Cancels trainings and takes no more jobs. What is being read or written ends in order, so that nothing that was
     * saved is lost.
     */
    @Override
    public void close() {
        training.close();
        trainings.forEach(JobItem::cancel);
        files.finish(PATIENCE);
    }
}
