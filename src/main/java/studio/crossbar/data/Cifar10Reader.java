package studio.crossbar.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * Reads the binary version of CIFAR-10 (Krizhevsky, "Learning multiple layers of features from tiny images", 2009): five
 * files for training and one for test, each of 10,000 records of one label byte and 32 × 32 red, green, then blue bytes
 * row by row. Values are scaled to 0 … 1. The order is that of the files' numbers, whatever the order in the archive.
 */
public final class Cifar10Reader {

    static final List<String> CHANNELS = List.of("red", "green", "blue");
    static final List<String> CLASSES =
            List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");
    static final int SIDE = 32;
    static final int IMAGE = 3 * SIDE * SIDE;
    static final int RECORD = 1 + IMAGE;

    private static final int RECORDS = 10_000;
    private static final int BATCHES = 5;
    private static final String TEST = "test_batch.bin";
    private static final Pattern FILE = Pattern.compile("data_batch_[1-" + BATCHES + "]\\.bin|test_batch\\.bin");
    private static final long LIMIT_BYTES = 1L << 30;
    private static final String AGAIN = "download the data set again";

    private final Path path;
    private final int records;
    private final Part train;
    private final Part test;
    private final Set<String> seen = new HashSet<>();

    private Cifar10Reader(Path path, int records) {
        this.path = path;
        this.records = records;
        train = new Part(BATCHES * records);
        test = new Part(records);
    }

    /**
     * Reads a folder or archive that holds the six files at any depth.
     *
     * @throws DataFormatException naming file, record, byte and remedy, if anything is missing or malformed
     */
    public static Parts read(Path path) throws IOException {
        return read(path, RECORDS, () -> false);
    }

    /** The same; ends with a {@link java.util.concurrent.CancellationException} once {@code cancelled} says so. */
    static Parts read(Path path, BooleanSupplier cancelled) throws IOException {
        return read(path, RECORDS, cancelled);
    }

    /** @param records in each file */
    static Parts read(Path path, int records, BooleanSupplier cancelled) throws IOException {
        Cifar10Reader reader = new Cifar10Reader(path, records);
        new FileTree(path, LIMIT_BYTES, cancelled).visit(Cifar10Reader::claims, reader::file);
        return reader.parts();
    }

    /** Whether a file of this name is part of the data set. */
    static boolean claims(String base) {
        return FILE.matcher(base).matches();
    }

    private void file(String name, InputStream content) throws IOException {
        String base = FileTree.baseName(name);
        if (!seen.add(base)) {
            throw DataFormatException.twice(path, base, name);
        }
        if (base.equals(TEST)) {
            test.read(name, content, 0, records);
        } else {
            int batch = base.charAt("data_batch_".length()) - '1';
            train.read(name, content, batch * records, records);
        }
    }

    private Parts parts() throws DataFormatException {
        for (int batch = 1; batch <= BATCHES; batch++) {
            require("data_batch_" + batch + ".bin");
        }
        require(TEST);
        return new Parts("CIFAR-10", train.dataset("CIFAR-10 train", path), test.dataset("CIFAR-10 test", path));
    }

    private void require(String base) throws DataFormatException {
        if (!seen.contains(base)) {
            throw new DataFormatException(
                    path.toString(),
                    "'" + base + "' is missing",
                    "give the folder or archive of the whole binary version of CIFAR-10");
        }
    }

    /** Images of one part, filled file by file; nothing is allocated before the first record. */
    private static final class Part {

        private final int size;
        private float[] features = new float[0];
        private int[] labels = new int[0];

        Part(int size) {
            this.size = size;
        }

        void read(String file, InputStream in, int first, int records) throws IOException {
            byte[] record = new byte[RECORD];
            for (int i = 0; i < records; i++) {
                long offset = (long) i * RECORD;
                int got = in.readNBytes(record, 0, RECORD);
                if (got < RECORD) {
                    throw DataFormatException.atByte(
                            file,
                            offset + got,
                            "ends in record " + (i + 1) + " of " + records,
                            "the file is truncated, " + AGAIN);
                }
                int label = Byte.toUnsignedInt(record[0]);
                if (label >= CLASSES.size()) {
                    throw DataFormatException.atByte(
                            file,
                            offset,
                            "label " + label + " of record " + (i + 1) + " is outside 0 … " + (CLASSES.size() - 1),
                            "this is not CIFAR-10's binary version or it is corrupt, " + AGAIN);
                }
                if (labels.length == 0) {
                    labels = new int[size];
                    features = new float[Math.multiplyExact(size, IMAGE)];
                }
                labels[first + i] = label;
                ByteValues.scale(record, 1, IMAGE, features, (first + i) * IMAGE);
            }
            if (in.read() >= 0) {
                throw DataFormatException.atByte(
                        file,
                        (long) records * RECORD,
                        "goes on after its " + records + " records",
                        "this is not CIFAR-10's binary version, " + AGAIN);
            }
        }

        Dataset dataset(String name, Path path) {
            return new Dataset(
                    name, false, features, CHANNELS, SIDE, SIDE, labels, CLASSES, new int[0], path.toString());
        }
    }
}
