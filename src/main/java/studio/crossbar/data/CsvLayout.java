package studio.crossbar.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which field of a CSV file is what, found from its first records and the user's options.
 *
 * @param delimiter between fields
 * @param header whether the first record names the columns
 * @param names of all columns; "column 3" and the like where the file names none
 * @param label index of the classes' column
 * @param subject index of the persons' column, −1 if there is none
 */
public record CsvLayout(char delimiter, boolean header, List<String> names, int label, int subject) {

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int RECORDS = 50;

    public CsvLayout {
        names = List.copyOf(names);
    }

    /**
     * Looks at the beginning of a file.
     *
     * @param cut whether {@code text} may end within a record
     * @throws DataFormatException if the file is empty, or delimiter, header or a column cannot be told
     */
    static CsvLayout of(String file, String text, boolean cut, CsvOptions options) throws DataFormatException {
        if (text.isBlank()) {
            throw new DataFormatException(file, "empty", "give a file with one sample a line");
        }
        char delimiter = options.delimiter() == null ? delimiter(file, text, cut) : options.delimiter();
        List<List<String>> records = CsvText.records(text, cut, delimiter, RECORDS);
        int columns = records.isEmpty() ? 0 : records.getFirst().size();
        if (columns < 2) {
            throw new DataFormatException(
                    file,
                    1,
                    "one column with delimiter '" + shown(delimiter) + "'",
                    "give at least a feature and a label, and the delimiter if it is another one");
        }
        boolean header = options.header() == null ? header(file, records, options) : options.header();
        List<String> names = header ? records.getFirst() : List.<String>of();
        int label = options.label() == null
                ? usualLabel(file, names, columns)
                : column(file, "label", options.label(), names, columns);
        int subject = options.subject() == null ? -1 : column(file, "subject", options.subject(), names, columns);
        if (label == subject) {
            throw new DataFormatException(file, "label and subject are one column", "name two columns");
        }
        List<String> all = header
                ? names.stream().map(String::strip).toList()
                : IntStream.rangeClosed(1, columns).mapToObj(c -> "column " + c).toList();
        return new CsvLayout(delimiter, header, all, label, subject);
    }

    /**
     * What {@link CsvOptions} call a column: its name, or its number from 1 where it has none or shares it.
     *
     * @param column from 0
     */
    public String reference(int column) {
        String name = names.get(column);
        return header && !name.isBlank() && find(names, name) == column ? name : Integer.toString(column + 1);
    }

    /** Number of columns. */
    int columns() {
        return names.size();
    }

    /** Names of the columns that are features, in their order. */
    List<String> features() {
        List<String> features = new ArrayList<>();
        for (int c = 0; c < columns(); c++) {
            if (c != label && c != subject) {
                features.add(names.get(c));
            }
        }
        return features;
    }

    static String shown(char delimiter) {
        return delimiter == '\t' ? "tab" : String.valueOf(delimiter);
    }

    /** The one that parts all records into equally many fields, and of several the one that gives most numbers. */
    private static char delimiter(String file, String text, boolean cut) throws DataFormatException {
        double best = -1;
        char found = 0;
        for (char candidate : DELIMITERS) {
            List<List<String>> records = CsvText.records(text, cut, candidate, RECORDS);
            int columns = records.isEmpty() ? 0 : records.getFirst().size();
            long even = records.stream().filter(r -> r.size() == columns).count();
            if (columns < 2) {
                continue;
            }
            long numbers = records.stream()
                    .flatMap(List::stream)
                    .filter(field -> CsvText.isNumber(field) || CsvText.isMissing(field))
                    .count();
            long fields = records.stream().mapToLong(List::size).sum();
            // A ragged record must not turn the choice; its line is reported later.
            double score = (even * 10 >= records.size() * 9L ? 2 : 0)
                    + (double) even / records.size()
                    + (double) numbers / fields;
            if (score > best) {
                best = score;
                found = candidate;
            }
        }
        if (found == 0) {
            throw new DataFormatException(
                    file, 1, "none of comma, semicolon, tab and bar parts the line", "name the delimiter");
        }
        return found;
    }

    private static boolean header(String file, List<List<String>> records, CsvOptions options)
            throws DataFormatException {
        List<String> first = records.getFirst();
        if (first.stream()
                .anyMatch(field ->
                        CsvText.namesLabel(field) || is(field, options.label()) || is(field, options.subject()))) {
            return true;
        }
        boolean names = false;
        for (int c = 0; c < first.size(); c++) {
            names |= !CsvText.isNumber(first.get(c)) && !CsvText.isMissing(first.get(c)) && numeric(records, c);
        }
        if (names && first.stream().anyMatch(CsvText::isNumber)) {
            throw new DataFormatException(
                    file,
                    1,
                    "mixes numbers and text, so it may be a header or a sample",
                    "correct the line or say whether there is a header");
        }
        return names;
    }

    private static boolean is(String field, @Nullable String name) {
        return name != null && !CsvText.isNumber(name) && field.strip().equalsIgnoreCase(name.strip());
    }

    private static boolean numeric(List<List<String>> records, int column) {
        List<String> below = records.stream()
                .skip(1)
                .filter(r -> column < r.size() && !CsvText.isMissing(r.get(column)))
                .map(r -> r.get(column))
                .toList();
        return !below.isEmpty() && below.stream().allMatch(CsvText::isNumber);
    }

    private static int usualLabel(String file, List<String> names, int columns) throws DataFormatException {
        int[] found = IntStream.range(0, names.size())
                .filter(c -> CsvText.namesLabel(names.get(c)))
                .toArray();
        if (found.length > 1) {
            throw new DataFormatException(
                    file,
                    1,
                    "'" + names.get(found[0]) + "' and '" + names.get(found[1]) + "' may both be the label",
                    "name the label's column");
        }
        if (found.length == 1) {
            return found[0];
        }
        // Beside an x, a y is an axis.
        int y = find(names, "y");
        return y >= 0 && find(names, "x") < 0 ? y : columns - 1;
    }

    private static int find(List<String> names, String wanted) {
        return IntStream.range(0, names.size())
                .filter(c -> names.get(c).strip().equalsIgnoreCase(wanted.strip()))
                .findFirst()
                .orElse(-1);
    }

    private static int column(String file, String role, String wanted, List<String> names, int columns)
            throws DataFormatException {
        int named = find(names, wanted);
        if (named >= 0) {
            return named;
        }
        float number = CsvText.number(wanted);
        if (number >= 1 && number <= columns && number == (int) number) {
            return (int) number - 1;
        }
        throw new DataFormatException(
                file,
                1,
                "no column '" + wanted + "' for the " + role + (names.isEmpty() ? "" : " among " + names),
                "give a name in the first line or a number from 1 to " + columns);
    }
}
