package studio.crossbar.ui.common;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Hands the latest of many updates to another thread, at most 20 times a second; the last one always arrives. */
public final class Throttle {

    private static final long INTERVAL_NANOSECONDS = 50_000_000;

    private final Executor target;
    private final AtomicReference<@Nullable Runnable> latest = new AtomicReference<>();
    private final AtomicLong previous = new AtomicLong(System.nanoTime() - INTERVAL_NANOSECONDS);

    /** Updates run on {@code target}, such as {@code Platform::runLater}. */
    public Throttle(Executor target) {
        this.target = target;
    }

    /** Replaces an update that has not run yet. */
    public void offer(Runnable update) {
        if (latest.getAndSet(update) == null) {
            long wait = Math.max(0, previous.get() + INTERVAL_NANOSECONDS - System.nanoTime());
            CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS, target)
                    .execute(this::run);
        }
    }

    private void run() {
        previous.set(System.nanoTime());
        Runnable update = latest.getAndSet(null);
        if (update != null) {
            update.run();
        }
    }
}
