package studio.crossbar.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.data.Parts;
import studio.crossbar.data.SyntheticImu;
import studio.crossbar.design.Design;
import studio.crossbar.training.TrainingListener;

final class WorkLockTest {

    @TempDir
    Path folder;

    @Test
    void aSecondHolderIsToldWhoTheFirstIs() throws Exception {
        try (WorkLock _ = WorkLock.take(folder, "search", "searches here")) {
            assertThatThrownBy(() -> WorkLock.take(folder, "search", "searches here"))
                    .isInstanceOf(ProjectException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageEndingWith("searches here");
            WorkLock.take(folder, "training", "trains here").close();
        }
        WorkLock.take(folder, "search", "searches here").close();
        assertThat(folder).isDirectoryNotContaining("glob:**.owner");
    }

    @Test
    void theLockEndsAlsoWhereTheNoteOfItsHolderCannotBeDeleted() throws Exception {
        WorkLock lock = WorkLock.take(folder, "search", "searches here");
        Path owner = folder.resolve("search.owner");
        Files.delete(owner);
        Path inside = Files.createDirectories(owner.resolve("inside"));
        lock.close();
        Files.delete(inside);
        Files.delete(owner);
        WorkLock.take(folder, "search", "searches here").close();
    }

    @Test
    void aHolderCountsUntilItsProcessHasEnded() throws Exception {
        assertThat(WorkLock.taken(folder, "search")).isFalse();
        try (WorkLock _ = WorkLock.take(folder, "search", "searches here")) {
            assertThat(WorkLock.taken(folder, "search")).isTrue();
            assertThat(WorkLock.taken(folder, "training")).isFalse();
        }
        assertThat(WorkLock.taken(folder, "search")).isFalse();

        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Path owner = folder.resolve("search.owner");
        Files.writeString(owner, "process " + ended.pid() + " on " + WorkLock.host());
        assertThat(WorkLock.taken(folder, "search")).as("killed").isFalse();
        Files.writeString(owner, "process " + ended.pid() + " on another-machine");
        assertThat(WorkLock.taken(folder, "search")).as("cannot be known").isTrue();
    }

    @Test
    void twoTrainingsOfOneProjectDoNotOverwriteEachOthersState() throws Exception {
        Project sample = Project.open(Path.of("sample-projects", "har-unipolar"));
        Design design = sample.design().withRecipe(sample.design().recipe().withEpochs(1, 1));
        Project project = Project.create(folder.resolve("project"), ProjectSettings.named("twice"), design);
        Parts parts = SyntheticImu.generate(1);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch tried = new CountDownLatch(1);
        Thread first = Thread.ofPlatform().daemon().start(() -> {
            try {
                ProjectTraining.train(project, design, parts, hold(begun, tried), trained -> {});
            } catch (java.util.concurrent.CancellationException | java.io.IOException e) {
                return;
            }
        });
        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();

        assertThatThrownBy(() -> ProjectTraining.train(project, design, parts, TrainingListener.NONE, trained -> {}))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("trains in this project; wait for it, stop it, or train a copy");
        tried.countDown();
        first.join();
        assertThat(Files.exists(project.results().resolve("training.owner"))).isFalse();
    }

    /** Holds a training where it asks first whether it is cancelled, and then cancels it. */
    private static TrainingListener hold(CountDownLatch begun, CountDownLatch tried) {
        return new TrainingListener() {
            @Override
            public boolean cancelled() {
                begun.countDown();
                try {
                    return tried.await(1, TimeUnit.MINUTES);
                } catch (InterruptedException e) {
                    return true;
                }
            }
        };
    }
}
