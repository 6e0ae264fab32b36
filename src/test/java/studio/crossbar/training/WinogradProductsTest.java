package studio.crossbar.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.network.Extent;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;

/** Sums and gradients, less what ADCs clipped, against the convolution's definition in double precision. */
class WinogradProductsTest {

    private static final int SAMPLES = 3;
    private static final double TOLERANCE = 2e-5;

    private final Random random = new Random(7);

    private static CrossbarState state(Shape input, Layer.Weighted convolution) {
        Network network = new Network(input, List.of(convolution, new Layer.Flatten(), new Layer.Dense(3)));
        Design design = new Design(
                "tiles",
                network,
                Waves.hardware(Polarity.DIFFERENTIAL).withInputs(InputCoding.SIGNED),
                Waves.recipe(1, 0),
                1);
        return Model.of(design).layers.getFirst();
    }

    private static Layer.Conv2d convolution(int outputs, int padding) {
        Extent three = Extent.square(3);
        return new Layer.Conv2d(outputs, three, Extent.ONE, Extent.square(padding), Extent.ONE, 1);
    }

    @ParameterizedTest
    @CsvSource({"16, 16, 16, 16, 1", "32, 16, 12, 22, 1", "16, 48, 34, 10, 1", "48, 32, 18, 34, 0", "64, 64, 16, 16, 2"
    })
    void areThoseOfTheDefinition(int channels, int outputs, int height, int width, int padding) {
        CrossbarState state = state(new Shape(channels, height, width), convolution(outputs, padding));
        Geometry geometry = state.geometry;
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
        int[][] none = new int[Math.ceilDiv(geometry.blocks.size(), Integer.SIZE)][dz.length];
        reference(geometry, padding, x, w, dz, none, z, dw, dx);

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

    /** Row blocks have eight rows here, so that the clip bits of 32 channels take two words. */
    @ParameterizedTest
    @CsvSource({"16, 16, 16, 16, 1", "32, 16, 12, 22, 2"})
    void lackWhatWasClipped(int channels, int outputs, int height, int width, int padding) {
        CrossbarState state = state(new Shape(channels, height, width), convolution(outputs, padding));
        Geometry geometry = state.geometry;
        Staging staging = new Staging(geometry);
        WinogradProducts products = new WinogradProducts(geometry, staging);
        float[] x = gaussian(SAMPLES * height * width * channels);
        float[] w = gaussian(9 * channels * outputs);
        float[] dz = gaussian(SAMPLES * geometry.output.length() * outputs);
        int[][] clipBits = new int[Math.ceilDiv(geometry.blocks.size(), Integer.SIZE)][dz.length];
        for (int[] word : clipBits) {
            for (int i = 0; i < word.length; i += 1 + random.nextInt(200)) {
                word[i] = 0x11 << random.nextInt(Integer.SIZE);
            }
        }
        for (int block = geometry.blocks.size(); block < clipBits.length * Integer.SIZE; block++) {
            for (int i = 0; i < dz.length; i++) {
                clipBits[block / Integer.SIZE][i] &= ~(1 << block);
            }
        }
        double[] dw = new double[w.length];
        double[] dx = new double[x.length];
        reference(geometry, padding, x, w, dz, clipBits, new double[dz.length], dw, dx);

        staging.load(x, SAMPLES, null);
        float[] transposed = transposed(w, 9 * channels, outputs);
        System.arraycopy(transposed, 0, state.cells.transposed, 0, transposed.length);
        products.takeTransposed(transposed);
        for (int part = 0; part < products.parts(SAMPLES); part++) {
            products.gradients(part, dz, true);
        }
        float[] weightGradient = new float[w.length];
        products.addWeightGradient(weightGradient);
        new ClippedGradients(state, staging).subtract(SAMPLES, clipBits, dz, weightGradient);
        float[] inputGradient = new float[x.length];
        staging.unload(x, inputGradient, SAMPLES, null);

        assertClose(weightGradient, dw, 1);
        assertClose(inputGradient, dx, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "16, 16, 15, 16, 1", // an odd number of rows
        "16, 16, 16, 15, 1", // an odd number of columns
        "24, 16, 16, 16, 1", // channels that vectors do not divide
        "16, 24, 16, 16, 1", // outputs that they do not
        "16, 16, 2, 16, 1", // few tiles
        "128, 128, 16, 16, 1" // many weights
    })
    void leaveOtherShapesToTheProductsOfBlocks(int channels, int outputs, int height, int width, int padding) {
        assertThat(WinogradProducts.fit(
                        state(new Shape(channels, height, width), convolution(outputs, padding)).geometry))
                .isFalse();
    }

    static List<Layer.Conv2d> otherConvolutions() {
        Extent three = Extent.square(3);
        Extent two = Extent.square(2);
        return List.of(
                new Layer.Conv2d(16, three, two, Extent.ONE, Extent.ONE, 1),
                new Layer.Conv2d(16, three, Extent.ONE, two, two, 1),
                new Layer.Conv2d(16, three, Extent.ONE, Extent.ONE, Extent.ONE, 2),
                Layer.Conv2d.same(16, 5, 1));
    }

    @ParameterizedTest
    @MethodSource("otherConvolutions")
    void leaveOtherConvolutionsToTheProductsOfBlocks(Layer.Conv2d convolution) {
        assertThat(WinogradProducts.fit(state(new Shape(16, 32, 32), convolution).geometry))
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

    /** Adds up {@code z = x ∗ w} and the gradients of {@code Σ z · dz}, which pass no clipped conversion. */
    private static void reference(
            Geometry geometry,
            int padding,
            float[] x,
            float[] w,
            float[] dz,
            int[][] clipBits,
            double[] z,
            double[] dw,
            double[] dx) {
        int channels = geometry.input.channels();
        int outputs = geometry.output.channels();
        int[] blockOfRow = new int[9 * channels];
        for (int block = 0; block < geometry.blocks.size(); block++) {
            Geometry.Band band = geometry.blocks.get(block);
            Arrays.fill(blockOfRow, band.firstRow(), band.firstRow() + band.rows(), block);
        }
        for (int position = 0; position < SAMPLES * geometry.output.length(); position++) {
            int sample = position / geometry.output.length();
            int oy = position % geometry.output.length() / geometry.output.width();
            int ox = position % geometry.output.width();
            for (int row = 0; row < blockOfRow.length; row++) {
                int y = oy + row / channels / 3 - padding;
                int left = ox + row / channels % 3 - padding;
                if (y < 0 || left < 0 || y >= geometry.input.height() || left >= geometry.input.width()) {
                    continue;
                }
                int input = ((sample * geometry.input.height() + y) * geometry.input.width() + left) * channels
                        + row % channels;
                int block = blockOfRow[row];
                for (int o = 0; o < outputs; o++) {
                    int result = position * outputs + o;
                    z[result] += (double) x[input] * w[row * outputs + o];
                    if ((clipBits[block / Integer.SIZE][result] >>> block & 1) == 0) {
                        dw[row * outputs + o] += (double) x[input] * dz[result];
                        dx[input] += (double) w[row * outputs + o] * dz[result];
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
        assertThat(error / scale).as("largest error, of the root mean square").isCloseTo(0, within(TOLERANCE));
    }
}
