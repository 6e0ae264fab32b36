package studio.crossbar.training;

import java.util.Arrays;
import studio.crossbar.network.Extent;
import studio.crossbar.tensor.MatrixProduct;
import studio.crossbar.tensor.WinogradKernel;

/**
 * A 3 × 3 convolution and its gradients by tiles of 2 × 2 outputs, with 16 multiplications a tile, input and output where
 * {@link BlockProducts} takes 36 ({@link WinogradKernel}). Analog sums cannot be had this way: a crossbar adds up the
 * products of the weights themselves.
 *
 * <p>A part is some rows of tiles of one sample, few enough that what is transformed stays in the second-level cache.
 */
final class WinogradProducts {

    /** Numbers of one point's matrix in a part, at most, unless one row of tiles has more. */
    private static final int PART = 4096;

    /** Fewest tiles of a part that are worth the transforms of the weights. */
    private static final int FEWEST_TILES = 16;

    /** Most input channels times outputs whose transformed weights stay near. */
    private static final int MOST_WEIGHTS = 8192;

    private static final int SIDE = 4;
    private static final int TAPS = 3;

    private final Geometry geometry;
    private final Staging staging;
    private final int channels;
    private final int outputs;
    private final int tilesAcross;
    private final int tileRows;
    private final int tileRowsAtOnce;
    private final int partsOfSample;
    /** Weights {@code [points, channels, outputs]}, and {@code [points, outputs, channels]}. */
    private final float[] weights;

    private final float[] transposed;
    private final float[] weightGradient;
    /** Transformed inputs, or their gradient, {@code [points, tiles, channels]}. */
    private final float[] inputs;

    private final float[] inputGradient;
    /** Transformed outputs, or their gradient, {@code [points, tiles, outputs]}. */
    private final float[] results;
    /** What is transformed along one axis. */
    private final float[] half;

    WinogradProducts(Geometry geometry, Staging staging) {
        this.geometry = geometry;
        this.staging = staging;
        channels = geometry.input.channels();
        outputs = geometry.output.channels();
        tilesAcross = geometry.output.width() / 2;
        tileRows = geometry.output.height() / 2;
        tileRowsAtOnce = tileRowsAtOnce(geometry);
        partsOfSample = Math.ceilDiv(tileRows, tileRowsAtOnce);
        int tiles = tilesAcross * tileRowsAtOnce;
        weights = new float[WinogradKernel.POINTS * channels * outputs];
        transposed = new float[weights.length];
        weightGradient = new float[weights.length];
        inputs = new float[WinogradKernel.POINTS * tiles * channels];
        inputGradient = new float[inputs.length];
        results = new float[WinogradKernel.POINTS * tiles * outputs];
        int rows = tileRowsAtOnce * geometry.paddedWidth * Math.max(channels, outputs);
        half = new float[SIDE * Math.max(rows, TAPS * channels * outputs)];
    }

    private static int tileRowsAtOnce(Geometry geometry) {
        int widest = Math.max(geometry.input.channels(), geometry.output.channels());
        int row = geometry.output.width() / 2 * widest;
        return Math.clamp(PART / row, 1, geometry.output.height() / 2);
    }

    /** Whether a layer is such a convolution, with channels and tiles that leave nothing over and are worth it. */
    static boolean fit(Geometry geometry) {
        return geometry.window.kernel().equals(new Extent(TAPS, TAPS))
                && geometry.window.stride().equals(Extent.ONE)
                && geometry.window.dilation().equals(Extent.ONE)
                && geometry.groups == 1
                && geometry.planeOffset.length == 1
                && WinogradKernel.divides(geometry.input.channels())
                && WinogradKernel.divides(geometry.output.channels())
                && geometry.output.width() % 2 == 0
                && geometry.output.height() % 2 == 0
                && geometry.input.channels() * geometry.output.channels() <= MOST_WEIGHTS
                && tileRowsAtOnce(geometry) * geometry.output.width() / 2 >= FEWEST_TILES;
    }

    /** How many parts {@code samples} samples have. */
    int parts(int samples) {
        return samples * partsOfSample;
    }

    /** Output position with which a part begins. */
    int firstPosition(int part) {
        return (part / partsOfSample * geometry.output.height() + 2 * firstTileRow(part)) * geometry.output.width();
    }

    /** Output position before which a part ends. */
    int endPosition(int part) {
        return firstPosition(part) + 2 * rowsOfTiles(part) * geometry.output.width();
    }

    private int firstTileRow(int part) {
        return part % partsOfSample * tileRowsAtOnce;
    }

    private int rowsOfTiles(int part) {
        return Math.min(tileRowsAtOnce, tileRows - firstTileRow(part));
    }

    /**
     * Takes the weights of a forward pass.
     *
     * @param programmed {@code [taps, channels, outputs]}
     */
    void take(float[] programmed) {
        transformWeights(programmed, 0, channels * outputs, channels * outputs, weights, 0);
    }

    /**
     * Takes the weights of a backward pass.
     *
     * @param programmed {@code [outputs, taps, channels]}
     */
    void takeTransposed(float[] programmed) {
        int rows = geometry.rows.rows();
        for (int o = 0; o < outputs; o++) {
            transformWeights(programmed, o * rows, channels, channels, transposed, o * channels);
        }
    }

    /** Forgets the gradient of the weights that earlier parts have left. */
    void forgetGradient() {
        Arrays.fill(weightGradient, 0f);
    }

    /** Transforms {@code count} neighbouring weights, whose taps lie {@code tap} apart. */
    private void transformWeights(float[] from, int at, int tap, int count, float[] into, int to) {
        WinogradKernel.weights(TAPS, count, from, at, TAPS * tap, tap, half, 0, TAPS * count, count);
        WinogradKernel.weights(
                SIDE, count, half, 0, count, TAPS * count, into, to, channels * outputs, SIDE * channels * outputs);
    }

    /** Writes the sums of a part into {@code [samples, positions, outputs]}. */
    void sums(int part, float[] sums) {
        int tiles = rowsOfTiles(part) * tilesAcross;
        transformInputs(part);
        for (int point = 0; point < WinogradKernel.POINTS; point++) {
            MatrixProduct.multiply(
                    tiles,
                    outputs,
                    channels,
                    inputs,
                    point * tiles * channels,
                    channels,
                    weights,
                    point * channels * outputs,
                    outputs,
                    results,
                    point * tiles * outputs,
                    outputs,
                    false);
        }
        int row = geometry.output.width() * outputs;
        int at = firstPosition(part) * outputs;
        for (int r = 0; r < rowsOfTiles(part); r++) {
            for (int i = 0; i < SIDE; i++) {
                WinogradKernel.outputs(
                        tilesAcross,
                        outputs,
                        results,
                        (i * SIDE * tiles + r * tilesAcross) * outputs,
                        tiles * outputs,
                        outputs,
                        half,
                        i * row,
                        outputs,
                        2 * outputs);
            }
            WinogradKernel.outputs(1, row, half, 0, row, 0, sums, at + 2 * r * row, row, 0);
        }
    }

    private void transformInputs(int part) {
        int tiles = rowsOfTiles(part) * tilesAcross;
        int row = geometry.paddedWidth * channels;
        for (int r = 0; r < rowsOfTiles(part); r++) {
            WinogradKernel.inputs(1, row, staging.values, stagedRow(part, r), row, 0, half, 0, row, 0);
            for (int i = 0; i < SIDE; i++) {
                WinogradKernel.inputs(
                        tilesAcross,
                        channels,
                        half,
                        i * row,
                        channels,
                        2 * channels,
                        inputs,
                        (i * SIDE * tiles + r * tilesAcross) * channels,
                        tiles * channels,
                        channels);
            }
        }
    }

    /** Where a row of tiles begins in the staging buffer. */
    private int stagedRow(int part, int row) {
        int y = 2 * (firstTileRow(part) + row);
        return part / partsOfSample * geometry.sampleStep(0) + y * geometry.paddedWidth * channels;
    }

    /**
     * Adds the gradient of a part's weights, and writes that of its inputs to the staging buffer's. The parts of a sample must
     * come in order and without a gap: each adds to the two rows that the one before wrote last.
     *
     * @param sumGradient {@code [samples, positions, outputs]}
     */
    void gradients(int part, float[] sumGradient, boolean ofInputs) {
        int tiles = rowsOfTiles(part) * tilesAcross;
        transformInputs(part);
        transformSumGradient(part, sumGradient);
        for (int point = 0; point < WinogradKernel.POINTS; point++) {
            MatrixProduct.multiply(
                    channels,
                    outputs,
                    tiles,
                    inputs,
                    point * tiles * channels,
                    1,
                    channels,
                    results,
                    point * tiles * outputs,
                    outputs,
                    weightGradient,
                    point * channels * outputs,
                    outputs,
                    true);
        }
        if (ofInputs) {
            writeInputGradient(part);
        }
    }

    private void transformSumGradient(int part, float[] sumGradient) {
        int tiles = rowsOfTiles(part) * tilesAcross;
        int row = geometry.output.width() * outputs;
        int at = firstPosition(part) * outputs;
        for (int r = 0; r < rowsOfTiles(part); r++) {
            WinogradKernel.outputGradients(1, row, sumGradient, at + 2 * r * row, row, 0, half, 0, row, 0);
            for (int i = 0; i < SIDE; i++) {
                WinogradKernel.outputGradients(
                        tilesAcross,
                        outputs,
                        half,
                        i * row,
                        outputs,
                        2 * outputs,
                        results,
                        (i * SIDE * tiles + r * tilesAcross) * outputs,
                        tiles * outputs,
                        outputs);
            }
        }
    }

    private void writeInputGradient(int part) {
        int tiles = rowsOfTiles(part) * tilesAcross;
        for (int point = 0; point < WinogradKernel.POINTS; point++) {
            MatrixProduct.multiply(
                    tiles,
                    channels,
                    outputs,
                    results,
                    point * tiles * outputs,
                    outputs,
                    transposed,
                    point * outputs * channels,
                    channels,
                    inputGradient,
                    point * tiles * channels,
                    channels,
                    false);
        }
        int row = geometry.paddedWidth * channels;
        int rows = rowsOfTiles(part);
        for (int i = 0; i < rows * SIDE; i++) {
            WinogradKernel.inputGradients(
                    tilesAcross,
                    channels,
                    inputGradient,
                    (i % SIDE * SIDE * tiles + i / SIDE * tilesAcross) * channels,
                    tiles * channels,
                    channels,
                    half,
                    i * row,
                    channels,
                    false);
        }
        boolean goesOn = firstTileRow(part) > 0;
        WinogradKernel.inputGradients(
                rows, row, half, 0, row, SIDE * row, staging.gradient, stagedRow(part, 0), row, goesOn);
    }

    /**
     * Adds the gradients that all parts have left.
     *
     * @param into {@code [taps, channels, outputs]}
     */
    void addWeightGradient(float[] into) {
        int count = channels * outputs;
        Arrays.fill(half, 0, SIDE * TAPS * count, 0f);
        WinogradKernel.addWeightGradients(
                SIDE, count, weightGradient, 0, count, SIDE * count, half, 0, count, TAPS * count);
        WinogradKernel.addWeightGradients(TAPS, count, half, 0, TAPS * count, count, into, 0, TAPS * count, count);
    }
}
