package studio.crossbar.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A float32 array in NumPy's NPY format, version 1.0 (numpy.lib.format): magic, header length, a Python dictionary
 * padded to 64 bytes, then the values, little-endian and row-major.
 *
 * <p>Written by hand, since ND4J takes 1 to 5 s to start and a stored result must open at once.
 *
 * @param shape sizes of the dimensions
 * @param values row-major, as many as the product of {@code shape}; not copied
 */
public record NpyFile(int[] shape, float[] values) {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int PREFIX = MAGIC.length + Short.BYTES;
    private static final int ALIGNMENT = 64;
    private static final int MOST_DIMENSIONS = 8;

    private static final Pattern HEADER = Pattern.compile(
            "\\{'descr': *'<f4', *'fortran_order': *False, *'shape': *\\((\\d{1,10}(?:, *\\d{1,10}){0,7})?,?\\),? *\\} *\n?");

    public NpyFile {
        if (shape.length > MOST_DIMENSIONS) {
            throw new IllegalArgumentException(
                    "shape: " + shape.length + " dimensions are outside 0 … " + MOST_DIMENSIONS);
        }
        long size = 1;
        for (int length : shape) {
            size = Math.multiplyExact(size, length);
        }
        if (size != values.length) {
            throw new IllegalArgumentException(
                    "values: " + values.length + ", but shape " + Arrays.toString(shape) + " holds " + size);
        }
    }

    /** A vector. */
    public static NpyFile of(float[] values) {
        return new NpyFile(new int[] {values.length}, values);
    }

    /** The whole file. */
    public byte[] encode() {
        String sizes = IntStream.of(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "))
                + (shape.length == 1 ? "," : "");
        String text = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + sizes + "), }";
        int header = Math.ceilDiv(PREFIX + text.length() + 1, ALIGNMENT) * ALIGNMENT - PREFIX;
        ByteBuffer file = ByteBuffer.allocate(
                        Math.addExact(PREFIX + header, Math.multiplyExact(Float.BYTES, values.length)))
                .order(ByteOrder.LITTLE_ENDIAN);
        file.put(MAGIC).putShort((short) header);
        file.put((text + " ".repeat(header - 1 - text.length()) + "\n").getBytes(StandardCharsets.US_ASCII));
        file.asFloatBuffer().put(values);
        return file.array();
    }

    /**
     * Reads a whole file.
     *
     * @throws IllegalArgumentException if it is no NPY 1.0 file of little-endian, row-major float32, or its length does
     *     not fit its shape
     */
    public static NpyFile decode(byte[] file) {
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < PREFIX || !Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new IllegalArgumentException("is no NPY file of version 1.0");
        }
        int start = PREFIX + Short.toUnsignedInt(buffer.getShort(MAGIC.length));
        if (file.length < start) {
            throw new IllegalArgumentException("ends within the NPY header");
        }
        String header = new String(file, PREFIX, start - PREFIX, StandardCharsets.ISO_8859_1);
        Matcher matcher = HEADER.matcher(header);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("holds no row-major little-endian float32 array");
        }
        int[] shape = matcher.group(1) == null
                ? new int[0]
                : Pattern.compile(", *")
                        .splitAsStream(matcher.group(1))
                        .mapToInt(NpyFile::size)
                        .toArray();
        long size = Float.BYTES;
        for (int length : shape) {
            size = Math.min(size * length, Integer.MAX_VALUE);
        }
        if (file.length - start != size) {
            throw new IllegalArgumentException("holds " + (file.length - start) + " bytes of values, but its shape "
                    + Arrays.toString(shape) + " needs " + (size == Integer.MAX_VALUE ? "more than 2 GB" : size));
        }
        float[] values = new float[(int) size / Float.BYTES];
        buffer.slice(start, (int) size)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return new NpyFile(shape, values);
    }

    private static int size(String digits) {
        long length = Long.parseLong(digits);
        if (length > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("has a dimension of " + length + ", more than memory holds");
        }
        return (int) length;
    }
}
