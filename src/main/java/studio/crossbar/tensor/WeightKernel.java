package studio.crossbar.tensor;

import static java.util.Objects.checkFromIndexSize;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.jspecify.annotations.Nullable;

/** Programming of a run of weights that share an encoding: levels plus programming noise, and the range's gradient. */
public final class WeightKernel {

    private WeightKernel() {}

    /**
     * Writes {@code w~ = levels.apply(w) + sigma · R · deviate} for {@code count} weights.
     *
     * @param levels device levels; its full scale is R
     * @param latent unquantised weights
     * @param offset index of the first weight, in {@code latent} and in {@code programmed}
     * @param sigma standard deviation of the programming noise relative to R
     * @param deviates standard normal deviates, the first at {@code deviateOffset}; null for no noise
     */
    public static void program(
            Quantizer levels,
            float[] latent,
            int offset,
            int count,
            float sigma,
            float @Nullable [] deviates,
            int deviateOffset,
            float[] programmed) {
        checkFromIndexSize(offset, count, latent.length);
        checkFromIndexSize(offset, count, programmed.length);
        if (deviates == null) {
            InputKernel.quantise(levels, latent, offset, count, programmed, offset);
            return;
        }
        checkFromIndexSize(deviateOffset, count, deviates.length);
        float perUnit = levels.stepsPerUnit();
        float step = levels.step();
        float low = levels.low();
        float high = levels.high();
        float scale = sigma * levels.fullScale();
        int i = 0;
        for (; i <= count - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector scaled =
                    FloatVector.fromArray(Lanes.FLOATS, latent, offset + i).mul(perUnit);
            FloatVector exact = scaled.blend(low, scaled.compare(VectorOperators.LT, low))
                    .blend(high, scaled.compare(VectorOperators.GT, high))
                    .add(Lanes.ROUNDER)
                    .sub(Lanes.ROUNDER)
                    .mul(step);
            FloatVector.fromArray(Lanes.FLOATS, deviates, deviateOffset + i)
                    .fma(FloatVector.broadcast(Lanes.FLOATS, scale), exact)
                    .intoArray(programmed, offset + i);
        }
        for (; i < count; i++) {
            float exact = Lanes.round(Lanes.clip(latent[offset + i] * perUnit, low, high)) * step;
            programmed[offset + i] = Math.fma(deviates[deviateOffset + i], scale, exact);
        }
    }

    /**
     * Gradient by the full scale R, {@code Σ dw~ · ∂w_q/∂R}. The noise counts as a constant: it is never back-propagated.
     *
     * @param gradient gradient by the programmed weights, indexed like {@code latent}
     */
    public static double fullScaleGradient(Quantizer levels, float[] latent, int offset, int count, float[] gradient) {
        checkFromIndexSize(offset, count, latent.length);
        checkFromIndexSize(offset, count, gradient.length);
        float perUnit = levels.stepsPerUnit();
        float low = levels.low();
        float high = levels.high();
        double total = 0;
        float[] lanes = Lanes.ofThread();
        int i = 0;
        while (i <= count - Lanes.COUNT) {
            int end = Math.min(i + Lanes.CHUNK, count) - Lanes.COUNT;
            FloatVector sum = FloatVector.zero(Lanes.FLOATS);
            for (; i <= end; i += Lanes.COUNT) {
                FloatVector scaled =
                        FloatVector.fromArray(Lanes.FLOATS, latent, offset + i).mul(perUnit);
                VectorMask<Float> below = scaled.compare(VectorOperators.LT, low);
                VectorMask<Float> above = scaled.compare(VectorOperators.GT, high);
                VectorMask<Float> outside = below.or(above);
                FloatVector code = scaled.blend(low, below)
                        .blend(high, above)
                        .add(Lanes.ROUNDER)
                        .sub(Lanes.ROUNDER);
                sum = FloatVector.fromArray(Lanes.FLOATS, gradient, offset + i)
                        .fma(code.sub(scaled.blend(0f, outside)), sum);
            }
            sum.intoArray(lanes, 0);
            total += Lanes.sum(lanes);
        }
        for (; i < count; i++) {
            float scaled = latent[offset + i] * perUnit;
            float code = Lanes.round(Lanes.clip(scaled, low, high));
            total += gradient[offset + i] * (code - (Lanes.outside(scaled, low, high) ? 0f : scaled));
        }
        return total / levels.steps();
    }
}
