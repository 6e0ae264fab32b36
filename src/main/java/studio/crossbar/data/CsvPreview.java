package studio.crossbar.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * What the beginning of a CSV file shows under given options.
 *
 * @param layout which field is what
 * @param samples that were looked at
 * @param whole whether these are all
 * @param classes among these samples
 * @param missing values that these samples lack
 * @param refusal why these samples cannot be read, with line and remedy; empty if they can
 */
public record CsvPreview(CsvLayout layout, int samples, boolean whole, int classes, int missing, String refusal) {

    /** Samples that are looked at: enough for what is wrong everywhere, and read in a moment. */
    public static final int MOST_SAMPLES = 1000;

    /**
     * The file that stands for those at {@code path}: itself, or in a folder that holds nothing but CSV the one for training;
     * empty if they are not CSV. Archives are not looked into.
     *
     * @throws java.util.concurrent.CancellationException once {@code cancelled} says so
     */
    public static Optional<Path> file(Path path, BooleanSupplier cancelled) throws IOException {
        if (!Files.isDirectory(path)) {
            return claims(path) ? Optional.of(path) : Optional.empty();
        }
        if (!DataLocator.find(path, null, null, cancelled).keySet().equals(Set.of(DataKind.CSV))) {
            return Optional.empty();
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.filter(entry -> Files.isRegularFile(entry) && claims(entry))
                    .min(Comparator.comparing((Path entry) ->
                                    !CsvDataReader.role(name(entry)).equals("train"))
                            .thenComparing(Comparator.naturalOrder()));
        }
    }

    private static boolean claims(Path path) {
        return CsvDataReader.claims(name(path));
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    /**
     * Looks at a file.
     *
     * @throws DataFormatException if delimiter, header or a column cannot be told; the message says what to give
     */
    public static CsvPreview of(Path file, CsvOptions options) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            CsvStart start = CsvStart.of(file.toString(), in, options);
            CsvTable table = new CsvTable(start, options);
            try {
                boolean whole = table.parse(start.text(), MOST_SAMPLES);
                return new CsvPreview(
                        start.layout(),
                        table.samples(),
                        whole,
                        table.firstLines().size(),
                        table.missing(),
                        "");
            } catch (DataFormatException e) {
                return new CsvPreview(start.layout(), 0, false, 0, 0, String.valueOf(e.getMessage()));
            }
        }
    }
}
