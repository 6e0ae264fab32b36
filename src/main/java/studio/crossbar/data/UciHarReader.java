package studio.crossbar.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Reads the inertial signals of "Human Activity Recognition Using Smartphones" (Anguita et al., ESANN 2013): nine
 * channels of 128 samples a window, split into training and test by subject.
 */
public final class UciHarReader {

    /** Samples a window: 2.56 s at 50 Hz. */
    public static final int LENGTH = 128;

    private static final long LIMIT_BYTES = 1L << 30;
    private static final String AGAIN = "download the data set again";
    static final List<String> CHANNELS = List.of(
            "body_acc_x",
            "body_acc_y",
            "body_acc_z",
            "body_gyro_x",
            "body_gyro_y",
            "body_gyro_z",
            "total_acc_x",
            "total_acc_y",
            "total_acc_z");
    static final List<String> CLASSES =
            List.of("walking", "walking upstairs", "walking downstairs", "sitting", "standing", "laying");

    private final Path path;
    private final Map<String, NumberTable> tables = new HashMap<>();

    private UciHarReader(Path path) {
        this.path = path;
    }

    /**
     * Reads a folder or archive that holds the distribution at any depth.
     *
     * @throws DataFormatException naming file, line and remedy, if anything is missing or malformed
     */
    public static Parts read(Path path) throws IOException {
        return read(path, () -> false);
    }

    /** The same; ends with a {@link java.util.concurrent.CancellationException} once {@code cancelled} says so. */
    static Parts read(Path path, BooleanSupplier cancelled) throws IOException {
        UciHarReader reader = new UciHarReader(path);
        new FileTree(path, LIMIT_BYTES, cancelled).visit(UciHarReader::claims, (name, content) -> {
            String base = FileTree.baseName(name);
            if (reader.tables.put(base, NumberTable.read(path + "/" + name, content, columns(base))) != null) {
                throw DataFormatException.twice(path, base, name);
            }
        });
        return new Parts("UCI HAR", reader.part("train"), reader.part("test"));
    }

    /** Whether a file of this name is part of the data set. */
    static boolean claims(String base) {
        return columns(base) > 0;
    }

    private static int columns(String base) {
        String stem = base.replaceFirst("_(train|test)\\.txt$", "");
        if (stem.equals(base)) {
            return 0;
        }
        return CHANNELS.contains(stem) ? LENGTH : stem.equals("y") || stem.equals("subject") ? 1 : 0;
    }

    private Dataset part(String part) throws DataFormatException {
        int[] labels = integers(take("y_" + part + ".txt"), 1, CLASSES.size());
        int n = labels.length;
        for (int i = 0; i < n; i++) {
            labels[i]--;
        }
        NumberTable people = take("subject_" + part + ".txt");
        requireRows(people, n);
        int[] subjects = integers(people, 0, Integer.MAX_VALUE);
        float[] features = new float[n * CHANNELS.size() * LENGTH];
        for (int c = 0; c < CHANNELS.size(); c++) {
            NumberTable signal = take(CHANNELS.get(c) + "_" + part + ".txt");
            requireRows(signal, n);
            for (int i = 0; i < n; i++) {
                signal.copyRow(i, features, (i * CHANNELS.size() + c) * LENGTH);
            }
        }
        return new Dataset(
                "UCI HAR " + part, false, features, CHANNELS, LENGTH, labels, CLASSES, subjects, path.toString());
    }

    private NumberTable take(String file) throws DataFormatException {
        NumberTable table = tables.remove(file);
        if (table == null) {
            throw new DataFormatException(
                    path.toString(), "'" + file + "' is missing", "give the folder or archive of the whole UCI HAR");
        }
        return table;
    }

    private static int[] integers(NumberTable table, int low, int high) throws DataFormatException {
        int[] values = new int[table.rows()];
        float[] number = new float[1];
        for (int i = 0; i < values.length; i++) {
            table.copyRow(i, number, 0);
            values[i] = (int) number[0];
            if (values[i] != number[0] || values[i] < low || values[i] > high) {
                throw new DataFormatException(
                        table.file(),
                        table.line(i),
                        number[0] + " is not a whole number in " + low + " … " + high,
                        AGAIN);
            }
        }
        return values;
    }

    private static void requireRows(NumberTable table, int expected) throws DataFormatException {
        if (table.rows() != expected) {
            throw new DataFormatException(table.file(), table.rows() + " rows for " + expected + " labels", AGAIN);
        }
    }
}
