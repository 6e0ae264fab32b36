package studio.crossbar.ui.cost;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.Technology;
import studio.crossbar.cost.TechnologyDocument;
import studio.crossbar.run.Job;
import studio.crossbar.run.JobRunner;
import studio.crossbar.study.Project;
import studio.crossbar.study.TechnologyStore;
import studio.crossbar.ui.common.JobItem;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.Texts;

/** Reads, writes and exchanges the technology file of a project in the background. Call on the user interface's thread. */
final class TechnologyJobs {

    /** Changes which file a project names. */
    @FunctionalInterface
    interface Change {

        /** The setting that the project has then. */
        String setting() throws IOException;
    }

    private final Jobs jobs;
    private final Executor ui;
    private final JobRunner reader = new JobRunner();

    /** @param ui runs updates on the user interface's thread */
    TechnologyJobs(Jobs jobs, Executor ui) {
        this.jobs = jobs;
        this.ui = ui;
    }

    /** Changes the setting of {@code stored}, then reads the file that it names for {@code done}. */
    JobItem change(String title, Project stored, Change work, Consumer<TechnologySource> done) {
        return jobs.start(
                Jobs.Lane.FILES,
                new Job<>(title, context -> {
                    String setting = work.setting();
                    return load(stored.withSettings(stored.settings().withTechnology(setting)));
                }),
                Texts.get("cost.technology.change.failed"),
                done);
    }

    /** Writes {@code document} as the own file of {@code stored}. */
    JobItem write(Project stored, TechnologyDocument document) {
        String title = Texts.format(
                "cost.technology.save.job", String.valueOf(stored.settings().technology()));
        return jobs.start(
                Jobs.Lane.FILES,
                new Job<>(title, context -> {
                    new TechnologyStore(stored).write(document);
                    return document;
                }),
                Texts.get("cost.technology.save.failed"),
                done -> {});
    }

    /** Reads the file of {@code project}; {@code done} receives it, or null and why it was not read. */
    void read(Project project, BiConsumer<@Nullable TechnologySource, String> done) {
        var _ = reader.start(new Job<>(Texts.get("cost.technology.read.job"), context -> load(project)))
                .outcome()
                .whenComplete((read, failure) -> ui.execute(() -> done.accept(
                        read, failure == null ? Texts.get("cost.technology.read.empty") : reason(failure))));
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause() == null || failure instanceof IOException ? failure : failure.getCause();
        return String.valueOf(cause.getMessage());
    }

    private static TechnologySource load(Project project) throws IOException {
        TechnologyStore store = new TechnologyStore(project);
        String setting = project.settings().technology();
        return new TechnologySource(
                store.read(), setting == null ? Technology.STANDARD : setting, store.own(), store.choices());
    }
}
