package studio.crossbar.run;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Passes on the latest of many values at most {@value #PER_SECOND} times a second; the last one always arrives.
 *
 * @param <T> value
 */
public final class UpdateThrottle<T> {

    /** More updates a second nobody sees. */
    public static final int PER_SECOND = 20;

    static final long INTERVAL_NANOSECONDS = TimeUnit.SECONDS.toNanos(1) / PER_SECOND;

    /** Runs a task after a delay. */
    @FunctionalInterface
    interface Timer {
        void after(long nanoseconds, Runnable task);
    }

    private final Consumer<T> target;
    private final LongSupplier nanoTime;
    private final Timer timer;
    private final AtomicReference<@Nullable T> latest = new AtomicReference<>();
    private volatile long earliest;

    /** Values go to {@code target} on {@code thread}. */
    public UpdateThrottle(Consumer<T> target, Executor thread) {
        this(
                target,
                System::nanoTime,
                (nanoseconds, task) -> CompletableFuture.delayedExecutor(nanoseconds, TimeUnit.NANOSECONDS, thread)
                        .execute(task));
    }

    UpdateThrottle(Consumer<T> target, LongSupplier nanoTime, Timer timer) {
        this.target = target;
        this.nanoTime = nanoTime;
        this.timer = timer;
        this.earliest = nanoTime.getAsLong();
    }

    /** Replaces the value that has not been passed on yet. */
    public void offer(T value) {
        if (latest.getAndSet(value) == null) {
            timer.after(Math.max(0, earliest - nanoTime.getAsLong()), this::flush);
        }
    }

    private void flush() {
        T value = latest.getAndSet(null);
        if (value != null) {
            earliest = nanoTime.getAsLong() + INTERVAL_NANOSECONDS;
            target.accept(value);
        }
    }
}
