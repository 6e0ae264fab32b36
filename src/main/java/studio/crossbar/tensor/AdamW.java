package studio.crossbar.tensor;

import static java.util.Objects.checkFromIndexSize;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, ICLR 2019, algorithm 2), bias-corrected as Kingma and Ba,
 * ICLR 2015, algorithm 1.
 *
 * @param beta1 decay of the gradient's mean, below 1
 * @param beta2 decay of the squared gradient's mean, below 1
 * @param epsilon added to the root of the latter, above 0
 */
public record AdamW(float beta1, float beta2, float epsilon) {

    /** The constants of Kingma and Ba. */
    public static final AdamW STANDARD = new AdamW(0.9f, 0.999f, 1e-8f);

    public AdamW {
        if (!(beta1 >= 0 && beta1 < 1) || !(beta2 >= 0 && beta2 < 1)) {
            throw new IllegalArgumentException("beta: " + beta1 + ", " + beta2 + " are not within 0 … 1");
        }
        if (!(epsilon > 0)) {
            throw new IllegalArgumentException("epsilon: " + epsilon + " is not above 0");
        }
    }

    /**
     * Moves {@code count} values one step against their gradient and then into {@code low … high}.
     *
     * @param step number of this step, from 1
     * @param learningRate of this step
     * @param decay weight decay; each step shrinks a value by the share {@code learningRate · decay}
     * @param offset index of the first value in all four arrays
     * @param first mean of the gradient, zeros before step 1
     * @param second mean of the squared gradient, zeros before step 1
     * @param low least value allowed, or −∞
     * @param high greatest value allowed, or ∞
     */
    public void update(
            int step,
            float learningRate,
            float decay,
            float[] values,
            float[] gradient,
            float[] first,
            float[] second,
            int offset,
            int count,
            float low,
            float high) {
        checkFromIndexSize(offset, count, values.length);
        checkFromIndexSize(offset, count, gradient.length);
        checkFromIndexSize(offset, count, first.length);
        checkFromIndexSize(offset, count, second.length);
        float keep = 1f - learningRate * decay;
        float rate = (float) (learningRate / (1 - Math.pow(beta1, step)));
        float rootScale = (float) (1 / Math.sqrt(1 - Math.pow(beta2, step)));
        float share1 = 1f - beta1;
        float share2 = 1f - beta2;
        int i = offset;
        int end = offset + count;
        for (; i <= end - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector g = FloatVector.fromArray(Lanes.FLOATS, gradient, i);
            FloatVector m = g.mul(share1)
                    .add(FloatVector.fromArray(Lanes.FLOATS, first, i).mul(beta1));
            FloatVector v = g.mul(g)
                    .mul(share2)
                    .add(FloatVector.fromArray(Lanes.FLOATS, second, i).mul(beta2));
            m.intoArray(first, i);
            v.intoArray(second, i);
            FloatVector move = m.mul(rate).div(v.sqrt().mul(rootScale).add(epsilon));
            FloatVector moved =
                    FloatVector.fromArray(Lanes.FLOATS, values, i).mul(keep).sub(move);
            moved.blend(low, moved.compare(VectorOperators.LT, low))
                    .blend(high, moved.compare(VectorOperators.GT, high))
                    .intoArray(values, i);
        }
        for (; i < end; i++) {
            float g = gradient[i];
            first[i] = g * share1 + first[i] * beta1;
            second[i] = g * g * share2 + second[i] * beta2;
            float move = first[i] * rate / ((float) Math.sqrt(second[i]) * rootScale + epsilon);
            values[i] = Lanes.clip(values[i] * keep - move, low, high);
        }
    }
}
