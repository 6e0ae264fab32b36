package studio.crossbar.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class JobTest {

    @Test
    void tellsItsProgressAndEndsWithTheResult() throws Exception {
        Job<String> job = new Job<>("Work", context -> {
            context.progress(0.5, "half");
            context.progress(7, "too much");
            return "result";
        });
        List<JobStatus> seen = new ArrayList<>();
        job.onChange(seen::add);
        job.run();
        assertThat(job.outcome().get()).isEqualTo("result");
        assertThat(seen)
                .containsExactly(
                        new JobStatus(JobStatus.State.RUNNING, 0, "Starting"),
                        new JobStatus(JobStatus.State.RUNNING, 0.5, "half"),
                        new JobStatus(JobStatus.State.RUNNING, 1, "too much"),
                        new JobStatus(JobStatus.State.DONE, 1, "Done"));
    }

    @Test
    void aFailureKeepsItsCause() {
        IOException cause = new IOException("disk full");
        Job<String> job = new Job<>("Work", context -> {
            throw cause;
        });
        job.run();
        assertThat(job.status().state()).isEqualTo(JobStatus.State.FAILED);
        assertThat(job.status().message()).isEqualTo("disk full");
        assertThatThrownBy(job.outcome()::get)
                .isInstanceOf(ExecutionException.class)
                .hasCause(cause);
    }

    @Test
    void aWaitingJobIsCancelledAtOnceAndNeverRuns() {
        List<String> ran = new ArrayList<>();
        Job<Boolean> job = new Job<>("Work", context -> ran.add("ran"));
        job.cancel();
        assertThat(job.status().state()).isEqualTo(JobStatus.State.CANCELLED);
        job.run();
        assertThat(ran).isEmpty();
        assertThatThrownBy(job.outcome()::get).hasCauseInstanceOf(CancellationException.class);
    }

    @Test
    void aRunningJobLearnsThatItIsCancelledAndTheNextOneRuns() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Job<String> endless = new Job<>("Endless", context -> {
            started.countDown();
            while (!context.cancelled()) {
                Thread.onSpinWait();
            }
            throw new CancellationException();
        });
        try (JobRunner runner = new JobRunner()) {
            runner.start(endless);
            Job<String> next = runner.start(new Job<>("Next", context -> "done"));
            started.await();
            assertThat(next.status().state()).isEqualTo(JobStatus.State.QUEUED);
            endless.cancel();
            assertThat(next.outcome().get()).isEqualTo("done");
            assertThat(endless.status().state()).isEqualTo(JobStatus.State.CANCELLED);
        }
    }

    @Test
    void theBuildSaysVersionAndFlags() {
        assertThat(BuildInfo.version()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
        assertThat(BuildInfo.jvmFlags())
                .contains("--add-modules=jdk.incubator.vector")
                .noneMatch(String::isBlank);
    }
}
