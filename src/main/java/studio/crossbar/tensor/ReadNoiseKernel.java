package studio.crossbar.tensor;

import static java.util.Objects.checkFromIndexSize;

import jdk.incubator.vector.FloatVector;

/** Noise of analog sums, and what its variance is computed from where that differs from sum to sum. */
public final class ReadNoiseKernel {

    private ReadNoiseKernel() {}

    /** Writes {@code into[i] = x[i]²} for {@code i} of {@code from … from + count − 1}. */
    public static void square(float[] x, int from, int count, float[] into) {
        checkFromIndexSize(from, count, Math.min(x.length, into.length));
        int i = from;
        for (; i <= from + count - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector value = FloatVector.fromArray(Lanes.FLOATS, x, i);
            value.mul(value).intoArray(into, i);
        }
        for (; i < from + count; i++) {
            into[i] = x[i] * x[i];
        }
    }

    /**
     * Adds noise: {@code sums[i] += √(variance[i] + constant) · deviates[i]}.
     *
     * @param sums from {@code offset}
     * @param variance of each sum, from {@code varianceOffset}, at least 0
     * @param constant variance that all sums have, at least 0
     * @param deviates standard normal, from {@code deviateOffset}
     */
    public static void add(
            int count,
            float[] sums,
            int offset,
            float[] variance,
            int varianceOffset,
            float constant,
            float[] deviates,
            int deviateOffset) {
        checkFromIndexSize(offset, count, sums.length);
        checkFromIndexSize(varianceOffset, count, variance.length);
        checkFromIndexSize(deviateOffset, count, deviates.length);
        int i = 0;
        for (; i <= count - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector sigma = FloatVector.fromArray(Lanes.FLOATS, variance, varianceOffset + i)
                    .add(constant)
                    .sqrt();
            sigma.fma(
                            FloatVector.fromArray(Lanes.FLOATS, deviates, deviateOffset + i),
                            FloatVector.fromArray(Lanes.FLOATS, sums, offset + i))
                    .intoArray(sums, offset + i);
        }
        for (; i < count; i++) {
            float sigma = (float) Math.sqrt(variance[varianceOffset + i] + constant);
            sums[offset + i] = Math.fma(sigma, deviates[deviateOffset + i], sums[offset + i]);
        }
    }

    /** Adds {@code sums[offset + i] += factor · values[valueOffset + i]}. */
    public static void accumulate(int count, float factor, float[] values, int valueOffset, float[] sums, int offset) {
        checkFromIndexSize(offset, count, sums.length);
        checkFromIndexSize(valueOffset, count, values.length);
        FloatVector factors = FloatVector.broadcast(Lanes.FLOATS, factor);
        int i = 0;
        for (; i <= count - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector.fromArray(Lanes.FLOATS, values, valueOffset + i)
                    .fma(factors, FloatVector.fromArray(Lanes.FLOATS, sums, offset + i))
                    .intoArray(sums, offset + i);
        }
        for (; i < count; i++) {
            sums[offset + i] = Math.fma(values[valueOffset + i], factor, sums[offset + i]);
        }
    }
}
