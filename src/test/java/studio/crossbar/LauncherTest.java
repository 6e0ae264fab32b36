package studio.crossbar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

    private static final Path JDKS = Path.of("/usr/lib/jvm");

    @TempDir
    Path folder;

    @Test
    void anOlderJavaIsNamedWithTheRemedy() {
        assertThat(Launcher.refusal(17))
                .isEqualTo("crossbar: needs Java 25, but this is Java 17; start it with \"mvn compile exec:exec\","
                        + " which finds an installed JDK 25");
        assertThat(Launcher.refusal(25)).isEmpty();
        assertThat(Launcher.refusal(26)).isEmpty();
    }

    @Test
    void anOlderJavaSaysSoInOneLineInsteadOfAStackTrace() throws Exception {
        Optional<Path> old = olderJava();
        assumeTrue(old.isPresent(), "no Java 11 … 24 is in " + JDKS);
        Ended ended = Ended.of(
                folder,
                new ProcessBuilder(
                        old.get().toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName(),
                        "--version"));
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).singleElement().asString().startsWith("crossbar: needs Java 25, but this is Java ");
    }

    private static Optional<Path> olderJava() throws IOException {
        if (!Files.isDirectory(JDKS)) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(JDKS)) {
            return homes.filter(home -> List.of("11", "17", "21").stream()
                            .anyMatch(version -> home.getFileName().toString().contains("-" + version + "-")))
                    .map(home -> home.resolve("bin").resolve("java"))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }
}
