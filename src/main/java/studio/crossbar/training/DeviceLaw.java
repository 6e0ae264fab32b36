package studio.crossbar.training;

import studio.crossbar.device.Device;
import studio.crossbar.device.DeviceArray;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.tensor.CounterNoise;

/**
 * What cells of a device model hold at some time after programming, in place of what was asked for: by mean and standard
 * deviation of each state, estimated once from seeded draws of the model, with devices that are stuck apart. In training
 * the miss of a cell is Gaussian with these moments, drawn anew each batch; states between two of the cell's, while the
 * levels are ramped, take moments between theirs.
 *
 * <p>All values are relative: 0 is the target of the lowest state, 1 that of the highest.
 */
final class DeviceLaw {

    /** Draws a state: the standard error of a mean is a hundredth of the deviation. */
    private static final int DRAWS = 10_000;

    private final float[] mean;
    private final float[] deviation;
    /** Of the correction cells of {@link Encoding#OFFSET}, whose target lies in the middle. */
    private final float middleMean;

    private final float middleDeviation;
    private final float onRate;
    private final float offRate;

    private DeviceLaw(
            float[] mean, float[] deviation, float middleMean, float middleDeviation, float onRate, float offRate) {
        this.mean = mean;
        this.deviation = deviation;
        this.middleMean = middleMean;
        this.middleDeviation = middleDeviation;
        this.onRate = onRate;
        this.offRate = offRate;
    }

    /**
     * Law of cells with {@code levels} states.
     *
     * @param seconds after programming, 0 for right after
     * @throws IllegalArgumentException if the device does not resolve so many states or was not fitted for that time
     */
    static DeviceLaw of(Device device, int levels, double seconds, long seed) {
        float[] targets = device.levels(levels);
        float low = targets[0];
        float span = targets[levels - 1] - low;
        float[] mean = new float[levels + 1];
        float[] deviation = new float[levels + 1];
        for (int s = 0; s <= levels; s++) {
            float target = s < levels ? targets[s] : low + span / 2;
            float[] asked = new float[DRAWS];
            java.util.Arrays.fill(asked, target);
            DeviceArray cells = device.program(asked, new CounterNoise(seed, s));
            float[] found = new float[DRAWS];
            cells.conductances(seconds, found);
            double sum = 0;
            double squares = 0;
            int count = 0;
            for (int i = 0; i < DRAWS; i++) {
                if (!cells.isStuck(i)) {
                    double x = (found[i] - low) / span;
                    sum += x;
                    squares += x * x;
                    count++;
                }
            }
            double centre = count == 0 ? (target - low) / span : sum / count;
            mean[s] = (float) centre;
            deviation[s] = count == 0 ? 0 : (float) Math.sqrt(Math.max(0, squares / count - centre * centre));
        }
        return new DeviceLaw(
                mean,
                deviation,
                mean[levels],
                deviation[levels],
                (float) device.stuck().onRate(),
                (float) device.stuck().offRate());
    }

    /** Whether any device is stuck, so that {@link #stick} has something to do. */
    boolean sticks() {
        return onRate + offRate > 0;
    }

    /**
     * Miss of a correction cell, in its range of conductance. One that is stuck is off by half of it, whatever the strength,
     * as stuck weights are.
     *
     * @param strength share of the miss that is applied, 0 … 1
     * @param deviate standard normal
     * @param fraction even over (0, 1), chooses what is stuck
     */
    float correction(float strength, float deviate, float fraction) {
        if (fraction < onRate + offRate) {
            return fraction < onRate ? 0.5f : -0.5f;
        }
        return strength * (middleMean - 0.5f + middleDeviation * deviate);
    }

    /**
     * Replaces {@code count} weights by what their cells hold.
     *
     * @param range R
     * @param strength share of the miss that is applied, 0 … 1
     * @param weights exact ones before
     * @param deviates standard normal, indexed like {@code weights}
     */
    void apply(Encoding encoding, float range, float strength, float[] weights, float[] deviates, int from, int count) {
        for (int i = from; i < from + count; i++) {
            float exact = weights[i] / range;
            float held = switch (encoding) {
                case POSITIVE -> cell(exact, deviates[i]);
                case NEGATIVE -> -cell(-exact, deviates[i]);
                case OFFSET -> 2 * cell((exact + 1) / 2, deviates[i]) - 1;
                case DIFFERENTIAL -> pair(Math.max(exact, 0), Math.max(-exact, 0), deviates[i]);
            };
            weights[i] = range * Math.fma(strength, held - exact, exact);
        }
    }

    private float cell(float state, float deviate) {
        return at(mean, state) + at(deviation, state) * deviate;
    }

    /** One deviate serves both cells: the difference of their misses has the root of the summed variances. */
    private float pair(float plus, float minus, float deviate) {
        float a = at(deviation, plus);
        float b = at(deviation, minus);
        return at(mean, plus) - at(mean, minus) + (float) Math.sqrt(a * a + b * b) * deviate;
    }

    /** Table value at a relative state, between neighbours by straight lines. */
    private float at(float[] table, float state) {
        int steps = table.length - 2;
        float x = Math.clamp(state, 0f, 1f) * steps;
        int i = Math.min((int) x, steps - 1);
        return table[i] + (x - i) * (table[i + 1] - table[i]);
    }

    /**
     * Replaces the weights of stuck cells. Of a pair at most one cell is taken to be stuck.
     *
     * @param fractions even over (0, 1), one a weight, indexed like {@code weights}
     */
    void stick(Encoding encoding, float range, float[] weights, float[] fractions, int from, int count) {
        boolean pair = encoding == Encoding.DIFFERENTIAL;
        for (int i = from; i < from + count; i++) {
            float u = fractions[i];
            int cell = 0;
            if (pair && u >= onRate + offRate) {
                u -= onRate + offRate;
                cell = 1;
            }
            if (u >= onRate + offRate) {
                continue;
            }
            float held = u < onRate ? 1 : 0;
            float exact = weights[i] / range;
            weights[i] = range
                    * switch (encoding) {
                        case POSITIVE -> held;
                        case NEGATIVE -> -held;
                        case OFFSET -> 2 * held - 1;
                        case DIFFERENTIAL -> cell == 0 ? held - Math.max(-exact, 0) : Math.max(exact, 0) - held;
                    };
        }
    }
}
