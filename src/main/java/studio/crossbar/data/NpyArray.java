package studio.crossbar.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Numbers of one NPY file as floats.
 *
 * @param file its name
 * @param shape sizes of the dimensions
 * @param values row-major; all finite
 */
record NpyArray(String file, int[] shape, float[] values) {

    /** Values beyond this are taken for a bomb: two GiB. */
    private static final int MOST_VALUES = 1 << 29;

    private static final int NUMBERS_AT_ONCE = 1 << 13;

    /**
     * Reads a file to its end. What is kept in memory grows with what is there, not with what the header says.
     *
     * @throws DataFormatException as {@link NpyHeader#read}, and if the values are too many, truncated, followed by
     *     more, or not finite
     */
    static NpyArray read(String file, InputStream in) throws IOException {
        NpyHeader header = NpyHeader.read(file, in);
        long count = header.count(MOST_VALUES);
        if (count > MOST_VALUES) {
            throw new DataFormatException(
                    file,
                    "shape " + text(header.shape()) + " holds more than " + MOST_VALUES + " values",
                    "give fewer samples");
        }
        int size = header.type().bytes();
        byte[] bytes = new byte[NUMBERS_AT_ONCE * size];
        ByteBuffer numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        FloatBlocks values = new FloatBlocks();
        while (values.size() < count) {
            int wanted = (int) Math.min(NUMBERS_AT_ONCE, count - values.size()) * size;
            int got = in.readNBytes(bytes, 0, wanted);
            if (got < wanted) {
                throw DataFormatException.atByte(
                        file,
                        header.length() + values.size() * size + got,
                        "ends before the " + count + " values of shape " + text(header.shape()),
                        "the file is truncated, save it anew");
            }
            for (int at = 0; at < got; at += size) {
                float value = header.type().value(numbers, at);
                if (!Float.isFinite(value)) {
                    throw new DataFormatException(
                            file,
                            "value " + index(values.size(), header.shape()) + " is " + value,
                            "remove or replace what is not finite");
                }
                values.add(value);
            }
        }
        if (in.read() >= 0) {
            throw DataFormatException.atByte(
                    file,
                    header.length() + count * size,
                    "goes on after the values of shape " + text(header.shape()),
                    "save the array anew");
        }
        return new NpyArray(file, header.shape(), values.drain());
    }

    /** A shape as NumPy writes it. */
    static String text(int[] shape) {
        return Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String index(long flat, int[] shape) {
        long rest = flat;
        int[] index = new int[shape.length];
        for (int d = shape.length - 1; d >= 0; d--) {
            index[d] = (int) (rest % shape[d]);
            rest /= shape[d];
        }
        return Arrays.toString(index);
    }
}
