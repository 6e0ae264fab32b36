package studio.crossbar.tensor;

import static java.util.Objects.checkFromIndexSize;

import jdk.incubator.vector.FloatVector;

/**
 * Stochastic gradient descent with Nesterov's momentum, as Sutskever et al., ICML 2013, written for the point looked ahead
 * to: {@code v ← m·v + g}, step {@code g + m·v}; decoupled weight decay.
 *
 * @param momentum m, 0 … below 1
 */
public record Sgd(float momentum) {

    public Sgd {
        if (!(momentum >= 0 && momentum < 1)) {
            throw new IllegalArgumentException("momentum: " + momentum + " is not within 0 … 1");
        }
    }

    /**
     * Moves {@code count} values one step against their gradient.
     *
     * @param learningRate of this step
     * @param decay each step shrinks a value by the share {@code learningRate · decay}
     * @param velocity zeros before the first step
     * @param offset index of the first value in all three arrays
     */
    public void update(
            float learningRate,
            float decay,
            float[] values,
            float[] gradient,
            float[] velocity,
            int offset,
            int count) {
        checkFromIndexSize(offset, count, values.length);
        checkFromIndexSize(offset, count, gradient.length);
        checkFromIndexSize(offset, count, velocity.length);
        float keep = 1f - learningRate * decay;
        int i = offset;
        int end = offset + count;
        for (; i <= end - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector g = FloatVector.fromArray(Lanes.FLOATS, gradient, i);
            FloatVector v = FloatVector.fromArray(Lanes.FLOATS, velocity, i)
                    .mul(momentum)
                    .add(g);
            v.intoArray(velocity, i);
            FloatVector move = v.mul(momentum).add(g).mul(learningRate);
            FloatVector.fromArray(Lanes.FLOATS, values, i).mul(keep).sub(move).intoArray(values, i);
        }
        for (; i < end; i++) {
            velocity[i] = velocity[i] * momentum + gradient[i];
            values[i] = values[i] * keep - (velocity[i] * momentum + gradient[i]) * learningRate;
        }
    }
}
