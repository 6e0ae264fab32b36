package studio.crossbar.tensor;

import static java.util.Objects.checkFromIndexSize;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * A DAC over a run of activations, and its straight-through gradients; element by element equal to {@link Quantizer},
 * except that NaN stays NaN and passes its gradient, so that training that diverges shows it.
 */
public final class InputKernel {

    private InputKernel() {}

    /** Writes {@code q = dac.apply(x)} for {@code count} elements; {@code q} may be {@code x}. */
    public static void quantise(Quantizer dac, float[] x, int xOffset, int count, float[] q, int qOffset) {
        checkFromIndexSize(xOffset, count, x.length);
        checkFromIndexSize(qOffset, count, q.length);
        float perUnit = dac.stepsPerUnit();
        float step = dac.step();
        float low = dac.low();
        float high = dac.high();
        int i = 0;
        for (; i <= count - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector scaled =
                    FloatVector.fromArray(Lanes.FLOATS, x, xOffset + i).mul(perUnit);
            scaled.blend(low, scaled.compare(VectorOperators.LT, low))
                    .blend(high, scaled.compare(VectorOperators.GT, high))
                    .add(Lanes.ROUNDER)
                    .sub(Lanes.ROUNDER)
                    .mul(step)
                    .intoArray(q, qOffset + i);
        }
        for (; i < count; i++) {
            q[qOffset + i] = Lanes.round(Lanes.clip(x[xOffset + i] * perUnit, low, high)) * step;
        }
    }

    /**
     * Writes what row drivers of {@code bits} bits apply in one of several cycles: {@code ±A · d / (2^bits − 1)} for the
     * digit {@code d} of the magnitude of {@code dac}'s code to the base {@code 2^bits}, with the code's sign.
     *
     * @param shift bits of less significance than the digit's
     * @param q receives the result from {@code qOffset}; may be {@code x}
     */
    public static void digit(
            Quantizer dac, int bits, int shift, float[] x, int xOffset, int count, float[] q, int qOffset) {
        checkFromIndexSize(xOffset, count, x.length);
        checkFromIndexSize(qOffset, count, q.length);
        float perUnit = dac.stepsPerUnit();
        float low = dac.low();
        float high = dac.high();
        float base = 1 << bits;
        float unit = 1f / (1 << shift);
        float step = dac.fullScale() / (base - 1);
        int i = 0;
        for (; i <= count - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector scaled =
                    FloatVector.fromArray(Lanes.FLOATS, x, xOffset + i).mul(perUnit);
            FloatVector code = scaled.blend(low, scaled.compare(VectorOperators.LT, low))
                    .blend(high, scaled.compare(VectorOperators.GT, high))
                    .add(Lanes.ROUNDER)
                    .sub(Lanes.ROUNDER);
            FloatVector size = code.abs();
            FloatVector above = size.mul(unit / base)
                    .add(floor(unit / base))
                    .add(Lanes.ROUNDER)
                    .sub(Lanes.ROUNDER);
            FloatVector digit = size.mul(unit)
                    .add(floor(unit))
                    .add(Lanes.ROUNDER)
                    .sub(Lanes.ROUNDER)
                    .sub(above.mul(base));
            digit.mul(step)
                    .blend(digit.mul(-step), code.compare(VectorOperators.LT, 0f))
                    .intoArray(q, qOffset + i);
        }
        for (; i < count; i++) {
            float code = Lanes.round(Lanes.clip(x[xOffset + i] * perUnit, low, high));
            float size = Math.abs(code);
            float digit = floor(size, unit) - floor(size, unit / base) * base;
            q[qOffset + i] = code < 0 ? -step * digit : step * digit;
        }
    }

    /** {@code ⌊size · unit⌋} for whole {@code size} below 2^12 and a {@code unit} 2^−k: no result lies on a tie. */
    private static float floor(float size, float unit) {
        return Lanes.round(size * unit + floor(unit));
    }

    /** What makes a floor of rounding. */
    private static float floor(float unit) {
        return unit * 0.5f - 0.5f;
    }

    /**
     * Writes {@code dx = dq} where x is inside the range and 0 where it is clipped.
     *
     * @param x what was quantised
     * @param dq gradient by the quantised values; {@code dx} may be the same array at the same offset
     * @return gradient by the full scale, {@code Σ dq · ∂q/∂A}; products add up in float over {@value Lanes#CHUNK}
     *     elements, those sums in double
     */
    public static double backward(
            Quantizer dac, float[] x, int xOffset, int count, float[] dq, int dqOffset, float[] dx, int dxOffset) {
        checkFromIndexSize(xOffset, count, x.length);
        checkFromIndexSize(dqOffset, count, dq.length);
        checkFromIndexSize(dxOffset, count, dx.length);
        float perUnit = dac.stepsPerUnit();
        float low = dac.low();
        float high = dac.high();
        double total = 0;
        float[] lanes = Lanes.ofThread();
        int i = 0;
        while (i <= count - Lanes.COUNT) {
            int end = Math.min(i + Lanes.CHUNK, count) - Lanes.COUNT;
            FloatVector sum = FloatVector.zero(Lanes.FLOATS);
            for (; i <= end; i += Lanes.COUNT) {
                FloatVector scaled =
                        FloatVector.fromArray(Lanes.FLOATS, x, xOffset + i).mul(perUnit);
                FloatVector gradient = FloatVector.fromArray(Lanes.FLOATS, dq, dqOffset + i);
                VectorMask<Float> below = scaled.compare(VectorOperators.LT, low);
                VectorMask<Float> above = scaled.compare(VectorOperators.GT, high);
                VectorMask<Float> outside = below.or(above);
                FloatVector code = scaled.blend(low, below)
                        .blend(high, above)
                        .add(Lanes.ROUNDER)
                        .sub(Lanes.ROUNDER);
                sum = gradient.fma(code.sub(scaled.blend(0f, outside)), sum);
                gradient.blend(0f, outside).intoArray(dx, dxOffset + i);
            }
            sum.intoArray(lanes, 0);
            total += Lanes.sum(lanes);
        }
        for (; i < count; i++) {
            float scaled = x[xOffset + i] * perUnit;
            float gradient = dq[dqOffset + i];
            boolean outside = Lanes.outside(scaled, low, high);
            float code = Lanes.round(Lanes.clip(scaled, low, high));
            total += gradient * (code - (outside ? 0f : scaled));
            dx[dxOffset + i] = outside ? 0f : gradient;
        }
        return total / dac.steps();
    }
}
