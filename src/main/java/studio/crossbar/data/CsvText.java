package studio.crossbar.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the fields of a CSV file are: RFC 4180 parsing, numbers, missing values, names of label columns. */
final class CsvText {

    private static final Set<String> MISSING = Set.of("", "na", "n/a", "nan", "null", "?");
    private static final Set<String> LABELS = Set.of("label", "class", "target", "activity");

    private CsvText() {}

    /** A parser that leaves the number of fields to its user. */
    static CsvReader.CsvReaderBuilder parser(char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    }

    /**
     * The first records of a text.
     *
     * @param cut whether the text may end within a record, which is then left out
     * @return what can be read before an error
     */
    static List<List<String>> records(String text, boolean cut, char delimiter, int most) {
        List<List<String>> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = parser(delimiter).ofCsvRecord(text)) {
            for (CsvRecord record : reader) {
                records.add(record.getFields());
                if (records.size() > most) {
                    break;
                }
            }
            if (records.size() > most || (cut && records.size() > 1)) {
                records.removeLast();
            }
        } catch (CsvParseException | IOException e) {
            return records;
        }
        return records;
    }

    static boolean isMissing(String field) {
        return MISSING.contains(field.strip().toLowerCase(Locale.ROOT));
    }

    static boolean isNumber(String field) {
        return Float.isFinite(number(field));
    }

    /** The value of a decimal number; NaN for any other text, infinity for a number that no float holds. */
    static float number(String field) {
        String text = field.strip();
        for (int i = 0; i < text.length(); i++) {
            // Java's own parser takes "1f", "0x1p3", "NaN" and "Infinity" too.
            if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
                return Float.NaN;
            }
        }
        try {
            return Float.parseFloat(text);
        } catch (NumberFormatException e) {
            return Float.NaN;
        }
    }

    /** Whether a column of this name usually holds classes. */
    static boolean namesLabel(String field) {
        return LABELS.contains(field.strip().toLowerCase(Locale.ROOT));
    }
}
