package studio.crossbar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.ui.Projects;

/** The application as a process, in a folder whose sample project is tiny. */
class ApplicationTest {

    private static final Path SAMPLE = Path.of("sample-projects", "har-unipolar");

    @TempDir
    Path folder;

    @BeforeEach
    void needsLinux() throws Exception {
        assumeTrue(Display.linux(), "elsewhere there is always a display");
        Projects.create(Files.createDirectories(folder.resolve(SAMPLE)), Projects.tinyDesign());
    }

    private ProcessBuilder application(String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName())
                .directory(folder.toFile());
        builder.command().addAll(java.util.List.of(arguments));
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        return builder;
    }

    @Test
    void withoutADisplayItSaysSoAndDoesTheSamplesWholeJob() throws Exception {
        Ended ended = Ended.of(folder, application());
        assertThat(ended.err().getFirst())
                .isEqualTo("No display (DISPLAY is not set): doing the whole job of " + SAMPLE + " without a window.");
        assertThat(ended.code()).isZero();
        assertThat(ended.err())
                .as("progress")
                .anySatisfy(line ->
                        assertThat(line).startsWith("Train Tiny sample [##").contains("%"));
        Path report = SAMPLE.resolve("results").resolve("report");
        assertThat(ended.out())
                .as("names the folder")
                .anySatisfy(line -> assertThat(line).contains(report.toString()));
        assertThat(folder.resolve(report))
                .isDirectoryContaining("glob:**/*.pdf")
                .isDirectoryContaining("glob:**/*.csv")
                .isDirectoryContaining("glob:**/*.png");
    }

    @Test
    void aDeadDisplayIsNamedAndTheJobIsTriedWithoutAWindow() throws Exception {
        assumeTrue(NativeLibraries.loads("libX11.so.6"), "this system has no libX11 to ask");
        Files.writeString(folder.resolve(SAMPLE).resolve("design.json"), "{", StandardCharsets.UTF_8);
        ProcessBuilder builder = application();
        builder.environment().put("DISPLAY", ":9876");
        Ended ended = Ended.of(folder, builder);
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).hasSize(2);
        assertThat(ended.err().getFirst())
                .startsWith("No display (DISPLAY is :9876, but nothing answers there): doing the whole job of ");
        assertThat(ended.err().getLast()).startsWith("crossbar: ").contains("design.json");
    }

    @Test
    void noWarningOfTheVirtualMachineReachesTheUser() throws Exception {
        Ended ended = Ended.of(folder, application("cost", SAMPLE.toString(), "--json"));
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).isNotEmpty();
    }
}
