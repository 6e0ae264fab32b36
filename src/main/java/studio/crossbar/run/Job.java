package studio.crossbar.run;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Work with a title, progress, cancellation and one terminal state. Listeners are called on the thread that changes
 * the status, one at a time.
 *
 * @param <T> result
 */
public final class Job<T> {

    /**
     * What a job does.
     *
     * @param <T> result
     */
    @FunctionalInterface
    public interface Work<T> {

        /**
         * Runs to the end.
         *
         * @throws CancellationException within a second after the context says that the job is cancelled
         */
        T run(JobContext context) throws Exception;
    }

    private final String title;
    private final Work<T> work;
    private final boolean pausable;
    private final List<Consumer<JobStatus>> listeners = new CopyOnWriteArrayList<>();
    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private volatile boolean cancelRequested;
    private volatile boolean pauseRequested;
    private volatile JobStatus status = new JobStatus(JobStatus.State.QUEUED, 0, "Waiting");

    /**
     * A job that waits for a {@link JobRunner}.
     *
     * @param title such as "Train har-unipolar"
     */
    public Job(String title, Work<T> work) {
        this(title, work, false);
    }

    private Job(String title, Work<T> work, boolean pausable) {
        this.title = title;
        this.work = work;
        this.pausable = pausable;
    }

    /** A job whose work waits while its context says that it is paused. */
    public static <T> Job<T> pausable(String title, Work<T> work) {
        return new Job<>(title, work, true);
    }

    /** The same work once more, waiting for a runner. */
    public Job<T> again() {
        return new Job<>(title, work, pausable);
    }

    /** Whether {@link #pause} has the work wait. */
    public boolean canPause() {
        return pausable;
    }

    public String title() {
        return title;
    }

    public JobStatus status() {
        return status;
    }

    /** Calls {@code listener} at every change from now on. */
    public void onChange(Consumer<JobStatus> listener) {
        listeners.add(listener);
    }

    /**
     * Completes after the terminal state is set: with the result, with what the work threw, or with a
     * {@link CancellationException}.
     */
    public CompletableFuture<T> outcome() {
        return outcome.copy();
    }

    /** Asks the work to stop; a waiting job ends at once. Any thread; later calls do nothing. */
    public void cancel() {
        cancelRequested = true;
        boolean waiting;
        synchronized (this) {
            waiting = status.state() == JobStatus.State.QUEUED;
            if (waiting) {
                change(new JobStatus(JobStatus.State.CANCELLED, 0, "Cancelled"));
            }
        }
        if (waiting) {
            outcome.completeExceptionally(new CancellationException("cancelled"));
        }
    }

    /** Asks work that can wait to do so, or to go on. Any thread. */
    public void pause(boolean wait) {
        pauseRequested = wait;
    }

    /** Runs the work on the calling thread, once. */
    void run() {
        if (!start()) {
            return;
        }
        try {
            T result = work.run(new Context());
            change(new JobStatus(JobStatus.State.DONE, 1, "Done"));
            outcome.complete(result);
        } catch (CancellationException e) {
            change(new JobStatus(JobStatus.State.CANCELLED, status.progress(), "Cancelled"));
            outcome.completeExceptionally(e);
        } catch (Throwable e) {
            change(new JobStatus(JobStatus.State.FAILED, status.progress(), String.valueOf(e.getMessage())));
            outcome.completeExceptionally(e);
        }
    }

    private synchronized boolean start() {
        if (status.state() != JobStatus.State.QUEUED) {
            return false;
        }
        change(new JobStatus(JobStatus.State.RUNNING, 0, "Starting"));
        return true;
    }

    private synchronized void change(JobStatus value) {
        status = value;
        listeners.forEach(listener -> listener.accept(value));
    }

    private final class Context implements JobContext {

        @Override
        public void progress(double done, String message) {
            change(new JobStatus(JobStatus.State.RUNNING, Math.clamp(done, 0, 1), message));
        }

        @Override
        public boolean cancelled() {
            return cancelRequested;
        }

        @Override
        public boolean paused() {
            return pauseRequested;
        }
    }
}
