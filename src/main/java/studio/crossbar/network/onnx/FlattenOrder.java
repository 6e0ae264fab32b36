package studio.crossbar.network.onnx;

import org.jspecify.annotations.Nullable;
import studio.crossbar.network.Shape;

/**
 * Which value of one of our vectors stands at each place of ONNX's. We flatten position by position with channels fastest,
 * ONNX flattens {@code [channels, height, width]} with positions fastest. Null stands for equal orders.
 */
final class FlattenOrder {

    private FlattenOrder() {}

    /** Our place of each of ONNX's values after flattening {@code shape}. */
    static int @Nullable [] of(Shape shape) {
        int positions = shape.length();
        int channels = shape.channels();
        if (positions == 1 || channels == 1) {
            return null;
        }
        int[] order = new int[shape.size()];
        for (int c = 0; c < channels; c++) {
            for (int p = 0; p < positions; p++) {
                order[c * positions + p] = p * channels + c;
            }
        }
        return order;
    }

    /** The order after a concatenated rectifier, which puts as many values behind. */
    static int @Nullable [] doubled(int @Nullable [] order) {
        if (order == null) {
            return null;
        }
        int size = order.length;
        int[] both = new int[2 * size];
        for (int i = 0; i < size; i++) {
            both[i] = order[i];
            both[size + i] = size + order[i];
        }
        return both;
    }

    /** ONNX's place of each of our values. */
    static long[] inverse(int[] order) {
        long[] inverse = new long[order.length];
        for (int i = 0; i < order.length; i++) {
            inverse[order[i]] = i;
        }
        return inverse;
    }

    /** Our place of ONNX's value {@code i}. */
    static int at(int @Nullable [] order, int i) {
        return order == null ? i : order[i];
    }
}
