package studio.crossbar.network.onnx;

import studio.crossbar.network.Extent;
import studio.crossbar.network.Shape;

/**
 * How a convolution or a pool moves, as its attributes say.
 *
 * @param kernel taps
 * @param pads zeros in front of and behind the rows, in front of and behind the columns
 * @param automatic ONNX's {@code auto_pad}
 */
record Windows(Node node, Extent kernel, Extent stride, Extent dilation, int[] pads, String automatic) {

    /** @param image whether there are rows */
    static Windows of(Node node, boolean image, Extent kernel) throws OnnxException {
        long[] shape = node.integers("kernel_shape");
        if (shape != null && !extent(node, "kernel_shape", image, 1).equals(kernel)) {
            throw node.problem("says another kernel than its weights have; the file is damaged, export it again");
        }
        int sides = image ? 2 : 1;
        int[] pads = new int[4];
        long[] given = node.integers("pads");
        if (given != null) {
            if (given.length != 2 * sides) {
                throw node.problem("has " + given.length + " values in pads for " + sides + " dimensions; the file is"
                        + " damaged, export it again");
            }
            for (int side = 0; side < sides; side++) {
                int at = image ? side : 1;
                pads[2 * at] = node.count("padding", given[side], 0);
                pads[2 * at + 1] = node.count("padding", given[sides + side], 0);
            }
        }
        return new Windows(
                node,
                kernel,
                extent(node, "strides", image, 1),
                extent(node, "dilations", image, 1),
                pads,
                node.text("auto_pad", "NOTSET"));
    }

    /** Kernel of a pool. */
    static Extent kernel(Node node, boolean image) throws OnnxException {
        if (node.integers("kernel_shape") == null) {
            throw node.problem("has no kernel_shape; the file is damaged, export it again");
        }
        return extent(node, "kernel_shape", image, 1);
    }

    private static Extent extent(Node node, String name, boolean image, int otherwise) throws OnnxException {
        long[] given = node.integers(name);
        if (given == null) {
            return Extent.square(otherwise);
        }
        if (given.length != (image ? 2 : 1)) {
            throw node.problem("has " + given.length + " values in " + name + " for " + (image ? 2 : 1)
                    + " dimensions; only signals and images are supported");
        }
        int width = node.count(name, given[given.length - 1], 1);
        return new Extent(image ? node.count(name, given[0], 1) : 1, width);
    }

    /**
     * Zeros on each side.
     *
     * @param before zeros that are there already
     */
    Extent padding(Shape input, Extent before) throws OnnxException {
        int height =
                side("rows", 0, input.height(), kernel.height(), stride.height(), dilation.height(), before.height());
        int width = side("columns", 1, input.width(), kernel.width(), stride.width(), dilation.width(), before.width());
        return new Extent(height, width);
    }

    private int side(String name, int at, int size, int taps, int step, int spread, int before) throws OnnxException {
        long first = pads[2 * at];
        long second = pads[2 * at + 1];
        if (automatic.startsWith("SAME")) {
            long windows = ((long) size + 2L * before + step - 1) / step;
            long reach = (taps - 1L) * spread + 1;
            long total = Math.max(0, (windows - 1) * step + reach - size - 2L * before);
            boolean upper = automatic.equals("SAME_UPPER");
            first = upper ? total / 2 : total - total / 2;
            second = total - first;
        } else if (automatic.equals("VALID")) {
            first = 0;
            second = 0;
        }
        if (first != second) {
            throw node.problem(
                    "pads " + name + " by " + first + " in front and " + second + " behind, but crossbars' windows"
                            + " are padded alike on both sides; use a kernel and stride that need equal padding, or pad by "
                            + Math.max(first, second) + " on both sides and train again");
        }
        return node.count("padding", first + before, 0);
    }
}
