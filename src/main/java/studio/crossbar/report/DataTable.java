package studio.crossbar.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The data behind a picture.
 *
 * @param header one name a column; that of a physical value says its unit
 * @param rows one value a column: texts, and numbers, of which NaN stands for none
 */
public record DataTable(List<String> header, List<List<Object>> rows) {

    public DataTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
        for (List<Object> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException(
                        "rows: " + row.size() + " values in a row, but " + header.size() + " columns");
            }
        }
    }

    /** As CSV (RFC 4180), header first. */
    public String text() {
        CsvTable<List<Object>> table = new CsvTable<>();
        for (int i = 0; i < header.size(); i++) {
            int column = i;
            table.column(header.get(i), row -> row.get(column));
        }
        return table.text(rows);
    }

    /**
     * Writes it as CSV in UTF-8, in place of an earlier file of that name.
     *
     * @throws IOException with path and remedy; an earlier file is then as before
     */
    public void write(Path file) throws IOException {
        ExportedFile.write(file, out -> out.write(text().getBytes(StandardCharsets.UTF_8)));
    }
}
