package studio.crossbar.tensor;

import static java.util.Objects.checkFromIndexSize;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.jspecify.annotations.Nullable;

/**
 * What {@link WeightKernel} does, for weights whose {@code steps + 1} levels divide [−R, R] evenly: level
 * {@code ℓ = 2s − steps} of state {@code s} stands for {@code R · ℓ / steps}, so that 0 is no level where {@code steps} is
 * odd (a mid-rise quantiser).
 */
public final class OffsetKernel {

    private OffsetKernel() {}

    /** Level of {@code latent}: the nearest (ties to that of the even state), clipped to {@code ±steps}. */
    public static int level(float fullScale, int steps, float latent) {
        return (int) level(latent * (steps / fullScale), steps);
    }

    private static float level(float scaled, float steps) {
        return 2f * Lanes.round((Lanes.clip(scaled, -steps, steps) + steps) * 0.5f) - steps;
    }

    /**
     * Writes {@code w~ = R · ℓ / steps + deviation · deviate} for {@code count} weights.
     *
     * @param latent unquantised weights
     * @param offset index of the first weight, in {@code latent} and in {@code programmed}
     * @param deviation of the programming noise, in the unit of the weights
     * @param deviates standard normal deviates, the first at {@code offset}; null for no noise; may be
     *     {@code programmed}
     */
    public static void program(
            float fullScale,
            int steps,
            float[] latent,
            int offset,
            int count,
            float deviation,
            float @Nullable [] deviates,
            float[] programmed) {
        checkFromIndexSize(offset, count, latent.length);
        checkFromIndexSize(offset, count, programmed.length);
        float perUnit = steps / fullScale;
        float step = fullScale / steps;
        float bound = steps;
        int i = offset;
        for (; i <= offset + count - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector scaled = FloatVector.fromArray(Lanes.FLOATS, latent, i).mul(perUnit);
            FloatVector exact = scaled.blend(-bound, scaled.compare(VectorOperators.LT, -bound))
                    .blend(bound, scaled.compare(VectorOperators.GT, bound))
                    .add(bound)
                    .mul(0.5f)
                    .add(Lanes.ROUNDER)
                    .sub(Lanes.ROUNDER)
                    .mul(2f)
                    .sub(bound)
                    .mul(step);
            if (deviates != null) {
                exact = FloatVector.fromArray(Lanes.FLOATS, deviates, i)
                        .fma(FloatVector.broadcast(Lanes.FLOATS, deviation), exact);
            }
            exact.intoArray(programmed, i);
        }
        for (; i < offset + count; i++) {
            float exact = level(latent[i] * perUnit, steps) * step;
            programmed[i] = deviates == null ? exact : Math.fma(deviates[i], deviation, exact);
        }
    }

    /**
     * Gradient by the full scale R, {@code Σ dw~ · ∂w_q/∂R}, where a level counts as constant and the weight passes
     * straight through: inside the range the rounding error over R, outside it ±1.
     *
     * @param gradient gradient by the programmed weights, indexed like {@code latent}
     */
    public static double fullScaleGradient(
            float fullScale, int steps, float[] latent, int offset, int count, float[] gradient) {
        checkFromIndexSize(offset, count, latent.length);
        checkFromIndexSize(offset, count, gradient.length);
        float perUnit = steps / fullScale;
        float bound = steps;
        double total = 0;
        float[] lanes = Lanes.ofThread();
        int end = offset + count;
        int i = offset;
        while (i <= end - Lanes.COUNT) {
            int last = Math.min(i + Lanes.CHUNK, end) - Lanes.COUNT;
            FloatVector sum = FloatVector.zero(Lanes.FLOATS);
            for (; i <= last; i += Lanes.COUNT) {
                FloatVector scaled =
                        FloatVector.fromArray(Lanes.FLOATS, latent, i).mul(perUnit);
                VectorMask<Float> below = scaled.compare(VectorOperators.LT, -bound);
                VectorMask<Float> above = scaled.compare(VectorOperators.GT, bound);
                FloatVector level = scaled.blend(-bound, below)
                        .blend(bound, above)
                        .add(bound)
                        .mul(0.5f)
                        .add(Lanes.ROUNDER)
                        .sub(Lanes.ROUNDER)
                        .mul(2f)
                        .sub(bound);
                sum = FloatVector.fromArray(Lanes.FLOATS, gradient, i)
                        .fma(level.sub(scaled.blend(0f, below.or(above))), sum);
            }
            sum.intoArray(lanes, 0);
            total += Lanes.sum(lanes);
        }
        for (; i < end; i++) {
            float scaled = latent[i] * perUnit;
            total += gradient[i] * (level(scaled, steps) - (Lanes.outside(scaled, -steps, steps) ? 0f : scaled));
        }
        return total / steps;
    }
}
