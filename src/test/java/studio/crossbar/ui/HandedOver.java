package studio.crossbar.ui;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Stands in for the user interface's thread: what is handed over to it waits until the test's thread runs it. */
public final class HandedOver implements Executor {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
    }

    /** Number of tasks that wait now. */
    public int size() {
        return waiting.size();
    }

    /** The next task, not run; null if none comes within {@code limit}. */
    public @Nullable Runnable next(Duration limit) {
        try {
            return waiting.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Runs the next task, which comes within two minutes. */
    public void runNext() {
        Runnable task = next(PATIENCE);
        if (task == null) {
            throw new AssertionError("nothing was handed over for " + PATIENCE);
        }
        task.run();
    }

    /** Runs tasks until {@code condition} holds. */
    public void runUntil(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            runNext();
        }
    }
}
