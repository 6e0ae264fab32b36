package studio.crossbar.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllocationTest {

    /** Records of a few numbers that cross a call, about one a sample; no array fits. */
    private static final long BYTES_A_STEP = 4096;

    @ParameterizedTest
    @CsvSource({"FLOAT, false", "FLOAT, true", "HARDWARE, false", "HARDWARE, true"})
    void stepsAllocateNoArraysOnceTheyAreWarm(Epoch.Phase kind, boolean tiles)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules=jdk.incubator.vector",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AllocationProbe.class.getName(),
                        kind.name(),
                        Boolean.toString(tiles),
                        Long.toString(BYTES_A_STEP))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).isZero();
        assertThat(Long.parseLong(printed)).as("bytes a step").isLessThan(BYTES_A_STEP);
    }
}
