package studio.crossbar.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import studio.crossbar.device.Device;
import studio.crossbar.device.DevicePresets;
import studio.crossbar.device.StuckRates;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.Noise;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.RowPlan;
import studio.crossbar.hardware.Slices;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Shape;
import studio.crossbar.tensor.CounterNoise;
import studio.crossbar.tensor.NoiseUse;

/** The noise that training and inference see has the stated law: moments, and Kolmogorov's and Smirnov's distance. */
class NoiseLawTest {

    private static final float RANGE = 0.7f;

    @ParameterizedTest
    @EnumSource(value = Polarity.class, mode = EnumSource.Mode.EXCLUDE, names = "OFFSET")
    void programmingNoiseIsGaussianAndFreshEachStep(Polarity polarity) {
        CrossbarState state = dense(400, 50, polarity, 4);
        Arrays.fill(state.weights.value, 0f);
        Noise noise = new Noise(0.05, 0);
        double[] first = programmed(state, noise, 0);
        double[] second = programmed(state, noise, 1);
        requireNormal(first, 0.05 * RANGE);
        requireNormal(second, 0.05 * RANGE);
        double correlation = 0;
        for (int i = 0; i < first.length; i++) {
            correlation += first[i] * second[i] / (Math.pow(0.05 * RANGE, 2) * first.length);
        }
        assertThat(correlation).isCloseTo(0, within(4 / Math.sqrt(first.length)));
        assertThat(programmed(state, noise, 0)).isEqualTo(first);
    }

    /** Cells span −R … R, so σ is of 2R; correction cells add as much, in common for the columns of a tile. */
    @Test
    void offsetCellsAndTheirCorrectionCellsAreNoisyAlike() {
        CrossbarState state = dense(8000, 30, Polarity.OFFSET, 4, new TileShape(128, 16), 1, 16);
        // A level of 16: 0 is none.
        float level = RANGE / 15;
        Arrays.fill(state.weights.value, level);
        double[] noise = programmed(state, new Noise(0.05, 0), 3);
        double cell = 0.05 * 2 * RANGE;
        double[] one = new double[8000];
        double within = 0;
        double across = 0;
        for (int row = 0; row < 8000; row++) {
            one[row] = noise[row * 30 + 4] - level;
            within += one[row] * (noise[row * 30 + 14] - level) / 8000;
            across += one[row] * (noise[row * 30 + 15] - level) / 8000;
        }
        requireNormal(one, Math.sqrt(2) * cell);
        double error = 4 * 2 * cell * cell / Math.sqrt(8000);
        assertThat(within).isCloseTo(cell * cell, within(error));
        assertThat(across).isCloseTo(0, within(error));
    }

    /** Where a correction cell is stuck at an end of its range, all weights of its row and tile are off by R. */
    @Test
    void correctionCellsAreStuckAsOftenAsOthers() throws IOException {
        CrossbarState state = dense(8000, 15, Polarity.OFFSET, 4, new TileShape(128, 16), 1, 16);
        float level = RANGE / 15;
        Arrays.fill(state.weights.value, level);
        Device ideal = DevicePresets.carried("ideal");
        state.cells.follow(DeviceLaw.of(
                new Device(
                        ideal.name(),
                        ideal.title(),
                        ideal.technology(),
                        ideal.source(),
                        ideal.range(),
                        ideal.operation(),
                        ideal.programming(),
                        ideal.drift(),
                        ideal.readNoise(),
                        new StuckRates(0.02, 0.05, "a closed form"),
                        null),
                16,
                0,
                1));
        double[] held = programmed(state, Noise.NONE, 3);
        int on = 0;
        int off = 0;
        for (int row = 0; row < 8000; row++) {
            int lowered = 0;
            int raised = 0;
            for (int o = 0; o < 15; o++) {
                double miss = (held[row * 15 + o] - level) / RANGE;
                lowered += Math.abs(miss + 1) < 1e-4 ? 1 : 0;
                raised += Math.abs(miss - 1) < 1e-4 ? 1 : 0;
            }
            on += lowered > 7 ? 1 : 0;
            off += raised > 7 ? 1 : 0;
        }
        assertThat(on / 8000.0).isCloseTo(0.02, within(4 * Math.sqrt(0.02 / 8000)));
        assertThat(off / 8000.0).isCloseTo(0.05, within(4 * Math.sqrt(0.05 / 8000)));
    }

    /** With digits to the base 4 the shares of two slices are 1/5 and 4/5. */
    @ParameterizedTest
    @CsvSource({"POSITIVE, 0.04123", "DIFFERENTIAL, 0.04123", "OFFSET, 0.12961"})
    void theNoiseOfASliceCountsByItsSignificance(Polarity polarity, double relative) {
        CrossbarState state = dense(4000, 10, polarity, 4, new TileShape(128, 128), 2, 4);
        Arrays.fill(state.weights.value, 0.2f * RANGE);
        double[] all = programmed(state, new Noise(0.05, 0), 3);
        double[] one = new double[4000];
        for (int row = 0; row < 4000; row++) {
            one[row] = all[row * 10] - 0.2 * RANGE;
            double sum =
                    0.2 * state.cells.slice(0)[row * 10] + 0.8 * state.cells.slice(1)[row * 10];
            assertThat(all[row * 10]).isCloseTo(sum, within(1e-6));
        }
        requireNormal(one, relative * RANGE);
    }

    /** Whole levels of every encoding, at the largest numbers of levels too. */
    @ParameterizedTest
    @CsvSource({"2, 181", "3, 32", "4, 13", "2, 2", "4, 3"})
    void slicesHoldTheDigitsOfTheLevels(int count, int cellLevels) {
        Slices slices = new Slices(cellLevels, count);
        for (Encoding encoding : Encoding.values()) {
            SlicedWeights weights = new SlicedWeights(slices, slices.steps() + 1);
            float[] programmed = new float[slices.steps() + 1];
            int sign = encoding == Encoding.NEGATIVE || encoding == Encoding.DIFFERENTIAL ? -1 : 1;
            for (int i = 0; i < programmed.length; i++) {
                int level = encoding == Encoding.OFFSET ? 2 * i - slices.steps() : sign * i;
                programmed[i] = level * RANGE / slices.steps();
            }
            float[] exact = programmed.clone();
            weights.divide(encoding, RANGE, 0, 0, programmed.length, programmed);
            for (int i = 0; i < programmed.length; i++) {
                int level = encoding == Encoding.OFFSET ? 2 * i - slices.steps() : sign * i;
                for (int j = 0; j < count; j++) {
                    double value = slices.digitLevel(encoding, level, j) * (double) RANGE / (cellLevels - 1);
                    assertThat((double) weights.cells[j][i]).isCloseTo(value, within(1e-6));
                }
                assertThat(programmed[i]).isCloseTo(exact[i], within(1e-6f));
            }
        }
    }

    private static double[] programmed(CrossbarState state, Noise noise, long step) {
        Stage stage = new Stage(true, false, noise, NoiseUse.TRAINING, 9, step);
        for (int part = 0; part < state.parts(); part++) {
            state.program(stage, part);
        }
        double[] values = new double[state.cells.programmed.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = state.cells.programmed[i];
        }
        return values;
    }

    @Test
    void readNoiseIsGaussianOnEachRowBlocksSum() {
        CrossbarState state = dense(8, 64, Polarity.DIFFERENTIAL, 12);
        state.adcRange.value[0] = 2f;
        Arrays.fill(state.weights.value, 0f);
        Pass.Input before = new Pass.Input(new Shape(8, 1), 64);
        CrossbarPass pass = new CrossbarPass(state, before, 64, true, null);
        Stage stage = new Stage(true, false, new Noise(0, 0.03), NoiseUse.CHIP, 9, 0);
        state.prepare();
        state.program(stage, 0);
        pass.digital.prepare(state.digital.multipliers(), state.digital.biases());
        pass.forward(new Run().of(64, 0, stage));
        double[] sums = new double[pass.output.length];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = pass.output[i];
        }
        // The rounding of the 12-bit ADC adds step²/12.
        double step = 2.0 / 2047;
        requireNormal(sums, Math.sqrt(Math.pow(0.03 * 2, 2) + step * step / 12));
    }

    @Test
    void everyUseLayerAndIndexHasAStreamOfItsOwn() {
        Set<CounterNoise> streams = new HashSet<>();
        int count = 0;
        for (NoiseUse use : NoiseUse.values()) {
            for (NoiseUse.Part part : NoiseUse.Part.values()) {
                for (int layer : new int[] {0, 1, 255, 4095}) {
                    for (long index : new long[] {0, 1, 256, 65536, (1L << 47) - 1}) {
                        streams.add(use.noise(3, part, layer, index));
                        count++;
                    }
                }
            }
        }
        assertThat(streams).hasSize(count);
    }

    private static void requireNormal(double[] values, double deviation) {
        int n = values.length;
        double mean = Arrays.stream(values).average().orElseThrow();
        double square = Arrays.stream(values).map(v -> v * v).average().orElseThrow();
        double fourth = Arrays.stream(values).map(v -> v * v * v * v).average().orElseThrow();
        assertThat(mean).isCloseTo(0, within(4 * deviation / Math.sqrt(n)));
        assertThat(Math.sqrt(square)).isCloseTo(deviation, within(4 * deviation / Math.sqrt(2.0 * n)));
        assertThat(fourth / (square * square)).isCloseTo(3, within(4 * Math.sqrt(24.0 / n)));
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double distance = 0;
        for (int i = 0; i < n; i++) {
            double below = normal(sorted[i] / deviation);
            distance = Math.max(distance, Math.max(below - (double) i / n, (i + 1.0) / n - below));
        }
        // The critical value at the level 0.001.
        assertThat(distance).isLessThan(1.95 / Math.sqrt(n));
    }

    /** Standard normal distribution function: Marsaglia's series (Journal of Statistical Software 11(4), 2004). */
    private static double normal(double x) {
        double sum = x;
        double term = x;
        for (int i = 3; Math.abs(term) > 1e-17; i += 2) {
            term *= x * x / i;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    private static CrossbarState dense(int inputs, int outputs, Polarity polarity, int adcBits) {
        return dense(inputs, outputs, polarity, adcBits, new TileShape(128, 128), 1, 16);
    }

    private static CrossbarState dense(
            int inputs, int outputs, Polarity polarity, int adcBits, TileShape tile, int slices, int levels) {
        Layer.Dense layer = new Layer.Dense(outputs);
        Shape input = new Shape(inputs, 1);
        RowPlan plan = RowPlan.of(layer, input, polarity, tile, slices, 0);
        DigitalState digital =
                new DigitalState(DigitalScaling.AFFINE, false, new Parameter(Parameter.Kind.DIGITAL, outputs), outputs);
        Arrays.fill(digital.multiplier.value, 1f);
        CrossbarState state = new CrossbarState(
                0,
                new Geometry(layer, input, plan, 64),
                outputs,
                levels,
                new Converters(8, adcBits),
                false,
                CrossbarState.RangeParameters.create(),
                digital);
        state.weightRange.value[0] = RANGE;
        return state;
    }
}
