package studio.crossbar.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.Noise;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.RowPlan;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.network.Extent;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Shape;
import studio.crossbar.network.Window;
import studio.crossbar.tensor.NoiseUse;
import studio.crossbar.tensor.Quantizer;

/** The layer against the method's formulas, written out sample by sample and block by block. */
class CrossbarPassTest {

    private static final int SAMPLES = 5;
    private static final Stage STAGE = new Stage(true, true, Noise.NONE, NoiseUse.TRAINING, 1, 0);

    private final Random random = new Random(3);

    @ParameterizedTest
    @CsvSource({
        "conv, DIFFERENTIAL, 4, 3.0, false",
        "conv, DIFFERENTIAL, 4, 3.0, true",
        "conv, POSITIVE, 4, 3.0, false",
        "conv, POSITIVE, 4, 3.0, true",
        "conv, NEGATIVE, 2, 3.0, false",
        "conv, ROW_BLOCK, 2, 3.0, false",
        "conv, ROW_BLOCK, 8, 60.0, false",
        "dilated, ROW_BLOCK, 3, 1.5, false",
        "dense, DIFFERENTIAL, 3, 3.0, false",
        "dense, ROW_BLOCK, 2, 60.0, false",
        "image, DIFFERENTIAL, 4, 3.0, false",
        "image, ROW_BLOCK, 2, 3.0, false",
        "strided image, ROW_BLOCK, 2, 3.0, false",
        "dilated image, POSITIVE, 2, 3.0, false",
        "grouped image, ROW_BLOCK, 3, 3.0, false",
        "grouped image, DIFFERENTIAL, 3, 3.0, true",
        "depthwise image, DIFFERENTIAL, 4, 1.0, false",
        "depthwise image, POSITIVE, 4, 60.0, false",
        "dense image, ROW_BLOCK, 2, 3.0, false",
        "deep, DIFFERENTIAL, 2, 1.5, false"
    })
    void forwardAndGradientsFollowTheMethod(
            String kind, Polarity polarity, int bits, float adcRange, boolean signedInput) {
        Layer.Weighted layer = layer(kind);
        Shape input =
                kind.equals("deep") ? new Shape(50, 9) : kind.contains("image") ? new Shape(6, 7, 5) : new Shape(5, 9);
        RowPlan plan = RowPlan.of(layer, input, polarity, new TileShape(8, 8));
        DigitalState digital = new DigitalState(
                DigitalScaling.AFFINE, false, new Parameter(Parameter.Kind.DIGITAL, layer.outputs()), layer.outputs());
        CrossbarState state = new CrossbarState(
                0,
                new Geometry(layer, input, plan, SAMPLES),
                layer.outputs(),
                1 << bits,
                new Converters(6, 6),
                signedInput,
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
        CrossbarPass pass = new CrossbarPass(state, before, SAMPLES, true, null);
        fill(pass.outputGradient, 1f);
        state.prepare();
        for (int part = 0; part < state.parts(); part++) {
            state.program(STAGE, part);
        }
        pass.digital.prepare(digital.multipliers(), digital.biases());
        Run run = new Run().of(SAMPLES, 0, STAGE);
        pass.forward(run);
        pass.backward(run);

        Reference reference = new Reference(state, signedInput, before.output, pass.outputGradient);
        compare(pass.output, reference.output);
        compare(pass.weightGradient, reference.dWeights);
        compare(before.outputGradient, reference.dInput);
        compare(pass.digital.biasGradient, reference.dBias);
        compare(pass.digital.multiplierGradient, reference.dMultiplier);
        assertThat(pass.dacRangeGradient).isCloseTo(reference.dDac, within(1e-3 + 1e-4 * Math.abs(reference.dDac)));
        assertThat(pass.adcRangeGradient).isCloseTo(reference.dAdc, within(1e-3 + 1e-4 * Math.abs(reference.dAdc)));
        assertThat(pass.clippings()).isEqualTo(reference.clipped);
        assertThat(reference.clipped > 0).as("the case clips").isEqualTo(adcRange < 10);
        assertThat(pass.conversions())
                .isEqualTo(
                        (long) pass.output.length * state.geometry.rows.blocks().size());
    }

    private static Layer.Weighted layer(String kind) {
        Extent three = Extent.square(3);
        return switch (kind) {
            case "conv" -> new Layer.Conv1d(7, 5, 2, 2);
            case "dilated" -> new Layer.Conv1d(7, 3, 1, 2, 2, 1);
            case "image" -> Layer.Conv2d.same(7, 3, 1);
            case "strided image" ->
                new Layer.Conv2d(7, new Extent(3, 2), new Extent(2, 1), new Extent(1, 0), Extent.ONE, 1);
            case "dilated image" -> new Layer.Conv2d(20, three, Extent.ONE, Extent.square(2), Extent.square(2), 1);
            case "grouped image" -> new Layer.Conv2d(8, three, Extent.square(2), Extent.ONE, Extent.ONE, 2);
            case "depthwise image" -> Layer.Conv2d.depthwise(6, 3, 1);
            default -> new Layer.Dense(7);
        };
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

        Reference(CrossbarState state, boolean signedInput, float[] x, float[] dOut) {
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
                            boolean unsigned = block.encoding().unipolar() && !signedInput;
                            int steps = unsigned ? 63 : 31;
                            Quantizer adc = new Quantizer(
                                    state.adcRange.value[0],
                                    steps,
                                    unsigned ? steps * block.encoding().lowestLevel(2) : -steps,
                                    unsigned ? steps * block.encoding().highestLevel(2) : steps);
                            int group = n / (outputs / g.groups);
                            float sum = 0;
                            for (int r = block.firstRow(); r < block.firstRow() + block.rows(); r++) {
                                int from = inputIndex(g, block, group, r, s, p);
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
                                int from = inputIndex(g, block, group, r, s, p);
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
        private static int inputIndex(Geometry g, RowPlan.Block block, int group, int r, int s, int p) {
            RowPlan.Plane plane = g.rows.planes().get(block.plane());
            Window w = g.window;
            int within = r - plane.firstRow();
            int tap = within / plane.channels().size();
            int channel = group * (g.input.channels() / g.groups)
                    + plane.channels().get(within % plane.channels().size());
            int y = p / g.output.width() * w.stride().height()
                    + tap / w.kernel().width() * w.dilation().height()
                    - w.padding().height();
            int x = p % g.output.width() * w.stride().width()
                    + tap % w.kernel().width() * w.dilation().width()
                    - w.padding().width();
            return y < 0 || y >= g.input.height() || x < 0 || x >= g.input.width()
                    ? -1
                    : ((s * g.input.height() + y) * g.input.width() + x) * g.input.channels() + channel;
        }
    }
}
