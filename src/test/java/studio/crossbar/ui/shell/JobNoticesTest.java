package studio.crossbar.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.crossbar.run.Job;
import studio.crossbar.ui.HandedOver;
import studio.crossbar.ui.common.JobItem;
import studio.crossbar.ui.common.Jobs;

class JobNoticesTest {

    private final HandedOver handedOver = new HandedOver();
    private final Jobs jobs = new Jobs(handedOver, problem -> {});
    private final List<String> told = new ArrayList<>();
    private long now;

    @AfterEach
    void close() {
        jobs.close();
    }

    private void run(String title, long nanoseconds, Job.Work<String> work) {
        JobItem job = jobs.start(Jobs.Lane.FILES, new Job<>(title, work), "failed", result -> {});
        now += nanoseconds;
        handedOver.runUntil(() -> !job.active());
    }

    @Test
    void onlyTheGoodEndOfLongWorkIsTold() {
        new JobNotices(jobs, () -> now, job -> told.add(job.title()));
        run("short", JobNotices.LEAST_NANOSECONDS - 1, context -> "done");
        run("cancelled", JobNotices.LEAST_NANOSECONDS, context -> {
            throw new CancellationException();
        });
        run("failed", JobNotices.LEAST_NANOSECONDS, context -> {
            throw new IllegalStateException("full");
        });
        assertThat(told).isEmpty();
        run("long", JobNotices.LEAST_NANOSECONDS, context -> "done");
        assertThat(told).containsExactly("long");
    }
}
