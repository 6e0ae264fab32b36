package studio.crossbar.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.crossbar.tensor.NoiseUse;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.Noise;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.RowPlan;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Shape;
import studio.crossbar.tensor.Quantizer;

/** The layer against the method's formulas, written out sample by sample and block by block. */
class CrossbarPassTest {

    private static final int SAMPLES = 5;
    private static final Stage STAGE = new Stage(true, true, Noise.NONE, NoiseUse.TRAINING, 1, 0);

    private final Random random = new Random(3);

    @ParameterizedTest
    @CsvSource({
        "conv, DIFFERENTIAL, 4, 3.0",
        "conv, POSITIVE, 4, 3.0",
        "conv, NEGATIVE, 2, 3.0",
        "conv, ROW_BLOCK, 2, 3.0",
        "conv, ROW_BLOCK, 8, 60.0",
        "dense, DIFFERENTIAL, 3, 3.0",
        "dense, ROW_BLOCK, 2, 60.0"
    })
    void forwardAndGradientsFollowTheMethod(String kind, Polarity polarity, int bits, float adcRange) {
        Layer.Weighted layer = kind.equals("conv") ? new Layer.Conv1d(7, 5, 2, 2) : new Layer.Dense(7);
        Shape input = new Shape(5, 9);
        RowPlan plan = RowPlan.of(layer, input, polarity, new TileShape(8, 8));
        DigitalState digital = new DigitalState(
                DigitalScaling.AFFINE, false, new Parameter(Parameter.Kind.DIGITAL, layer.outputs()), layer.outputs());
        CrossbarState state = new CrossbarState(
                0,
                new Geometry(layer, input, plan, SAMPLES),
                layer.outputs(),
                1 << bits,
                new Converters(6, 6),
                false,
                CrossbarState.RangeParameters.create(),
                digital);
        state.dacRange.value[0] = 1.3f;
        state.weightRange.value[0] = 0.8f;
        state.adcRange.value[0] = adcRange;
        fill(state.weights.value, 1f);
        fill(digital.multiplier.value, 1f);
        fill(digital.bias.value, 1f);
        Pass.Input before = new Pass.Input(input, SAMPLES);
        fill(before.output, 2f);
        CrossbarPass pass = new CrossbarPass(state, before, SAMPLES, 0, true);
        fill(pass.outputGradient, 1f);
        state.program(STAGE);
        pass.digital.prepare(digital.multipliers(), digital.biases());
        pass.forward(SAMPLES, STAGE);
        pass.backward(SAMPLES, STAGE);

        Reference reference = new Reference(state, layer, before.output, pass.outputGradient);
        compare(pass.output, reference.output);
        compare(pass.weightGradient, reference.dWeights);
        compare(before.outputGradient, reference.dInput);
        compare(pass.digital.biasGradient, reference.dBias);
        compare(pass.digital.multiplierGradient, reference.dMultiplier);
        assertThat(pass.dacRangeGradient).isCloseTo(reference.dDac, within(1e-3 + 1e-4 * Math.abs(reference.dDac)));
        assertThat(pass.adcRangeGradient).isCloseTo(reference.dAdc, within(1e-3 + 1e-4 * Math.abs(reference.dAdc)));
        assertThat(pass.clippingRate() > 0)
                .as("the case clips")
                .isEqualTo(reference.clipped > 0)
                .isEqualTo(adcRange < 10);
    }

    private void fill(float[] values, float scale) {
        for (int i = 0; i < values.length; i++) {
            values[i] = scale * (float) random.nextGaussian();
        }
    }

    private static void compare(float[] found, double[] expected) {
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        assertThat(largest).isPositive();
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) found[i]).as("element %d", i).isCloseTo(expected[i], within(1e-4 * largest));
        }
    }

    /** Plain loops over the formulas of the method, in double precision where nothing is rounded. */
    private static final class Reference {

        final double[] output;
        final double[] dWeights;
        final double[] dInput;
        final double[] dBias;
        final double[] dMultiplier;
        double dDac;
        double dAdc;
        int clipped;

        Reference(CrossbarState state, Layer.Weighted layer, float[] x, float[] dOut) {
            Geometry g = state.geometry;
            int outputs = state.outputs;
            int length = g.output.length();
            output = new double[SAMPLES * length * outputs];
            dWeights = new double[state.weights.value.length];
            dInput = new double[x.length];
            dBias = new double[outputs];
            dMultiplier = new double[outputs];
            Quantizer dac = state.dac();
            double[] dQuantised = new double[x.length];
            for (int s = 0; s < SAMPLES; s++) {
                for (int p = 0; p < length; p++) {
                    for (int n = 0; n < outputs; n++) {
                        int at = (s * length + p) * outputs + n;
                        double dz = dOut[at] * state.digital.multiplier.value[n];
                        double z = 0;
                        for (RowPlan.Block block : g.rows.blocks()) {
                            boolean unipolar = block.encoding().unipolar();
                            Quantizer adc = new Quantizer(
                                    state.adcRange.value[0],
                                    unipolar ? 63 : 31,
                                    (unipolar ? 63 : 31) * block.encoding().lowestLevel(2),
                                    (unipolar ? 63 : 31) * block.encoding().highestLevel(2));
                            float sum = 0;
                            for (int r = block.firstRow(); r < block.firstRow() + block.rows(); r++) {
                                int from = inputIndex(g, block, r, s, p);
                                sum = Math.fma(
                                        from < 0 ? 0f : dac.apply(x[from]), state.programmed[r * outputs + n], sum);
                            }
                            z += adc.apply(sum);
                            dAdc += dz * adc.fullScaleGradient(sum);
                            if (adc.inputGradient(sum) == 0) {
                                clipped++;
                                continue;
                            }
                            for (int r = block.firstRow(); r < block.firstRow() + block.rows(); r++) {
                                int from = inputIndex(g, block, r, s, p);
                                if (from >= 0) {
                                    dWeights[r * outputs + n] += dz * dac.apply(x[from]);
                                    dQuantised[from] += dz * state.programmed[r * outputs + n];
                                }
                            }
                        }
                        output[at] = z * state.digital.multiplier.value[n] + state.digital.bias.value[n];
                        dBias[n] += dOut[at];
                        dMultiplier[n] += dOut[at] * z;
                    }
                }
            }
            for (int i = 0; i < x.length; i++) {
                dInput[i] = dQuantised[i] * dac.inputGradient(x[i]);
                dDac += dQuantised[i] * dac.fullScaleGradient(x[i]);
            }
        }

        /** Index of the input of row {@code r} in window {@code p}, or −1 in the padding. */
        private static int inputIndex(Geometry g, RowPlan.Block block, int r, int s, int p) {
            RowPlan.Plane plane = g.rows.planes().get(block.plane());
            int within = r - plane.firstRow();
            int tap = within / plane.channels().size();
            int channel = plane.channels().get(within % plane.channels().size());
            int time = p * g.stride + tap - g.padding;
            return time < 0 || time >= g.input.length()
                    ? -1
                    : (s * g.input.length() + time) * g.input.channels() + channel;
        }
    }
}
