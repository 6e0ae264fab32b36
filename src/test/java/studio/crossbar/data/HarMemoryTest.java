package studio.crossbar.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads an archive of UCI HAR's size in a virtual machine whose whole heap is three times the float data. */
class HarMemoryTest {

    private static final int TRAIN = 7352;
    private static final int TEST = 2947;
    private static final long FLOAT_BYTES = 4L * (TRAIN + TEST) * 9 * UciHarReader.LENGTH;

    @TempDir
    Path folder;

    /** The virtual machine with the small heap. */
    static final class Reading {

        private Reading() {}

        public static void main(String[] args) throws IOException {
            Parts parts = UciHarReader.read(Path.of(args[0]));
            System.out.println(parts.train().size() + " and " + parts.test().size());
        }
    }

    @Test
    void threeTimesTheFloatDataAreEnough() throws Exception {
        Path archive = folder.resolve("har.zip");
        write(archive);
        Path out = folder.resolve("out.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx" + 3 * FLOAT_BYTES / 1024 + "k",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Reading.class.getName(),
                        archive.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        boolean ended = process.waitFor(3, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).isTrue();
        assertThat(Files.readString(out)).isEqualTo(TRAIN + " and " + TEST + System.lineSeparator());
    }

    private static void write(Path archive) throws IOException {
        try (ZipOutputStream zip =
                new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(archive), 1 << 16))) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (String part : new String[] {"train", "test"}) {
                int rows = part.equals("train") ? TRAIN : TEST;
                entry(zip, "y_" + part, "1\n", rows);
                entry(zip, "subject_" + part, "1\n", rows);
                for (String channel : UciHarReader.CHANNELS) {
                    entry(zip, channel + "_" + part, "  1.8085150e-004".repeat(UciHarReader.LENGTH) + "\n", rows);
                }
            }
        }
    }

    private static void entry(ZipOutputStream zip, String name, String row, int rows) throws IOException {
        zip.putNextEntry(new ZipEntry("UCI HAR/" + name + ".txt"));
        byte[] bytes = row.getBytes(StandardCharsets.US_ASCII);
        OutputStream out = zip;
        for (int i = 0; i < rows; i++) {
            out.write(bytes);
        }
        zip.closeEntry();
    }
}
