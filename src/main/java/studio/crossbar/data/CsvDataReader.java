package studio.crossbar.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads samples from CSV: {@code train.csv} and {@code test.csv}, or one file of which {@link TestSplit} keeps a fifth
 * for the test. A sample becomes a vector with a channel a column. Text labels become classes in alphabetic order,
 * whole numbers in theirs.
 */
public final class CsvDataReader {

    private static final Pattern FILE = Pattern.compile("[^.].*\\.(csv|tsv)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TRAIN = Pattern.compile("train(ing)?\\.(csv|tsv)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TEST = Pattern.compile("test\\.(csv|tsv)", Pattern.CASE_INSENSITIVE);
    private static final long LIMIT_BYTES = 1L << 33;

    private CsvDataReader() {}

    /**
     * Reads a file, or a folder (not those below it) or an archive that holds one or both files.
     *
     * @throws DataFormatException naming file, line, column and remedy, if anything is missing or malformed
     */
    public static Parts read(Path path, CsvOptions options) throws IOException {
        return read(path, options, () -> false);
    }

    /** The same; ends with a {@link java.util.concurrent.CancellationException} once {@code cancelled} says so. */
    static Parts read(Path path, CsvOptions options, BooleanSupplier cancelled) throws IOException {
        Map<String, CsvTable> tables = new HashMap<>();
        if (Files.isRegularFile(path) && !FileTree.isArchive(String.valueOf(path.getFileName()))) {
            try (InputStream in = new Cancellable(Files.newInputStream(path), cancelled)) {
                tables.put("all", CsvTable.read(path.toString(), in, options));
            }
        } else {
            boolean folder = Files.isDirectory(path);
            new FileTree(path, LIMIT_BYTES, cancelled).visit(CsvDataReader::claims, (name, content) -> {
                if (folder && name.contains("/")) {
                    return;
                }
                String role = role(FileTree.baseName(name));
                if (tables.containsKey(role)) {
                    throw new DataFormatException(
                            path.toString(),
                            "holds '" + tables.get(role).file() + "' and '" + name + "'",
                            "give one CSV file, or train.csv and test.csv");
                }
                tables.put(role, CsvTable.read(name, content, options));
            });
        }
        try {
            return parts(path, tables.get("all"), tables.get("train"), tables.get("test"));
        } catch (IllegalArgumentException e) {
            throw new DataFormatException(
                    path.toString(), "cannot be split (" + e.getMessage() + ")", "give train.csv and test.csv");
        }
    }

    /** Whether a file of this name is CSV. */
    static boolean claims(String base) {
        return FILE.matcher(base).matches();
    }

    /** What a file of this name is read as: "train", "test" or "all". */
    static String role(String base) {
        return TRAIN.matcher(base).matches() ? "train" : TEST.matcher(base).matches() ? "test" : "all";
    }

    private static Parts parts(Path path, @Nullable CsvTable all, @Nullable CsvTable train, @Nullable CsvTable test)
            throws DataFormatException {
        String name = String.valueOf(path.getFileName());
        if (all != null && train == null && test == null) {
            Dataset whole = all.drain(name, classes(all.firstLines().keySet()), path + ", " + described(all));
            return ColumnMeans.fill(TestSplit.of(whole));
        }
        if (all == null && train == null && test == null) {
            throw new DataFormatException(path.toString(), "holds no CSV file", "give one, or train.csv and test.csv");
        }
        if (all != null || train == null || test == null) {
            throw new DataFormatException(
                    path.toString(),
                    "holds " + (train == null ? "no train.csv" : test == null ? "no test.csv" : "a third CSV file"),
                    "give one CSV file, or train.csv and test.csv");
        }
        if (!train.layout().features().equals(test.layout().features())) {
            throw new DataFormatException(
                    test.file(),
                    1,
                    "its columns differ from those of " + train.file(),
                    "give both files the same columns in the same order");
        }
        List<String> classes = classes(train.firstLines().keySet());
        for (Map.Entry<String, Long> label : test.firstLines().entrySet()) {
            if (!classes.contains(label.getKey())) {
                throw new DataFormatException(
                        test.file(),
                        label.getValue(),
                        "class '" + label.getKey() + "' does not occur in " + train.file(),
                        "correct the label or add training samples of that class");
            }
        }
        return ColumnMeans.fill(new Parts(
                name,
                train.drain(name + " train", classes, path + ", " + described(train)),
                test.drain(name + " test", classes, path + ", " + described(test))));
    }

    private static String described(CsvTable table) {
        CsvLayout layout = table.layout();
        return "delimiter '" + CsvLayout.shown(layout.delimiter()) + "', " + (layout.header() ? "with" : "without")
                + " header, label '" + layout.names().get(layout.label()) + "'"
                + (table.missing() == 0
                        ? ""
                        : String.format(Locale.ROOT, ", %d missing values filled by column means", table.missing()));
    }

    private static List<String> classes(Collection<String> labels) {
        boolean numbers = labels.stream().allMatch(CsvText::isNumber);
        return labels.stream()
                .sorted(numbers ? Comparator.comparing(Integer::valueOf) : Comparator.naturalOrder())
                .toList();
    }
}
