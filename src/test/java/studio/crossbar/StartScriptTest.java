package studio.crossbar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.ui.Projects;

class StartScriptTest {

    @TempDir
    Path folder;

    @BeforeEach
    void needsAShell() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh to run the script");
    }

    @Test
    void passesWordsOnUnchangedAndReturnsTheExitCode() throws Exception {
        Path java = Files.createDirectories(folder.resolve("it's a JDK")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nfor word in \"$@\"; do echo \"<$word>\"; done\nexit 7\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Path script = folder.resolve("crossbar");
        StartScript.write(script, java, List.of("-Xmx64m"), "a b.jar:c'd.jar");
        Ended ended = run(script, "train", "my $project");
        assertThat(ended.code()).isEqualTo(7);
        assertThat(ended.out())
                .containsExactly(
                        "<-Xmx64m>",
                        "<-classpath>",
                        "<a b.jar:c'd.jar>",
                        "<studio.crossbar.Launcher>",
                        "<train>",
                        "<my $project>");
    }

    @Test
    void aPathBeyondAsciiIsReadInALocaleWithoutUtf8() throws Exception {
        assumeTrue(Display.linux(), "elsewhere the locale does not decide");
        Path script = folder.resolve("crossbar");
        StartScript.write(
                script,
                Path.of(System.getProperty("java.home"), "bin", "java"),
                List.of("-XX:TieredStopAtLevel=1"),
                System.getProperty("java.class.path"));
        Projects.create(folder.resolve("plain"), Projects.tinyDesign());
        // The shell names the folder, since this test's own machine may not be able to.
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", """
                name=$(printf 'Stra\\303\\237e \\302\\265')
                mv plain "$name"
                ./crossbar cost "$name"
                code=$?
                mv "$name" plain
                exit $code
                """).directory(folder.toFile());
        builder.environment().put("LC_ALL", "C");
        Ended ended = Ended.of(folder, builder);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
    }

    @Test
    void wrongUsageIsExitCode2AndAFailureIs1WithOneLineEach() throws Exception {
        Path script = folder.resolve("crossbar");
        StartScript.write(
                script,
                Path.of(System.getProperty("java.home"), "bin", "java"),
                List.of("-XX:TieredStopAtLevel=1"),
                System.getProperty("java.class.path"));
        Ended usage = run(script, "train", "x", "--epochs");
        assertThat(usage.code()).isEqualTo(2);
        assertThat(usage.out()).isEmpty();
        assertThat(usage.err())
                .singleElement()
                .asString()
                .startsWith("crossbar: ")
                .contains("--epochs");
        Ended failure = run(script, "train", "nowhere");
        assertThat(failure.code()).isEqualTo(1);
        assertThat(failure.out()).isEmpty();
        assertThat(failure.err()).containsExactly("crossbar: nowhere: does not exist; give the folder of a project");
    }

    private Ended run(Path script, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(script.toString());
        builder.command().addAll(List.of(arguments));
        return Ended.of(folder, builder);
    }
}
