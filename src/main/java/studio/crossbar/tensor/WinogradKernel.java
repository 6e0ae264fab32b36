package studio.crossbar.tensor;

import jdk.incubator.vector.FloatVector;

/**
 * Transforms of Winograd's minimal filtering F(2 × 2, 3 × 3) and of its gradients, along one axis (Lavin and Gray, "Fast
 * Algorithms for Convolutional Neural Networks", CVPR 2016, section 4.1): with the weights g, a tile d of 4 × 4 inputs and
 * its 2 × 2 outputs y,
 *
 * <pre>
 * y  = Aᵀ [(G g Gᵀ) ⊙ (Bᵀ d B)] A
 * dg = Gᵀ [(A dy Aᵀ) ⊙ (Bᵀ d B)] G
 * dd = B  [(G g Gᵀ) ⊙ (A dy Aᵀ)] Bᵀ
 * </pre>
 *
 * where ⊙ becomes 16 products of matrices, one a point, once it is summed over channels, tiles or outputs. A transform
 * along both axes is two of these, one for each.
 *
 * <p>Each method works on runs of {@code count} numbers, a multiple of {@value #UNIT}. The i-th element of the vector that it
 * transforms is the run at {@code at + i · step}, that of the result the run at {@code to + i · toStep}; {@code times} such
 * vectors are {@code next} and their results {@code toNext} apart.
 */
public final class WinogradKernel {

    /** Points at which a tile is multiplied. */
    public static final int POINTS = 16;

    /** A multiple of the length of all vectors up to 512 bits, whatever the machine has. */
    public static final int UNIT = 16;

    private WinogradKernel() {}

    /** Whether runs may have {@code count} numbers. */
    public static boolean divides(int count) {
        return count % UNIT == 0 && count % Lanes.COUNT == 0;
    }

    /** {@code Bᵀ d}: four inputs give four points. */
    public static void inputs(
            int times,
            int count,
            float[] from,
            int at,
            int step,
            int next,
            float[] into,
            int to,
            int toStep,
            int toNext) {
        for (int t = 0; t < times; t++) {
            int source = at + t * next;
            int target = to + t * toNext;
            for (int i = 0; i < count; i += Lanes.COUNT) {
                FloatVector d0 = FloatVector.fromArray(Lanes.FLOATS, from, source + i);
                FloatVector d1 = FloatVector.fromArray(Lanes.FLOATS, from, source + step + i);
                FloatVector d2 = FloatVector.fromArray(Lanes.FLOATS, from, source + 2 * step + i);
                FloatVector d3 = FloatVector.fromArray(Lanes.FLOATS, from, source + 3 * step + i);
                d0.sub(d2).intoArray(into, target + i);
                d1.add(d2).intoArray(into, target + toStep + i);
                d2.sub(d1).intoArray(into, target + 2 * toStep + i);
                d1.sub(d3).intoArray(into, target + 3 * toStep + i);
            }
        }
    }

    /**
     * {@code B v}: the gradients of four points give those of four inputs. Vectors lie in a line of tiles, of which each shares
     * two inputs with the next, so {@code times} of them write {@code 2 · times + 2} runs.
     *
     * @param goesOn whether the first two runs hold what the last tile of the line's part before gave
     */
    public static void inputGradients(
            int times,
            int count,
            float[] from,
            int at,
            int step,
            int next,
            float[] into,
            int to,
            int toStep,
            boolean goesOn) {
        for (int i = 0; i < count; i += Lanes.COUNT) {
            FloatVector third = FloatVector.zero(Lanes.FLOATS);
            FloatVector fourth = third;
            if (goesOn) {
                third = FloatVector.fromArray(Lanes.FLOATS, into, to + i);
                fourth = FloatVector.fromArray(Lanes.FLOATS, into, to + toStep + i);
            }
            int source = at + i;
            int target = to + i;
            for (int t = 0; t < times; t++) {
                FloatVector v0 = FloatVector.fromArray(Lanes.FLOATS, from, source);
                FloatVector v1 = FloatVector.fromArray(Lanes.FLOATS, from, source + step);
                FloatVector v2 = FloatVector.fromArray(Lanes.FLOATS, from, source + 2 * step);
                FloatVector v3 = FloatVector.fromArray(Lanes.FLOATS, from, source + 3 * step);
                third.add(v0).intoArray(into, target);
                fourth.add(v1.sub(v2).add(v3)).intoArray(into, target + toStep);
                third = v1.add(v2).sub(v0);
                fourth = v3.neg();
                source += next;
                target += 2 * toStep;
            }
            third.intoArray(into, target);
            fourth.intoArray(into, target + toStep);
        }
    }

    /** {@code G g}: three weights give four points. */
    public static void weights(
            int times,
            int count,
            float[] from,
            int at,
            int step,
            int next,
            float[] into,
            int to,
            int toStep,
            int toNext) {
        for (int t = 0; t < times; t++) {
            int source = at + t * next;
            int target = to + t * toNext;
            for (int i = 0; i < count; i += Lanes.COUNT) {
                FloatVector g0 = FloatVector.fromArray(Lanes.FLOATS, from, source + i);
                FloatVector g1 = FloatVector.fromArray(Lanes.FLOATS, from, source + step + i)
                        .mul(0.5f);
                FloatVector g2 = FloatVector.fromArray(Lanes.FLOATS, from, source + 2 * step + i);
                FloatVector outer = g0.add(g2).mul(0.5f);
                g0.intoArray(into, target + i);
                outer.add(g1).intoArray(into, target + toStep + i);
                outer.sub(g1).intoArray(into, target + 2 * toStep + i);
                g2.intoArray(into, target + 3 * toStep + i);
            }
        }
    }

    /** {@code Gᵀ u}, added: the gradients of four points give those of three weights. */
    public static void addWeightGradients(
            int times,
            int count,
            float[] from,
            int at,
            int step,
            int next,
            float[] into,
            int to,
            int toStep,
            int toNext) {
        for (int t = 0; t < times; t++) {
            int source = at + t * next;
            int target = to + t * toNext;
            for (int i = 0; i < count; i += Lanes.COUNT) {
                FloatVector u0 = FloatVector.fromArray(Lanes.FLOATS, from, source + i);
                FloatVector u1 = FloatVector.fromArray(Lanes.FLOATS, from, source + step + i);
                FloatVector u2 = FloatVector.fromArray(Lanes.FLOATS, from, source + 2 * step + i);
                FloatVector u3 = FloatVector.fromArray(Lanes.FLOATS, from, source + 3 * step + i);
                FloatVector inner = u1.add(u2).mul(0.5f);
                FloatVector.fromArray(Lanes.FLOATS, into, target + i)
                        .add(u0.add(inner))
                        .intoArray(into, target + i);
                FloatVector.fromArray(Lanes.FLOATS, into, target + toStep + i)
                        .add(u1.sub(u2).mul(0.5f))
                        .intoArray(into, target + toStep + i);
                FloatVector.fromArray(Lanes.FLOATS, into, target + 2 * toStep + i)
                        .add(inner.add(u3))
                        .intoArray(into, target + 2 * toStep + i);
            }
        }
    }

    /** {@code Aᵀ m}: four points give two outputs. */
    public static void outputs(
            int times,
            int count,
            float[] from,
            int at,
            int step,
            int next,
            float[] into,
            int to,
            int toStep,
            int toNext) {
        for (int t = 0; t < times; t++) {
            int source = at + t * next;
            int target = to + t * toNext;
            for (int i = 0; i < count; i += Lanes.COUNT) {
                FloatVector m0 = FloatVector.fromArray(Lanes.FLOATS, from, source + i);
                FloatVector m1 = FloatVector.fromArray(Lanes.FLOATS, from, source + step + i);
                FloatVector m2 = FloatVector.fromArray(Lanes.FLOATS, from, source + 2 * step + i);
                FloatVector m3 = FloatVector.fromArray(Lanes.FLOATS, from, source + 3 * step + i);
                m0.add(m1).add(m2).intoArray(into, target + i);
                m1.sub(m2).sub(m3).intoArray(into, target + toStep + i);
            }
        }
    }

    /** {@code A dy}: the gradients of two outputs give those of four points. */
    public static void outputGradients(
            int times,
            int count,
            float[] from,
            int at,
            int step,
            int next,
            float[] into,
            int to,
            int toStep,
            int toNext) {
        for (int t = 0; t < times; t++) {
            int source = at + t * next;
            int target = to + t * toNext;
            for (int i = 0; i < count; i += Lanes.COUNT) {
                FloatVector y0 = FloatVector.fromArray(Lanes.FLOATS, from, source + i);
                FloatVector y1 = FloatVector.fromArray(Lanes.FLOATS, from, source + step + i);
                y0.intoArray(into, target + i);
                y0.add(y1).intoArray(into, target + toStep + i);
                y0.sub(y1).intoArray(into, target + 2 * toStep + i);
                y1.neg().intoArray(into, target + 3 * toStep + i);
            }
        }
    }
}
