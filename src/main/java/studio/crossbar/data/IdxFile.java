package studio.crossbar.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Unsigned bytes in the IDX format of the MNIST database (LeCun, Cortes and Burges): two zero bytes, the type 0x08, the
 * number of dimensions, each dimension as four big-endian bytes, then the values, row-major.
 *
 * @param file its name
 * @param shape dimensions
 * @param values as many as their product
 */
record IdxFile(String file, int[] shape, byte[] values) {

    /** Values beyond this are taken for a bomb: two GiB once they are floats. */
    static final int MOST_VALUES = 1 << 29;

    private static final int UNSIGNED_BYTE = 0x08;
    private static final String AGAIN = "download the data set again";

    /**
     * Reads a file of {@code dimensions} dimensions. What is kept in memory grows with what is there, not with what the
     * header says.
     *
     * @throws DataFormatException for another magic number, a truncated or too long file, or more than
     *     {@value #MOST_VALUES} values
     */
    static IdxFile read(String file, InputStream in, int dimensions) throws IOException {
        byte[] header = in.readNBytes(4 * (1 + dimensions));
        int expected = UNSIGNED_BYTE << 8 | dimensions;
        if (header.length >= 4 && ByteBuffer.wrap(header).getInt() != expected) {
            throw DataFormatException.atByte(
                    file,
                    0,
                    String.format(
                            "magic number 0x%08x where 0x%08x belongs",
                            ByteBuffer.wrap(header).getInt(), expected),
                    "this is no IDX file of bytes in " + dimensions + " dimensions, " + AGAIN);
        }
        if (header.length < 4 * (1 + dimensions)) {
            throw truncated(file, header.length, "within its header");
        }
        int[] shape = IntStream.rangeClosed(1, dimensions)
                .map(d -> ByteBuffer.wrap(header).getInt(4 * d))
                .toArray();
        int count = count(file, shape);
        byte[] values = in.readNBytes(count);
        if (values.length < count) {
            throw truncated(
                    file, header.length + (long) values.length, "before the " + count + " values of " + text(shape));
        }
        if (in.read() >= 0) {
            throw DataFormatException.atByte(
                    file, header.length + (long) count, "goes on after the values of " + text(shape), AGAIN);
        }
        return new IdxFile(file, shape, values);
    }

    private static int count(String file, int[] shape) throws DataFormatException {
        long count = 1;
        for (int size : shape) {
            count = size < 0 ? MOST_VALUES + 1L : Math.min(count * size, MOST_VALUES + 1L);
        }
        if (count < 1 || count > MOST_VALUES) {
            throw DataFormatException.atByte(
                    file,
                    4,
                    "dimensions " + text(shape) + " hold " + (count < 1 ? "nothing" : "more than " + MOST_VALUES),
                    "the header is corrupt, " + AGAIN);
        }
        return (int) count;
    }

    private static DataFormatException truncated(String file, long length, String where) {
        return DataFormatException.atByte(file, length, "ends " + where, "the file is truncated, " + AGAIN);
    }

    private static String text(int[] shape) {
        return Arrays.stream(shape).mapToObj(Integer::toUnsignedString).collect(Collectors.joining(" × "));
    }
}
