package studio.crossbar.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fused kernels against the quantiser's rules one element at a time, and the optimiser against its formula. */
class KernelsTest {

    private final Random random = new Random(17);

    @ParameterizedTest
    @CsvSource({"0, 255, 255", "-127, 127, 127", "-3, 0, 3", "-1, 1, 1"})
    void conversionEqualsTheQuantiserAndAccumulatesBlocks(int low, int high, int steps) {
        Quantizer adc = new Quantizer(1.7f, steps, low, high);
        int count = 103;
        float[] first = gaussian(count + 3, 1f);
        float[] second = gaussian(count, 1f);
        float[] sums = new float[count + 5];
        float[] residual = new float[count + 5];
        int[] clipped = new int[count + 5];
        java.util.Arrays.fill(clipped, -1);
        long clips = AdcKernel.convert(adc, 1f, true, count, first, 3, sums, residual, clipped, 5, 1, true);
        clips += AdcKernel.convert(adc, 1f, false, count, second, 0, sums, residual, clipped, 5, 4, false);
        float[] inferred = new float[count];
        AdcKernel.convert(adc, 1f, true, count, first, 3, inferred, null, null, 0, 1, true);
        AdcKernel.convert(adc, 1f, false, count, second, 0, inferred, null, null, 0, 4, false);
        long expectedClips = 0;
        float[] gradient = gaussian(count + 5, 1f);
        float[] passed = new float[count];
        AdcKernel.passUnclipped(count, gradient, clipped, 5, 4, passed, 0);
        for (int i = 0; i < count; i++) {
            float a = first[3 + i];
            float b = second[i];
            assertThat(sums[5 + i]).isCloseTo(adc.apply(a) + adc.apply(b), within(1e-6f));
            assertThat(inferred[i]).isEqualTo(sums[5 + i]);
            assertThat(residual[5 + i]).isCloseTo(adc.fullScaleGradient(a) + adc.fullScaleGradient(b), within(1e-6f));
            int bits = (adc.inputGradient(a) == 0 ? 1 : 0) | (adc.inputGradient(b) == 0 ? 4 : 0);
            assertThat(clipped[5 + i]).isEqualTo(bits);
            assertThat(passed[i]).isEqualTo((bits & 4) == 0 ? gradient[5 + i] : 0f);
            expectedClips += Integer.bitCount(bits);
        }
        assertThat(clips).isEqualTo(expectedClips).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"0, 255, 255", "-7, 7, 7"})
    void dacEqualsTheQuantiserForwardAndBack(int low, int high, int steps) {
        Quantizer dac = new Quantizer(1.2f, steps, low, high);
        int count = 77;
        float[] x = gaussian(count, 1f);
        float[] q = new float[count];
        float[] dq = gaussian(count, 1f);
        float[] dx = new float[count];
        InputKernel.quantise(dac, x, 0, count, q, 0);
        double range = InputKernel.backward(dac, x, 0, count, dq, 0, dx, 0);
        double expected = 0;
        for (int i = 0; i < count; i++) {
            assertThat(q[i]).isEqualTo(dac.apply(x[i]));
            assertThat(dx[i]).isEqualTo(dq[i] * dac.inputGradient(x[i]));
            expected += dq[i] * dac.fullScaleGradient(x[i]);
        }
        assertThat(range).isCloseTo(expected, within(1e-4));
    }

    private static final float[] SPECIAL = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};

    /** Zeros, but for {@link #SPECIAL} in the first vector and in what no vector of four or more lanes fills. */
    private static float[] special() {
        float[] values = new float[64 + SPECIAL.length];
        System.arraycopy(SPECIAL, 0, values, 0, SPECIAL.length);
        System.arraycopy(SPECIAL, 0, values, 64, SPECIAL.length);
        return values;
    }

    @Test
    void conversionsClipInfinitiesAndKeepWhatIsNoNumber() {
        Quantizer adc = new Quantizer(1.5f, 3, -2, 3);
        float[] analog = special();
        int count = analog.length;
        float[] sums = new float[count];
        float[] inferred = new float[count];
        float[] residual = new float[count];
        int[] clipped = new int[count];
        for (boolean first : new boolean[] {true, false}) {
            assertThat(AdcKernel.convert(adc, 1f, first, count, analog, 0, sums, residual, clipped, 0, 4, first))
                    .isEqualTo(4);
            assertThat(AdcKernel.convert(adc, 1f, first, count, analog, 0, inferred, null, null, 0, 4, first))
                    .isEqualTo(4);
            int times = first ? 1 : 2;
            for (int at : new int[] {0, 64}) {
                assertThat(Arrays.copyOfRange(sums, at, at + 3)).containsExactly(Float.NaN, times * 1.5f, times * -1f);
                assertThat(residual[at]).isNaN();
                assertThat(residual[at + 1]).isCloseTo(times, within(1e-6f));
                assertThat(residual[at + 2]).isCloseTo(times * -2 / 3f, within(1e-6f));
                assertThat(Arrays.copyOfRange(clipped, at, at + 3)).containsExactly(0, 4, 4);
            }
            assertThat(inferred).containsExactly(sums);
        }
    }

    @Test
    void dacsClipInfinitiesAndKeepWhatIsNoNumber() {
        Quantizer dac = new Quantizer(1.5f, 3, -3, 3);
        float[] x = special();
        int count = x.length;
        float[] q = new float[count];
        float[] digit = new float[count];
        float[] dq = new float[count];
        Arrays.fill(dq, 2f);
        float[] dx = new float[count];
        InputKernel.quantise(dac, x, 0, count, q, 0);
        InputKernel.digit(dac, 1, 1, x, 0, count, digit, 0);
        assertThat(InputKernel.backward(dac, x, 0, count, dq, 0, dx, 0)).isNaN();
        for (int at : new int[] {0, 64}) {
            assertThat(Arrays.copyOfRange(q, at, at + 3)).containsExactly(Float.NaN, 1.5f, -1.5f);
            assertThat(Arrays.copyOfRange(digit, at, at + 3)).containsExactly(Float.NaN, 1.5f, -1.5f);
            assertThat(Arrays.copyOfRange(dx, at, at + 3)).containsExactly(2f, 0f, 0f);
        }
    }

    /** Digits of the magnitude, with the sign, add up to the code; each alone is scaled to the full scale. */
    @ParameterizedTest
    @CsvSource({"0, 4095, 1", "0, 4095, 5", "0, 255, 2", "-127, 127, 1", "-127, 127, 3", "-7, 7, 2"})
    void digitsOfTheInputsAddUpToTheirCodes(int low, int high, int bits) {
        Quantizer dac = new Quantizer(1.2f, high, low, high);
        int count = 4200;
        float[] x = gaussian(count, 0.7f);
        for (int i = 0; i <= high && i < count; i++) {
            x[i] = i * dac.step();
        }
        double[] codes = new double[count];
        float[] digit = new float[count];
        for (int shift = 0; shift < 12; shift += bits) {
            InputKernel.digit(dac, bits, shift, x, 0, count, digit, 0);
            for (int i = 0; i < count; i++) {
                double steps = digit[i] / 1.2 * ((1 << bits) - 1);
                assertThat(steps).isCloseTo(Math.rint(steps), within(1e-4));
                codes[i] += Math.rint(steps) * (1 << shift);
            }
        }
        for (int i = 0; i < count; i++) {
            assertThat(codes[i]).isEqualTo(dac.code(x[i]));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 255})
    void offsetLevelsDivideTheRangeEvenly(int steps) {
        float range = 0.9f;
        float[] latent = gaussian(103, 0.6f);
        float[] deviates = gaussian(103, 1f);
        float[] exact = new float[103];
        float[] noisy = deviates.clone();
        OffsetKernel.program(range, steps, latent, 3, 97, 0, null, exact);
        OffsetKernel.program(range, steps, latent, 3, 97, 0.2f, noisy, noisy);
        float[] gradient = gaussian(103, 1f);
        double expected = 0;
        for (int i = 3; i < 100; i++) {
            double state = Math.rint((Math.clamp(latent[i] / range, -1.0, 1.0) + 1) * steps / 2);
            double level = 2 * state / steps - 1;
            assertThat((double) exact[i]).isCloseTo(range * level, within(1e-6));
            assertThat(OffsetKernel.level(range, steps, latent[i])).isEqualTo((int) Math.rint(level * steps));
            assertThat((double) noisy[i]).isCloseTo(range * level + 0.2 * deviates[i], within(1e-6));
            boolean inside = Math.abs(latent[i]) <= range;
            expected += gradient[i] * (level - (inside ? latent[i] / range : 0));
        }
        assertThat(OffsetKernel.fullScaleGradient(range, steps, latent, 3, 97, gradient))
                .isCloseTo(expected, within(1e-4));
    }

    @Test
    void aSumOfSeveralConversionsPassesTheSharesOfThoseThatWereNotClipped() {
        int[] clipped = new int[40];
        for (int i = 0; i < 40; i++) {
            clipped[i] = i;
        }
        float[] shares = {0.7f, 0.1f, 1.3f};
        float whole = shares[0] + shares[1] + shares[2];
        float[] gradient = gaussian(40, 1f);
        float[] into = new float[40];
        for (int unit = 0; unit < 3; unit++) {
            AdcKernel.addUnclipped(37, shares[unit], clipped, 0, 1 << unit, into, 0);
        }
        AdcKernel.passShares(37, whole, gradient, 0, into, 0);
        for (int i = 0; i < 37; i++) {
            double passed = 0;
            for (int unit = 0; unit < 3; unit++) {
                passed += (i >> unit & 1) != 0 ? 0 : shares[unit];
            }
            assertThat((double) into[i]).isCloseTo(passed / whole * gradient[i], within(1e-6));
            if ((i & 7) == 0) {
                assertThat(into[i]).as("nothing clipped").isEqualTo(gradient[i]);
            } else if ((i & 7) == 7) {
                assertThat(into[i]).as("all clipped").isZero();
            }
        }
        assertThat(into).endsWith(0f, 0f, 0f);
    }

    /** So that a training has the same bits whenever the compiler takes over. */
    @Test
    void lanesOfARangesGradientAddUpInOneOrderBeforeAndAfterCompilation() {
        Quantizer levels = new Quantizer(0.9f, 3, -3, 3);
        int count = 16 * Lanes.COUNT;
        float[] latent = gaussian(count, 1f);
        float[] gradient = gaussian(count, 1f);
        float[] lanes = new float[Lanes.COUNT];
        for (int i = 0; i < count; i++) {
            float scaled = latent[i] * levels.stepsPerUnit();
            float code = Lanes.round(Lanes.clip(scaled, -3, 3));
            float inside = Lanes.outside(scaled, -3, 3) ? 0f : scaled;
            lanes[i % Lanes.COUNT] = Math.fma(gradient[i], code - inside, lanes[i % Lanes.COUNT]);
        }
        float sum = 0;
        for (float lane : lanes) {
            sum += lane;
        }
        for (int call = 0; call < 20_000; call++) {
            assertThat(WeightKernel.fullScaleGradient(levels, latent, 0, count, gradient) == sum / 3.0)
                    .as("call %d", call)
                    .isTrue();
        }
    }

    @Test
    void theWeightRangesGradientIsTheQuantisersSummedOverTheWeights() {
        Quantizer levels = new Quantizer(0.9f, 3, -3, 3);
        float[] latent = gaussian(1100, 1f);
        float[] gradient = gaussian(1100, 1f);
        double expected = 0;
        for (int i = 7; i < 1090; i++) {
            expected += gradient[i] * levels.fullScaleGradient(latent[i]);
        }
        assertThat(WeightKernel.fullScaleGradient(levels, latent, 7, 1083, gradient))
                .isCloseTo(expected, within(1e-3));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 16, 35})
    void depthwiseProductAndGradientsEqualTheirSums(int channels) {
        int windows = 6;
        int stride = 2 * channels;
        int[] taps = {0, channels, 3 * channels, 4 * channels};
        float[] x = gaussian(windows * stride + 5 * channels, 1f);
        float[] w = gaussian(taps.length * channels, 1f);
        float[] z = gaussian(windows * channels, 1f);
        float[] before = z.clone();
        DepthwiseKernel.forward(windows, channels, x, 0, stride, taps, 1, 3, w, z, 0, true);
        float[] dz = gaussian(z.length, 1f);
        float[] dw = new float[w.length];
        float[] dx = new float[x.length];
        DepthwiseKernel.backward(windows, channels, x, 0, stride, taps, 1, 3, w, dz, 0, dw, dx);
        double[] dwExpected = new double[w.length];
        double[] dxExpected = new double[x.length];
        for (int i = 0; i < windows; i++) {
            for (int c = 0; c < channels; c++) {
                double sum = before[i * channels + c];
                for (int t = 1; t < 4; t++) {
                    int at = i * stride + taps[t] + c;
                    sum += x[at] * w[t * channels + c];
                    dwExpected[t * channels + c] += x[at] * dz[i * channels + c];
                    dxExpected[at] += w[t * channels + c] * dz[i * channels + c];
                }
                assertThat((double) z[i * channels + c]).isCloseTo(sum, within(1e-5));
            }
        }
        for (int i = 0; i < dw.length; i++) {
            assertThat((double) dw[i]).isCloseTo(dwExpected[i], within(1e-5));
        }
        for (int i = 0; i < dx.length; i++) {
            assertThat((double) dx[i]).isCloseTo(dxExpected[i], within(1e-5));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 16, 18, 48})
    void aConcatenatedRectifierKeepsBothSigns(int channels) {
        int rows = 7;
        float[] x = gaussian(rows * channels, 1f);
        x[0] = 0;
        x[3 * channels] = Float.NaN;
        float[] gradient = gaussian(2 * x.length + 1, 1f);
        float[] y = new float[2 * x.length + 1];
        float[] dx = new float[x.length + 1];
        ConcatReluKernel.forward(rows, channels, x, y);
        ConcatReluKernel.backward(rows, channels, x, gradient, dx);
        for (int i = 0; i < x.length; i++) {
            int first = i / channels * 2 * channels + i % channels;
            int second = first + channels;
            assertThat(y[first]).isEqualTo(Float.valueOf(Math.max(x[i], 0f)));
            assertThat(y[second]).isEqualTo(Float.valueOf(Math.max(-x[i], 0f)));
            assertThat(dx[i]).isEqualTo(Float.valueOf(x[i] > 0 ? gradient[first] : -gradient[second]));
        }
        assertThat(y[2 * x.length]).isZero();
        assertThat(dx[x.length]).isZero();
    }

    @Test
    void adamFollowsItsFormulaWithDecoupledDecayAndBounds() {
        int count = 37;
        float[] values = gaussian(count, 1f);
        double[] expected = new double[count];
        double[] m = new double[count];
        double[] v = new double[count];
        for (int i = 0; i < count; i++) {
            expected[i] = values[i];
        }
        float[] first = new float[count];
        float[] second = new float[count];
        for (int step = 1; step <= 5; step++) {
            float[] gradient = gaussian(count, 1f);
            AdamW.STANDARD.update(step, 0.05f, 0.1f, values, gradient, first, second, 0, count, -1.5f, 1.5f);
            for (int i = 0; i < count; i++) {
                m[i] = 0.9 * m[i] + 0.1 * gradient[i];
                v[i] = 0.999 * v[i] + 0.001 * gradient[i] * gradient[i];
                double move = 0.05
                        * (m[i] / (1 - Math.pow(0.9, step)))
                        / (Math.sqrt(v[i] / (1 - Math.pow(0.999, step))) + 1e-8);
                expected[i] = Math.clamp(expected[i] * (1 - 0.05 * 0.1) - move, -1.5, 1.5);
                assertThat((double) values[i]).isCloseTo(expected[i], within(1e-5));
            }
        }
    }

    @Test
    void sgdFollowsNesterovsFormulaWithDecoupledDecay() {
        int count = 37;
        float[] values = gaussian(count, 1f);
        double[] expected = new double[count];
        double[] velocity = new double[count];
        for (int i = 0; i < count; i++) {
            expected[i] = values[i];
        }
        float[] kept = new float[count];
        for (int step = 1; step <= 5; step++) {
            float[] gradient = gaussian(count, 1f);
            new Sgd(0.9f).update(0.05f, 0.1f, values, gradient, kept, 0, count);
            for (int i = 0; i < count; i++) {
                velocity[i] = 0.9 * velocity[i] + gradient[i];
                expected[i] = expected[i] * (1 - 0.05 * 0.1) - 0.05 * (gradient[i] + 0.9 * velocity[i]);
                assertThat((double) values[i]).isCloseTo(expected[i], within(1e-5));
            }
        }
    }

    @Test
    void uniformFractionsAreEvenAndRepeatable() {
        CounterNoise noise = new CounterNoise(4, 9);
        float[] all = new float[100_000];
        noise.uniform(0, all, 0, all.length);
        int[] tenths = new int[10];
        for (float fraction : all) {
            assertThat(fraction).isBetween(0f, 1f);
            tenths[(int) (10 * fraction)]++;
        }
        double chi = 0;
        for (int seen : tenths) {
            chi += Math.pow(seen - 10_000, 2) / 10_000;
        }
        // 99.9th percentile of chi-squared with 9 degrees of freedom.
        assertThat(chi).isLessThan(27.9);
        float[] part = new float[100];
        noise.uniform(777, part, 0, 100);
        assertThat(part).isEqualTo(java.util.Arrays.copyOfRange(all, 777, 877));
    }

    private float[] gaussian(int count, float scale) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = scale * (float) random.nextGaussian();
        }
        return values;
    }

    @Test
    void theNextClippedConversionIsTheFirstWithABit() {
        int[] clipped = new int[75];
        for (int only : new int[] {0, 1, 15, 16, 40, 63, 64, 74}) {
            Arrays.fill(clipped, 0);
            clipped[only] = 1 << 31;
            assertThat(AdcKernel.nextClipped(clipped, 0, 75)).isEqualTo(only);
            assertThat(AdcKernel.nextClipped(clipped, only, 75)).isEqualTo(only);
            assertThat(AdcKernel.nextClipped(clipped, only + 1, 75)).isEqualTo(75);
            assertThat(AdcKernel.nextClipped(clipped, 0, only)).isEqualTo(only);
        }
    }
}
