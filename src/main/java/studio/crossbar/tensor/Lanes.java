package studio.crossbar.tensor;

import java.util.List;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Widest vectors of this machine and the quantiser's operations on them, each exactly as on one float. */
final class Lanes {

    static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    static final int COUNT = FLOATS.length();

    /** Elements whose products add up in float before they join a sum in double. */
    static final int CHUNK = 1024;

    /** Adding and subtracting 1.5 · 2^23 rounds a float below 2^22 in magnitude to the nearest integer, ties to even. */
    private static final float ROUNDER = 0x1.8p23f;

    /** Masks of the first 0, 1, … lanes, made once: one that is made in a loop and passed on is an object. */
    private static final List<VectorMask<Float>> FIRST = IntStream.rangeClosed(0, COUNT)
            .mapToObj(count -> FLOATS.indexInRange(0, count))
            .toList();

    private Lanes() {}

    /** The first {@code count} lanes, at most {@link #COUNT}. */
    static VectorMask<Float> first(int count) {
        return FIRST.get(count);
    }

    static FloatVector load(float[] from, int at) {
        return FloatVector.fromArray(FLOATS, from, at);
    }

    static FloatVector broadcast(float value) {
        return FloatVector.broadcast(FLOATS, value);
    }

    static FloatVector zero() {
        return FloatVector.zero(FLOATS);
    }

    static FloatVector round(FloatVector value) {
        return value.add(ROUNDER).sub(ROUNDER);
    }

    static float round(float value) {
        return (value + ROUNDER) - ROUNDER;
    }

    /** {@code value} within {@code low … high}; NaN stays NaN, so that training that diverges shows it. */
    static FloatVector clip(FloatVector value, float low, float high) {
        return value.blend(low, value.compare(VectorOperators.LT, low))
                .blend(high, value.compare(VectorOperators.GT, high));
    }

    static float clip(float value, float low, float high) {
        return value < low ? low : value > high ? high : value;
    }

    static VectorMask<Float> outside(FloatVector value, float low, float high) {
        return value.compare(VectorOperators.LT, low).or(value.compare(VectorOperators.GT, high));
    }

    static boolean outside(float value, float low, float high) {
        return value < low || value > high;
    }

    /** Sum of the lanes; its order, and so its last bits, depend on the machine alone. */
    static double sum(FloatVector vector) {
        return vector.reduceLanes(VectorOperators.ADD);
    }
}
