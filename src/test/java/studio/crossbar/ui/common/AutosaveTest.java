package studio.crossbar.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.cost.Technology;
import studio.crossbar.design.Design;
import studio.crossbar.design.DraftedNetwork;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.network.Layer;
import studio.crossbar.network.LayerPath;
import studio.crossbar.network.NetworkDraft;
import studio.crossbar.study.DraftFiles;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.ui.Projects;

/** Each {@link Run} stands for a process; one that is not closed was killed. The test's thread is the user interface's. */
@Timeout(30)
class AutosaveTest {

    private static final Design DESIGN = Projects.tinyDesign();
    private static final Design EDITED = DESIGN.withSeed(42);

    @TempDir
    Path folder;

    private final class Run {

        private final BlockingQueue<Runnable> handedOver = new LinkedBlockingQueue<>();
        private final List<Problem> problems = new ArrayList<>();
        private final Session session = new Session();
        private final Autosave autosave = new Autosave(
                session, new DraftFiles(drafts()), handedOver::add, this::ask, problems::add, Duration.ofMillis(1));
        private @Nullable Instant offered;
        private Runnable restore = () -> {};
        private Runnable discard = () -> {};

        private void ask(String project, Instant written, Runnable yes, Runnable no) {
            offered = written;
            restore = yes;
            discard = no;
        }

        void open(OpenProject project) throws InterruptedException {
            session.opened(project);
            Objects.requireNonNull(handedOver.poll(10, TimeUnit.SECONDS)).run();
        }

        ProjectSettings settings() {
            return Objects.requireNonNull(session.settingsProperty().get());
        }
    }

    private Path drafts() {
        return folder.resolve("unsaved");
    }

    private static OpenProject project() {
        return Projects.open(DESIGN, null);
    }

    private static OpenProject project(String folder) {
        return new OpenProject(
                new Project(Path.of(folder), ProjectSettings.named(folder), DESIGN),
                Projects.parts(),
                Technology.standard(),
                null,
                null,
                null);
    }

    private List<Path> kept() throws IOException {
        if (!Files.isDirectory(drafts())) {
            return List.of();
        }
        try (var files = Files.list(drafts())) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }

    private void awaitKept(int count) throws Exception {
        while (kept().size() != count) {
            Thread.sleep(2);
        }
    }

    private void killedAfterAnEdit() throws Exception {
        Run run = new Run();
        run.open(project());
        run.session.designProperty().set(EDITED);
        run.session.settingsProperty().set(run.settings().withDraws(7));
        awaitKept(1);
        while (!Files.readString(kept().getFirst()).contains("\"draws\":7")) {
            Thread.sleep(2);
        }
    }

    @Test
    void editsOfAKilledRunAreOfferedAndRestoredAsOneEdit() throws Exception {
        Instant before = Instant.now();
        killedAfterAnEdit();
        Run next = new Run();
        next.open(project());
        assertThat(next.offered).isBetween(before, Instant.now());
        assertThat(next.session.designProperty().get()).isEqualTo(DESIGN);
        next.restore.run();
        assertThat(next.session.designProperty().get()).isEqualTo(EDITED);
        assertThat(next.settings().draws()).isEqualTo(7);
        assertThat(next.session.designIsSaved()).isFalse();
        next.session.history().undo();
        assertThat(next.session.designProperty().get()).isEqualTo(DESIGN);
        awaitKept(0);
        next.session.history().redo();
        Run third = new Run();
        awaitKept(1);
        third.open(project());
        assertThat(third.offered)
                .as("still unsaved after the restoring run was killed")
                .isNotNull();
    }

    @Test
    void aDraftOfTheNetworkIsRestoredThoughItsLayersDoNotFit() throws Exception {
        Layer.Residual residual = new Layer.Residual(List.of(new Layer.Conv1d(3, 300, 1, 0)), List.of());
        DraftedNetwork draft = new DraftedNetwork(
                NetworkDraft.of(DESIGN.network())
                        .with(LayerPath.of(0), new Layer.Conv1d(8, 200, 8, 0))
                        .inserted(LayerPath.of(1), residual),
                InputCoding.RECTIFIED_SPLIT);
        Run killed = new Run();
        killed.open(project());
        killed.session.edits().draft(draft);
        awaitKept(1);

        Run next = new Run();
        next.open(project());
        assertThat(next.offered).isNotNull();
        next.restore.run();
        assertThat(next.session.draftProperty().get()).isEqualTo(draft);
        assertThat(next.session.designProperty().get()).isEqualTo(DESIGN);
        next.session.edits().discardDraft();
        awaitKept(0);
    }

    @Test
    void discardedEditsAreNotOfferedAgain() throws Exception {
        killedAfterAnEdit();
        Run next = new Run();
        next.open(project());
        next.discard.run();
        awaitKept(0);
        assertThat(next.session.designProperty().get()).isEqualTo(DESIGN);
    }

    @Test
    void closingBeforeTheAnswerKeepsTheOffer() throws Exception {
        killedAfterAnEdit();
        Run next = new Run();
        next.open(project());
        next.autosave.close();
        assertThat(kept()).hasSize(1);
    }

    @Test
    void nothingIsKeptOnceEditsAreSavedRevertedOrDropped() throws Exception {
        Run run = new Run();
        run.open(project());
        run.session.designProperty().set(EDITED);
        awaitKept(1);
        run.session.saved(EDITED);
        awaitKept(0);
        run.session.designProperty().set(DESIGN);
        awaitKept(1);
        run.session.revert();
        awaitKept(0);
        run.session.designProperty().set(DESIGN);
        awaitKept(1);
        run.open(project("another"));
        awaitKept(0);
        run.session.designProperty().set(EDITED);
        awaitKept(1);
        run.autosave.close();
        assertThat(kept()).isEmpty();
    }

    @Test
    void eachProjectHasItsOwnDraft() throws Exception {
        killedAfterAnEdit();
        Run other = new Run();
        other.open(project("another"));
        assertThat(other.offered).isNull();
        other.session.designProperty().set(EDITED.withSeed(8));
        awaitKept(2);
    }

    @Test
    void editsOfARunningProcessAreNotOffered() throws Exception {
        killedAfterAnEdit();
        ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
        long started = parent.info().startInstant().orElseThrow().toEpochMilli();
        Path file = kept().getFirst();
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceFirst("\"process\": ?\\d+", "\"process\": " + parent.pid())
                        .replaceFirst("\"started\": ?\\d+", "\"started\": " + started));
        Run next = new Run();
        next.open(project());
        assertThat(next.offered).isNull();
        Files.writeString(file, Files.readString(file).replaceFirst("\"started\": ?\\d+", "\"started\": 1"));
        next.open(project());
        assertThat(next.offered).as("another process has its number now").isNotNull();
    }

    @Test
    void aDamagedFileIsIgnored() throws Exception {
        killedAfterAnEdit();
        Files.writeString(kept().getFirst(), "{");
        Run next = new Run();
        next.open(project());
        assertThat(next.offered).isNull();
        assertThat(next.problems).isEmpty();
    }

    @Test
    void aChangedDataOrTechnologySettingOfTheFolderStays() throws Exception {
        killedAfterAnEdit();
        Run next = new Run();
        OpenProject project = project();
        next.open(new OpenProject(
                project.project().withSettings(project.project().settings().withData("/new")),
                project.parts(),
                project.technology(),
                null,
                null,
                null));
        next.restore.run();
        assertThat(next.settings().data()).isEqualTo("/new");
        assertThat(next.settings().draws()).isEqualTo(7);
        next.autosave.close();
    }
}
