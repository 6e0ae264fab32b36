package studio.crossbar.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.crossbar.run.Job;
import studio.crossbar.run.JobStatus;

/** The test's thread stands in for the user interface's: it runs what the jobs hand over. */
@Timeout(20)
class JobsTest {

    private final BlockingQueue<Runnable> handedOver = new LinkedBlockingQueue<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> results = new ArrayList<>();
    private final Jobs jobs = new Jobs(handedOver::add, problems::add);

    @AfterEach
    void close() {
        jobs.close();
    }

    private JobItem start(Job.Work<String> work) {
        return jobs.start(Jobs.Lane.FILES, new Job<>("Work", work), "The work failed", results::add);
    }

    private void runUntilEnd(JobItem item) throws InterruptedException {
        runUntil(() -> !item.active());
    }

    private void runUntil(BooleanSupplier seen) throws InterruptedException {
        while (!seen.getAsBoolean()) {
            Runnable task = handedOver.poll(10, TimeUnit.SECONDS);
            assertThat(task).as("news of the job").isNotNull();
            task.run();
        }
    }

    @Test
    void aResultArrivesOnTheUserInterfacesThread() throws InterruptedException {
        JobItem item = start(context -> "result");
        assertThat(results).isEmpty();
        runUntilEnd(item);
        assertThat(results).containsExactly("result");
        assertThat(item.doneProperty().get()).isEqualTo(1);
        assertThat(item.messageProperty().get()).startsWith("Done after");
    }

    @Test
    void theEndIsShownTogetherWithTheResult() throws InterruptedException {
        JobItem item = start(context -> "result");
        // News of the start and the end: all that comes is there before any of it is shown.
        while (handedOver.size() < 2) {
            Thread.onSpinWait();
        }
        runUntil(() -> {
            assertThat(item.active()).isEqualTo(results.isEmpty());
            return !item.active();
        });
    }

    @Test
    void aFailureIsReportedWithItsMessageAndDetails() throws InterruptedException {
        JobItem item = start(context -> {
            throw new java.io.IOException("design.json: is damaged; save it again");
        });
        runUntilEnd(item);
        assertThat(item.stateProperty().get()).isEqualTo(JobStatus.State.FAILED);
        assertThat(item.messageProperty().get()).startsWith("Failed after");
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.title()).isEqualTo("The work failed");
            assertThat(problem.message()).isEqualTo("design.json: is damaged; save it again");
            assertThat(problem.details()).contains("IOException");
        });
    }

    @Test
    void aCancelledJobReportsNoProblem() throws InterruptedException {
        JobItem item = start(context -> {
            while (!context.cancelled()) {
                Thread.onSpinWait();
            }
            throw new CancellationException();
        });
        item.cancel();
        assertThat(item.messageProperty().get()).isEqualTo("Stopping");
        runUntilEnd(item);
        assertThat(item.stateProperty().get()).isEqualTo(JobStatus.State.CANCELLED);
        assertThat(problems).isEmpty();
        assertThat(results).isEmpty();
    }

    @Test
    void theListOfEndedJobsHoldsNoResult() throws InterruptedException {
        List<WeakReference<Object>> made = new CopyOnWriteArrayList<>();
        JobItem item = jobs.start(
                Jobs.Lane.FILES,
                new Job<>("Work", context -> {
                    Object result = new Object();
                    made.add(new WeakReference<>(result));
                    return result;
                }),
                "The work failed",
                result -> results.add("came"));
        runUntilEnd(item);
        assertThat(results).containsExactly("came");
        handedOver.clear();
        assertThat(jobs.items()).containsExactly(item);
        for (int i = 0; i < 50 && made.getFirst().get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(made.getFirst().get()).isNull();
    }

    @Test
    void newestJobIsListedFirst() {
        start(context -> "a");
        JobItem second = start(context -> "b");
        assertThat(jobs.items().getFirst()).isSameAs(second);
    }

    @Test
    void endedJobsAreForgottenBeforeThoseThatRun() throws InterruptedException {
        JobItem running = jobs.start(
                Jobs.Lane.SEARCH,
                new Job<String>("Search", context -> {
                    while (!context.cancelled()) {
                        Thread.onSpinWait();
                    }
                    throw new CancellationException();
                }),
                "The search failed",
                results::add);
        JobItem ended = start(context -> "first");
        runUntilEnd(ended);
        for (int i = 0; i < 49; i++) {
            runUntilEnd(start(context -> "later"));
        }
        assertThat(jobs.items()).hasSize(50).contains(running).doesNotContain(ended);
        running.cancel();
    }

    @Test
    void everyMessageIsInTheLogOnceAndTheNewestAreKept() throws InterruptedException {
        JobItem item = start(context -> {
            context.progress(0.1, "Reading");
            context.progress(0.2, "Reading");
            context.progress(0.3, "Writing");
            return "result";
        });
        runUntilEnd(item);
        assertThat(item.logProperty().get().lines().map(line -> line.replaceFirst("[0-9:]{8}  ", "")))
                .containsExactly("Starting", "Reading", "Writing", "Done");

        JobItem talkative = start(context -> {
            for (int i = 0; i < 2 * JobLog.MOST; i++) {
                context.progress(0.5, "Trial " + i);
            }
            return "result";
        });
        runUntilEnd(talkative);
        assertThat(talkative.logProperty().get().lines())
                .hasSize(JobLog.MOST + 1)
                .first()
                .isEqualTo(JobLog.MOST + 2 + " earlier lines are no longer kept");
        assertThat(talkative.logProperty().get()).endsWith("Done");
    }

    @Test
    void aJobThatCanWaitIsPausedAndGoesOn() throws InterruptedException {
        BlockingQueue<Boolean> seen = new LinkedBlockingQueue<>();
        Job<String> job = Job.pausable("Work", context -> {
            while (!context.paused()) {
                Thread.onSpinWait();
            }
            seen.add(true);
            while (context.paused()) {
                Thread.onSpinWait();
            }
            return "result";
        });
        JobItem item = jobs.start(Jobs.Lane.FILES, job, "The work failed", results::add);
        assertThat(item.pausable()).isTrue();
        item.pause(true);
        assertThat(seen.poll(10, TimeUnit.SECONDS)).isTrue();
        assertThat(item.pausedProperty().get()).isTrue();
        item.pause(false);
        assertThat(item.pausedProperty().get()).isFalse();
        runUntilEnd(item);
        assertThat(item.stateProperty().get()).isEqualTo(JobStatus.State.DONE);
    }

    @Test
    void aJobThatCannotWaitIsNotPaused() throws InterruptedException {
        JobItem item = start(context -> "result");
        item.pause(true);
        assertThat(item.pausable()).isFalse();
        assertThat(item.pausedProperty().get()).isFalse();
        runUntilEnd(item);
    }

    @Test
    void timesAreSpoken() {
        assertThat(JobItem.spoken(Duration.ofSeconds(12))).isEqualTo("12 s");
        assertThat(JobItem.spoken(Duration.ofSeconds(185))).isEqualTo("3 min 5 s");
    }
}
