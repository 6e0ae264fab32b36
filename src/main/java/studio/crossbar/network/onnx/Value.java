package studio.crossbar.network.onnx;

import org.jspecify.annotations.Nullable;
import studio.crossbar.network.Extent;

/** What is known of a tensor while a graph is read. */
sealed interface Value {

    /**
     * A tensor that depends on the sample.
     *
     * @param step what it was computed by
     * @param layout of its dimensions
     * @param order of a vector's values, see {@link FlattenOrder}
     * @param zeros rows and columns of zeros around it that a following convolution is to pad
     * @param end operator that only makes probabilities of the scores, in words of the file; null before
     */
    record Feature(
            Step step,
            Layout layout,
            int @Nullable [] order,
            Extent zeros,
            @Nullable String end) implements Value {

        Feature(Step step, Layout layout) {
            this(step, layout, null, Extent.ZERO, null);
        }

        Feature with(Step otherStep, Layout otherLayout) {
            return new Feature(otherStep, otherLayout, order, zeros, end);
        }

        Feature withLayout(Layout value) {
            return with(step, value);
        }

        Feature withZeros(Extent value) {
            return new Feature(step, layout, order, value, end);
        }

        Feature withEnd(String value) {
            return new Feature(step, layout, order, zeros, value);
        }
    }

    /**
     * {@code −x}, or {@code max(−x, 0)}: half of a concatenated rectifier.
     *
     * @param of x
     */
    record Negative(Feature of, boolean rectified) implements Value {}

    /**
     * Constants, row-major.
     *
     * @param name in the file
     * @param dimensions sizes; none for a scalar
     * @param numbers float[] or, for shapes and places, long[] with {@link #BATCH} for the size of the batch
     */
    record Constant(String name, long[] dimensions, Object numbers) implements Value {

        static final long BATCH = Long.MIN_VALUE;

        static Constant list(String name, long... values) {
            return new Constant(name, new long[] {values.length}, values);
        }

        int size() {
            return numbers instanceof float[] floats ? floats.length : ((long[]) numbers).length;
        }
    }
}
