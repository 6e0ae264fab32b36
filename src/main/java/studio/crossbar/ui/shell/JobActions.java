package studio.crossbar.ui.shell;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.JobItem;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.Texts;

/** What the drawer's buttons do with one job, done with the newest that it can be done with. */
final class JobActions {

    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<@Nullable JobItem> active = new ReadOnlyObjectWrapper<>(this, "active", null);
    private final ReadOnlyObjectWrapper<@Nullable JobItem> waiting = new ReadOnlyObjectWrapper<>(this, "waiting", null);
    private final ReadOnlyObjectWrapper<@Nullable JobItem> failed = new ReadOnlyObjectWrapper<>(this, "failed", null);
    private final List<Action> all;

    JobActions(Jobs jobs) {
        this.jobs = jobs;
        all = List.of(
                action(
                        "newest-job-pause",
                        Texts.get("shell.jobs.newest.pause"),
                        "fth-pause",
                        waiting,
                        Texts.get("shell.jobs.newest.pause.reason"),
                        job -> job.pause(!job.pausedProperty().get())),
                action(
                        "newest-job-cancel",
                        Texts.get("shell.jobs.newest.cancel"),
                        "fth-x",
                        active,
                        Texts.get("shell.jobs.newest.cancel.reason"),
                        JobItem::cancel),
                action(
                        "newest-job-reason",
                        Texts.get("shell.jobs.newest.reason"),
                        "fth-alert-circle",
                        failed,
                        Texts.get("shell.jobs.newest.failed.reason"),
                        jobs::explain),
                action(
                        "newest-job-retry",
                        Texts.get("shell.jobs.newest.retry"),
                        "fth-rotate-cw",
                        failed,
                        Texts.get("shell.jobs.newest.failed.reason"),
                        JobItem::retry));
        jobs.items().addListener((ListChangeListener<JobItem>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(job -> job.stateProperty().subscribe((before, now) -> update()));
            }
            update();
        });
    }

    private void update() {
        active.set(newest(JobItem::active));
        waiting.set(newest(job -> job.active() && job.pausable()));
        failed.set(newest(job -> job.problemProperty().get() != null));
    }

    private @Nullable JobItem newest(Predicate<JobItem> wanted) {
        return jobs.items().stream().filter(wanted).findFirst().orElse(null);
    }

    private static Action action(
            String id,
            String text,
            String icon,
            ReadOnlyObjectWrapper<@Nullable JobItem> newest,
            String none,
            Consumer<JobItem> handler) {
        ObservableValue<String> reason = newest.map(job -> "").orElse(none);
        ObservableValue<String> subject = newest.map(JobItem::title).orElse("");
        return new Action(id, text, icon, null, text, reason, subject, () -> {
            JobItem job = newest.get();
            if (job != null) {
                handler.accept(job);
            }
        });
    }

    /** All of them. */
    List<Action> all() {
        return all;
    }
}
