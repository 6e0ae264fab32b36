package studio.crossbar.simulation.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.crossbar.hardware.Subtraction;
import studio.crossbar.tensor.CounterNoise;
import studio.crossbar.tensor.Quantizer;

/**
 * Noise drawn once an output from the exact variance has the law of reading every device anew: equal means, variances,
 * and Kolmogorov's and Smirnov's distance of two samples; and no correlation between outputs or vectors.
 */
class ReadNoiseLawTest {

    private static final int ROWS = 24;
    private static final int OUTPUTS = 3;
    private static final int READS = 20_000;

    @ParameterizedTest
    @ValueSource(strings = {"analog pair", "digital pair", "positive", "offset", "slices", "serial"})
    void oneDrawAnOutputHasTheLawOfReadingEachDevice(String kind) {
        TileReadout readout = switch (kind) {
            case "analog pair", "serial" -> TileReadout.differential(OUTPUTS, Subtraction.ANALOG);
            case "digital pair" -> TileReadout.differential(OUTPUTS, Subtraction.DIGITAL);
            case "positive" -> TileReadout.unipolar(OUTPUTS, 1, 2);
            case "offset" -> TileReadout.offset(OUTPUTS, 1, Subtraction.ANALOG);
            default -> TileReadout.differential(OUTPUTS, Subtraction.ANALOG).sliced(List.of(1.0, 4.0));
        };
        Random random = new Random(11);
        float[] g = uniform(random, ROWS * readout.columns(), 1, 25);
        float[] sigma = uniform(random, g.length, 0, 2);
        TileConductance cells = new TileConductance(ROWS, readout.columns(), g, sigma);
        Quantizer dac = Quantizer.signed(1f, 5);
        boolean serial = kind.equals("serial");
        float[] one = uniform(random, ROWS, -1, 1);
        float[] inputs = new float[READS * ROWS];
        for (int v = 0; v < READS; v++) {
            System.arraycopy(one, 0, inputs, v * ROWS, ROWS);
        }

        float[] drawn =
                new AnalogTile(cells, readout, 0.04, dac, serial, null).multiply(inputs, READS, new CounterNoise(5, 6));
        double[] resampled =
                new NaiveTile(cells, readout, 0.04, dac, serial, null).multiply(inputs, READS, new Random(12));

        for (int o = 0; o < OUTPUTS; o++) {
            double[] ours = column(drawn, o);
            double[] theirs = column(resampled, o);
            double deviation = Math.sqrt(variance(theirs));
            assertThat(deviation).isGreaterThan(0.01);
            // Four standard errors of a difference of means, and of a ratio of variances.
            assertThat(mean(ours)).isCloseTo(mean(theirs), within(4 * deviation * Math.sqrt(2.0 / READS)));
            assertThat(variance(ours) / variance(theirs)).isCloseTo(1, within(4 * 2 / Math.sqrt(READS)));
            // 1.95: beyond it once in a thousand.
            assertThat(distance(ours, theirs)).isLessThan(1.95 * Math.sqrt(2.0 / READS));
            double next = covariance(ours, column(drawn, (o + 1) % OUTPUTS), 0) / variance(ours);
            assertThat(next).isCloseTo(0, within(8 / Math.sqrt(READS)));
            assertThat(covariance(ours, ours, 1) / variance(ours)).isCloseTo(0, within(4 / Math.sqrt(READS)));
        }
    }

    private static float[] uniform(Random random, int n, float low, float high) {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = low + (high - low) * random.nextFloat();
        }
        return values;
    }

    private static double[] column(float[] values, int column) {
        double[] result = new double[READS];
        Arrays.setAll(result, i -> values[i * OUTPUTS + column]);
        return result;
    }

    private static double[] column(double[] values, int column) {
        double[] result = new double[READS];
        Arrays.setAll(result, i -> values[i * OUTPUTS + column]);
        return result;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        return covariance(values, values, 0);
    }

    /** Of {@code a[i]} and {@code b[i + lag]}. */
    private static double covariance(double[] a, double[] b, int lag) {
        double meanA = mean(a);
        double meanB = mean(b);
        double sum = 0;
        for (int i = 0; i + lag < a.length; i++) {
            sum += (a[i] - meanA) * (b[i + lag] - meanB);
        }
        return sum / a.length;
    }

    /** Largest difference of the two samples' distributions. */
    private static double distance(double[] a, double[] b) {
        double[] left = a.clone();
        double[] right = b.clone();
        Arrays.sort(left);
        Arrays.sort(right);
        double largest = 0;
        for (int i = 0, j = 0; i < left.length && j < right.length; ) {
            if (left[i] <= right[j]) {
                i++;
            } else {
                j++;
            }
            largest = Math.max(largest, Math.abs((double) i / left.length - (double) j / right.length));
        }
        return largest;
    }
}
