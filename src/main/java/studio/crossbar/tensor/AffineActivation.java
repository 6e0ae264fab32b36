package studio.crossbar.tensor;

import static java.util.Objects.checkFromIndexSize;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Digital scale, bias and rectifier of a layer, {@code out = max(multiplier · z + bias, 0)}, and their gradients. */
public final class AffineActivation {

    private AffineActivation() {}

    /**
     * Writes the activations {@code [rows × columns]}.
     *
     * @param rectify whether negative results become 0; false for a last layer
     * @param z {@code [rows × columns]} from {@code zOffset}; {@code out} may be the same
     * @param multiplier {@code [columns]}
     * @param bias {@code [columns]}
     */
    public static void forward(
            int rows,
            int columns,
            boolean rectify,
            float[] z,
            int zOffset,
            float[] multiplier,
            float[] bias,
            float[] out,
            int outOffset) {
        checkFromIndexSize(zOffset, rows * columns, z.length);
        checkFromIndexSize(outOffset, rows * columns, out.length);
        checkFromIndexSize(0, columns, Math.min(multiplier.length, bias.length));
        float least = rectify ? 0f : Float.NEGATIVE_INFINITY;
        for (int column = 0; column < columns; column += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.FLOATS.indexInRange(column, columns);
            FloatVector scale = FloatVector.fromArray(Lanes.FLOATS, multiplier, column, inside);
            FloatVector shift = FloatVector.fromArray(Lanes.FLOATS, bias, column, inside);
            for (int row = 0; row < rows; row++) {
                int at = row * columns + column;
                FloatVector value = FloatVector.fromArray(Lanes.FLOATS, z, zOffset + at, inside)
                        .fma(scale, shift);
                value.blend(0f, value.compare(VectorOperators.LT, least)).intoArray(out, outOffset + at, inside);
            }
        }
    }

    /**
     * Writes {@code dz = dOut · multiplier} where the rectifier passes, else 0, and adds to the parameters' gradients.
     *
     * @param rectify as forward
     * @param out what {@link #forward} gave
     * @param z what {@link #forward} took
     * @param dOut gradient by {@code out}; {@code dz} may be the same
     * @param dMultiplier {@code [columns]}: {@code += Σ dOut · z}, over the rows in rising order
     * @param dBias {@code [columns]}: {@code += Σ dOut}
     */
    public static void backward(
            int rows,
            int columns,
            boolean rectify,
            float[] out,
            int outOffset,
            float[] z,
            int zOffset,
            float[] multiplier,
            float[] dOut,
            int dOutOffset,
            float[] dz,
            int dzOffset,
            float[] dMultiplier,
            float[] dBias) {
        int count = rows * columns;
        checkFromIndexSize(outOffset, count, out.length);
        checkFromIndexSize(zOffset, count, z.length);
        checkFromIndexSize(dOutOffset, count, dOut.length);
        checkFromIndexSize(dzOffset, count, dz.length);
        checkFromIndexSize(0, columns, Math.min(multiplier.length, Math.min(dMultiplier.length, dBias.length)));
        float above = rectify ? 0f : Float.NEGATIVE_INFINITY;
        for (int column = 0; column < columns; column += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.FLOATS.indexInRange(column, columns);
            FloatVector scale = FloatVector.fromArray(Lanes.FLOATS, multiplier, column, inside);
            FloatVector byScale = FloatVector.fromArray(Lanes.FLOATS, dMultiplier, column, inside);
            FloatVector byShift = FloatVector.fromArray(Lanes.FLOATS, dBias, column, inside);
            for (int row = 0; row < rows; row++) {
                int at = row * columns + column;
                VectorMask<Float> passed = FloatVector.fromArray(Lanes.FLOATS, out, outOffset + at, inside)
                        .compare(VectorOperators.GT, above);
                FloatVector gradient =
                        Lanes.zero().blend(FloatVector.fromArray(Lanes.FLOATS, dOut, dOutOffset + at, inside), passed);
                byScale = gradient.fma(FloatVector.fromArray(Lanes.FLOATS, z, zOffset + at, inside), byScale);
                byShift = byShift.add(gradient);
                gradient.mul(scale).intoArray(dz, dzOffset + at, inside);
            }
            byScale.intoArray(dMultiplier, column, inside);
            byShift.intoArray(dBias, column, inside);
        }
    }
}
