package studio.crossbar.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Widest vectors of this machine, and the quantiser's operations on one float, which kernels write out for vectors.
 *
 * <p>Kernels call the Vector API alone, whose methods the compiler always inlines. One of ours it inlines only where the call
 * is frequent and the method around it small as yet; a vector or mask that goes through a call that is not inlined is an object, and
 * the loop around it then took twenty times as long (in some processes and not in others: docs/performance.md).
 */
final class Lanes {

    static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    static final int COUNT = FLOATS.length();

    /** Elements whose products add up in float before they join a sum in double. */
    static final int CHUNK = 1024;

    /** Adding and subtracting 1.5 · 2^23 rounds a float below 2^22 in magnitude to the nearest integer, ties to even. */
    static final float ROUNDER = 0x1.8p23f;

    /** A vector's elements, for {@link #sum}: kernels allocate nothing. */
    private static final ThreadLocal<float[]> OF_THREAD = ThreadLocal.withInitial(() -> new float[COUNT]);

    private Lanes() {}

    /** Room for one vector, the calling thread's own. */
    static float[] ofThread() {
        return OF_THREAD.get();
    }

    static float round(float value) {
        return (value + ROUNDER) - ROUNDER;
    }

    /** {@code value} within {@code low … high}; NaN stays NaN, so that training that diverges shows it. */
    static float clip(float value, float low, float high) {
        return value < low ? low : value > high ? high : value;
    }

    /**
     * Sum of a vector's elements, stored from 0, one after another. The Vector API leaves open in which order its own
     * reduction adds, and the compiled one takes another than the interpreted, so that a training's bits would depend on
     * when it was compiled.
     */
    static float sum(float[] lanes) {
        float sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += lanes[i];
        }
        return sum;
    }

    static boolean outside(float value, float low, float high) {
        return value < low || value > high;
    }
}
