package studio.crossbar.ui.common;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.crossbar.run.Job;
import studio.crossbar.run.JobRunner;

/**
 * Computes something anew in the background whenever asked. What is being computed or waits then is cancelled, and its result
 * is dropped if it comes all the same. Call on the user interface's thread.
 *
 * @param <T> result
 */
public final class Latest<T> {

    private final JobRunner runner;
    private final Executor ui;
    private final Consumer<T> target;
    private final Consumer<Throwable> failed;
    private @Nullable Job<T> asked;

    /**
     * On a thread of its own.
     *
     * @param ui runs updates on the user interface's thread
     * @param target receives results; none that is out of date
     * @param failed receives what a computation threw; not that it was cancelled
     */
    public Latest(Executor ui, Consumer<T> target, Consumer<Throwable> failed) {
        this(new JobRunner(), ui, target, failed);
    }

    /** The same on the thread of {@code runner}, one after another with what else runs there. */
    public Latest(JobRunner runner, Executor ui, Consumer<T> target, Consumer<Throwable> failed) {
        this.runner = runner;
        this.ui = ui;
        this.target = target;
        this.failed = failed;
    }

    /** Computes {@code work} as soon as possible in place of what was asked for before. */
    public void ask(Job.Work<T> work) {
        forget();
        Job<T> job = new Job<>("latest", work);
        asked = job;
        var _ = job.outcome().whenComplete((result, thrown) -> ui.execute(() -> end(job, result, thrown)));
        runner.start(job);
    }

    /** Drops what waits and what runs. */
    public void forget() {
        Job<T> job = asked;
        asked = null;
        if (job != null) {
            job.cancel();
        }
    }

    /** Whether all that was asked for is there, has failed or is forgotten. */
    public boolean idle() {
        return asked == null;
    }

    private void end(Job<T> job, T result, @Nullable Throwable thrown) {
        if (asked != job) {
            return;
        }
        asked = null;
        if (thrown == null) {
            target.accept(result);
            return;
        }
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (!(cause instanceof CancellationException)) {
            failed.accept(cause);
        }
    }
}
