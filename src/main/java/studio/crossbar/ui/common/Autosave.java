package studio.crossbar.ui.common;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.crossbar.design.Design;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.study.Draft;
import studio.crossbar.study.DraftFiles;
import studio.crossbar.study.ProjectSettings;

/**
 * Keeps unsaved edits on disk and offers them when their project opens again after a crash. Edits that are saved,
 * reverted or dropped leave nothing behind. Use on the user interface's thread; files are touched on another one.
 */
@SuppressWarnings("ReferenceEquality") // A project that is opened again is another one.
public final class Autosave implements AutoCloseable {

    /** Asks whether to restore edits; answers later, on the user interface's thread. */
    @FunctionalInterface
    public interface Offer {

        /**
         * Asks.
         *
         * @param project name of the project
         * @param written when the edits were kept last
         * @param restore brings them back
         * @param discard forgets them
         */
        void ask(String project, Instant written, Runnable restore, Runnable discard);
    }

    private static final Duration DELAY = Duration.ofMillis(500);
    private static final long PATIENCE_SECONDS = 5;

    private final Session session;
    private final DraftFiles files;
    private final Executor ui;
    private final Offer offer;
    private final Problem.Sink problems;
    private final Duration delay;
    private final ScheduledExecutorService lane = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("autosave").daemon().factory());
    private final AtomicReference<@Nullable Draft> pending = new AtomicReference<>();

    /** Whether the project's draft of before is dealt with, so that it may be replaced. */
    private boolean ready;

    /** Whether the project has a draft that is not that of another running process. */
    private boolean ours;

    /** Follows {@code session} until it is closed. */
    public Autosave(Session session, DraftFiles files, Executor ui, Offer offer, Problem.Sink problems) {
        this(session, files, ui, offer, problems, DELAY);
    }

    Autosave(Session session, DraftFiles files, Executor ui, Offer offer, Problem.Sink problems, Duration delay) {
        this.session = session;
        this.files = files;
        this.ui = ui;
        this.offer = offer;
        this.problems = problems;
        this.delay = delay;
        session.projectProperty().subscribe(this::opened);
        session.designProperty().subscribe((before, now) -> edited());
        session.draftProperty().subscribe((before, now) -> edited());
        session.settingsProperty().subscribe((before, now) -> edited());
        session.savedProperty().subscribe((before, now) -> edited());
        session.savedSettingsProperty().subscribe((before, now) -> edited());
    }

    /** Edits of the project of before were saved or dropped before this one opened. */
    private void opened(@Nullable OpenProject before, @Nullable OpenProject now) {
        if (before != null && ready) {
            discard(before.folder());
        }
        ready = false;
        ours = false;
        if (now != null) {
            lane.execute(() -> look(now));
        }
    }

    private void look(OpenProject project) {
        Draft found = null;
        try {
            found = files.read(project.folder()).orElse(null);
        } catch (JsonFormatException e) {
            log().warn("Edits that were kept cannot be read and are ignored: {}", e.getMessage());
        }
        Draft draft = found;
        ui.execute(() -> found(project, draft));
    }

    private void found(OpenProject project, @Nullable Draft draft) {
        if (session.projectProperty().get() != project) {
            return;
        }
        ours = draft != null;
        EditHistory.State edits = draft == null ? null : edits(draft);
        if (draft == null || edits == null || edits.equals(session.edits().state())) {
            proceed(project);
        } else {
            offer.ask(project.name(), draft.written(), () -> restore(project, edits), () -> proceed(project));
        }
    }

    /** What is stored at once when it is chosen is as the project folder has it now. */
    private EditHistory.@Nullable State edits(Draft draft) {
        ProjectSettings stored = session.savedSettingsProperty().get();
        return stored == null
                ? null
                : new EditHistory.State(
                        draft.design(),
                        draft.settings()
                                .withTechnology(stored.technology())
                                .withData(stored.data())
                                .withDataset(stored.dataset())
                                .withCsv(stored.csv()),
                        session.requirementsProperty().get(),
                        draft.network());
    }

    private void restore(OpenProject project, EditHistory.State edits) {
        if (session.projectProperty().get() == project) {
            try {
                session.edits().restore(edits);
            } catch (IllegalArgumentException e) {
                problems.report(Problem.of(Texts.get("common.error.restore"), e));
            }
            proceed(project);
        }
    }

    private void proceed(OpenProject project) {
        if (session.projectProperty().get() == project) {
            ready = true;
            edited();
        }
    }

    private void edited() {
        OpenProject project = session.projectProperty().get();
        Design design = session.designProperty().get();
        ProjectSettings settings = session.settingsProperty().get();
        if (!ready || project == null) {
            return;
        }
        if (design == null || settings == null || session.everythingIsSaved()) {
            discard(project.folder());
        } else {
            ours = true;
            Draft draft = new Draft(
                    project.folder(),
                    Instant.now(),
                    settings,
                    design,
                    session.draftProperty().get());
            if (pending.getAndSet(draft) == null) {
                var _ = lane.schedule(this::write, delay.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    private void write() {
        Draft draft = pending.getAndSet(null);
        if (draft != null) {
            try {
                files.write(draft);
            } catch (IOException e) {
                log().warn("Unsaved edits cannot be kept for a crash: {}", e.getMessage());
            }
        }
    }

    private void discard(Path project) {
        if (!ours) {
            return;
        }
        ours = false;
        pending.set(null);
        lane.execute(() -> {
            try {
                files.delete(project);
            } catch (IOException e) {
                log().warn("Edits that were kept cannot be removed: {}", e.getMessage());
            }
        });
    }

    /** Forgets the edits, which were saved or dropped, unless an earlier draft still waits for its answer. */
    @Override
    public void close() {
        OpenProject project = session.projectProperty().get();
        if (project != null && ready) {
            discard(project.folder());
        }
        ready = false;
        lane.shutdown();
        try {
            if (!lane.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                log().warn("The folder of unsaved edits does not answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Made only when there is something to say, so that the log is not set up at the start. */
    private static Logger log() {
        return LoggerFactory.getLogger(Autosave.class);
    }
}
