package studio.crossbar.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.crossbar.data.Dataset;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.Noise;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.mapping.Networks;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;
import studio.crossbar.training.AnalogInference;
import studio.crossbar.training.Confusion;

/** What the cells of a chip hold: the digits of the programmed levels, and the noise's law. */
class MonteCarloTest {

    private static final int ROWS = 3000;
    private static final int OUTPUTS = 12;

    @ParameterizedTest
    @CsvSource({"DIFFERENTIAL, 1", "POSITIVE, 2", "NEGATIVE, 3", "OFFSET, 1", "OFFSET, 2", "ROW_BLOCK, 4"})
    void withoutNoiseTheSlicesAddUpToTheLevels(Polarity polarity, int slices) {
        MappedNetwork mapped = mapped(polarity, slices, 0);
        float[][] chip = MonteCarlo.chip(mapped, 0, 1, 0);
        short[] levels = mapped.trained().layers().getFirst().levels(Cell.ofBits(2));
        double steps = Math.pow(4, slices) - 1;
        assertThat(chip).hasNumberOfRows(slices);
        for (int i = 0; i < levels.length; i++) {
            double sum = 0;
            for (int slice = 0; slice < slices; slice++) {
                sum += chip[slice][i] * Math.pow(4, slice) * 3 / steps;
            }
            assertThat(sum).isCloseTo(levels[i] / steps, within(1e-6));
        }
    }

    /** Variance of each slice's noise, and covariance of two weights of one row in one tile and in two. */
    @ParameterizedTest
    @CsvSource({"DIFFERENTIAL, 1, 0.0025, 0", "POSITIVE, 2, 0.0025, 0", "OFFSET, 1, 0.02, 0.01", "OFFSET, 2, 0.02, 0.01"
    })
    void everySliceIsNoisyAndCorrectionColumnsAreShared(
            Polarity polarity, int slices, double variance, double covariance) {
        float[][] exact = MonteCarlo.chip(mapped(polarity, slices, 0), 0, 1, 5);
        float[][] noisy = MonteCarlo.chip(mapped(polarity, slices, 0.05), 0, 1, 5);
        assertThat(MonteCarlo.chip(mapped(polarity, slices, 0.05), 0, 1, 6)[0]).isNotEqualTo(noisy[0]);
        for (int slice = 0; slice < slices; slice++) {
            double[] moments = new double[3];
            for (int row = 0; row < ROWS; row++) {
                double first = noise(noisy, exact, slice, row, 0);
                moments[0] += first * first / ROWS;
                moments[1] += first * noise(noisy, exact, slice, row, 1) / ROWS;
                moments[2] += first * noise(noisy, exact, slice, row, OUTPUTS - 1) / ROWS;
            }
            double error = 4 * variance * Math.sqrt(2.0 / ROWS);
            assertThat(moments[0]).isCloseTo(variance, within(error));
            assertThat(moments[1]).isCloseTo(covariance, within(error));
            assertThat(moments[2]).isCloseTo(0, within(error));
        }
    }

    /** Counted here window by window from the scores of the same chips. */
    @Test
    void whatChipsTakeTheClassesForIsCounted() {
        Network network = Untrained.signals();
        MappedNetwork mapped = Untrained.mapped(network, Polarity.DIFFERENTIAL, 4, new Noise(0.1, 0));
        Dataset data = Untrained.data(network, 3);
        DrawResults results = MonteCarlo.results(mapped, data, 2, 9, () -> false, done -> {});
        int classes = Untrained.CLASSES;
        int[] counts = new int[classes * classes];
        try (AnalogInference inference = new AnalogInference(mapped.trained(), data)) {
            for (int chip = 0; chip < 2; chip++) {
                for (int layer = 0; layer < mapped.plan().layers().size(); layer++) {
                    inference.program(layer, MonteCarlo.chip(mapped, layer, 9, chip));
                }
                float[] scores = inference.scores(9, chip, () -> false);
                int right = 0;
                for (int window = 0; window < data.size(); window++) {
                    int best = 0;
                    for (int c = 1; c < classes; c++) {
                        best = scores[window * classes + c] > scores[window * classes + best] ? c : best;
                    }
                    counts[data.labels()[window] * classes + best]++;
                    right += best == data.labels()[window] ? 1 : 0;
                }
                assertThat(results.accuracy().draws().get(chip)).isEqualTo((double) right / data.size());
            }
        }
        assertThat(results.confusion())
                .isEqualTo(new Confusion(2, Arrays.stream(counts).boxed().toList()));
        assertThat(MonteCarlo.accuracy(mapped, data, 2, 9, () -> false, done -> {}))
                .isEqualTo(results.accuracy());
    }

    /** Both slices of a weight take the same correction, so it reaches the weight whole. */
    @Test
    void theSlicesOfAWeightShareItsCorrection() {
        float[][] exact = MonteCarlo.chip(mapped(Polarity.OFFSET, 2, 0), 0, 1, 5);
        float[][] noisy = MonteCarlo.chip(mapped(Polarity.OFFSET, 2, 0.05), 0, 1, 5);
        double covariance = 0;
        for (int row = 0; row < ROWS; row++) {
            covariance += noise(noisy, exact, 0, row, 3) * noise(noisy, exact, 1, row, 3) / ROWS;
        }
        assertThat(covariance).isCloseTo(0.01, within(4 * 0.02 / Math.sqrt(ROWS)));
    }

    private static double noise(float[][] noisy, float[][] exact, int slice, int row, int output) {
        int at = row * OUTPUTS + output;
        return noisy[slice][at] - exact[slice][at];
    }

    private static MappedNetwork mapped(Polarity polarity, int slices, double sigma) {
        Hardware hardware = Networks.hardware(Cell.ofBits(2), polarity, new TileShape(64, 12))
                .withSlices(slices)
                .withNoise(new Noise(sigma, 0));
        Network network = new Network(new Shape(ROWS, 1), List.of(new Layer.Dense(OUTPUTS)));
        assertThat(Encoding.OFFSET.outputs(12, 1)).isLessThan(OUTPUTS);
        return MappedNetwork.of(Networks.trained(network, hardware, new Random(3)));
    }
}
