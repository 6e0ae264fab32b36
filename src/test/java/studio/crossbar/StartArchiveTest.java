package studio.crossbar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartArchiveTest {

    @TempDir
    Path folder;

    /** A class folder with one class, which is also a program. */
    @BeforeEach
    void classes() throws IOException {
        Path file = folder.resolve("classes").resolve(Greeting.class.getName().replace('.', '/') + ".class");
        Files.createDirectories(file.getParent());
        try (InputStream in = Objects.requireNonNull(
                Greeting.class.getResourceAsStream("StartArchiveTest$Greeting.class"), "test class")) {
            Files.copy(in, file);
        }
    }

    static final class Greeting {
        public static void main(String[] args) {
            System.out.println("good day");
        }
    }

    private List<String> arguments(String... more) {
        return StartArchive.arguments(String.join(
                File.pathSeparator,
                Stream.concat(Stream.of(folder.resolve("classes").toString()), Stream.of(more))
                        .toList()));
    }

    private Path jar(String... more) {
        return Path.of(arguments(more).getLast().split(File.pathSeparator, -1)[0]);
    }

    private Path archive(String... more) {
        String flag = "-XX:SharedArchiveFile=";
        return Path.of(arguments(more).stream()
                .filter(argument -> argument.startsWith(flag))
                .findFirst()
                .orElseThrow()
                .substring(flag.length()));
    }

    private Ended run(String... flags) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(flags));
        command.addAll(arguments());
        command.add(Greeting.class.getName());
        return Ended.of(folder, new ProcessBuilder(command));
    }

    @Test
    void theSecondSessionTakesItsClassesFromTheArchiveOfTheFirst() throws Exception {
        Ended first = run();
        assertThat(first.out()).containsExactly("good day");
        assertThat(first.err()).isEmpty();

        Path log = folder.resolve("loads.txt");
        Ended second = run("-Xlog:class+load:file=" + log);
        assertThat(second.out()).containsExactly("good day");
        assertThat(Files.readAllLines(log))
                .filteredOn(line -> line.contains(Greeting.class.getName()))
                .singleElement()
                .asString()
                .contains("source: shared objects file (top)");
    }

    @Test
    void anArchiveThatIsDamagedIsMadeAnew() throws Exception {
        run();
        Path archive = archive();
        Files.writeString(archive, "power was lost");
        Ended next = run();
        assertThat(next.out()).containsExactly("good day");
        assertThat(next.code()).isZero();
        assertThat(Files.size(archive)).isGreaterThan(10_000);
    }

    @Test
    void theFolderIsPackedOnceUntilAFileOfItChanges() throws IOException {
        Path first = jar();
        FileTime packed = Files.getLastModifiedTime(first);
        assertThat(jar()).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(first)).isEqualTo(packed);
        try (JarFile jar = new JarFile(first.toFile())) {
            assertThat(jar.stream().map(Object::toString))
                    .containsExactly(Greeting.class.getName().replace('.', '/') + ".class");
        }

        Files.writeString(folder.resolve("classes").resolve("text.properties"), "a=b");
        Path second = jar();
        assertThat(second).isNotEqualTo(first).exists();
        assertThat(first).doesNotExist();
    }

    @Test
    void eachClassPathHasItsArchive() {
        assertThat(archive(folder.resolve("library.jar").toString())).isNotEqualTo(archive());
        assertThat(archive()).isEqualTo(archive());
    }

    @Test
    void jarsStayOnTheClassPathAsTheyAre() {
        String library = folder.resolve("library.jar").toString();
        assertThat(arguments(library).getLast()).endsWith(File.pathSeparator + library);
    }

    @Test
    void whereNothingCanBeWrittenTheClassPathStays() throws IOException {
        Files.writeString(folder.resolve("start"), "a file where the folder would be");
        assertThat(arguments())
                .containsExactly("-classpath", folder.resolve("classes").toString());
    }
}
