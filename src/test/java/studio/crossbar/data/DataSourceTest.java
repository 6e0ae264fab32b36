package studio.crossbar.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.data.DataSource.Origin;

class DataSourceTest {

    @TempDir
    Path folder;

    @Test
    void theCommandLineBeatsTheProjectAndThatTheEnvironment() throws Exception {
        Path a = Path.of("a");
        Path b = Path.of("b");
        assertThat(DataSource.choose(a, b, "c")).isEqualTo(new DataSource(Origin.COMMAND_LINE, a));
        assertThat(DataSource.choose(null, b, "c")).isEqualTo(new DataSource(Origin.PROJECT, b));
        assertThat(DataSource.choose(null, null, " c ")).isEqualTo(new DataSource(Origin.ENVIRONMENT, Path.of("c")));
        assertThat(DataSource.choose(null, null, "  ").origin()).isEqualTo(Origin.SYNTHETIC);
        assertThat(DataSource.choose(null, null, null).load(1).train().synthetic())
                .isTrue();
    }

    @Test
    void aConfiguredPathWithoutDataIsRefusedRatherThanReplaced() {
        for (Path path : new Path[] {folder, folder.resolve("absent")}) {
            assertThatThrownBy(() -> new DataSource(Origin.COMMAND_LINE, path).load(1))
                    .isInstanceOf(DataFormatException.class)
                    .hasMessageContaining(path.toString())
                    .hasMessageContaining("--data")
                    .hasMessageContaining("synthetic");
        }
    }

    @Test
    void findsTheFolderBelowTheOneGiven() throws Exception {
        Path inner = folder.resolve("downloads/UCI HAR Dataset/train");
        Files.createDirectories(inner);
        Files.writeString(inner.resolve("y_train.txt"), "1\n");
        assertThatThrownBy(() -> new DataSource(Origin.PROJECT, folder).load(1))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void readingEndsWhenNobodyWaitsForIt() throws Exception {
        Path csv = Files.writeString(folder.resolve("x.csv"), "a,b,label\n" + "1.5,2.5,x\n2.5,1.5,y\n".repeat(120_000));
        for (int after : new int[] {1, 20, 200}) {
            assertCancelled(csv, after);
        }
        for (String form : new String[] {"x.zip", "x.tar.gz", "x.tar.xz", "unpacked"}) {
            assertCancelled(Archives.write(folder.resolve(form), MnistReaderTest.files()), 2);
        }
        assertThatThrownBy(() -> new DataSource(Origin.SYNTHETIC, null).load(1, DataRequest.ANY, () -> true))
                .isInstanceOf(CancellationException.class);
    }

    /** @param after how often the reader may ask before it is cancelled */
    private static void assertCancelled(Path path, int after) {
        AtomicInteger asked = new AtomicInteger();
        assertThatThrownBy(() -> new DataSource(Origin.COMMAND_LINE, path)
                        .load(1, DataRequest.ANY, () -> asked.incrementAndGet() >= after))
                .as("%s after %d", path, after)
                .isInstanceOf(CancellationException.class);
        assertThat(asked).as("asked no more").hasValue(after);
    }

    @Test
    void anArchiveIsKnownByWhatIsInItWhateverItsName() throws Exception {
        Path zip = Archives.write(folder.resolve("x.zip"), MnistReaderTest.files());
        assertThat(load(zip, DataRequest.ANY).train().name()).isEqualTo("MNIST train");
        Path file = folder.resolve("raw/train-labels-idx1-ubyte");
        Archives.write(folder, MnistReaderTest.files());
        assertThat(load(file, DataRequest.ANY).train().name()).isEqualTo("MNIST train");
    }

    @Test
    void ofSeveralDataSetsTheNetworksOrTheProjectsIsTaken() throws Exception {
        Archives.write(folder.resolve("m"), MnistReaderTest.files());
        Files.createDirectories(folder.resolve("c"));
        Archives.write(folder.resolve("c/cifar-10-binary.tar.gz"), Map.of("data_batch_1.bin", new byte[3]));

        assertThat(load(folder, new DataRequest(null, DataKind.MNIST, CsvOptions.AUTOMATIC))
                        .test()
                        .size())
                .isEqualTo(2);
        assertThat(load(folder, new DataRequest(DataKind.MNIST, null, CsvOptions.AUTOMATIC))
                        .test()
                        .size())
                .isEqualTo(2);
        assertThatThrownBy(() -> load(folder, new DataRequest(DataKind.CIFAR_10, DataKind.MNIST, CsvOptions.AUTOMATIC)))
                .hasMessageContaining("data_batch_1.bin, byte 3");
        assertThatThrownBy(() -> load(folder, new DataRequest(null, DataKind.HAR, CsvOptions.AUTOMATIC)))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContainingAll(folder.toString(), "CIFAR-10 and MNIST", "\"dataset\" in project.json");
        assertThatThrownBy(() -> load(folder, new DataRequest(DataKind.HAR, null, CsvOptions.AUTOMATIC)))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContainingAll("no UCI HAR there", "y_train.txt");
    }

    @Test
    void theSharedFolderHoldsOneForEachKind() throws Exception {
        Path shared = Path.of("../shared/data");
        assumeTrue(Files.isDirectory(shared), "no data sets at " + shared);
        assertThat(DataLocator.find(shared, null, null, () -> false).keySet())
                .containsExactly(DataKind.HAR, DataKind.CIFAR_10, DataKind.MNIST);
    }

    @Test
    void tablesAndArraysAreKnownByTheirFiles() throws Exception {
        Files.writeString(folder.resolve("train.csv"), "a,label\n1,u\n");
        Files.writeString(folder.resolve("test.csv"), "a,label\n1,u\n");
        assertThat(load(folder, DataRequest.ANY).train().channelNames()).containsExactly("a");
        assertThatThrownBy(() -> load(folder.resolve("train.csv"), DataRequest.ANY))
                .hasMessageContaining("cannot be split");
        Files.write(folder.resolve("X.npy"), new byte[1]);
        assertThatThrownBy(() -> load(folder.resolve("X.npy"), DataRequest.ANY))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("no NPY file");
    }

    @Test
    void whatIsUnknownIsRefusedWithWhatWasLookedFor() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.txt"), "x");
        Path zip = Archives.write(folder.resolve("other.zip"), Map.of("notes.txt", new byte[1]));
        for (Path path : new Path[] {text, zip, folder}) {
            assertThatThrownBy(() -> load(path, DataRequest.ANY))
                    .isInstanceOf(DataFormatException.class)
                    .hasMessageContainingAll(path.toString(), "UCI HAR", "CIFAR-10", "MNIST", ".csv", "X.npy");
        }
    }

    @Test
    void imagesAreNotGenerated() {
        assertThatThrownBy(() -> DataSource.choose(null, null, null)
                        .load(1, new DataRequest(null, DataKind.MNIST, CsvOptions.AUTOMATIC)))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContainingAll("MNIST", "--data");
    }

    @Test
    void networksAreKnownByTheirInputsAndOutputs() {
        assertThat(DataKind.fitting(9 * 128, 6)).contains(DataKind.HAR);
        assertThat(DataKind.fitting(3 * 32 * 32, 10)).contains(DataKind.CIFAR_10);
        assertThat(DataKind.fitting(28 * 28, 10)).contains(DataKind.MNIST);
        assertThat(DataKind.fitting(28 * 28, 9)).isEmpty();
    }

    private static Parts load(Path path, DataRequest request) throws Exception {
        return new DataSource(Origin.COMMAND_LINE, path).load(1, request);
    }
}
