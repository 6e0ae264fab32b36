package studio.crossbar.ui.search;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.crossbar.run.Job;
import studio.crossbar.run.JobRunner;

/**
 * Computes something anew in the background whenever asked; while one computation runs, only the newest request waits. Call on
 * the user interface's thread.
 *
 * @param <T> result
 */
final class Latest<T> {

    /**
     * Computes.
     *
     * @param <T> result
     */
    @FunctionalInterface
    interface Work<T> {
        T compute() throws Exception;
    }

    private final JobRunner runner;
    private final Executor ui;
    private final Consumer<T> target;
    private final Consumer<Throwable> failed;
    private boolean running;
    private int asked;
    private @Nullable Work<T> waiting;

    /**
     * @param ui runs updates on the user interface's thread
     * @param target receives results; none that is out of date
     * @param failed receives what a computation threw
     */
    Latest(JobRunner runner, Executor ui, Consumer<T> target, Consumer<Throwable> failed) {
        this.runner = runner;
        this.ui = ui;
        this.target = target;
        this.failed = failed;
    }

    /** Computes {@code work} as soon as possible in place of what waits. */
    void ask(Work<T> work) {
        asked++;
        if (running) {
            waiting = work;
        } else {
            start(work);
        }
    }

    /** Drops what waits and what runs. */
    void forget() {
        asked++;
        waiting = null;
    }

    private void start(Work<T> work) {
        running = true;
        int mark = asked;
        Job<T> job = new Job<>("trials", _ -> work.compute());
        var _ = job.outcome().whenComplete((result, thrown) -> ui.execute(() -> end(mark, result, thrown)));
        runner.start(job);
    }

    private void end(int mark, T result, @Nullable Throwable thrown) {
        running = false;
        if (mark == asked) {
            if (thrown == null) {
                target.accept(result);
            } else if (!(thrown instanceof CancellationException)) {
                failed.accept(thrown.getCause() == null ? thrown : thrown.getCause());
            }
        }
        Work<T> next = waiting;
        if (next != null) {
            waiting = null;
            start(next);
        }
    }
}
