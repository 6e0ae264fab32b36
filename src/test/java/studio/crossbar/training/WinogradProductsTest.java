package studio.crossbar.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.network.Extent;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;

/** Sums and gradients against the convolution's definition in double precision. */
class WinogradProductsTest {

    private static final int SAMPLES = 3;
    private static final double TOLERANCE = 2e-6;

    private final Random random = new Random(7);

    private static Geometry geometry(Shape input, Layer.Weighted convolution) {
        Network network = new Network(input, List.of(convolution, new Layer.Flatten(), new Layer.Dense(3)));
        Design design = new Design(
                "tiles",
                network,
                Waves.hardware(Polarity.DIFFERENTIAL).withInputs(InputCoding.SIGNED),
                Waves.recipe(1, 0),
                1);
        return Model.of(design).layers.getFirst().geometry;
    }

    private static Layer.Conv2d convolution(int outputs, int padding) {
        Extent three = Extent.square(3);
        return new Layer.Conv2d(outputs, three, Extent.ONE, Extent.square(padding), Extent.ONE, 1);
    }

    @ParameterizedTest
    @CsvSource({"16, 16, 16, 16, 1", "32, 16, 12, 22, 1", "16, 48, 34, 10, 1", "48, 32, 18, 34, 0", "64, 64, 16, 16, 2"})
    void areThoseOfTheDefinition(int channels, int outputs, int height, int width, int padding) {
        Geometry geometry = geometry(new Shape(channels, height, width), convolution(outputs, padding));
        assertThat(WinogradProducts.fit(geometry)).isTrue();
        Staging staging = new Staging(geometry);
        WinogradProducts products = new WinogradProducts(geometry, staging);
        float[] x = gaussian(SAMPLES * height * width * channels);
        float[] w = gaussian(9 * channels * outputs);
        int positions = geometry.output.length();
        float[] dz = gaussian(SAMPLES * positions * outputs);
        double[] z = new double[dz.length];
        double[] dw = new double[w.length];
        double[] dx = new double[x.length];
        reference(geometry, padding, x, w, dz, z, dw, dx);

        staging.load(x, SAMPLES, null);
        products.take(w);
        products.takeTransposed(transposed(w, 9 * channels, outputs));
        float[] sums = new float[dz.length];
        float[] weightGradient = new float[w.length];
        int end = 0;
        for (int part = 0; part < products.parts(SAMPLES); part++) {
            assertThat(products.firstPosition(part)).isEqualTo(end);
            end = products.endPosition(part);
            products.sums(part, sums);
            products.gradients(part, dz, true);
        }
        assertThat(end).isEqualTo(SAMPLES * positions);
        products.addWeightGradient(weightGradient);
        products.addWeightGradient(weightGradient);
        float[] inputGradient = new float[x.length];
        staging.unload(x, inputGradient, SAMPLES, null);

        assertClose(sums, z, 1);
        assertClose(weightGradient, dw, 2);
        assertClose(inputGradient, dx, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "16, 16, 15, 16, 1", // an odd number of rows
        "24, 16, 16, 16, 1", // channels that vectors do not divide
        "16, 16, 2, 16, 1", // few tiles
        "128, 128, 16, 16, 1" // many weights
    })
    void leaveOtherShapesToTheProductsOfBlocks(int channels, int outputs, int height, int width, int padding) {
        assertThat(WinogradProducts.fit(
                        geometry(new Shape(channels, height, width), convolution(outputs, padding))))
                .isFalse();
    }

    private float[] gaussian(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static float[] transposed(float[] w, int rows, int outputs) {
        float[] result = new float[w.length];
        for (int r = 0; r < rows; r++) {
            for (int o = 0; o < outputs; o++) {
                result[o * rows + r] = w[r * outputs + o];
            }
        }
        return result;
    }

    /** Adds up {@code z = x ∗ w} and the gradients of {@code Σ z · dz}. */
    private static void reference(
            Geometry geometry, int padding, float[] x, float[] w, float[] dz, double[] z, double[] dw, double[] dx) {
        int channels = geometry.input.channels();
        int outputs = geometry.output.channels();
        for (int position = 0; position < SAMPLES * geometry.output.length(); position++) {
            int sample = position / geometry.output.length();
            int oy = position % geometry.output.length() / geometry.output.width();
            int ox = position % geometry.output.width();
            for (int tap = 0; tap < 9; tap++) {
                int y = oy + tap / 3 - padding;
                int xx = ox + tap % 3 - padding;
                if (y < 0 || xx < 0 || y >= geometry.input.height() || xx >= geometry.input.width()) {
                    continue;
                }
                int pixel = (sample * geometry.input.height() + y) * geometry.input.width() + xx;
                for (int c = 0; c < channels; c++) {
                    for (int o = 0; o < outputs; o++) {
                        int weight = (tap * channels + c) * outputs + o;
                        z[position * outputs + o] += (double) x[pixel * channels + c] * w[weight];
                        dw[weight] += (double) x[pixel * channels + c] * dz[position * outputs + o];
                        dx[pixel * channels + c] += (double) w[weight] * dz[position * outputs + o];
                    }
                }
            }
        }
    }

    private static void assertClose(float[] actual, double[] expected, double factor) {
        double square = 0;
        double error = 0;
        for (int i = 0; i < expected.length; i++) {
            square += expected[i] * expected[i];
            error = Math.max(error, Math.abs(actual[i] - factor * expected[i]));
        }
        double scale = factor * Math.sqrt(square / expected.length);
        assertThat(error / scale).as("largest error, of the root mean square").isCloseTo(0, within(TOLERANCE * 10));
    }
}
