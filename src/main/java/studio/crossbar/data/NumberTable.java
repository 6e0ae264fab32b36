package studio.crossbar.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Numbers separated by spaces and tabs, a row a line, every row of one length. Kept in blocks, so that a table costs its own
 * size in memory and no more while it grows.
 */
final class NumberTable {

    /** Rows beyond this are taken for a bomb: seven times what UCI HAR has. */
    static final int MAX_ROWS = 50_000;

    private static final int ROWS_PER_BLOCK = 256;
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final double[] POWERS_OF_TEN = new double[23];

    static {
        POWERS_OF_TEN[0] = 1;
        for (int i = 1; i < POWERS_OF_TEN.length; i++) {
            POWERS_OF_TEN[i] = POWERS_OF_TEN[i - 1] * 10;
        }
    }

    private final String file;
    private final int columns;
    private final List<float[]> blocks = new ArrayList<>();
    private float[] block = new float[0];
    private int[] lines = new int[ROWS_PER_BLOCK];
    private int rows;
    private int column;
    private int line = 1;

    private NumberTable(String file, int columns) {
        this.file = file;
        this.columns = columns;
    }

    /**
     * Reads a table of {@code columns} numbers a row; blank lines are passed over.
     *
     * @throws DataFormatException for a ragged row, a text that is no finite number, too many rows, or an empty file
     */
    static NumberTable read(String file, InputStream in, int columns) throws IOException {
        NumberTable table = new NumberTable(file, columns);
        table.parse(in);
        return table;
    }

    int rows() {
        return rows;
    }

    /** Name of the file, with its folders. */
    String file() {
        return file;
    }

    /** Line of the file that a row was on, from 1. */
    long line(int row) {
        return lines[row];
    }

    /** Copies the numbers of a row to {@code into} from index {@code at}. */
    void copyRow(int row, float[] into, int at) {
        System.arraycopy(blocks.get(row / ROWS_PER_BLOCK), row % ROWS_PER_BLOCK * columns, into, at, columns);
    }

    private void parse(InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 16];
        byte[] token = new byte[64];
        int length = 0;
        for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
            for (int i = 0; i < got; i++) {
                byte b = buffer[i];
                if (!blank(b)) {
                    if (length == token.length) {
                        throw bad(new String(token, 0, length, StandardCharsets.UTF_8) + "…");
                    }
                    token[length++] = b;
                    continue;
                }
                length = flush(token, length);
                if (b == '\n') {
                    endRow();
                }
            }
        }
        flush(token, length);
        endRow();
        if (rows == 0) {
            throw new DataFormatException(file, "empty", "download the data set again");
        }
    }

    /** Every other byte belongs to a number, so that what looks like a blank or a sign but is none is refused. */
    private static boolean blank(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }

    private int flush(byte[] token, int length) throws DataFormatException {
        if (length > 0) {
            if (column == columns) {
                throw ragged("more than " + columns);
            }
            if (column == 0) {
                startRow();
            }
            block[rows % ROWS_PER_BLOCK * columns + column++] = number(token, length);
        }
        return 0;
    }

    private void startRow() throws DataFormatException {
        if (rows == MAX_ROWS) {
            throw new DataFormatException(
                    file, line, "more than " + MAX_ROWS + " rows", "this is not UCI HAR, check the path");
        }
        if (rows % ROWS_PER_BLOCK == 0) {
            block = new float[ROWS_PER_BLOCK * columns];
            blocks.add(block);
        }
    }

    private void endRow() throws DataFormatException {
        if (column != 0) {
            if (column != columns) {
                throw ragged(Integer.toString(column));
            }
            if (rows == lines.length) {
                lines = Arrays.copyOf(lines, 2 * rows);
            }
            lines[rows++] = line;
            column = 0;
        }
        line++;
    }

    private DataFormatException ragged(String found) {
        return new DataFormatException(
                file,
                line,
                "row of " + found + " numbers where " + columns + " belong",
                "the file is truncated or edited, download it again");
    }

    /** Exact in double for up to 15 digits and |exponent| ≤ 22 (Clinger 1990); the rest goes to the JDK. */
    private float number(byte[] token, int length) throws DataFormatException {
        int i = token[0] == '-' || token[0] == '+' ? 1 : 0;
        long digits = 0;
        int count = 0;
        int scale = 0;
        boolean point = false;
        for (; i < length; i++) {
            int c = token[i];
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
                scale -= point ? 1 : 0;
                count++;
            } else if (c == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (count == 0 || count > 15) {
            return slow(token, length);
        }
        if (i < length) {
            if ((token[i] | 0x20) != 'e' || length - i < 2 || length - i > 5) {
                return slow(token, length);
            }
            boolean negative = token[i + 1] == '-';
            int j = negative || token[i + 1] == '+' ? i + 2 : i + 1;
            if (j == length) {
                return slow(token, length);
            }
            int exponent = 0;
            for (; j < length; j++) {
                if (token[j] < '0' || token[j] > '9') {
                    return slow(token, length);
                }
                exponent = exponent * 10 + (token[j] - '0');
            }
            scale += negative ? -exponent : exponent;
        }
        if (scale < -22 || scale > 22) {
            return slow(token, length);
        }
        double value = scale < 0 ? digits / POWERS_OF_TEN[-scale] : digits * POWERS_OF_TEN[scale];
        return (float) (token[0] == '-' ? -value : value);
    }

    private float slow(byte[] token, int length) throws DataFormatException {
        String text = new String(token, 0, length, StandardCharsets.UTF_8);
        // Float.parseFloat alone would take Java's literals too, such as 1f and 0x1p3.
        float value = DECIMAL.matcher(text).matches() ? Float.parseFloat(text) : Float.NaN;
        if (!Float.isFinite(value)) {
            throw bad(text);
        }
        return value;
    }

    private DataFormatException bad(String text) {
        return new DataFormatException(
                file, line, "'" + text + "' is not a finite number", "correct the line or download the data set again");
    }
}
