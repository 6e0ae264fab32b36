package studio.crossbar.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** With a clock and a timer of its own, so that no test waits. */
class UpdateThrottleTest {

    private record Task(long due, Runnable work) {}

    private final Queue<Task> tasks = new ArrayDeque<>();
    private final List<Integer> passedOn = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private long now = 1_000_000;
    private final UpdateThrottle<Integer> throttle = new UpdateThrottle<>(
            value -> {
                passedOn.add(value);
                times.add(now);
            },
            () -> now,
            (delay, work) -> tasks.add(new Task(now + delay, work)));

    private void advance(long nanoseconds) {
        long end = now + nanoseconds;
        while (!tasks.isEmpty() && tasks.peek().due() <= end) {
            Task task = tasks.remove();
            now = Math.max(now, task.due());
            task.work().run();
        }
        now = end;
    }

    @Test
    void theFirstValuePassesAtOnce() {
        throttle.offer(1);
        advance(0);
        assertThat(passedOn).containsExactly(1);
    }

    @Test
    void aSecondOfManyValuesGivesAtMostTwentyAndTheLastArrives() {
        for (int i = 1; i <= 1000; i++) {
            throttle.offer(i);
            advance(1_000_000);
        }
        advance(UpdateThrottle.INTERVAL_NANOSECONDS);
        assertThat(passedOn).hasSizeBetween(20, 21).endsWith(1000).isSorted();
        for (int i = 1; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - 1)).isGreaterThanOrEqualTo(UpdateThrottle.INTERVAL_NANOSECONDS);
        }
    }

    @Test
    void ofTwoValuesInOneIntervalOnlyTheLaterIsSeen() {
        throttle.offer(1);
        advance(0);
        throttle.offer(2);
        throttle.offer(3);
        advance(UpdateThrottle.INTERVAL_NANOSECONDS);
        assertThat(passedOn).containsExactly(1, 3);
    }

    @Test
    void afterAPauseAValuePassesAtOnce() {
        throttle.offer(1);
        advance(10 * UpdateThrottle.INTERVAL_NANOSECONDS);
        throttle.offer(2);
        advance(0);
        assertThat(passedOn).containsExactly(1, 2);
    }
}
