package studio.crossbar.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.Noise;
import studio.crossbar.network.Layer;
import studio.crossbar.tensor.NoiseUse;

/** Multiplier, batch normalisation and clip against formulas in double precision and their central differences. */
class DigitalPassTest {

    private static final int SAMPLES = 4;
    private static final int LENGTH = 6;
    private static final int ROWS = SAMPLES * LENGTH;
    private static final Stage STAGE = new Stage(true, true, Noise.NONE, NoiseUse.TRAINING, 1, 0);

    private final Random random = new Random(5);

    /** 3 columns fill part of a vector, 37 more than two of the widest. */
    @ParameterizedTest
    @ValueSource(ints = {3, 16, 37})
    void normalisedGradientsMatchDifferences(int outputs) {
        DigitalState state = state(DigitalScaling.AFFINE, true, outputs, outputs);
        float[] z = gaussian(ROWS * outputs, 2f);
        float[] dOut = gaussian(ROWS * outputs, 1f);
        float[] out = new float[z.length];
        float[] dz = new float[z.length];
        DigitalPass pass = new DigitalPass(state, LENGTH, new Layer.Relu());
        Run run = new Run().of(SAMPLES, 0, STAGE);
        pass.forward(run, z, out);
        float[] residual = gaussian(z.length, 1f);
        double range = backward(pass, run, z, out, dOut, dz, residual);
        double expectedRange = 0;
        for (int i = 0; i < z.length; i++) {
            double h = 1e-6;
            double difference = (loss(state, z, dOut, i, h) - loss(state, z, dOut, i, -h)) / (2 * h);
            assertThat((double) dz[i]).as("element %d", i).isCloseTo(difference, within(2e-4));
            expectedRange += (double) dz[i] * residual[i];
        }
        assertThat(range).isCloseTo(expectedRange, within(1e-4 * z.length));
        for (int n = 0; n < outputs; n++) {
            double h = 1e-6;
            int column = n;
            double byGain = (loss(state, z, dOut, column, h, 0) - loss(state, z, dOut, column, -h, 0)) / (2 * h);
            double byBias = (loss(state, z, dOut, column, 0, h) - loss(state, z, dOut, column, 0, -h)) / (2 * h);
            assertThat((double) pass.multiplierGradient[n]).isCloseTo(byGain, within(1e-3));
            assertThat((double) pass.biasGradient[n]).isCloseTo(byBias, within(1e-3));
        }
    }

    @Test
    void theShiftsGradientGoesStraightThroughTheRoundingOfItsExponent() {
        int outputs = 5;
        DigitalState state = state(DigitalScaling.SHIFT, false, 1, outputs);
        state.multiplier.value[0] = -1.3f;
        float[] z = gaussian(ROWS * outputs, 2f);
        float[] dOut = gaussian(ROWS * outputs, 1f);
        float[] out = new float[z.length];
        DigitalPass pass = new DigitalPass(state, LENGTH, null);
        pass.prepare(state.multipliers(), state.biases());
        Run run = new Run().of(SAMPLES, 0, STAGE);
        pass.forward(run, z, out);
        float[] dz = new float[z.length];
        backward(pass, run, z, out, dOut, dz, null);
        double expected = 0;
        for (int i = 0; i < z.length; i++) {
            assertThat(out[i]).isCloseTo(0.5f * z[i] + state.bias.value[i % outputs], within(1e-5f));
            assertThat(dz[i]).isEqualTo(0.5f * dOut[i]);
            expected += dOut[i] * z[i] * 0.5 * Math.log(2);
        }
        assertThat((double) pass.multiplierGradient[0]).isCloseTo(expected, within(1e-3));
    }

    /** All rows in two parts. */
    private static double backward(
            DigitalPass pass, Run run, float[] z, float[] out, float[] dOut, float[] dz, float @Nullable [] residual) {
        int rows = SAMPLES * LENGTH;
        pass.beginBackward(run, z, out, dOut);
        double range = pass.backward(0, rows / 3, z, out, dOut, dz, residual)
                + pass.backward(rows / 3, rows, z, out, dOut, dz, residual);
        pass.endBackward();
        return range;
    }

    @Test
    void statisticsAreThoseOfTheShard() {
        int outputs = 19;
        DigitalPass pass = new DigitalPass(state(DigitalScaling.AFFINE, true, outputs, outputs), LENGTH, null);
        float[] z = gaussian(ROWS * outputs, 0.1f);
        for (int i = 0; i < z.length; i++) {
            z[i] += 1000f;
        }
        pass.forward(new Run().of(SAMPLES, 0, STAGE), z, new float[z.length]);
        for (int n = 0; n < outputs; n++) {
            double mean = 0;
            double squares = 0;
            for (int r = 0; r < ROWS; r++) {
                mean += z[r * outputs + n] / (double) ROWS;
            }
            for (int r = 0; r < ROWS; r++) {
                squares += Math.pow(z[r * outputs + n] - mean, 2) / ROWS;
            }
            assertThat((double) pass.mean[n]).isCloseTo(mean, within(1e-4));
            assertThat((double) pass.variance[n]).isCloseTo(squares, within(1e-4));
        }
    }

    @Test
    void foldingGivesTheSameOutputsWithoutAMultiplierAChannel() {
        int outputs = 4;
        int rows = 3;
        DigitalState state = state(DigitalScaling.NONE, true, 1, outputs);
        state.multiplier.value[0] = 1f;
        for (int n = 0; n < outputs; n++) {
            state.runningMean[n] = n - 1f;
            state.runningVariance[n] = 0.5f + n;
        }
        float[] weights = gaussian(rows * outputs, 1f);
        float[] x = gaussian(rows, 1f);
        double[] before = outputs(state, weights, x);
        state.foldInto(weights);
        assertThat(state.normalised()).isFalse();
        assertThat(state.multipliers()).containsOnly(1f);
        assertThat(outputs(state, weights, x)).containsExactly(before, within(1e-5));
    }

    private static double[] outputs(DigitalState state, float[] weights, float[] x) {
        double[] out = new double[state.outputs()];
        for (int n = 0; n < out.length; n++) {
            for (int k = 0; k < x.length; k++) {
                out[n] += x[k] * weights[k * out.length + n];
            }
            out[n] = out[n] * state.multipliers()[n] + state.biases()[n];
        }
        return out;
    }

    private DigitalState state(DigitalScaling scaling, boolean normalised, int multipliers, int outputs) {
        DigitalState state =
                new DigitalState(scaling, normalised, new Parameter(Parameter.Kind.DIGITAL, multipliers), outputs);
        fill(state.gain().value);
        fill(state.bias.value);
        return state;
    }

    private double loss(DigitalState state, float[] z, float[] dOut, int changed, double by) {
        double[] moved = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            moved[i] = z[i] + (i == changed ? by : 0);
        }
        return loss(state, moved, dOut, 0, 0, 0);
    }

    private double loss(DigitalState state, float[] z, float[] dOut, int column, double gain, double bias) {
        double[] values = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            values[i] = z[i];
        }
        return loss(state, values, dOut, column, gain, bias);
    }

    /** {@code Σ dOut · relu(gain · (z − mean) / √(variance + ε) + bias)}, in double. */
    private static double loss(DigitalState state, double[] z, float[] dOut, int column, double gain, double bias) {
        int outputs = state.outputs();
        double sum = 0;
        for (int n = 0; n < outputs; n++) {
            double mean = 0;
            double variance = 0;
            for (int r = 0; r < ROWS; r++) {
                mean += z[r * outputs + n] / ROWS;
            }
            for (int r = 0; r < ROWS; r++) {
                variance += Math.pow(z[r * outputs + n] - mean, 2) / ROWS;
            }
            double g = state.gain().value[n] + (n == column ? gain : 0);
            double b = state.bias.value[n] + (n == column ? bias : 0);
            for (int r = 0; r < ROWS; r++) {
                double x = (z[r * outputs + n] - mean) / Math.sqrt(variance + DigitalState.EPSILON);
                sum += dOut[r * outputs + n] * Math.max(0, g * x + b);
            }
        }
        return sum;
    }

    private float[] gaussian(int count, float scale) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = scale * (float) random.nextGaussian();
        }
        return values;
    }

    private void fill(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
    }
}
