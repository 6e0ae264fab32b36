package studio.crossbar.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.crossbar.run.Job;
import studio.crossbar.ui.HandedOver;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.JobItem;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.Problem;

/** The test's thread stands in for the user interface's. */
@Timeout(60)
class JobActionsTest {

    private final HandedOver handedOver = new HandedOver();
    private final List<Problem> problems = new ArrayList<>();
    private final Jobs jobs = new Jobs(handedOver, problems::add);
    private final JobActions actions = new JobActions(jobs);

    @AfterEach
    void close() {
        jobs.close();
    }

    private Action action(String id) {
        return actions.all().stream()
                .filter(action -> action.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFailedJobIsExplainedAndTriedAgain() {
        assertThat(action("newest-job-retry").disabledReason().getValue()).isEqualTo("no job has failed");
        JobItem failing = jobs.start(
                Jobs.Lane.FILES,
                new Job<String>("Read", context -> {
                    throw new IOException("no such file");
                }),
                "Nothing was read",
                result -> {});
        assertThat(action("newest-job-retry").enabled()).isFalse();
        handedOver.runUntil(() -> !failing.active());
        assertThat(action("newest-job-retry").title()).isEqualTo("Retry failed job Read");
        action("newest-job-reason").run();
        assertThat(problems).hasSize(2);
        action("newest-job-retry").run();
        assertThat(jobs.items()).hasSize(2);
    }

    @Test
    void theNewestJobThatGoesOnWaitsAndIsCancelled() {
        assertThat(action("newest-job-cancel").disabledReason().getValue()).isEqualTo("no job is going on");
        JobItem endless = jobs.start(
                Jobs.Lane.SEARCH,
                Job.<String>pausable("Search", context -> {
                    while (!context.cancelled()) {
                        Thread.onSpinWait();
                    }
                    throw new CancellationException();
                }),
                "The search failed",
                result -> {});
        assertThat(action("newest-job-pause").title()).isEqualTo("Pause or resume job Search");
        action("newest-job-pause").run();
        assertThat(endless.pausedProperty().get()).isTrue();
        action("newest-job-cancel").run();
        handedOver.runUntil(() -> !endless.active());
        assertThat(action("newest-job-pause").disabledReason().getValue())
                .isEqualTo("no job that can wait is going on");
        assertThat(action("newest-job-cancel").enabled()).isFalse();
    }
}
