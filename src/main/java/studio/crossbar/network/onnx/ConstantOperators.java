package studio.crossbar.network.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

/** Computes what is the same for all samples: the shapes that exporters work out, and reordered weights. */
final class ConstantOperators {

    private ConstantOperators() {}

    static Value constant(Node node) throws OnnxException {
        for (String name : new String[] {"value", "value_float", "value_floats", "value_int", "value_ints"}) {
            AttributeProto attribute = node.attribute(name);
            if (attribute == null) {
                continue;
            }
            return switch (name) {
                case "value" -> Tensors.read(attribute.getT(), node.where());
                case "value_float" -> new Value.Constant(node.where(), new long[0], new float[] {attribute.getF()});
                case "value_floats" -> floats(node, attribute);
                case "value_int" -> new Value.Constant(node.where(), new long[0], new long[] {attribute.getI()});
                default ->
                    Value.Constant.list(
                            node.where(),
                            attribute.getIntsList().stream()
                                    .mapToLong(Long::longValue)
                                    .toArray());
            };
        }
        throw node.problem("holds neither numbers nor a dense tensor; export the network with dense weights");
    }

    private static Value floats(Node node, AttributeProto attribute) {
        float[] values = new float[attribute.getFloatsCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = attribute.getFloats(i);
        }
        return new Value.Constant(node.where(), new long[] {values.length}, values);
    }

    static Value cast(Node node, Value.Constant constant) throws OnnxException {
        TensorProto.DataType type = TensorProto.DataType.forNumber((int) node.integer("to", 0));
        boolean integers = type == TensorProto.DataType.INT64 || type == TensorProto.DataType.INT32;
        if (!integers && !floating(type)) {
            throw node.problem("makes " + Tensors.typeName((int) node.integer("to", 0))
                    + " values; export the network with 32-bit floats, not quantised");
        }
        Object numbers = constant.numbers();
        if (integers && numbers instanceof float[] floats) {
            long[] whole = new long[floats.length];
            for (int i = 0; i < whole.length; i++) {
                whole[i] = (long) floats[i];
            }
            numbers = whole;
        } else if (!integers && numbers instanceof long[] longs) {
            float[] floats = new float[longs.length];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = number(node, longs[i]);
            }
            numbers = floats;
        }
        return new Value.Constant(constant.name(), constant.dimensions(), numbers);
    }

    static boolean floating(TensorProto.DataType type) {
        return type == TensorProto.DataType.FLOAT
                || type == TensorProto.DataType.DOUBLE
                || type == TensorProto.DataType.FLOAT16
                || type == TensorProto.DataType.BFLOAT16;
    }

    private static long number(Node node, long value) throws OnnxException {
        if (value == Value.Constant.BATCH) {
            throw node.problem("computes with the number of samples; export with constant folding, or reshape by -1");
        }
        return value;
    }

    /** Dimensions that keep the number of values. */
    static Value reshaped(Node node, Value.Constant constant) throws OnnxException {
        long[] wanted = node.longs(1).clone();
        long known = 1;
        int open = -1;
        for (int d = 0; d < wanted.length; d++) {
            if (wanted[d] == 0 && d < constant.dimensions().length) {
                wanted[d] = constant.dimensions()[d];
            }
            if (wanted[d] == -1 && open < 0) {
                open = d;
            } else {
                known *= node.count("size", wanted[d], 1);
            }
        }
        if (open >= 0) {
            wanted[open] = constant.size() / known;
            known *= wanted[open];
        }
        if (known != constant.size()) {
            throw node.problem("reshapes " + constant.size() + " constants to " + Tensors.shown(wanted)
                    + "; the file is damaged, export it again");
        }
        return new Value.Constant(constant.name(), wanted, constant.numbers());
    }

    static Value squeezed(Node node, Value.Constant constant) throws OnnxException {
        long[] axes = node.axes(1);
        long[] dimensions = constant.dimensions();
        boolean[] gone = new boolean[dimensions.length];
        if (axes == null) {
            for (int d = 0; d < gone.length; d++) {
                gone[d] = dimensions[d] == 1;
            }
        } else {
            for (int d : ShapeOperators.sorted(node, axes, dimensions.length)) {
                gone[d] = dimensions[d] == 1;
            }
        }
        long[] left = new long[dimensions.length];
        int count = 0;
        for (int d = 0; d < gone.length; d++) {
            if (!gone[d]) {
                left[count++] = dimensions[d];
            }
        }
        return new Value.Constant(constant.name(), Arrays.copyOf(left, count), constant.numbers());
    }

    static Value unsqueezed(Node node, Value.Constant constant) throws OnnxException {
        long[] axes = node.axes(1);
        long[] added = axes == null ? new long[0] : axes;
        int rank = constant.dimensions().length + added.length;
        long[] more = new long[rank];
        boolean[] one = new boolean[rank];
        for (int d : ShapeOperators.sorted(node, added, rank)) {
            one[d] = true;
        }
        int at = 0;
        for (int d = 0; d < rank; d++) {
            more[d] = one[d] || at >= constant.dimensions().length ? 1 : constant.dimensions()[at++];
        }
        return new Value.Constant(constant.name(), more, constant.numbers());
    }

    static Value transposed(Node node, Value.Constant constant) throws OnnxException {
        long[] from = constant.dimensions();
        int[] order = ShapeOperators.permutation(node, from.length);
        int[] strides = new int[from.length];
        int stride = 1;
        for (int d = from.length - 1; d >= 0; d--) {
            strides[d] = stride;
            stride *= (int) from[d];
        }
        long[] to = new long[from.length];
        for (int d = 0; d < to.length; d++) {
            to[d] = from[order[d]];
        }
        int[] sources = new int[constant.size()];
        for (int i = 0; i < sources.length; i++) {
            int rest = i;
            int source = 0;
            for (int d = to.length - 1; d >= 0; d--) {
                source += rest % (int) to[d] * strides[order[d]];
                rest /= (int) to[d];
            }
            sources[i] = source;
        }
        Object moved =
                constant.numbers() instanceof float[] floats ? moved(floats, sources) : moved(node.longs(0), sources);
        return new Value.Constant(constant.name(), to, moved);
    }

    private static float[] moved(float[] values, int[] sources) {
        float[] moved = new float[values.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = values[sources[i]];
        }
        return moved;
    }

    private static long[] moved(long[] values, int[] sources) {
        return Arrays.stream(sources).mapToLong(source -> values[source]).toArray();
    }

    /** Sums and products of constants of one size, or of one and many. */
    static Value computed(Node node, DoubleBinaryOperator ofFloats, LongBinaryOperator ofLongs) throws OnnxException {
        Value.Constant one = node.constant(0);
        Value.Constant other = node.constant(1);
        int size = Math.max(one.size(), other.size());
        if ((one.size() != size && one.size() != 1) || (other.size() != size && other.size() != 1)) {
            throw node.problem("combines constants of different sizes; export with constant folding");
        }
        Value.Constant larger = one.size() == size ? one : other;
        if (one.numbers() instanceof float[] a && other.numbers() instanceof float[] b) {
            float[] result = new float[size];
            for (int i = 0; i < size; i++) {
                result[i] = (float) ofFloats.applyAsDouble(a[i % a.length], b[i % b.length]);
            }
            return new Value.Constant(node.where(), larger.dimensions(), result);
        }
        long[] a = node.longs(0);
        long[] b = node.longs(1);
        long[] result = new long[size];
        for (int i = 0; i < size; i++) {
            long divisor = number(node, b[i % b.length]);
            if (divisor == 0 && node.operator().equals("Div")) {
                throw node.problem("divides by 0; the file is damaged, export it again");
            }
            result[i] = ofLongs.applyAsLong(number(node, a[i % a.length]), divisor);
        }
        return new Value.Constant(node.where(), larger.dimensions(), result);
    }
}
