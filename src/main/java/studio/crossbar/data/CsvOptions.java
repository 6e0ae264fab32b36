package studio.crossbar.data;

import org.jspecify.annotations.Nullable;

/**
 * How a CSV file is to be understood; what is null is found out, and refused where it cannot be.
 *
 * @param delimiter between fields; null for whichever of comma, semicolon, tab and bar fits the first lines
 * @param header whether the first line names the columns; null if that shows
 * @param label column of the classes by name, or by number from 1; null for the one called label, class, target or
 *     activity, or y where there is no x, else the last
 * @param subject column of the persons, whole numbers, by name or number; null if there is none
 * @param missing what becomes of missing values
 */
public record CsvOptions(
        @Nullable Character delimiter,
        @Nullable Boolean header,
        @Nullable String label,
        @Nullable String subject,
        Missing missing) {

    /** Finds everything out and refuses missing values. */
    public static final CsvOptions AUTOMATIC = new CsvOptions(null, null, null, null, Missing.REFUSE);

    /** A field that is empty or says NA, N/A, NaN, null or ?. */
    public enum Missing {
        /** Ends the reading with line and column. */
        REFUSE,
        /** Takes the mean of the column over the training samples; the provenance tells how often. */
        COLUMN_MEAN
    }

    public CsvOptions {
        if (delimiter != null && "\"\r\n".indexOf(delimiter) >= 0) {
            throw new IllegalArgumentException("delimiter: a quote or line end parts no fields");
        }
        if (label != null && label.isBlank()) {
            throw new IllegalArgumentException("label: is blank");
        }
        if (subject != null && subject.isBlank()) {
            throw new IllegalArgumentException("subject: is blank");
        }
        if (label != null && label.equals(subject)) {
            throw new IllegalArgumentException("subject: '" + subject + "' is the label's column");
        }
    }

    public CsvOptions withMissing(Missing value) {
        return new CsvOptions(delimiter, header, label, subject, value);
    }

    public CsvOptions withLabel(@Nullable String value) {
        return new CsvOptions(delimiter, header, value, subject, missing);
    }

    public CsvOptions withSubject(@Nullable String value) {
        return new CsvOptions(delimiter, header, label, value, missing);
    }

    public CsvOptions withHeader(@Nullable Boolean value) {
        return new CsvOptions(delimiter, value, label, subject, missing);
    }

    public CsvOptions withDelimiter(@Nullable Character value) {
        return new CsvOptions(value, header, label, subject, missing);
    }
}
