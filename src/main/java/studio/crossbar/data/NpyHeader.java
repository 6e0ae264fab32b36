package studio.crossbar.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Beginning of a file in NumPy's NPY format, versions 1 to 3 (numpy.lib.format): which numbers follow, row-major.
 *
 * @param type of the numbers
 * @param shape sizes of the dimensions
 * @param length bytes of the header
 */
record NpyHeader(Type type, int[] shape, long length) {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int MOST_HEADER_BYTES = 1 << 16;
    private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([<>|=])([a-zA-Z]\\d+)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order':\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([\\d, ]*)\\)");

    /** Numbers that can be read, by NumPy's name. */
    enum Type {
        B1(1) {
            @Override
            float value(ByteBuffer from, int at) {
                return from.get(at);
            }
        },
        I1(1) {
            @Override
            float value(ByteBuffer from, int at) {
                return from.get(at);
            }
        },
        U1(1) {
            @Override
            float value(ByteBuffer from, int at) {
                return Byte.toUnsignedInt(from.get(at));
            }
        },
        I2(2) {
            @Override
            float value(ByteBuffer from, int at) {
                return from.getShort(at);
            }
        },
        U2(2) {
            @Override
            float value(ByteBuffer from, int at) {
                return Short.toUnsignedInt(from.getShort(at));
            }
        },
        I4(4) {
            @Override
            float value(ByteBuffer from, int at) {
                return from.getInt(at);
            }
        },
        U4(4) {
            @Override
            float value(ByteBuffer from, int at) {
                return Integer.toUnsignedLong(from.getInt(at));
            }
        },
        I8(8) {
            @Override
            float value(ByteBuffer from, int at) {
                return from.getLong(at);
            }
        },
        F2(2) {
            @Override
            float value(ByteBuffer from, int at) {
                return Float.float16ToFloat(from.getShort(at));
            }
        },
        F4(4) {
            @Override
            float value(ByteBuffer from, int at) {
                return from.getFloat(at);
            }
        },
        F8(8) {
            @Override
            float value(ByteBuffer from, int at) {
                return (float) from.getDouble(at);
            }
        };

        private final int bytes;

        Type(int bytes) {
            this.bytes = bytes;
        }

        /** Size of one number. */
        int bytes() {
            return bytes;
        }

        /** The number at a byte of {@code from}, rounded to a float. */
        abstract float value(ByteBuffer from, int at);
    }

    /**
     * Reads a header and leaves {@code in} at the first number.
     *
     * @throws DataFormatException if it is no NPY file, truncated, big-endian, column-major, or of a type that is no
     *     plain number
     */
    static NpyHeader read(String file, InputStream in) throws IOException {
        byte[] start = in.readNBytes(8);
        if (start.length < 8 || !Arrays.equals(start, 0, 6, MAGIC, 0, 6) || start[6] < 1 || start[6] > 3) {
            throw DataFormatException.atByte(
                    file, 0, "is no NPY file of version 1 to 3", "save it with numpy.save(file, array)");
        }
        int field = start[6] == 1 ? 2 : 4;
        byte[] size = in.readNBytes(field);
        if (size.length < field) {
            throw truncated(file, 8L + size.length);
        }
        ByteBuffer number = ByteBuffer.wrap(size).order(ByteOrder.LITTLE_ENDIAN);
        long length = field == 2 ? Short.toUnsignedInt(number.getShort()) : Integer.toUnsignedLong(number.getInt());
        if (length > MOST_HEADER_BYTES) {
            throw DataFormatException.atByte(
                    file, 8, "a header of " + length + " bytes", "save the array anew with numpy.save");
        }
        byte[] header = in.readNBytes((int) length);
        if (header.length < length) {
            throw truncated(file, 8L + field + header.length);
        }
        String text = new String(header, StandardCharsets.ISO_8859_1);
        return new NpyHeader(type(file, text), shape(file, text), 8 + field + length);
    }

    private static DataFormatException truncated(String file, long length) {
        return DataFormatException.atByte(
                file, length, "ends within the header", "the file is truncated, save it anew");
    }

    private static Type type(String file, String text) throws DataFormatException {
        Matcher type = TYPE.matcher(text);
        Matcher order = ORDER.matcher(text);
        if (!type.find() || !order.find()) {
            throw new DataFormatException(
                    file, "its header tells no plain array of numbers", "save array.astype('<f4') instead");
        }
        if (order.group(1).equals("True")) {
            throw new DataFormatException(
                    file, "is column-major (fortran_order)", "save numpy.ascontiguousarray(array) instead");
        }
        if (type.group(1).equals(">")) {
            throw new DataFormatException(file, "is big-endian", "save array.astype('<f4') instead");
        }
        for (Type known : Type.values()) {
            if (known.name().equalsIgnoreCase(type.group(2))) {
                return known;
            }
        }
        throw new DataFormatException(
                file, "holds values of type '" + type.group(2) + "'", "save array.astype('<f4') instead");
    }

    private static int[] shape(String file, String text) throws DataFormatException {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.find()) {
            throw new DataFormatException(file, "its header tells no shape", "save it with numpy.save");
        }
        try {
            return Pattern.compile(",")
                    .splitAsStream(shape.group(1))
                    .map(String::strip)
                    .filter(size -> !size.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray();
        } catch (NumberFormatException e) {
            throw new DataFormatException(
                    file, "its shape (" + shape.group(1) + ") is more than memory holds", "give fewer samples");
        }
    }

    /** Product of the sizes, at most {@code most} + 1. */
    long count(long most) {
        long count = 1;
        for (int size : shape) {
            count = Math.min(count * size, most + 1);
        }
        return count;
    }
}
