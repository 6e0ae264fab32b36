package studio.crossbar.training;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Daemon threads that share numbered tasks with the caller. Which thread does which task is open; tasks must not depend
 * on it. A call allocates nothing.
 */
final class Workers implements AutoCloseable {

    /** Spins before a thread parks: tasks of a step follow each other within microseconds. */
    private static final int SPINS = 2000;

    private final Thread[] threads;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile int round;
    private volatile boolean closed;
    private volatile int count;
    private @Nullable IntConsumer task;
    private volatile @Nullable Thread caller;

    /** @param parallelism threads including the caller's, at least 1 */
    Workers(int parallelism) {
        threads = new Thread[parallelism - 1];
        for (int i = 0; i < threads.length; i++) {
            threads[i] =
                    Thread.ofPlatform().daemon().name("training-" + (i + 1)).unstarted(this::loop);
            threads[i].start();
        }
    }

    /** One thread a processor. */
    static Workers ofProcessors() {
        return new Workers(Runtime.getRuntime().availableProcessors());
    }

    /** Runs {@code body} for 0 … {@code tasks − 1} and returns when all are done. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // Only the caller writes the round.
    void forEach(int tasks, IntConsumer body) {
        if (threads.length == 0 || tasks == 1) {
            for (int i = 0; i < tasks; i++) {
                body.accept(i);
            }
            return;
        }
        caller = Thread.currentThread();
        task = body;
        count = tasks;
        done.set(0);
        next.set(0);
        round++;
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
        work(body, tasks);
        for (int spin = 0; done.get() < tasks + threads.length; spin++) {
            pause(spin);
        }
        Throwable failed = failure.getAndSet(null);
        switch (failed) {
            case null -> {}
            case RuntimeException exception -> throw exception;
            case Error error -> throw error;
            default -> throw new IllegalStateException(failed);
        }
    }

    private void work(IntConsumer body, int tasks) {
        for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
            try {
                body.accept(i);
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            } finally {
                done.incrementAndGet();
            }
        }
    }

    private void loop() {
        int seen = 0;
        for (int spin = 0; !closed; spin++) {
            if (round == seen) {
                pause(spin);
                continue;
            }
            seen = round;
            IntConsumer body = task;
            if (body != null) {
                work(body, count);
            }
            // Counted too, so that the next round does not start while a thread still reads this one.
            done.incrementAndGet();
            Thread waiting = caller;
            if (waiting != null) {
                LockSupport.unpark(waiting);
            }
            spin = 0;
        }
    }

    private static void pause(int spin) {
        if (spin < SPINS) {
            Thread.onSpinWait();
        } else {
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
    }
}
