package studio.crossbar.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Columns of a CSV file (RFC 4180, UTF-8). Numbers are written with a dot and as many digits as reading them back
 * exactly takes; NaN is an empty field.
 *
 * @param <T> what a row shows
 */
final class CsvTable<T> {

    private final List<String> headers = new ArrayList<>();
    private final List<Function<T, String>> values = new ArrayList<>();

    /** Adds a column; a header of a physical value ends in its unit. */
    CsvTable<T> column(String header, Function<T, Object> value) {
        headers.add(header);
        values.add(row -> field(value.apply(row)));
        return this;
    }

    private static String field(Object value) {
        boolean missing = (value instanceof Double d && d.isNaN()) || (value instanceof Float f && f.isNaN());
        return missing ? "" : value.toString();
    }

    /** The file's text, header first. */
    String text(List<T> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(headers);
            for (T row : rows) {
                csv.writeRecord(values.stream().map(value -> value.apply(row)).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a string takes any text", e);
        }
        return text.toString();
    }
}
