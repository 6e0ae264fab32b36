package studio.crossbar.tensor;

import java.util.Arrays;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Arrays that leave the studio, by ND4J: any number type as an NPY file that NumPy reads. The first call starts ND4J,
 * which takes seconds, so nothing that a user waits for at each start may come here; {@link NpyFile} keeps the studio's
 * own results (docs/decisions/nd4j.md has the figures).
 */
public final class Nd4jArrays {

    private Nd4jArrays() {}

    /**
     * A float32 array as an NPY file.
     *
     * @param values row-major
     * @throws IllegalArgumentException if {@code shape} does not hold that many values
     */
    public static byte[] npy(float[] values, long... shape) {
        requireSize(values.length, shape);
        return Nd4j.toNpyByteArray(Nd4j.createFromArray(values).reshape('c', shape));
    }

    /**
     * An int16 array as an NPY file.
     *
     * @param values row-major
     * @throws IllegalArgumentException if {@code shape} does not hold that many values
     */
    public static byte[] npy(short[] values, long... shape) {
        requireSize(values.length, shape);
        return Nd4j.toNpyByteArray(Nd4j.createFromArray(values).reshape('c', shape));
    }

    private static void requireSize(int count, long... shape) {
        long size = 1;
        for (long length : shape) {
            size = Math.multiplyExact(size, length);
        }
        if (size != count) {
            throw new IllegalArgumentException(
                    "values: " + count + ", but shape " + Arrays.toString(shape) + " holds " + size);
        }
    }
}
