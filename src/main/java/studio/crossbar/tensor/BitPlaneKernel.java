package studio.crossbar.tensor;

import static java.util.Objects.checkFromIndexSize;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Quantised inputs taken apart bit by bit, sign and magnitude, as they are driven one bit a cycle. */
public final class BitPlaneKernel {

    private BitPlaneKernel() {}

    /**
     * Writes {@code into[i] = sign(x[i]) · 2^bit · step} where the magnitude of {@code x[i]}'s code has the bit, else 0;
     * the planes of all bits add up to x.
     *
     * @param x whole multiples of {@code step}, as {@link InputKernel#quantise} gives them
     * @param from first element, of {@code x} and {@code into} alike
     */
    public static void plane(float[] x, int from, int count, float step, int bit, float[] into) {
        checkFromIndexSize(from, count, Math.min(x.length, into.length));
        float perUnit = 1f / step;
        float value = (1 << bit) * step;
        int i = from;
        for (; i <= from + count - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector number = Lanes.load(x, i);
            IntVector code = (IntVector) Lanes.round(number.abs().mul(perUnit)).convert(VectorOperators.F2I, 0);
            VectorMask<Float> set =
                    code.and(1 << bit).compare(VectorOperators.NE, 0).cast(Lanes.FLOATS);
            VectorMask<Float> negative = number.compare(VectorOperators.LT, 0f);
            Lanes.zero().blend(value, set).blend(-value, set.and(negative)).intoArray(into, i);
        }
        for (; i < from + count; i++) {
            int code = (int) Lanes.round(Math.abs(x[i]) * perUnit);
            boolean set = (code & 1 << bit) != 0;
            into[i] = set ? x[i] < 0 ? -value : value : 0f;
        }
    }
}
