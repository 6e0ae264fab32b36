package studio.crossbar.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads arrays that NumPy saved: {@code X.npy} with {@code y.npy}, of which {@link TestSplit} keeps a fifth for the test,
 * or {@code X_train}, {@code y_train}, {@code X_test} and {@code y_test}; as files, in an archive or in one {@code .npz}.
 * X is {@code [n, features]}, {@code [n, channels, length]} or {@code [n, channels, height, width]} of any plain number
 * type and is not scaled; y is {@code [n]} or {@code [n, 1]}, class numbers from 0.
 */
public final class NpyReader {

    private static final Pattern FILE = Pattern.compile("([xy])(_train|_test|)\\.npy", Pattern.CASE_INSENSITIVE);
    private static final int MOST_CLASSES = 1000;
    private static final long LIMIT_BYTES = 1L << 33;
    private static final String SHAPES = "X is (n, features), (n, channels, length) or (n, channels, height, width)";

    private final Path path;
    private final Map<String, NpyArray> arrays = new HashMap<>();

    private NpyReader(Path path) {
        this.path = path;
    }

    /**
     * Reads a folder or archive that holds the arrays at any depth.
     *
     * @throws DataFormatException naming file, place and remedy, if anything is missing or malformed
     */
    public static Parts read(Path path) throws IOException {
        return read(path, () -> false);
    }

    /** The same; ends with a {@link java.util.concurrent.CancellationException} once {@code cancelled} says so. */
    static Parts read(Path path, BooleanSupplier cancelled) throws IOException {
        NpyReader reader = new NpyReader(path);
        new FileTree(path, LIMIT_BYTES, cancelled).visit(NpyReader::claims, (name, content) -> {
            String base = FileTree.baseName(name).toLowerCase(Locale.ROOT);
            if (reader.arrays.put(base, NpyArray.read(name, content)) != null) {
                throw DataFormatException.twice(path, base, name);
            }
        });
        try {
            return reader.parts();
        } catch (IllegalArgumentException e) {
            throw new DataFormatException(
                    path.toString(),
                    "cannot be split (" + e.getMessage() + ")",
                    "give X_train, y_train, X_test, y_test");
        }
    }

    /** Whether a file of this name is one of the arrays. */
    static boolean claims(String base) {
        return FILE.matcher(base).matches();
    }

    private Parts parts() throws DataFormatException {
        String name = String.valueOf(path.getFileName());
        boolean whole = arrays.keySet().stream()
                .allMatch(base -> FILE.matcher(base).replaceAll("$2").isEmpty());
        if (whole) {
            int[] labels = labels("");
            return TestSplit.of(dataset(name, "", labels, classes(labels)));
        }
        int[] train = labels("_train");
        int[] test = labels("_test");
        List<String> classes = classes(train, test);
        Dataset training = dataset(name + " train", "_train", train, classes);
        Dataset testing = dataset(name + " test", "_test", test, classes);
        if (!training.shape().equals(testing.shape())) {
            throw new DataFormatException(
                    path.toString(),
                    "training samples of " + training.shape() + ", but test samples of " + testing.shape(),
                    "give both the same shape");
        }
        return new Parts(name, training, testing);
    }

    private NpyArray take(String base) throws DataFormatException {
        NpyArray array = arrays.remove(base);
        if (array == null) {
            Matcher matcher = FILE.matcher(base);
            String shown = matcher.matches() && matcher.group(1).equals("x") ? base.replaceFirst("x", "X") : base;
            throw new DataFormatException(
                    path.toString(), "'" + shown + "' is missing", "give X.npy and y.npy, or the four of two parts");
        }
        return array;
    }

    private int[] labels(String part) throws DataFormatException {
        NpyArray array = take("y" + part + ".npy");
        int[] shape = array.shape();
        if (!(shape.length == 1 || (shape.length == 2 && shape[1] == 1)) || shape[0] == 0) {
            throw new DataFormatException(
                    array.file(), "shape " + NpyArray.text(shape) + " is no list of labels", "give y as (n,)");
        }
        int[] labels = new int[shape[0]];
        for (int i = 0; i < labels.length; i++) {
            float value = array.values()[i];
            labels[i] = (int) value;
            if (value != labels[i] || labels[i] < 0 || labels[i] >= MOST_CLASSES) {
                throw new DataFormatException(
                        array.file(),
                        "label " + value + " of record " + (i + 1) + " is not a whole number in 0 … "
                                + (MOST_CLASSES - 1),
                        "number the classes from 0");
            }
        }
        return labels;
    }

    private static List<String> classes(int[]... labels) {
        int highest = 0;
        for (int[] part : labels) {
            highest = Math.max(highest, IntStream.of(part).max().orElse(0));
        }
        return IntStream.rangeClosed(0, highest).mapToObj(Integer::toString).toList();
    }

    private Dataset dataset(String name, String part, int[] labels, List<String> classes) throws DataFormatException {
        NpyArray array = take("x" + part + ".npy");
        int[] shape = array.shape();
        if (shape.length < 2 || shape.length > 4 || IntStream.of(shape).anyMatch(size -> size == 0)) {
            throw new DataFormatException(
                    array.file(), "shape " + NpyArray.text(shape) + " is no table of samples", SHAPES);
        }
        if (shape[0] != labels.length) {
            throw new DataFormatException(
                    array.file(),
                    "shape " + NpyArray.text(shape) + " has " + shape[0] + " samples, but there are " + labels.length
                            + " labels",
                    "save both from one data set");
        }
        List<String> channels = IntStream.range(0, shape[1])
                .mapToObj(c -> channelName(c, shape))
                .toList();
        return new Dataset(
                name,
                false,
                array.values(),
                channels,
                shape.length == 4 ? shape[2] : 1,
                shape.length == 2 ? 1 : shape[shape.length - 1],
                labels,
                classes,
                new int[0],
                path.toString());
    }

    private static String channelName(int channel, int[] shape) {
        @Nullable
        List<String> usual = shape.length < 4
                ? null
                : shape[1] == 3 ? Cifar10Reader.CHANNELS : shape[1] == 1 ? MnistReader.CHANNELS : null;
        return usual == null ? (shape.length == 2 ? "feature " : "channel ") + (channel + 1) : usual.get(channel);
    }
}
