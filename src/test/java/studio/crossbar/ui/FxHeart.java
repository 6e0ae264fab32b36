package studio.crossbar.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Posts a beat to the window's thread every few milliseconds and measures what the thread computes between them: time of
 * the processor, so that what others take of it does not count. Also tells what the thread was doing when a beat was
 * late.
 */
final class FxHeart implements AutoCloseable {

    private static final int INTERVAL_MS = 5;
    private static final int LATE_MS = 50;
    private static final int SHOWN_FRAMES = 60;

    /**
     * Work between two beats.
     *
     * @param nanoseconds of the processor
     * @param doing what the test did meanwhile
     * @param stacks of the thread, sampled while it lasted
     */
    record Pause(long nanoseconds, String doing, List<String> stacks) {}

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final AtomicLong longest = new AtomicLong();
    private final List<Pause> pauses = new CopyOnWriteArrayList<>();
    private final List<String> stacks = new CopyOnWriteArrayList<>();
    private volatile String doing = "";
    private volatile boolean stopped;
    private volatile @Nullable Thread window;
    private volatile long beaten;
    private long last = -1;
    private final Thread thread = Thread.ofPlatform().daemon().name("heart").start(this::run);

    private void run() {
        while (!stopped) {
            Platform.runLater(this::beat);
            try {
                Thread.sleep(INTERVAL_MS);
            } catch (InterruptedException e) {
                return;
            }
            sampleIfLate();
        }
    }

    /** On the window's thread. */
    private void beat() {
        window = Thread.currentThread();
        long now = threads.getCurrentThreadCpuTime();
        if (last >= 0) {
            longest.accumulateAndGet(now - last, Math::max);
            if (now - last > LATE_MS * 1_000_000L) {
                pauses.add(new Pause(now - last, doing, List.copyOf(stacks)));
            }
        }
        stacks.clear();
        last = now;
        beaten = System.nanoTime();
    }

    private void sampleIfLate() {
        Thread held = window;
        if (held == null || System.nanoTime() - beaten < LATE_MS * 500_000L) {
            return;
        }
        List<String> frames = new ArrayList<>();
        for (StackTraceElement frame : held.getStackTrace()) {
            if (frames.size() < SHOWN_FRAMES) {
                frames.add("      " + frame);
            }
        }
        stacks.add(String.join("\n", frames));
    }

    /** Names what follows. */
    void doing(String name) {
        doing = Objects.requireNonNull(name);
    }

    /** Longest work between two beats so far, nanoseconds of the processor. */
    long longest() {
        return longest.get();
    }

    /** Work of more than 50 ms at a time, the longest first. */
    List<Pause> pauses() {
        return pauses.stream()
                .sorted(Comparator.comparingLong(Pause::nanoseconds).reversed())
                .toList();
    }

    @Override
    public void close() {
        stopped = true;
        thread.interrupt();
    }
}
