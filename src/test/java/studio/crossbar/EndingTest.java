package studio.crossbar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.crossbar.ui.Projects;

/** A training that is ended from outside, in real processes. */
@Timeout(180)
class EndingTest {

    @TempDir
    Path folder;

    private Process process;

    @BeforeEach
    void startTraining() throws Exception {
        assumeTrue(Display.linux(), "signals are sent by Linux commands");
        Path project = folder.resolve("tiny");
        var design = Projects.tinyDesign();
        Projects.create(project, design.withRecipe(design.recipe().withEpochs(5, 5)));
        // A process started in the background may have been told to ignore Ctrl+C.
        process = new ProcessBuilder(
                        "env",
                        "--default-signal=INT",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName(),
                        "train",
                        project.toString())
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
        // Elsewhere than on a terminal a line is printed every tenth: this one after the first epoch.
        while (errors().stream().noneMatch(line -> line.contains("loss"))) {
            assertThat(process.isAlive()).as("training, %s", errors()).isTrue();
            Thread.sleep(20);
        }
    }

    @AfterEach
    void kill() {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private List<String> errors() throws IOException {
        return Files.readAllLines(folder.resolve("err.txt"), StandardCharsets.UTF_8);
    }

    private ProcessHandle child() {
        return process.children().findFirst().orElseThrow();
    }

    private static void send(String signal, ProcessHandle target) throws Exception {
        new ProcessBuilder("kill", "-" + signal, Long.toString(target.pid()))
                .start()
                .waitFor();
    }

    private void requireCancelled(int code) throws Exception {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(code);
        assertThat(errors().getLast()).isEqualTo("crossbar: Train Tiny sample was cancelled; earlier results are kept");
        assertThat(errors()).filteredOn(line -> line.startsWith("crossbar:")).hasSize(1);
        assertThat(folder.resolve("out.txt")).isEmptyFile();
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aSignalToTheLauncherCancelsTheTrainingAndSaysSo(String signal, int code) throws Exception {
        send(signal, process.toHandle());
        requireCancelled(code);
    }

    @Test
    void controlCWhichReachesBothMachinesSaysSoOnce() throws Exception {
        ProcessHandle child = child();
        send("INT", child);
        send("INT", process.toHandle());
        requireCancelled(130);
    }

    @Test
    void aKilledChildIsReportedInOneLineWithExitCode1() throws Exception {
        send("KILL", child());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(errors().getLast())
                .isEqualTo("crossbar: the Java virtual machine was killed by signal 9, often for lack of memory;"
                        + " earlier results are kept; free memory or use a smaller network or batch, then start again");
    }
}
