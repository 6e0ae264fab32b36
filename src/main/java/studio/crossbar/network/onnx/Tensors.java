package studio.crossbar.network.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads constants, with their sizes checked before memory is taken. */
final class Tensors {

    private Tensors() {}

    /** @throws OnnxException naming the tensor and what to do */
    static Value.Constant read(TensorProto tensor, String name) throws OnnxException {
        if (tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL || tensor.getExternalDataCount() > 0) {
            throw new OnnxException(
                    "tensor \"" + name + "\" lies in another file; save the model with its weights in one"
                            + " file (in Python: onnx.save(onnx.load(FILE), NEW))");
        }
        TensorProto.DataType type = TensorProto.DataType.forNumber(tensor.getDataType());
        int bytes = type == null ? 0 : bytes(type);
        if (type == null || bytes == 0) {
            throw new OnnxException("tensor \"" + name + "\" holds " + typeName(tensor.getDataType())
                    + " values; export the network with 32-bit float weights, not quantised");
        }
        long[] dimensions =
                tensor.getDimsList().stream().mapToLong(Long::longValue).toArray();
        long size = size(dimensions, name);
        boolean raw = tensor.hasRawData();
        long found = raw ? tensor.getRawData().size() / bytes : listed(tensor, type);
        if (found != size || (raw && tensor.getRawData().size() % bytes != 0)) {
            throw new OnnxException("tensor \"" + name + "\" holds " + found + " values, but its dimensions "
                    + shown(dimensions) + " want " + size + "; the file is damaged, export it again");
        }
        Object numbers = isFloating(type) ? floats(tensor, type, (int) size) : longs(tensor, type, (int) size);
        return new Value.Constant(name, dimensions, numbers);
    }

    private static long size(long[] dimensions, String name) throws OnnxException {
        long size = 1;
        for (long dimension : dimensions) {
            if (dimension < 0 || dimension > Integer.MAX_VALUE) {
                throw tooLarge(dimensions, name);
            }
            size *= dimension;
            if (size > Integer.MAX_VALUE) {
                throw tooLarge(dimensions, name);
            }
        }
        return size;
    }

    private static OnnxException tooLarge(long[] dimensions, String name) {
        return new OnnxException("tensor \"" + name + "\" has dimensions " + shown(dimensions)
                + ", more than can be counted; the file is damaged, export it again");
    }

    private static int bytes(TensorProto.DataType type) {
        return switch (type) {
            case FLOAT, INT32 -> 4;
            case DOUBLE, INT64 -> 8;
            case FLOAT16, BFLOAT16 -> 2;
            default -> 0;
        };
    }

    private static boolean isFloating(TensorProto.DataType type) {
        return type != TensorProto.DataType.INT32 && type != TensorProto.DataType.INT64;
    }

    private static int listed(TensorProto tensor, TensorProto.DataType type) {
        return switch (type) {
            case FLOAT -> tensor.getFloatDataCount();
            case DOUBLE -> tensor.getDoubleDataCount();
            case INT64 -> tensor.getInt64DataCount();
            default -> tensor.getInt32DataCount();
        };
    }

    private static @Nullable ByteBuffer raw(TensorProto tensor) {
        ByteString bytes = tensor.getRawData();
        return tensor.hasRawData() ? bytes.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN) : null;
    }

    private static float[] floats(TensorProto tensor, TensorProto.DataType type, int size) {
        float[] values = new float[size];
        ByteBuffer raw = raw(tensor);
        for (int i = 0; i < size; i++) {
            values[i] = switch (type) {
                case FLOAT -> raw == null ? tensor.getFloatData(i) : raw.getFloat();
                case DOUBLE -> (float) (raw == null ? tensor.getDoubleData(i) : raw.getDouble());
                case FLOAT16 -> Float.float16ToFloat(raw == null ? (short) tensor.getInt32Data(i) : raw.getShort());
                default -> Float.intBitsToFloat((raw == null ? tensor.getInt32Data(i) : raw.getShort()) << 16);
            };
        }
        return values;
    }

    private static long[] longs(TensorProto tensor, TensorProto.DataType type, int size) {
        long[] values = new long[size];
        ByteBuffer raw = raw(tensor);
        boolean wide = type == TensorProto.DataType.INT64;
        for (int i = 0; i < size; i++) {
            if (raw == null) {
                values[i] = wide ? tensor.getInt64Data(i) : tensor.getInt32Data(i);
            } else {
                values[i] = wide ? raw.getLong() : raw.getInt();
            }
        }
        return values;
    }

    /** Such as "INT8". */
    static String typeName(int number) {
        TensorProto.DataType type = TensorProto.DataType.forNumber(number);
        return type == null ? "unknown (" + number + ")" : type.name();
    }

    /** Such as "[64, 3, 3, 3]". */
    static String shown(long[] dimensions) {
        return Arrays.toString(dimensions);
    }
}
