package studio.crossbar.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import studio.crossbar.data.Parts;
import studio.crossbar.data.UciHarReader;

/** Seconds to read UCI HAR's archive, cold (the first time in this virtual machine) and warm. */
final class HarReading {

    private static final int RUNS = 4;
    private static final String DEFAULT_DATA = "../shared/data/uci-har/UCI HAR Dataset.zip";

    private HarReading() {}

    static void main(String[] args) throws IOException {
        Path path = Path.of(Objects.requireNonNullElse(System.getenv("CROSSBAR_DATA"), DEFAULT_DATA));
        Bench.print("%s, %.1f MB", path, Files.isDirectory(path) ? Double.NaN : Files.size(path) * 1e-6);
        for (int run = 1; run <= RUNS; run++) {
            long start = System.nanoTime();
            Parts parts = UciHarReader.read(path);
            double seconds = (System.nanoTime() - start) * 1e-9;
            long floats = (long) parts.train().features().length + parts.test().features().length;
            Bench.print(
                    "read %d: %5.2f s, %d and %d windows, %.1f MB of floats",
                    run, seconds, parts.train().size(), parts.test().size(), 4e-6 * floats);
        }
    }
}
