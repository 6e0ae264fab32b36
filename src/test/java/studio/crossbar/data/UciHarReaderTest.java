package studio.crossbar.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class UciHarReaderTest {

    private static final String ROW = "  1.0000000e-001".repeat(UciHarReader.LENGTH) + "\n";

    @TempDir
    Path dir;

    @Test
    void readsTheRealDistribution() throws IOException {
        Path zip = Path.of("../shared/data/uci-har/UCI HAR Dataset.zip");
        assumeTrue(Files.exists(zip), "UCI HAR is not at " + zip);

        Parts parts = UciHarReader.read(zip);

        assertThat(parts.train().classCounts()).containsExactly(1226, 1073, 986, 1286, 1374, 1407);
        assertThat(parts.test().classCounts()).containsExactly(496, 471, 420, 491, 532, 537);
        assertThat(Arrays.stream(parts.train().subjects()).distinct()).hasSize(21);
        assertThat(Arrays.stream(parts.test().subjects()).distinct()).hasSize(9);
        assertThat(parts.train().features()[0]).isEqualTo(1.8085150e-004f);
    }

    @Test
    void readsAFolder() throws IOException {
        writeSmall();
        Parts parts = UciHarReader.read(dir);
        assertThat(parts.train().size()).isEqualTo(2);
        assertThat(parts.test().features()).containsOnly(0.1f);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tar.gz", "tgz", "tar.xz"})
    void readsATarArchiveAndRefusesATruncatedOne(String ending, @TempDir Path other) throws IOException {
        writeSmall();
        Path archive = other.resolve("har." + ending);
        OutputStream file = Files.newOutputStream(archive);
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(
                        ending.endsWith("xz")
                                ? new XZOutputStream(file, new LZMA2Options())
                                : new GZIPOutputStream(file));
                Stream<Path> files = Files.list(dir)) {
            for (Path path : (Iterable<Path>) files::iterator) {
                TarArchiveEntry entry = new TarArchiveEntry("UCI HAR/" + path.getFileName());
                entry.setSize(Files.size(path));
                tar.putArchiveEntry(entry);
                Files.copy(path, tar);
                tar.closeArchiveEntry();
            }
        }
        assertThat(UciHarReader.read(archive).train().features()).containsOnly(0.1f);

        byte[] whole = Files.readAllBytes(archive);
        Files.write(archive, Arrays.copyOf(whole, whole.length / 2));
        assertRefused(archive, "har." + ending, "download");
        assertThatThrownBy(() -> UciHarReader.read(archive)).hasMessageNotContaining("null");
    }

    @Test
    void aLinkInPlaceOfAFileIsCalledOne(@TempDir Path other) throws IOException {
        Path archive = other.resolve("har.tar.gz");
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(archive)))) {
            TarArchiveEntry link = new TarArchiveEntry("UCI HAR/y_train.txt", TarArchiveEntry.LF_SYMLINK);
            link.setLinkName("../elsewhere.txt");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        }
        assertRefused(archive, archive + "/UCI HAR/y_train.txt: is a link to '../elsewhere.txt'", "--dereference");
    }

    @Test
    void raggedRowNamesFileAndLine() throws IOException {
        writeSmall();
        Files.writeString(dir.resolve("body_acc_x_test.txt"), ROW + "1 2 3\n");
        assertRefused(dir, "body_acc_x_test.txt, line 2", "3 numbers where 128 belong");
    }

    @Test
    void textAndNanNameFileAndLine() throws IOException {
        writeSmall();
        Files.writeString(dir.resolve("body_acc_x_test.txt"), ROW + ROW.replaceFirst("1.0000000e-001", "NaN"));
        assertRefused(dir, "body_acc_x_test.txt, line 2", "'NaN'");
        Files.writeString(dir.resolve("body_acc_x_test.txt"), ROW.replaceFirst("1.0000000e-001", "x1"));
        assertRefused(dir, "body_acc_x_test.txt, line 1", "'x1'");
    }

    @Test
    void labelOutOfRangeIsRefused() throws IOException {
        writeSmall();
        Files.writeString(dir.resolve("y_train.txt"), "1\n7\n");
        assertRefused(dir, "y_train.txt, line 2", "1 … 6");
    }

    @Test
    void aWrongLabelNamesPathAndLineOfTheFileNotTheRow() throws IOException {
        writeSmall();
        Path inner = Files.createDirectories(dir.resolve("train"));
        Files.delete(dir.resolve("y_train.txt"));
        Files.writeString(inner.resolve("y_train.txt"), "\n1\n\n\n2.5\n");
        assertRefused(dir, inner.resolve("y_train.txt") + ", line 5: 2.5 is not a whole number in 1 … 6");
    }

    @Test
    void theDataSetHasOneNameForBothParts() throws IOException {
        writeSmall();
        assertThat(UciHarReader.read(dir).name()).isEqualTo("UCI HAR");
    }

    @Test
    void missingSignalAndMissingPathAreRefused() throws IOException {
        writeSmall();
        Files.delete(dir.resolve("total_acc_z_test.txt"));
        assertRefused(dir, "total_acc_z_test.txt", "missing");
        assertRefused(dir.resolve("nowhere"), "nowhere", "does not exist");
    }

    @Test
    void entryOutsideTheArchiveIsRefused() throws IOException {
        assertRefused(zipOf("../evil.txt", new byte[1]), "../evil.txt", "outside the archive");
    }

    @Test
    void emptyArchiveIsRefused() throws IOException {
        Path file = dir.resolve("empty.zip");
        Files.write(file, new byte[0]);
        assertRefused(file, "empty.zip", "empty");
    }

    @Test
    void contentBeyondTheLimitIsRefused() throws IOException {
        Path bomb = zipOf("zeros.bin", new byte[1 << 20]);
        assertThat(Files.size(bomb)).isLessThan(1 << 14);
        assertThatThrownBy(() -> new FileTree(bomb, 1 << 16, () -> false).visit((name, content) -> {}))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("expands to more than 65536 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tar.gz", "tar.xz"})
    void entryOutsideATarArchiveIsRefused(String ending, @TempDir Path other) throws IOException {
        for (String name : new String[] {"../evil.txt", "UCI HAR/../../evil.txt", "/etc/evil.txt"}) {
            Path archive = tarOf(other.resolve("har." + ending), name);
            assertRefused(archive, "har." + ending, "evil.txt' points outside the archive");
        }
        assertThat(other.resolveSibling("evil.txt")).doesNotExist();
    }

    /** More than a gigabyte of zeros: an xz file may repeat one compressed stream. */
    @Test
    void aBombInATarArchiveIsRefused() throws IOException {
        Path bomb = dir.resolve("bomb.tar.xz");
        int piece = 1 << 24;
        int pieces = 65;
        byte[] header = new byte[512];
        TarArchiveEntry entry = new TarArchiveEntry("UCI HAR/zeros.bin");
        entry.setSize((long) piece * pieces);
        entry.writeEntryHeader(header);
        byte[] zeros = xz(new byte[piece]);
        try (OutputStream out = Files.newOutputStream(bomb)) {
            out.write(xz(header));
            for (int i = 0; i < pieces; i++) {
                out.write(zeros);
            }
        }
        assertThat(Files.size(bomb)).isLessThan(1 << 20);
        assertRefused(bomb, "bomb.tar.xz", "expands to more than 1073741824 bytes", "unpack it by hand");
    }

    /** A header of a few bytes may ask for gigabytes before anything is unpacked. */
    @Test
    void aDictionaryThatTheMemoryCannotHoldIsRefusedAsSuch() throws IOException {
        byte[] archive = xz(new byte[1024]);
        // xz format 1.1.0, 3.1 and 5.3.1: the block header follows 12 bytes of stream header; its byte 4 codes 2^29.
        int header = 12;
        archive[header + 4] = 34;
        CRC32 checksum = new CRC32();
        checksum.update(archive, header, 8);
        ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN).putInt(header + 8, (int) checksum.getValue());
        Path greedy = Files.write(dir.resolve("greedy.tar.xz"), archive);
        assertRefused(greedy, "greedy.tar.xz", "dictionary of more than", "unpack it by hand");
    }

    private static byte[] xz(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new XZOutputStream(bytes, new LZMA2Options(0))) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static Path tarOf(Path archive, String name) throws IOException {
        OutputStream file = Files.newOutputStream(archive);
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(
                archive.toString().endsWith("xz")
                        ? new XZOutputStream(file, new LZMA2Options(0))
                        : new GZIPOutputStream(file))) {
            TarArchiveEntry entry = new TarArchiveEntry(name, true);
            entry.setSize(1);
            tar.putArchiveEntry(entry);
            tar.write(1);
            tar.closeArchiveEntry();
        }
        return archive;
    }

    private Path zipOf(String entry, byte[] content) throws IOException {
        Path file = dir.resolve("a.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
        }
        return file;
    }

    private void writeSmall() throws IOException {
        for (String part : new String[] {"train", "test"}) {
            Files.writeString(dir.resolve("y_" + part + ".txt"), "1\n6\n");
            Files.writeString(dir.resolve("subject_" + part + ".txt"), "3\n4\n");
            for (String sensor : new String[] {"body_acc", "body_gyro", "total_acc"}) {
                for (String axis : new String[] {"x", "y", "z"}) {
                    Files.writeString(dir.resolve(sensor + "_" + axis + "_" + part + ".txt"), ROW + ROW);
                }
            }
        }
    }

    private static void assertRefused(Path path, String... parts) {
        assertThatThrownBy(() -> UciHarReader.read(path))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContainingAll(parts);
    }
}
