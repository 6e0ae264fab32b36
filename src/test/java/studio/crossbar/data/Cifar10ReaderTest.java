package studio.crossbar.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Cifar10ReaderTest {

    /** Records a file in the generated sets. */
    private static final int RECORDS = 3;

    @TempDir
    Path dir;

    @Test
    void readsTheRealDistributionByteForByte() throws IOException, NoSuchAlgorithmException {
        Path archive = Path.of("../shared/data/cifar-10/cifar-10-binary.tar.xz");
        assumeTrue(Files.exists(archive), "CIFAR-10 is not at " + archive);

        Parts parts = Cifar10Reader.read(archive);

        assertThat(parts.train().classCounts()).hasSize(10).containsOnly(5000);
        assertThat(parts.test().classCounts()).hasSize(10).containsOnly(1000);
        assertThat(parts.train().shape()).isEqualTo("3 × 32 × 32");
        assertThat(parts.train().hasSubjects()).isFalse();
        // The files put together again from what was read are those that were published.
        assertThat(md5(parts.train(), 10_000)).isEqualTo("5dd7e06a14cb22eb9f671a540d1b7c25");
        assertThat(md5(parts.test(), 10_000)).isEqualTo("803d5f7f4d78ea53de84dbe85f74fb6d");
    }

    private static String md5(Dataset data, int records) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("MD5");
        byte[] record = new byte[Cifar10Reader.RECORD];
        for (int i = 0; i < records; i++) {
            record[0] = (byte) data.labels()[i];
            for (int j = 0; j < Cifar10Reader.IMAGE; j++) {
                record[1 + j] = (byte) Math.round(255 * data.features()[i * Cifar10Reader.IMAGE + j]);
            }
            digest.update(record);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cifar", "cifar.zip", "cifar.tar.gz", "cifar.tgz", "cifar.tar.xz"})
    void readsEveryFormAndTakesTheFilesByTheirNumber(String form) throws IOException {
        Parts parts = Cifar10Reader.read(Archives.write(dir.resolve(form), files()), RECORDS, () -> false);

        assertThat(parts.train().size()).isEqualTo(5 * RECORDS);
        assertThat(parts.test().size()).isEqualTo(RECORDS);
        for (int i = 0; i < 5 * RECORDS; i++) {
            int batch = i / RECORDS + 1;
            assertThat(parts.train().labels()[i]).isEqualTo((batch + i % RECORDS) % 10);
            assertThat(parts.train().features()[i * Cifar10Reader.IMAGE]).isEqualTo(batch / 255f);
            assertThat(parts.train().features()[(i + 1) * Cifar10Reader.IMAGE - 1])
                    .isEqualTo(1f);
        }
        assertThat(parts.test().features()[0]).isZero();
    }

    @Test
    void truncatedFileNamesRecordAndByte() throws IOException {
        Map<String, byte[]> files = files();
        files.computeIfPresent("bin/data_batch_3.bin", (name, whole) -> Arrays.copyOf(whole, 2 * 3073 + 100));
        assertRefused(files, "data_batch_3.bin, byte 6246", "ends in record 3 of 3", "truncated");
    }

    @Test
    void longerFileIsRefused() throws IOException {
        Map<String, byte[]> files = files();
        files.computeIfPresent("bin/test_batch.bin", (name, whole) -> Arrays.copyOf(whole, whole.length + 1));
        assertRefused(files, "test_batch.bin, byte 9219", "goes on after its 3 records");
    }

    @Test
    void labelOutOfRangeNamesRecordAndByte() throws IOException {
        Map<String, byte[]> files = files();
        Archives.file(files.get("bin/data_batch_2.bin"))[3073] = 10;
        assertRefused(files, "data_batch_2.bin, byte 3073", "label 10 of record 2", "0 … 9");
    }

    @Test
    void missingEmptyAndDoubleFilesAreRefused() throws IOException {
        Map<String, byte[]> files = files();
        files.remove("bin/data_batch_4.bin");
        assertRefused(files, "'data_batch_4.bin' is missing", "give");
        files.put("bin/data_batch_4.bin", new byte[0]);
        assertRefused(files, "data_batch_4.bin, byte 0", "record 1");
        Map<String, byte[]> twice = files();
        twice.put("copy/test_batch.bin", twice.get("bin/test_batch.bin"));
        assertRefused(twice, "more than one 'test_batch.bin'", "copy/test_batch.bin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c.zip", "c.tar.gz", "c.tar.xz"})
    void truncatedArchiveIsRefused(String form) throws IOException {
        Path archive = Archives.write(dir.resolve(form), files());
        byte[] whole = Files.readAllBytes(archive);
        Files.write(archive, Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> Cifar10Reader.read(archive, RECORDS, () -> false))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining(form);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c.zip", "c.tar.gz", "c.tar.xz"})
    void emptyAndUnsafeArchivesAreRefused(String form) throws IOException {
        Path empty = Archives.write(dir.resolve(form), Map.of());
        assertThatThrownBy(() -> Cifar10Reader.read(empty))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("empty");
        Path evil = Archives.write(dir.resolve("evil-" + form), Map.of("../data_batch_1.bin", new byte[10]));
        assertThatThrownBy(() -> Cifar10Reader.read(evil))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContainingAll("../data_batch_1.bin", "outside the archive");
    }

    private void assertRefused(Map<String, byte[]> files, String... parts) throws IOException {
        Path archive = Archives.write(dir.resolve("c.zip"), files);
        assertThatThrownBy(() -> Cifar10Reader.read(archive, RECORDS, () -> false))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContainingAll(parts);
    }

    /** The first byte of an image is the number of its file, the last 255; labels count up from the file's number. */
    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int batch : new int[] {4, 5, 2, 1, 0, 3}) {
            byte[] content = new byte[RECORDS * Cifar10Reader.RECORD];
            for (int i = 0; i < RECORDS; i++) {
                content[i * Cifar10Reader.RECORD] = (byte) ((batch + i) % 10);
                content[i * Cifar10Reader.RECORD + 1] = (byte) batch;
                content[(i + 1) * Cifar10Reader.RECORD - 1] = (byte) 255;
            }
            files.put("bin/" + (batch == 0 ? "test_batch.bin" : "data_batch_" + batch + ".bin"), content);
        }
        files.put("bin/readme.html", new byte[] {'x'});
        return files;
    }
}
