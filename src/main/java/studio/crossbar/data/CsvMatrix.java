package studio.crossbar.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A table of numbers in a text file: a row a line, commas between the numbers, no header; blank lines are passed over.
 *
 * @param rows at least 1
 * @param columns at least 1
 * @param values {@code [rows × columns]}, row-major; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // A table; nothing compares it.
public record CsvMatrix(int rows, int columns, double[] values) {

    private static final int MAX_VALUES = 1 << 26;
    private static final int DIGITS = 17;

    public CsvMatrix {
        if (rows < 1 || columns < 1 || values.length != (long) rows * columns) {
            throw new IllegalArgumentException(
                    "matrix: " + values.length + " values for " + rows + " rows of " + columns);
        }
    }

    /**
     * Reads a table. Numbers that are not finite are read as they are written; what they mean is for the caller to say.
     *
     * @throws DataFormatException for a ragged row, a text that is no number, an empty or a huge file
     */
    public static CsvMatrix read(Path path) throws IOException {
        String file = path.toString();
        double[] values = new double[1024];
        int count = 0;
        int rows = 0;
        int columns = 0;
        long number = 0;
        // Latin-1 takes any byte, so that a file that is no text fails at its first number with its line.
        try (BufferedReader in = Files.newBufferedReader(path, StandardCharsets.ISO_8859_1)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                String[] fields = line.split(",", -1);
                if (rows == 0) {
                    columns = fields.length;
                } else if (fields.length != columns) {
                    throw new DataFormatException(
                            file,
                            number,
                            "row of " + fields.length + " numbers where " + columns + " belong",
                            "give every row as many as the first");
                }
                if ((long) count + columns > MAX_VALUES) {
                    throw new DataFormatException(
                            file, number, "more than " + MAX_VALUES + " numbers", "split the table");
                }
                if (count + columns > values.length) {
                    values = Arrays.copyOf(values, Math.max(2 * values.length, count + columns));
                }
                for (String field : fields) {
                    values[count++] = number(file, number, field.strip());
                }
                rows++;
            }
        }
        if (rows == 0) {
            throw new DataFormatException(file, "empty", "give at least one row of numbers");
        }
        return new CsvMatrix(rows, columns, Arrays.copyOf(values, count));
    }

    private static double number(String file, long line, String text) throws DataFormatException {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
            throw new DataFormatException(
                    file, line, "'" + shown + "' is not a number", "separate plain numbers with commas");
        }
    }

    /** Rows for columns. */
    public CsvMatrix transposed() {
        double[] turned = new double[values.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                turned[j * rows + i] = values[i * columns + j];
            }
        }
        return new CsvMatrix(columns, rows, turned);
    }

    /** Writes the table with 17 significant digits, from which every number is read back bit by bit. */
    public void write(Path path) throws IOException {
        try (Writer out = Files.newBufferedWriter(path)) {
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    if (j > 0) {
                        out.write(',');
                    }
                    out.write(text(values[i * columns + j]));
                }
                out.write('\n');
            }
        }
    }

    /** As C's {@code %.17g}; {@link java.util.Formatter} pads the shortest digits with zeros instead. */
    static String text(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        if (value == 0) {
            return Double.doubleToRawLongBits(value) < 0 ? "-0" : "0";
        }
        BigDecimal exact = new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
        BigDecimal digits = exact.stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        if (exponent >= -4 && exponent < DIGITS) {
            return digits.toPlainString();
        }
        String size = Integer.toString(Math.abs(exponent));
        return digits.scaleByPowerOfTen(-exponent).toPlainString()
                + (exponent < 0 ? "e-" : "e+")
                + (size.length() < 2 ? "0" : "")
                + size;
    }
}
