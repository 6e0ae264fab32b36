package studio.crossbar.tensor;

import static java.util.Objects.checkFromIndexSize;
import static java.util.Objects.checkFromToIndex;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.jspecify.annotations.Nullable;

/**
 * Digital part of a layer, {@code out = min(max(factor · z + shift, low), high)} a column, its gradients, and the
 * statistics that batch normalisation makes factor and shift from. Matrices are {@code [rows × columns]} row-major from
 * index 0; sums over the rows are taken in rising order, so they are the same bits for any vector width.
 */
public final class DigitalKernel {

    private DigitalKernel() {}

    /** Writes the activations of the rows {@code from … to − 1}. */
    public static void forward(
            int from,
            int to,
            int columns,
            float[] z,
            float[] factor,
            float[] shift,
            float low,
            float high,
            float[] out) {
        checkFromToIndex(from * columns, to * columns, Math.min(z.length, out.length));
        checkFromIndexSize(0, columns, Math.min(factor.length, shift.length));
        for (int column = 0; column < columns; column += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.FLOATS.indexInRange(column, columns);
            FloatVector scale = FloatVector.fromArray(Lanes.FLOATS, factor, column, inside);
            FloatVector add = FloatVector.fromArray(Lanes.FLOATS, shift, column, inside);
            if (column + Lanes.COUNT <= columns) {
                for (int row = from, at = from * columns + column; row < to; row++, at += columns) {
                    FloatVector value =
                            FloatVector.fromArray(Lanes.FLOATS, z, at).fma(scale, add);
                    value.blend(low, value.compare(VectorOperators.LT, low))
                            .blend(high, value.compare(VectorOperators.GT, high))
                            .intoArray(out, at);
                }
            } else {
                for (int row = from, at = from * columns + column; row < to; row++, at += columns) {
                    FloatVector value =
                            FloatVector.fromArray(Lanes.FLOATS, z, at, inside).fma(scale, add);
                    value.blend(low, value.compare(VectorOperators.LT, low))
                            .blend(high, value.compare(VectorOperators.GT, high))
                            .intoArray(out, at, inside);
                }
            }
        }
    }

    /**
     * Mean and population variance of each column. The sums run over differences from the first row, so that a large mean
     * costs no digits.
     *
     * @param mean receives {@code [columns]}
     * @param variance receives {@code [columns]}
     */
    public static void statistics(int rows, int columns, float[] z, float[] mean, float[] variance) {
        checkFromIndexSize(0, rows * columns, z.length);
        checkFromIndexSize(0, columns, Math.min(mean.length, variance.length));
        float share = 1f / rows;
        for (int column = 0; column < columns; column += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.FLOATS.indexInRange(column, columns);
            FloatVector pivot = FloatVector.fromArray(Lanes.FLOATS, z, column, inside);
            FloatVector sum = FloatVector.zero(Lanes.FLOATS);
            FloatVector squares = FloatVector.zero(Lanes.FLOATS);
            if (column + Lanes.COUNT <= columns) {
                for (int row = 0, at = column; row < rows; row++, at += columns) {
                    FloatVector d = FloatVector.fromArray(Lanes.FLOATS, z, at).sub(pivot);
                    sum = sum.add(d);
                    squares = d.fma(d, squares);
                }
            } else {
                for (int row = 0, at = column; row < rows; row++, at += columns) {
                    FloatVector d =
                            FloatVector.fromArray(Lanes.FLOATS, z, at, inside).sub(pivot);
                    sum = sum.add(d);
                    squares = d.fma(d, squares);
                }
            }
            FloatVector offset = sum.mul(share);
            pivot.add(offset).intoArray(mean, column, inside);
            squares.mul(share).sub(offset.mul(offset)).max(0f).intoArray(variance, column, inside);
        }
    }

    /**
     * First half of the backward pass: column sums over what the clip lets through, of the rows {@code from … to − 1}.
     *
     * @param out what {@link #forward} gave
     * @param dOut gradient by {@code out}
     * @param sum is added {@code Σ g} {@code [columns]}, where g is dOut inside the clip and else 0
     * @param product is added {@code Σ g · z} {@code [columns]}
     */
    public static void addBackwardSums(
            int from,
            int to,
            int columns,
            float[] out,
            float low,
            float high,
            float[] dOut,
            float[] z,
            float[] sum,
            float[] product) {
        checkFromToIndex(from * columns, to * columns, Math.min(out.length, Math.min(dOut.length, z.length)));
        checkFromIndexSize(0, columns, Math.min(sum.length, product.length));
        boolean clips = low > Float.NEGATIVE_INFINITY || high < Float.POSITIVE_INFINITY;
        for (int column = 0; column < columns; column += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.FLOATS.indexInRange(column, columns);
            boolean whole = column + Lanes.COUNT <= columns;
            FloatVector gradients = FloatVector.fromArray(Lanes.FLOATS, sum, column, inside);
            FloatVector products = FloatVector.fromArray(Lanes.FLOATS, product, column, inside);
            for (int row = from, at = from * columns + column; row < to; row++, at += columns) {
                FloatVector g = whole
                        ? FloatVector.fromArray(Lanes.FLOATS, dOut, at)
                        : FloatVector.fromArray(Lanes.FLOATS, dOut, at, inside);
                if (clips) {
                    FloatVector bounded = whole
                            ? FloatVector.fromArray(Lanes.FLOATS, out, at)
                            : FloatVector.fromArray(Lanes.FLOATS, out, at, inside);
                    // Where the activation lies inside the clip.
                    g = FloatVector.zero(Lanes.FLOATS)
                            .blend(
                                    g,
                                    bounded.compare(VectorOperators.GT, low)
                                            .and(bounded.compare(VectorOperators.LT, high)));
                }
                gradients = gradients.add(g);
                products = g.fma(
                        whole
                                ? FloatVector.fromArray(Lanes.FLOATS, z, at)
                                : FloatVector.fromArray(Lanes.FLOATS, z, at, inside),
                        products);
            }
            gradients.intoArray(sum, column, inside);
            products.intoArray(product, column, inside);
        }
    }

    /**
     * Second half: {@code dz = a · g + b · z + c} a column of the rows {@code from … to − 1}, which is the gradient of a plain factor with b = c = 0 and that
     * of batch normalisation with what its statistics add.
     *
     * @param dz receives the result; may be {@code dOut}
     * @param residual factors of the ADC range's gradient, or null
     * @return {@code Σ dz · residual}, or 0; rounded by the order of this machine's lanes
     */
    public static double backward(
            int from,
            int to,
            int columns,
            float[] out,
            float low,
            float high,
            float[] dOut,
            float[] z,
            float[] a,
            float[] b,
            float[] c,
            float[] dz,
            float @Nullable [] residual) {
        checkFromToIndex(
                from * columns,
                to * columns,
                Math.min(Math.min(out.length, dz.length), Math.min(dOut.length, z.length)));
        checkFromIndexSize(0, columns, Math.min(a.length, Math.min(b.length, c.length)));
        boolean clips = low > Float.NEGATIVE_INFINITY || high < Float.POSITIVE_INFINITY;
        double total = 0;
        float[] lanes = Lanes.ofThread();
        for (int column = 0; column < columns; column += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.FLOATS.indexInRange(column, columns);
            boolean whole = column + Lanes.COUNT <= columns;
            FloatVector byGradient = FloatVector.fromArray(Lanes.FLOATS, a, column, inside);
            FloatVector bySum = FloatVector.fromArray(Lanes.FLOATS, b, column, inside);
            FloatVector constant = FloatVector.fromArray(Lanes.FLOATS, c, column, inside);
            for (int first = from; first < to; first += Lanes.CHUNK) {
                int end = Math.min(to, first + Lanes.CHUNK);
                FloatVector range = FloatVector.zero(Lanes.FLOATS);
                for (int row = first, at = first * columns + column; row < end; row++, at += columns) {
                    FloatVector g = whole
                            ? FloatVector.fromArray(Lanes.FLOATS, dOut, at)
                            : FloatVector.fromArray(Lanes.FLOATS, dOut, at, inside);
                    if (clips) {
                        FloatVector bounded = whole
                                ? FloatVector.fromArray(Lanes.FLOATS, out, at)
                                : FloatVector.fromArray(Lanes.FLOATS, out, at, inside);
                        // Where the activation lies inside the clip.
                        g = FloatVector.zero(Lanes.FLOATS)
                                .blend(
                                        g,
                                        bounded.compare(VectorOperators.GT, low)
                                                .and(bounded.compare(VectorOperators.LT, high)));
                    }
                    FloatVector result = g.fma(
                            byGradient,
                            (whole
                                            ? FloatVector.fromArray(Lanes.FLOATS, z, at)
                                            : FloatVector.fromArray(Lanes.FLOATS, z, at, inside))
                                    .fma(bySum, constant));
                    if (residual != null) {
                        range = result.fma(
                                whole
                                        ? FloatVector.fromArray(Lanes.FLOATS, residual, at)
                                        : FloatVector.fromArray(Lanes.FLOATS, residual, at, inside),
                                range);
                    }
                    if (whole) {
                        result.intoArray(dz, at);
                    } else {
                        result.intoArray(dz, at, inside);
                    }
                }
                if (residual != null) {
                    range.intoArray(lanes, 0);
                    total += Lanes.sum(lanes);
                }
            }
        }
        return total;
    }
}
