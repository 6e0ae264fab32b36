package studio.crossbar.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.run.BuildInfo;

/**
 * Needs a real display, since JavaFX's headless platform sends wheel events to the wrong node: a virtual machine of its
 * own on an Xvfb of its own.
 */
@Tag("xvfb")
class WheelTest {

    private static final Pattern CELLS = Pattern.compile("cells in 30 pixels: (\\d+), nearer (\\d+), back (\\d+)");

    @TempDir
    Path folder;

    @Test
    void theWheelZoomsTheFloorPlanAboutThePointer() throws Exception {
        Optional<Path> xvfb = onPath("Xvfb");
        assumeTrue(xvfb.isPresent(), "Xvfb is not installed (Debian: apt-get install xvfb)");
        assumeTrue(gtk(), "GTK 3 is not installed (Debian: apt-get install libgtk-3-0 libxtst6)");
        Process server = new ProcessBuilder(
                        xvfb.get().toString(), "-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII))) {
            String display = out.readLine();
            assumeTrue(display != null, "Xvfb does not start here");
            check(drive(":" + display));
        } finally {
            server.destroy();
            server.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static void check(String printed) {
        Matcher cells = CELLS.matcher(printed);
        assertThat(cells.find()).as(printed).isTrue();
        int before = Integer.parseInt(cells.group(1));
        int near = Integer.parseInt(cells.group(2));
        int back = Integer.parseInt(cells.group(3));
        assertThat(near).as("fewer, larger cells").isLessThan(before).isPositive();
        assertThat(Math.abs(back - before)).as("as before").isLessThanOrEqualTo(1);
        assertThat(printed).contains("under the pointer: true");
    }

    private String drive(String display) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(BuildInfo.jvmFlags());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Dprism.order=sw", "-Dtestfx.robot=glass", "-classpath"));
        command.add(System.getProperty("java.class.path"));
        command.add(WheelDriver.class.getName());
        Path out = folder.resolve("out.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().put("DISPLAY", display);
        builder.environment().remove("WAYLAND_DISPLAY");
        Process process = builder.start();
        boolean ended = process.waitFor(3, TimeUnit.MINUTES);
        process.destroyForcibly();
        String printed = Files.readString(out);
        assertThat(ended).as(printed).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }

    private static Optional<Path> onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(Path::of)
                .map(bin -> bin.resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean gtk() {
        return java.util.stream.Stream.of("libgtk-3.so.0", "libXtst.so.6").allMatch(WheelTest::loads);
    }

    @SuppressWarnings("restricted")
    private static boolean loads(String library) {
        try {
            java.lang.foreign.SymbolLookup.libraryLookup(library, java.lang.foreign.Arena.global());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
