package studio.crossbar.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.crossbar.ui.Projects;

/** Files that {@code --csv} and its like name. */
class ResultFileTest {

    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    static Path folder;

    private static Path project;

    @BeforeAll
    static void make() throws IOException {
        project = folder.resolve("tiny");
        Projects.create(project, Projects.tinyDesign());
        assertThat(CommandRun.of("train", project).code()).isZero();
    }

    @Test
    void whatCannotBeWrittenWholeLeavesWhatWasThere() throws IOException {
        Path file = Files.writeString(folder.resolve("kept.csv"), "earlier");
        assertThatThrownBy(() -> ResultFile.write("--csv", file, target -> {
                    Files.writeString(target, "half of it");
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("--csv: " + file + " cannot be written (No space left on device);"
                        + " check space and permissions there, or name another file");
        assertThat(file).hasContent("earlier");
        ResultFile.write("--csv", file, target -> Files.writeString(target, "now"));
        assertThat(file).hasContent("now");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDeviceIsNamedWithTheRemedyAndStaysADevice() throws IOException {
        Path space = Files.writeString(folder.resolve("space.json"), "{\"schema\": 1, \"adcBits\": [6, 8]}");
        for (List<Object> verb : List.<List<Object>>of(
                List.of("cost", project, "--csv", FULL),
                List.of("cost", project, "--sweep", space, "--csv", FULL),
                List.of("yield", project, "--chips", "2", "--min-accuracy", "0.1", "--csv", FULL),
                List.of("onnx", project, "--out", FULL))) {
            CommandRun run = CommandRun.of(verb.toArray());
            assertThat(run.code()).as(verb.toString()).isEqualTo(1);
            assertThat(run.err().strip().lines().toList().getLast())
                    .startsWith("crossbar: --")
                    .endsWith(": /dev/full cannot be written (No space left on device);"
                            + " check space and permissions there, or name another file");
            assertThat(run.out()).isEmpty();
        }
        assertThat(Files.isRegularFile(FULL)).isFalse();
    }

    /** The same for all verbs, before their work. */
    @ParameterizedTest
    @ValueSource(strings = {"cost", "specs", "front", "polarity", "yield"})
    void whatIsNoFileIsRefusedByTheOption(String verb) throws IOException {
        if (verb.equals("specs")) {
            assertThat(CommandRun.of("specs", project, "--set", "area=10 mm²", "--stored")
                            .code())
                    .isIn(0, 3);
        }
        assertThat(refusal(verb, "-"))
                .startsWith("crossbar: --csv: - is no file; standard output takes the report, so name a file,"
                        + " or ./- for one of that name");
        assertThat(refusal(verb, "")).startsWith("crossbar: --csv: names no file; give one a name");
        assertThat(refusal(verb, folder.toString()))
                .startsWith("crossbar: --csv: " + folder + " is a folder; name a file in it");
        assertThat(Path.of("-")).doesNotExist();
    }

    private static String refusal(String verb, String csv) {
        CommandRun run = verb.equals("yield")
                ? CommandRun.of(verb, project, "--min-accuracy", "0.1", "--csv", csv)
                : CommandRun.of(verb, project, "--csv", csv);
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1);
        return run.err();
    }

    @Test
    void aNetlistReplacesNoTableThatItIsMadeOf() throws IOException {
        Path table = Files.writeString(folder.resolve("g.csv"), "1e-3,2e-3\n");
        CommandRun run =
                CommandRun.of("spice", "--conductance", table, "--r-wordline", "1", "--r-bitline", "1", "--out", table);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--out: " + table + " is the file of --conductance; name another");
        assertThat(table).content().startsWith("1e-3");
    }

    @Test
    void jsonBehindAByteOrderMarkIsNotReplacedEither() throws IOException {
        Path file = Files.writeString(folder.resolve("marked.json"), "\uFEFF {\"schema\": 2}");
        CommandRun run = CommandRun.of("cost", project, "--csv", file);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--csv: " + file + " holds JSON");
        assertThat(file).content().contains("schema");
    }

    /** Weights of a training, which a table would replace without a word. */
    @Test
    void whatIsNoTextIsNotReplaced() throws IOException {
        Path weights = project.resolve("results").resolve("trained-0001").resolve("layer-1-weights.npy");
        byte[] before = Files.readAllBytes(weights);
        CommandRun run = CommandRun.of("cost", project, "--csv", weights);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("--csv: " + weights + " holds no text, but such as weights, a search or an archive, and would"
                        + " be lost; name another file");
        assertThat(weights).hasBinaryContent(before);
    }

    /** The start script's process has them; in the application's the number may be a library's. */
    @ParameterizedTest
    @ValueSource(strings = {"/dev/fd/7", "/dev/fd/63", "/proc/self/fd/3", "/proc/17/fd/11"})
    void descriptorsOfTheShellAreRefused(String descriptor) throws IOException {
        assertThat(refusal("cost", descriptor))
                .startsWith("crossbar: --csv: " + descriptor + " is the shell's, which the application does not see;"
                        + " name a file or a pipe made with mkfifo");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @Timeout(60)
    void aNamedPipeReachesItsReader() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Path read = folder.resolve("read.csv");
        Process reader = new ProcessBuilder("cat", pipe.toString())
                .redirectOutput(read.toFile())
                .start();
        assertThat(CommandRun.of("cost", project, "--csv", pipe).code()).isZero();
        assertThat(reader.waitFor()).isZero();
        assertThat(read).content().startsWith("component,layer");
    }
}
