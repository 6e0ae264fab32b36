package studio.crossbar.run;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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
}
