package studio.crossbar.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/** Samples of one CSV file (RFC 4180, UTF-8), one a line: features, a label, perhaps a person. */
final class CsvTable {

    /** Values beyond this are taken for a bomb: two GiB. */
    private static final long MOST_VALUES = 1L << 29;

    private static final int MOST_CLASSES = 1000;

    private final String file;
    private final CsvOptions options;
    private final CsvLayout layout;
    private final FloatBlocks values = new FloatBlocks();
    private final Map<String, Long> firstLines = new LinkedHashMap<>();
    private final Map<String, Integer> labelIds = new LinkedHashMap<>();
    private final IntStream.Builder labels = IntStream.builder();
    private final IntStream.Builder subjects = IntStream.builder();
    private int samples;
    private int missing;

    /** Without samples yet. */
    CsvTable(CsvStart start, CsvOptions options) {
        file = start.file();
        layout = start.layout();
        this.options = options;
    }

    /**
     * Reads a file to its end.
     *
     * @throws DataFormatException naming line and column of a ragged row, a text or value that is no finite number, a
     *     missing value where those are refused, a label or subject that is none; or an empty file
     */
    static CsvTable read(String file, InputStream in, CsvOptions options) throws IOException {
        CsvStart start = CsvStart.of(file, in, options);
        CsvTable table = new CsvTable(start, options);
        table.parse(start.text(), Integer.MAX_VALUE);
        return table;
    }

    /**
     * Reads at most so many samples; says whether these are all.
     *
     * @throws DataFormatException as {@link #read}
     */
    boolean parse(BufferedReader text, int most) throws IOException {
        long line = 1;
        try {
            CsvReader<CsvRecord> reader = CsvText.parser(layout.delimiter()).ofCsvRecord(text);
            boolean header = layout.header();
            for (CsvRecord record : reader) {
                line = record.getStartingLineNumber();
                if (header) {
                    header = false;
                } else if (samples == most) {
                    return false;
                } else {
                    row(line, record.getFields());
                    samples++;
                }
            }
        } catch (CsvParseException e) {
            if (e.getCause() instanceof CancellationException cancelled) {
                throw cancelled;
            }
            throw new DataFormatException(
                    file, line, "the CSV syntax breaks here or after (" + e.getMessage() + ")", "correct the quotes");
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw CsvStart.notUtf8(file);
            }
            throw e.getCause();
        }
        if (firstLines.isEmpty()) {
            throw new DataFormatException(file, "holds no sample", "give a file with one sample a line");
        }
        return true;
    }

    private void row(long line, List<String> fields) throws DataFormatException {
        if (fields.size() != layout.columns()) {
            throw new DataFormatException(
                    file,
                    line,
                    fields.size() + " fields where " + layout.columns() + " belong (delimiter '"
                            + CsvLayout.shown(layout.delimiter()) + "')",
                    "correct the line, or name the delimiter if it is another one");
        }
        if (values.size() + fields.size() > MOST_VALUES) {
            throw new DataFormatException(file, line, "more than " + MOST_VALUES + " values", "give fewer samples");
        }
        for (int c = 0; c < fields.size(); c++) {
            if (c == layout.label()) {
                label(line, fields.get(c));
            } else if (c == layout.subject()) {
                subject(line, fields.get(c));
            } else {
                values.add(value(line, c, fields.get(c)));
            }
        }
    }

    private float value(long line, int column, String field) throws DataFormatException {
        if (CsvText.isMissing(field)) {
            if (options.missing() == CsvOptions.Missing.REFUSE) {
                throw refused(
                        line, column, "is missing ('" + field + "')", "complete it, or have it filled by column means");
            }
            missing++;
            return Float.NaN;
        }
        float number = CsvText.number(field);
        if (!Float.isFinite(number)) {
            throw refused(line, column, "'" + field + "' is not a finite number", "correct it");
        }
        return number;
    }

    private void label(long line, String field) throws DataFormatException {
        String text = field.strip();
        if (CsvText.isMissing(text)) {
            throw refused(
                    line, layout.label(), "is missing ('" + field + "')", "a sample needs its class, complete it");
        }
        if (CsvText.isNumber(text)) {
            double number = Double.parseDouble(text);
            if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
                throw refused(
                        line,
                        layout.label(),
                        "label " + text + " is not whole",
                        "name the column of the classes, which are text or whole numbers");
            }
            text = Integer.toString((int) number);
        }
        firstLines.putIfAbsent(text, line);
        if (firstLines.size() > MOST_CLASSES) {
            throw refused(
                    line, layout.label(), "more than " + MOST_CLASSES + " classes", "name the column of the classes");
        }
        int next = labelIds.size();
        labels.add(labelIds.computeIfAbsent(text, key -> next));
    }

    private void subject(long line, String field) throws DataFormatException {
        float number = CsvText.number(field);
        if (!(number >= 0 && number < 1 << 24 && number == (int) number)) {
            throw refused(
                    line, layout.subject(), "subject '" + field + "' is not a whole number", "number the persons");
        }
        subjects.add((int) number);
    }

    private DataFormatException refused(long line, int column, String problem, String remedy) {
        return new DataFormatException(
                file + ", line " + line + ", column " + (column + 1) + " ("
                        + layout.names().get(column) + ")",
                problem,
                remedy);
    }

    String file() {
        return file;
    }

    CsvLayout layout() {
        return layout;
    }

    /** Number of samples. */
    int samples() {
        return samples;
    }

    /** Values that were missing and are NaN. */
    int missing() {
        return missing;
    }

    /** Labels as they are written, each with the line where it comes first, in that order. */
    Map<String, Long> firstLines() {
        return firstLines;
    }

    /**
     * The samples as vectors, {@code [n, features, 1, 1]}; the table is empty afterwards.
     *
     * @param classes all labels, in the order of their indices
     */
    Dataset drain(String name, List<String> classes, String provenance) {
        int[] index = labelIds.keySet().stream().mapToInt(classes::indexOf).toArray();
        int[] classOf = labels.build().map(id -> index[id]).toArray();
        return new Dataset(
                name,
                false,
                values.drain(),
                layout.features(),
                1,
                1,
                classOf,
                classes,
                subjects.build().toArray(),
                provenance);
    }
}
