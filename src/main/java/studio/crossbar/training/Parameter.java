package studio.crossbar.training;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Optimiser;
import studio.crossbar.tensor.AdamW;

/** Learned numbers of one kind with their optimiser state. */
final class Parameter {

    /** How a parameter is updated. */
    enum Kind {
        /** Decays towards zero. */
        WEIGHT,
        /** Multipliers and biases: no decay. */
        DIGITAL,
        /** Full scales: no decay, a tenth of the rate, steps in proportion to the value. */
        RANGE
    }

    private static final float RANGE_RATE = 0.1f;
    private static final float LEAST_RANGE = 1e-4f;

    final Kind kind;
    final float[] value;
    final float[] gradient;
    private final float[] mean;
    private final float[] square;
    private float @Nullable [] average;
    private int averaged;

    Parameter(Kind kind, int count) {
        this.kind = kind;
        value = new float[count];
        Arrays.fill(value, kind == Kind.RANGE ? 1f : 0f);
        gradient = new float[count];
        mean = new float[count];
        square = new float[count];
    }

    /** Forgets the optimiser's moments, for a new phase. */
    void restart() {
        Arrays.fill(mean, 0);
        Arrays.fill(square, 0);
        average = null;
        averaged = 0;
    }

    /**
     * Follows the values by an exponential moving average. It starts as a plain mean, so that the first values count no
     * more than later ones.
     *
     * @param decay of the average in the long run, below 1
     */
    void average(float decay) {
        if (average == null) {
            average = value.clone();
        }
        float keep = Math.min(decay, averaged / (averaged + 1f));
        averaged++;
        for (int i = 0; i < value.length; i++) {
            average[i] = keep * average[i] + (1 - keep) * value[i];
        }
    }

    /** Keeps all values within {@code most} times their root mean square. */
    void clipTo(float most) {
        double squares = 0;
        for (float v : value) {
            squares += (double) v * v;
        }
        float bound = (float) (most * Math.sqrt(squares / value.length));
        for (int i = 0; i < value.length; i++) {
            value[i] = Math.clamp(value[i], -bound, bound);
        }
    }

    /** Values and the optimiser's memory of them, to be kept or restored; the average only where one is followed. */
    Stream<float[]> state() {
        return average == null ? Stream.of(value, mean, square) : Stream.of(value, mean, square, average);
    }

    /** Steps that the average holds. */
    int averaged() {
        return averaged;
    }

    /** Makes room for an average of {@code steps} steps that is restored; none for 0. */
    void expectAverage(int steps) {
        averaged = steps;
        average = steps == 0 ? null : new float[value.length];
    }

    /** Swaps the values and their average, if one is followed. */
    void exchangeAverage() {
        if (average != null) {
            for (int i = 0; i < value.length; i++) {
                float kept = value[i];
                value[i] = average[i];
                average[i] = kept;
            }
        }
    }

    /** Replaces the values by their average, if one was followed. */
    void takeAverage() {
        if (average != null) {
            System.arraycopy(average, 0, value, 0, value.length);
        }
    }

    /**
     * One step.
     *
     * @param step from 1, counted since {@link #restart}
     * @param from first value that is moved
     * @param count how many
     */
    void update(Optimisation how, int step, float learningRate, int from, int count) {
        float decay = kind == Kind.WEIGHT ? how.decay() : 0;
        if (how.optimiser() == Optimiser.SGD && kind != Kind.RANGE) {
            how.sgd().update(learningRate, decay, value, gradient, mean, from, count);
            return;
        }
        float rate = kind == Kind.RANGE ? learningRate * RANGE_RATE * value[0] : learningRate;
        AdamW.STANDARD.update(
                step,
                rate,
                decay,
                value,
                gradient,
                mean,
                square,
                from,
                count,
                kind == Kind.RANGE ? LEAST_RANGE : Float.NEGATIVE_INFINITY,
                Float.POSITIVE_INFINITY);
    }
}
