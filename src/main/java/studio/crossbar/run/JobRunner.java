package studio.crossbar.run;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Runs jobs one after another on one background thread, which does not keep the process alive. */
public final class JobRunner implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("jobs").daemon().factory());

    /** Queues {@code job}. */
    public <T> Job<T> start(Job<T> job) {
        thread.execute(job::run);
        return job;
    }

    /** Takes no more jobs; those queued still run. */
    @Override
    public void close() {
        thread.shutdown();
    }

    /**
     * Takes no more jobs and waits for those queued.
     *
     * @return whether they ended in that time
     */
    public boolean finish(Duration limit) {
        thread.shutdown();
        try {
            return thread.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
