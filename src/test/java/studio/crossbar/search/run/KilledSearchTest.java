package studio.crossbar.search.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.search.State;
import studio.crossbar.search.Trial;
import studio.crossbar.search.store.SearchStore;
import studio.crossbar.study.Project;
import studio.crossbar.study.SyntheticWindows;

/**
 * A search whose process is killed again and again, at moments that depend on what it has written so far and on chance,
 * ends with the trials, numbers and bytes of one that ran through.
 */
class KilledSearchTest {

    private static final int KILLS = 8;
    private static final int TRIALS = 16;

    /** Changes of the database after which a process is killed, and the time after the last of them. */
    private static final int MOST_CHANGES = 4;

    private static final int MOST_MILLISECONDS = 60;

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void writeData() throws IOException {
        data = SyntheticWindows.write(SyntheticWindows.FEW, folder.resolve("data"));
    }

    @Test
    void goesOnAfterEachKillAndEndsWithTheSameTrials() throws IOException, InterruptedException {
        Project whole = SmallSearch.project(folder.resolve("whole"));
        Process through = search(whole);
        Project killed = SmallSearch.project(folder.resolve("killed"));
        Random random = new Random(6);
        int kills = 0;
        while (kills < KILLS) {
            Process process = search(killed);
            await(process, killed, 1 + random.nextInt(MOST_CHANGES));
            Thread.sleep(random.nextInt(MOST_MILLISECONDS));
            assertThat(process.isAlive()).as("alive before kill %d", kills + 1).isTrue();
            process.destroyForcibly();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            kills++;
        }
        assertThat(search(killed).waitFor()).isZero();
        assertThat(through.waitFor()).isZero();

        List<Trial> expected = trials(whole);
        List<Trial> found = trials(killed);
        assertThat(found).isEqualTo(expected);
        assertThat(found).hasSizeGreaterThanOrEqualTo(TRIALS);
        assertThat(found).extracting(Trial::genome).doesNotHaveDuplicates();
        assertThat(found).extracting(Trial::state).doesNotContain(State.RUNNING, State.QUEUED);
        assertThat(found).extracting(Trial::state).contains(State.FINISHED, State.STOPPED);
        assertThat(arrays(killed)).isNotEmpty().isEqualTo(arrays(whole));
        assertThat(files(killed)).isEqualTo(files(whole));
    }

    /** Waits until the process has changed the database {@code changes} times. */
    private static void await(Process process, Project project, int changes) throws IOException, InterruptedException {
        Path log = project.folder().resolve("search").resolve("search.sqlite-wal");
        String before = state(log);
        for (int seen = 0; seen < changes && process.isAlive(); ) {
            Thread.sleep(2);
            String now = state(log);
            if (!now.equals(before)) {
                before = now;
                seen++;
            }
        }
    }

    private static String state(Path log) throws IOException {
        return Files.exists(log) ? Files.size(log) + " " + Files.getLastModifiedTime(log) : "";
    }

    private Process search(Project project) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules=jdk.incubator.vector",
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "studio.crossbar.Application",
                        "search",
                        project.folder().toString(),
                        "--data=" + data,
                        "--algorithm=nsga2",
                        "--budget=" + TRIALS + "trials",
                        "--workers=1",
                        "--rungs=2",
                        "--reduction=8",
                        "--draws=1",
                        "--most-draws=4",
                        "--least-data=0.1")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().remove("CROSSBAR_DATA");
        return builder.start();
    }

    /** All trials, without the time that they took. */
    private static List<Trial> trials(Project project) throws IOException {
        try (SearchStore store = SearchStore.toRead(project)) {
            return SmallSearch.timeless(store.trials());
        }
    }

    /** Names and bytes of the weights of all trials. */
    private static List<String> arrays(Project project) throws IOException {
        List<String> result = new ArrayList<>();
        Path trials = project.folder().resolve("search").resolve("trials");
        try (Stream<Path> files = Files.walk(trials)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".npy")).sorted().toList()) {
                result.add(withoutRun(trials.relativize(file)) + " " + Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return result;
    }

    /** Paths of all files and folders of trials; how often a trial was kept is left out. */
    private static TreeSet<String> files(Project project) throws IOException {
        Path trials = project.folder().resolve("search").resolve("trials");
        try (Stream<Path> files = Files.walk(trials)) {
            List<String> paths =
                    files.map(file -> withoutRun(trials.relativize(file))).toList();
            TreeSet<String> each = new TreeSet<>(paths);
            assertThat(each).as("one result a trial").hasSameSizeAs(paths);
            return each;
        }
    }

    private static String withoutRun(Path file) {
        return file.toString().replaceAll("trained-\\d+", "trained");
    }
}
