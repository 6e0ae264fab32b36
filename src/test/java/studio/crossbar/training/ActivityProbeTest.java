package studio.crossbar.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import studio.crossbar.data.Dataset;
import studio.crossbar.data.Standardisation;
import studio.crossbar.design.Design;
import studio.crossbar.design.Recipe;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.hardware.Noise;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.RangeSharing;
import studio.crossbar.hardware.RowPlan;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;

class ActivityProbeTest {

    /** All weights 0, so that each layer gives its bias whatever comes in; DACs reach from 0, or −1, to 1. */
    private static TrainedNetwork constant(Network network, Converters converters, float bias) {
        Hardware hardware = new Hardware(
                Cell.ofBits(4),
                Polarity.DIFFERENTIAL,
                converters,
                new TileShape(8, 8),
                RangeSharing.PER_LAYER,
                DigitalScaling.AFFINE,
                InputCoding.SIGNED,
                new Noise(0.1, 0.1));
        List<TrainedLayer> layers = new ArrayList<>();
        for (Network.Placed placed : network.weighted(false)) {
            RowPlan rows = RowPlan.of(placed, hardware);
            int outputs = placed.spec().outputs();
            float[] biases = new float[outputs];
            Arrays.fill(biases, bias);
            layers.add(new TrainedLayer(
                    placed.index(),
                    rows,
                    outputs,
                    new float[rows.rows() * outputs],
                    new float[outputs],
                    biases,
                    new Ranges(1, 1, 1)));
        }
        int channels = network.input().channels();
        float[] ones = new float[channels];
        Arrays.fill(ones, 1);
        return new TrainedNetwork(
                new Design("constant", network, hardware, Recipe.standard(), 1),
                new Standardisation(new float[channels], ones),
                layers,
                List.of(),
                0);
    }

    /** The same window {@code copies} times. */
    private static Dataset windows(int channels, int copies, float... window) {
        float[] features = new float[copies * window.length];
        for (int i = 0; i < features.length; i++) {
            features[i] = window[i % window.length];
        }
        List<String> names = new ArrayList<>();
        for (int c = 0; c < channels; c++) {
            names.add("c" + c);
        }
        return new Dataset(
                "made",
                true,
                features,
                names,
                window.length / channels,
                new int[copies],
                List.of("a", "b"),
                new int[copies],
                "made for a test");
    }

    private static void require(LayerActivity layer, double mean, double meanSquare) {
        Activity found = layer.mean();
        assertThat(found.mean()).isCloseTo(mean, within(1e-6));
        assertThat(found.meanSquare()).isCloseTo(meanSquare, within(1e-6));
    }

    private static void requireRows(LayerActivity layer, double... magnitudes) {
        assertThat(layer.rows()).hasSize(magnitudes.length);
        for (int row = 0; row < magnitudes.length; row++) {
            Activity found = layer.rows().get(row);
            assertThat(found.mean()).as("row " + row).isCloseTo(magnitudes[row], within(1e-6));
            assertThat(found.meanSquare()).as("row " + row).isCloseTo(magnitudes[row] * magnitudes[row], within(1e-6));
        }
    }

    /** Signed 8-bit DACs have 127 steps a side and clip; unsigned ones behind a rectifier have 255. */
    @Test
    void inputsCountAsTheDacsGiveThem() {
        Network network =
                new Network(new Shape(4, 1), List.of(new Layer.Dense(5), new Layer.Relu(), new Layer.Dense(2)));
        Dataset data = windows(4, 700, 1, -3, 0, 64 / 127f);

        List<LayerActivity> found =
                ActivityProbe.measure(constant(network, new Converters(8, 8), 51 / 255f), data, () -> false);

        double part = 64 / 127.0;
        assertThat(found).hasSize(2);
        require(found.get(0), (2 + part) / 4, (2 + part * part) / 4);
        require(found.get(1), 0.2, 0.04);
        requireRows(found.get(0), 1, 1, 0, part);
        assertThat(found.get(1).rows()).hasSize(5);
    }

    /** Of the 12 rows × vectors of ones under a kernel of three, two lie on the padding. */
    @Test
    void overlappingWindowsAndPaddingCountAsOftenAsTheyAreRead() {
        Network network = new Network(
                new Shape(1, 4),
                List.of(new Layer.Conv1d(1, 3, 1, 1), new Layer.Relu(), new Layer.MeanOverTime(), new Layer.Dense(2)));

        List<LayerActivity> found = ActivityProbe.measure(
                constant(network, new Converters(8, 8), 1), windows(1, 3, 1, 1, 1, -1), () -> false);

        require(found.get(0), 10 / 12.0, 10 / 12.0);
        assertThat(found.get(0).rows())
                .extracting(Activity::mean)
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-6 ? 0 : Double.compare(a, b))
                .containsExactly(0.75, 1.0, 0.75);
        require(found.get(1), 1, 1);
    }

    /** Each group of a depthwise convolution has rows of its own: here one that is silent, and one at full scale. */
    @Test
    void groupsAreApart() {
        Network network = new Network(
                new Shape(2, 3), List.of(new Layer.Conv1d(2, 3, 1, 0, 1, 2), new Layer.Relu(), new Layer.Dense(2)));

        List<LayerActivity> found = ActivityProbe.measure(
                constant(network, new Converters(8, 8), 0), windows(2, 3, 0, 0, 0, 1, -1, 1), () -> false);

        requireRows(found.get(0), 0, 0, 0, 1, 1, 1);
    }

    /** Code 6 of 15 in two cycles of two bits: digits 2 and 1 of 3. */
    @Test
    void digitsOfSerialInputsCountRelativeToTheDrivers() {
        Network network =
                new Network(new Shape(4, 1), List.of(new Layer.Dense(5), new Layer.Relu(), new Layer.Dense(2)));

        List<LayerActivity> found = ActivityProbe.measure(
                constant(network, new Converters(4, 8, 2), 6 / 15f), windows(4, 9, 1, -1, 1, 1), () -> false);

        require(found.get(1), 0.5, (4 + 1) / 18.0);
    }

    @Test
    void cancellingStopsIt() {
        Network network = new Network(new Shape(4, 1), List.of(new Layer.Dense(2)));
        TrainedNetwork trained = constant(network, new Converters(8, 8), 0);
        Dataset data = windows(4, 9, 1, 1, 1, 1);

        assertThatThrownBy(() -> ActivityProbe.measure(trained, data, () -> true))
                .isInstanceOf(CancellationException.class);
    }
}
