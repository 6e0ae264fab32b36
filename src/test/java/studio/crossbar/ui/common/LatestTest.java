package studio.crossbar.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.crossbar.run.JobContext;
import studio.crossbar.ui.HandedOver;

/** The test's thread stands in for the user interface's: it runs what the computations hand over. */
@Timeout(20)
class LatestTest {

    private final HandedOver handedOver = new HandedOver();
    private final List<String> results = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final Latest<String> latest = new Latest<>(handedOver, results::add, failures::add);

    private static String waitForCancellation(JobContext context, CountDownLatch begun) throws InterruptedException {
        begun.countDown();
        while (!context.cancelled()) {
            Thread.sleep(2);
        }
        throw new CancellationException();
    }

    @Test
    void aResultArrivesOnTheUserInterfacesThread() {
        latest.ask(context -> "one");
        assertThat(latest.idle()).isFalse();
        assertThat(results).isEmpty();
        handedOver.runUntil(latest::idle);
        assertThat(results).containsExactly("one");
    }

    @Test
    void whatRunsIsCancelledAndOnlyTheNewestOfThoseThatWaitIsComputed() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger between = new AtomicInteger();
        CountDownLatch askedForAll = new CountDownLatch(1);
        latest.ask(context -> {
            begun.countDown();
            askedForAll.await();
            return waitForCancellation(context, begun);
        });
        begun.await();
        for (int i = 0; i < 5; i++) {
            latest.ask(context -> "between " + between.incrementAndGet());
        }
        latest.ask(context -> "newest");
        askedForAll.countDown();
        handedOver.runUntil(latest::idle);
        assertThat(results).containsExactly("newest");
        assertThat(failures).isEmpty();
        assertThat(between).hasValue(0);
    }

    @Test
    void aResultThatComesAfterAnotherWasAskedForIsDropped() {
        latest.ask(context -> "late");
        Runnable late = Objects.requireNonNull(handedOver.next(Duration.ofSeconds(10)));
        latest.ask(context -> "newest");
        late.run();
        assertThat(results).isEmpty();
        handedOver.runUntil(latest::idle);
        assertThat(results).containsExactly("newest");
    }

    @Test
    void whatIsForgottenNeverArrives() {
        latest.ask(context -> "forgotten");
        latest.forget();
        assertThat(latest.idle()).isTrue();
        handedOver.runNext();
        assertThat(results).isEmpty();
        assertThat(failures).isEmpty();
    }

    @Test
    void aFailureArrivesAsItWasThrownAndTheNextIsComputed() {
        IOException thrown = new IOException("no file", new IllegalStateException("within"));
        latest.ask(context -> {
            throw thrown;
        });
        handedOver.runUntil(latest::idle);
        assertThat(failures).containsExactly(thrown);
        latest.ask(context -> "next");
        handedOver.runUntil(latest::idle);
        assertThat(results).containsExactly("next");
    }
}
