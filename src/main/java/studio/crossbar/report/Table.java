package studio.crossbar.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of text for a page; long text is wrapped within its column. */
final class Table {

    /**
     * A column.
     *
     * @param share of the table's width, 0 … 1
     */
    record Column(String header, float share, Canvas.Align align) {}

    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    Table text(String header, double share) {
        columns.add(new Column(header, (float) share, Canvas.Align.LEFT));
        return this;
    }

    Table number(String header, double share) {
        columns.add(new Column(header, (float) share, Canvas.Align.RIGHT));
        return this;
    }

    /** Adds a row with a value a column. */
    Table row(String... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(
                    "values: " + values.length + ", but the table has " + columns.size() + " columns");
        }
        rows.add(List.of(values));
        return this;
    }

    List<Column> columns() {
        return columns;
    }

    List<List<String>> rows() {
        return rows;
    }
}
