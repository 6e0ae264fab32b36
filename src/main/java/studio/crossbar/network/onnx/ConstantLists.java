package studio.crossbar.network.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.Arrays;

/** Puts together what is the same for all samples: sizes of shapes and lists of paddings. */
final class ConstantLists {

    /** Most numbers that a node may make of one. */
    private static final int MOST_FILLED = 4096;

    private ConstantLists() {}

    static Value gather(Node node) throws OnnxException {
        Value.Constant from = node.constant(0);
        long[] values = node.longs(0);
        long[] places = node.longs(1);
        if (from.dimensions().length != 1 || node.integer("axis", 0) != 0) {
            throw node.problem("picks from a table; only sizes of shapes may be picked, export with constant folding");
        }
        long[] found = new long[places.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = values[node.axis(places[i], values.length)];
        }
        return new Value.Constant(node.where(), node.constant(1).dimensions(), found);
    }

    static Value concat(Node node) throws OnnxException {
        long[] all = new long[0];
        for (int i = 0; i < node.inputs(); i++) {
            long[] part = node.longs(i);
            int size = all.length;
            all = Arrays.copyOf(all, size + part.length);
            System.arraycopy(part, 0, all, size, part.length);
        }
        return Value.Constant.list(node.where(), all);
    }

    /** Rows of a list or table. */
    static Value slice(Node node) throws OnnxException {
        long[] values = node.longs(0);
        long[] dimensions = node.constant(0).dimensions();
        long[] starts = node.has(1) ? node.longs(1) : node.integers("starts");
        long[] ends = node.has(2) ? node.longs(2) : node.integers("ends");
        long[] axes = node.axes(3);
        long[] steps = node.has(4) ? node.longs(4) : new long[] {1};
        boolean ofRows = dimensions.length > 0 && (axes == null || (axes.length == 1 && axes[0] == 0));
        if (starts == null
                || ends == null
                || starts.length != 1
                || ends.length != 1
                || steps.length != 1
                || steps[0] == 0
                || !ofRows) {
            throw node.problem("cuts more than rows of a shape; export with constant folding");
        }
        int rows = (int) dimensions[0];
        int width = rows == 0 ? 0 : values.length / rows;
        boolean forward = steps[0] > 0;
        long step = Math.clamp(steps[0], -rows - 1L, rows + 1L);
        int from = forward ? place(starts[0], 0, rows, rows) : place(starts[0], -1, rows - 1, rows);
        int to = forward ? place(ends[0], 0, rows, rows) : place(ends[0], -1, rows - 1, rows);
        long[] cut = new long[values.length];
        int found = 0;
        for (long row = from; forward ? row < to : row > to; row += step) {
            System.arraycopy(values, (int) row * width, cut, found++ * width, width);
        }
        long[] sizes = dimensions.clone();
        sizes[0] = found;
        return new Value.Constant(node.where(), sizes, Arrays.copyOf(cut, found * width));
    }

    private static int place(long at, int low, int high, int size) {
        return Math.clamp(at < 0 ? Math.max(at, Long.MIN_VALUE + size) + size : at, low, high);
    }

    /** Equal numbers, such as paddings of 0. */
    static Value filled(Node node) throws OnnxException {
        long[] dimensions = node.longs(0).clone();
        long size = 1;
        for (long dimension : dimensions) {
            size *= dimension < 0 || dimension > MOST_FILLED ? MOST_FILLED + 1 : dimension;
            if (size > MOST_FILLED) {
                throw node.problem("makes a tensor of " + Tensors.shown(dimensions)
                        + " equal numbers; export with constant folding");
            }
        }
        AttributeProto attribute = node.attribute("value");
        Value.Constant value = attribute == null
                ? new Value.Constant("", new long[0], new float[1])
                : Tensors.read(attribute.getT(), node.where());
        if (value.size() != 1) {
            throw node.problem("repeats " + value.size() + " values where one is wanted; the file is damaged");
        }
        Object numbers;
        if (value.numbers() instanceof long[] longs) {
            long[] all = new long[(int) size];
            Arrays.fill(all, longs[0]);
            numbers = all;
        } else {
            float[] all = new float[(int) size];
            Arrays.fill(all, ((float[]) value.numbers())[0]);
            numbers = all;
        }
        return new Value.Constant(node.where(), dimensions, numbers);
    }
}
