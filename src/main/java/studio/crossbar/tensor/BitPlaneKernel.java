package studio.crossbar.tensor;

import static java.util.Objects.checkFromIndexSize;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Quantised inputs taken apart digit by digit, sign and magnitude, as they are driven one digit a cycle. */
public final class BitPlaneKernel {

    private BitPlaneKernel() {}

    /**
     * Writes the part of {@code x[i]} that some bits of its code make up, with its sign; the parts of all bits add up to x.
     *
     * @param x whole multiples of {@code step}, as {@link InputKernel#quantise} gives them
     * @param from first element, of {@code x} and {@code into} alike
     * @param mask bits of the code's magnitude
     */
    public static void part(float[] x, int from, int count, float step, int mask, float[] into) {
        checkFromIndexSize(from, count, Math.min(x.length, into.length));
        float perUnit = 1f / step;
        int i = from;
        for (; i <= from + count - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector number = FloatVector.fromArray(Lanes.FLOATS, x, i);
            IntVector code = (IntVector) number.abs()
                    .mul(perUnit)
                    .add(Lanes.ROUNDER)
                    .sub(Lanes.ROUNDER)
                    .convert(VectorOperators.F2I, 0);
            FloatVector part = (FloatVector) code.and(mask).convert(VectorOperators.I2F, 0);
            VectorMask<Float> negative = number.compare(VectorOperators.LT, 0f);
            part.mul(step).blend(part.mul(-step), negative).intoArray(into, i);
        }
        for (; i < from + count; i++) {
            int part = (int) Lanes.round(Math.abs(x[i]) * perUnit) & mask;
            into[i] = x[i] < 0 ? part * -step : part * step;
        }
    }
}
