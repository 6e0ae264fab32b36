package studio.crossbar.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * Reads MNIST (LeCun, Bottou, Bengio and Haffner, Proc. IEEE 1998) and what comes in its form, such as Fashion-MNIST:
 * images and labels of the training and test part as four {@linkplain IdxFile IDX files}, plain or {@code .gz}. Values
 * are scaled to 0 … 1; classes are called by their number.
 */
public final class MnistReader {

    static final List<String> CHANNELS = List.of("grey");
    static final List<String> CLASSES =
            IntStream.range(0, 10).mapToObj(Integer::toString).toList();

    private static final Pattern FILE =
            Pattern.compile("(train|t10k)-(images|labels)[-.]idx[13]-ubyte(\\.gz)?", Pattern.CASE_INSENSITIVE);
    private static final long LIMIT_BYTES = 1L << 30;
    private static final String AGAIN = "download the data set again";

    private final Path path;
    private final Map<String, IdxFile> files = new HashMap<>();

    private MnistReader(Path path) {
        this.path = path;
    }

    /**
     * Reads a folder or archive that holds the four files at any depth.
     *
     * @throws DataFormatException naming file, byte or record and remedy, if anything is missing or malformed
     */
    public static Parts read(Path path) throws IOException {
        return read(path, () -> false);
    }

    /** The same; ends with a {@link java.util.concurrent.CancellationException} once {@code cancelled} says so. */
    static Parts read(Path path, BooleanSupplier cancelled) throws IOException {
        MnistReader reader = new MnistReader(path);
        new FileTree(path, LIMIT_BYTES, cancelled).visit(MnistReader::claims, reader::file);
        Dataset train = reader.part("train", "MNIST train");
        Dataset test = reader.part("t10k", "MNIST test");
        if (!train.shape().equals(test.shape())) {
            throw new DataFormatException(
                    path.toString(),
                    "training images of " + train.shape() + ", but test images of " + test.shape(),
                    "take all four files from one data set");
        }
        return new Parts("MNIST", train, test);
    }

    /** Whether a file of this name is part of the data set. */
    static boolean claims(String base) {
        return FILE.matcher(base).matches();
    }

    private void file(String name, InputStream content) throws IOException {
        Matcher matcher = FILE.matcher(FileTree.baseName(name));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("name: " + name + " is none of the data set's files");
        }
        String key = (matcher.group(1) + "-" + matcher.group(2)).toLowerCase(Locale.ROOT);
        int dimensions = key.endsWith("images") ? 3 : 1;
        IdxFile file = matcher.group(3) == null
                ? IdxFile.read(name, new BufferedInputStream(content), dimensions)
                : unpack(name, content, dimensions);
        if (files.put(key, file) != null) {
            throw DataFormatException.twice(path, key, name);
        }
    }

    private static IdxFile unpack(String name, InputStream content, int dimensions) throws IOException {
        try {
            return IdxFile.read(name, new GZIPInputStream(content, 1 << 16), dimensions);
        } catch (DataFormatException e) {
            throw e;
        } catch (IOException e) {
            var failure =
                    new DataFormatException(name, "corrupt or truncated gzip file (" + e.getMessage() + ")", AGAIN);
            failure.initCause(e);
            throw failure;
        }
    }

    private IdxFile take(String key) throws DataFormatException {
        IdxFile file = files.remove(key);
        if (file == null) {
            throw new DataFormatException(
                    path.toString(),
                    "'" + key + (key.endsWith("images") ? "-idx3-ubyte" : "-idx1-ubyte")
                            + "', plain or .gz, is missing",
                    "give the folder or archive with all four files");
        }
        return file;
    }

    private Dataset part(String part, String name) throws DataFormatException {
        IdxFile labels = take(part + "-labels");
        IdxFile images = take(part + "-images");
        int n = labels.values().length;
        int[] classes = new int[n];
        for (int i = 0; i < n; i++) {
            classes[i] = Byte.toUnsignedInt(labels.values()[i]);
            if (classes[i] >= CLASSES.size()) {
                throw DataFormatException.atByte(
                        labels.file(),
                        8L + i,
                        "label " + classes[i] + " of record " + (i + 1) + " is outside 0 … 9",
                        "this is not MNIST or it is corrupt, " + AGAIN);
            }
        }
        if (images.shape()[0] != n) {
            throw new DataFormatException(
                    images.file(),
                    images.shape()[0] + " images, but " + labels.file() + " has " + n + " labels",
                    "take both files from one download");
        }
        byte[] values = images.values();
        float[] features = new float[values.length];
        ByteValues.scale(values, 0, values.length, features, 0);
        return new Dataset(
                name,
                false,
                features,
                CHANNELS,
                images.shape()[1],
                images.shape()[2],
                classes,
                CLASSES,
                new int[0],
                path.toString());
    }
}
