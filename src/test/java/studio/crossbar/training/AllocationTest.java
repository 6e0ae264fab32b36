package studio.crossbar.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AllocationTest {

    /** Records of a few numbers that cross a call, about one a sample; no array fits. */
    private static final long BYTES_A_STEP = 4096;

    @ParameterizedTest
    @EnumSource(
            value = Epoch.Phase.class,
            names = {"FLOAT", "HARDWARE"})
    void stepsAllocateNoArraysOnceTheyAreWarm(Epoch.Phase kind) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules=jdk.incubator.vector",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AllocationProbe.class.getName(),
                        kind.name(),
                        Long.toString(BYTES_A_STEP))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).isZero();
        assertThat(Long.parseLong(printed)).as("bytes a step").isLessThan(BYTES_A_STEP);
    }
}
