package studio.crossbar.tensor;

import static java.util.Objects.checkFromIndexSize;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.jspecify.annotations.Nullable;

/**
 * Conversion of the analog sums of one row block, and its straight-through gradient. A conversion equals
 * {@link Quantizer#code} in every bit, for any vector width, except that NaN stays NaN and counts as not clipped, so that
 * training that diverges shows it.
 */
public final class AdcKernel {

    private AdcKernel() {}

    /**
     * Converts {@code count} analog sums and accumulates them digitally: {@code sums (+)= share · code · Y / steps}.
     *
     * @param adc its full scale is Y, in units of activation times weight
     * @param share by which the code counts: 1, or the significance of a digit of weights or inputs
     * @param first whether to overwrite the results instead of adding to them
     * @param analog sums, the first at {@code analogOffset}; may be {@code sums} itself if {@code first}
     * @param sums receives the accumulated sums, from {@code offset}
     * @param residual accumulates share · ∂z/∂Y ({@link Quantizer#fullScaleGradient}), from {@code offset}; null at inference
     * @param clipped gets {@code bit} where the conversion was clipped, from {@code offset}; null at inference
     * @param bit of this block, one bit set
     * @param clearBits whether the other bits of {@code clipped} are cleared
     * @return how many conversions were clipped
     */
    public static long convert(
            Quantizer adc,
            float share,
            boolean first,
            int count,
            float[] analog,
            int analogOffset,
            float[] sums,
            float @Nullable [] residual,
            int @Nullable [] clipped,
            int offset,
            int bit,
            boolean clearBits) {
        checkFromIndexSize(analogOffset, count, analog.length);
        checkFromIndexSize(offset, count, sums.length);
        if (residual == null || clipped == null) {
            return infer(adc, share, first, count, analog, analogOffset, sums, offset);
        }
        checkFromIndexSize(offset, count, Math.min(residual.length, clipped.length));
        float perUnit = adc.stepsPerUnit();
        float step = share * adc.step();
        float low = adc.low();
        float high = adc.high();
        float perStep = share / adc.steps();
        long clips = 0;
        int i = 0;
        for (; i <= count - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector scaled = FloatVector.fromArray(Lanes.FLOATS, analog, analogOffset + i)
                    .mul(perUnit);
            VectorMask<Float> below = scaled.compare(VectorOperators.LT, low);
            VectorMask<Float> above = scaled.compare(VectorOperators.GT, high);
            VectorMask<Float> outside = below.or(above);
            FloatVector code = scaled.blend(low, below)
                    .blend(high, above)
                    .add(Lanes.ROUNDER)
                    .sub(Lanes.ROUNDER);
            FloatVector error = code.sub(scaled.blend(0f, outside));
            IntVector bits =
                    clearBits ? IntVector.zero(Lanes.INTS) : IntVector.fromArray(Lanes.INTS, clipped, offset + i);
            bits.blend(bits.or(bit), outside.cast(Lanes.INTS)).intoArray(clipped, offset + i);
            clips += outside.trueCount();
            if (first) {
                code.mul(step).intoArray(sums, offset + i);
                error.mul(perStep).intoArray(residual, offset + i);
            } else {
                code.fma(
                                FloatVector.broadcast(Lanes.FLOATS, step),
                                FloatVector.fromArray(Lanes.FLOATS, sums, offset + i))
                        .intoArray(sums, offset + i);
                error.fma(
                                FloatVector.broadcast(Lanes.FLOATS, perStep),
                                FloatVector.fromArray(Lanes.FLOATS, residual, offset + i))
                        .intoArray(residual, offset + i);
            }
        }
        for (; i < count; i++) {
            float scaled = analog[analogOffset + i] * perUnit;
            boolean outside = Lanes.outside(scaled, low, high);
            float code = Lanes.round(Lanes.clip(scaled, low, high));
            float error = code - (outside ? 0f : scaled);
            clips += outside ? 1 : 0;
            clipped[offset + i] = (clearBits ? 0 : clipped[offset + i]) | (outside ? bit : 0);
            sums[offset + i] = first ? code * step : Math.fma(code, step, sums[offset + i]);
            residual[offset + i] = first ? error * perStep : Math.fma(error, perStep, residual[offset + i]);
        }
        return clips;
    }

    private static long infer(
            Quantizer adc,
            float share,
            boolean first,
            int count,
            float[] analog,
            int analogOffset,
            float[] sums,
            int offset) {
        float perUnit = adc.stepsPerUnit();
        float step = share * adc.step();
        float low = adc.low();
        float high = adc.high();
        long clips = 0;
        int i = 0;
        for (; i <= count - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector scaled = FloatVector.fromArray(Lanes.FLOATS, analog, analogOffset + i)
                    .mul(perUnit);
            VectorMask<Float> below = scaled.compare(VectorOperators.LT, low);
            VectorMask<Float> above = scaled.compare(VectorOperators.GT, high);
            clips += below.or(above).trueCount();
            FloatVector code = scaled.blend(low, below)
                    .blend(high, above)
                    .add(Lanes.ROUNDER)
                    .sub(Lanes.ROUNDER);
            FloatVector value = first
                    ? code.mul(step)
                    : code.fma(
                            FloatVector.broadcast(Lanes.FLOATS, step),
                            FloatVector.fromArray(Lanes.FLOATS, sums, offset + i));
            value.intoArray(sums, offset + i);
        }
        for (; i < count; i++) {
            float scaled = analog[analogOffset + i] * perUnit;
            clips += Lanes.outside(scaled, low, high) ? 1 : 0;
            float code = Lanes.round(Lanes.clip(scaled, low, high));
            sums[offset + i] = first ? code * step : Math.fma(code, step, sums[offset + i]);
        }
        return clips;
    }

    /**
     * First of the conversions {@code from … to − 1} that was clipped in any block of these bits.
     *
     * @return {@code to} if there is none
     */
    public static int nextClipped(int[] clipped, int from, int to) {
        int i = from;
        for (; i <= to - Lanes.COUNT; i += Lanes.COUNT) {
            VectorMask<Integer> some =
                    IntVector.fromArray(Lanes.INTS, clipped, i).compare(VectorOperators.NE, 0);
            if (some.anyTrue()) {
                return i + some.firstTrue();
            }
        }
        while (i < to && clipped[i] == 0) {
            i++;
        }
        return i;
    }

    /**
     * Straight-through gradient of one block's analog sums: {@code gradient} where its conversion was not clipped, else 0.
     *
     * @param count elements, from {@code offset} in the gradient and the clip bits
     * @param clipped bits that {@link #convert} gave
     * @param bit of the block
     * @param into receives the result from {@code intoOffset}
     */
    public static void passUnclipped(
            int count, float[] gradient, int[] clipped, int offset, int bit, float[] into, int intoOffset) {
        checkFromIndexSize(offset, count, Math.min(gradient.length, clipped.length));
        checkFromIndexSize(intoOffset, count, into.length);
        int i = 0;
        for (; i <= count - Lanes.COUNT; i += Lanes.COUNT) {
            IntVector bits =
                    IntVector.fromArray(Lanes.INTS, clipped, offset + i).and(bit);
            VectorMask<Float> outside = bits.compare(VectorOperators.NE, 0).cast(Lanes.FLOATS);
            FloatVector.fromArray(Lanes.FLOATS, gradient, offset + i)
                    .blend(0f, outside)
                    .intoArray(into, intoOffset + i);
        }
        for (; i < count; i++) {
            into[intoOffset + i] = (clipped[offset + i] & bit) != 0 ? 0f : gradient[offset + i];
        }
    }

    /**
     * Where a block's sum is put together from several conversions, adds up the shares of those that pass its gradient: adds
     * {@code share} to {@code into} where the conversion with {@code bit} was not clipped.
     *
     * @param count elements, from {@code offset} in the clip bits and from {@code intoOffset} in {@code into}
     * @param share of the conversion in the sum
     */
    public static void addUnclipped(
            int count, float share, int[] clipped, int offset, int bit, float[] into, int intoOffset) {
        checkFromIndexSize(offset, count, clipped.length);
        checkFromIndexSize(intoOffset, count, into.length);
        int i = 0;
        for (; i <= count - Lanes.COUNT; i += Lanes.COUNT) {
            IntVector bits =
                    IntVector.fromArray(Lanes.INTS, clipped, offset + i).and(bit);
            VectorMask<Float> outside = bits.compare(VectorOperators.NE, 0).cast(Lanes.FLOATS);
            FloatVector.fromArray(Lanes.FLOATS, into, intoOffset + i)
                    .add(FloatVector.broadcast(Lanes.FLOATS, share).blend(0f, outside))
                    .intoArray(into, intoOffset + i);
        }
        for (; i < count; i++) {
            into[intoOffset + i] += (clipped[offset + i] & bit) != 0 ? 0f : share;
        }
    }

    /**
     * Turns the shares that {@link #addUnclipped} added up into the gradient that they pass, {@code into / whole · gradient}.
     *
     * @param whole sum of all shares
     * @param gradient from {@code offset}
     */
    public static void passShares(int count, float whole, float[] gradient, int offset, float[] into, int intoOffset) {
        checkFromIndexSize(offset, count, gradient.length);
        checkFromIndexSize(intoOffset, count, into.length);
        int i = 0;
        for (; i <= count - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector.fromArray(Lanes.FLOATS, into, intoOffset + i)
                    .div(whole)
                    .mul(FloatVector.fromArray(Lanes.FLOATS, gradient, offset + i))
                    .intoArray(into, intoOffset + i);
        }
        for (; i < count; i++) {
            into[intoOffset + i] = into[intoOffset + i] / whole * gradient[offset + i];
        }
    }
}
