package studio.crossbar.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Data sets and formats that can be read. */
public enum DataKind {
    HAR("UCI HAR", "y_train.txt and its signals", "uci[ +_-]?har|human[ +_-]activity", 1152, 6, UciHarReader::claims),
    CIFAR_10(
            "CIFAR-10",
            "data_batch_1.bin … test_batch.bin",
            "cifar[ _-]?10(?!0)",
            Cifar10Reader.IMAGE,
            10,
            Cifar10Reader::claims),
    MNIST("MNIST", "train-images-idx3-ubyte and its like, plain or .gz", "mnist", 784, 10, MnistReader::claims),
    CSV("CSV", "one .csv, or train.csv and test.csv", "", 0, 0, CsvDataReader::claims),
    NPY("NPY", "X.npy and y.npy", "", 0, 0, NpyReader::claims);

    private final String text;
    private final String files;
    private final Pattern archive;
    private final int sampleSize;
    private final int classes;
    private final Predicate<String> claims;

    DataKind(String text, String files, String archive, int sampleSize, int classes, Predicate<String> claims) {
        this.text = text;
        this.files = files;
        this.archive = Pattern.compile(archive, Pattern.CASE_INSENSITIVE);
        this.sampleSize = sampleSize;
        this.classes = classes;
        this.claims = claims;
    }

    /** As a person calls it. */
    public String text() {
        return text;
    }

    /** Name and files, for messages. */
    String described() {
        return text + " (" + files + ")";
    }

    /** All of them, for messages. */
    static String all() {
        return Arrays.stream(values()).map(DataKind::described).collect(Collectors.joining(", "));
    }

    /**
     * The one data set whose samples and classes a network of these sizes takes.
     *
     * @param inputs values of a sample
     * @param outputs classes
     */
    public static Optional<DataKind> fitting(int inputs, int outputs) {
        return Arrays.stream(values())
                .filter(kind -> kind.dataSet() && kind.sampleSize == inputs && kind.classes == outputs)
                .findFirst();
    }

    /** Whether this is a certain data set rather than a format that anything may have. */
    boolean dataSet() {
        return sampleSize > 0;
    }

    /** Whether a file of this name is part of such data. */
    boolean claims(String base) {
        return claims.test(base);
    }

    /** Whether an archive of this name is likely to hold this data set. */
    boolean names(String archiveName) {
        return dataSet()
                && FileTree.isArchive(archiveName)
                && archive.matcher(archiveName).find();
    }

    /** Reads what {@link DataLocator} found, until {@code cancelled} says that nobody waits for it. */
    Parts read(Path path, CsvOptions csv, BooleanSupplier cancelled) throws IOException {
        return switch (this) {
            case HAR -> UciHarReader.read(path, cancelled);
            case CIFAR_10 -> Cifar10Reader.read(path, cancelled);
            case MNIST -> MnistReader.read(path, cancelled);
            case CSV -> CsvDataReader.read(path, csv, cancelled);
            case NPY -> NpyReader.read(path, cancelled);
        };
    }
}
