package studio.crossbar.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.Noise;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.PolarityAssignment;
import studio.crossbar.hardware.PolarityMap;
import studio.crossbar.hardware.RowPlan;
import studio.crossbar.hardware.SubMatrixGrid;
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
    private static final TileShape TILE = new TileShape(8, 8);
    /** ADC range at which the tile image clips few conversions, of which none is in every window. */
    private static final float SELDOM_CLIPPED = 4.5f;

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
        "narrow image, DIFFERENTIAL, 4, 1.5, false",
        "narrow image, ROW_BLOCK, 2, 3.0, true",
        "narrow grouped image, DIFFERENTIAL, 3, 3.0, false",
        "wide image, DIFFERENTIAL, 4, 3.0, false",
        "wide image, ROW_BLOCK, 2, 3.0, true",
        "tall image, ROW_BLOCK, 2, 3.0, false",
        "tall conv, DIFFERENTIAL, 4, 1.5, false",
        "strided image, ROW_BLOCK, 2, 3.0, false",
        "dilated image, POSITIVE, 2, 3.0, false",
        "grouped image, ROW_BLOCK, 3, 3.0, false",
        "grouped image, DIFFERENTIAL, 3, 3.0, true",
        "depthwise image, DIFFERENTIAL, 4, 1.0, false",
        "depthwise image, POSITIVE, 4, 60.0, false",
        "dense image, ROW_BLOCK, 2, 3.0, false",
        "deep, DIFFERENTIAL, 2, 1.5, false",
        "tile image, DIFFERENTIAL, 4, 4.5, false",
        "tile image, DIFFERENTIAL, 3, 6.0, true",
        "tile image, DIFFERENTIAL, 4, 1.5, false"
    })
    void forwardAndGradientsFollowTheMethod(
            String kind, Polarity polarity, int bits, float adcRange, boolean signedInput) {
        check(kind, polarity, bits, 1, 6, adcRange, signedInput, false, byTiles(kind, adcRange));
    }

    /** The last shard of a batch. */
    @ParameterizedTest
    @ValueSource(strings = {"image", "narrow image", "wide image", "conv", "dense", "tile image"})
    void fewerSamplesThanBeforeGiveWhatTheyGaveAmongOthers(String kind) {
        Shape input = input(kind);
        CrossbarState state = state(kind);
        state.adcRange.value[0] = kind.equals("tile image") ? SELDOM_CLIPPED : 3;
        Pass.Input before = new Pass.Input(input, SAMPLES);
        fill(before.output, 2f);
        CrossbarPass pass = new CrossbarPass(state, before, SAMPLES, true, null);
        fill(pass.outputGradient, 1f);
        int few = SAMPLES - 2;
        int kept = pass.outputGradient.length / SAMPLES * few;
        Arrays.fill(pass.outputGradient, kept, pass.outputGradient.length, 0f);
        forward(state, pass);
        pass.backward(new Run().of(SAMPLES, 0, STAGE));
        float[] output = Arrays.copyOf(pass.output, kept);
        float[] inputGradient = Arrays.copyOf(before.outputGradient, few * input.size());
        float[] weightGradient = pass.weightGradient.clone();
        pass.clear();
        Arrays.fill(pass.output, Float.NaN);

        Run run = new Run().of(few, 0, STAGE);
        pass.forward(run);
        pass.backward(run);

        assertThat(Arrays.copyOf(pass.output, kept)).containsExactly(output);
        assertThat(Arrays.copyOf(before.outputGradient, inputGradient.length)).containsExactly(inputGradient);
        compare(
                pass.weightGradient,
                IntStream.range(0, weightGradient.length)
                        .mapToDouble(i -> weightGradient[i])
                        .toArray());
    }

    /** Gradients of a lane's shards add up, whichever way each goes, and that depends on the shard alone. */
    @ParameterizedTest
    @CsvSource({
        "image, 3.0, false, 3.0, false",
        "tile image, 1.5, false, 4.5, true",
        "tile image, 4.5, true, 1.5, false",
        "tile image, 4.5, true, 4.5, true"
    })
    void shardsOfALaneAddUp(
            String kind, float firstRange, boolean firstByTiles, float secondRange, boolean secondByTiles) {
        CrossbarState state = state(kind);
        Pass.Input before = new Pass.Input(input(kind), SAMPLES);
        CrossbarPass pass = new CrossbarPass(state, before, SAMPLES, true, null);
        Run run = new Run().of(SAMPLES, 0, STAGE);
        double[] expected = new double[pass.weightGradient.length];
        int clipped = 0;
        for (boolean first : new boolean[] {true, false}) {
            state.adcRange.value[0] = first ? firstRange : secondRange;
            fill(before.output, 2f);
            fill(pass.outputGradient, 1f);
            forward(state, pass);
            assertThat(pass.byTiles(run)).isEqualTo(first ? firstByTiles : secondByTiles);
            pass.backward(run);
            Reference reference = new Reference(state, false, 6, before.output, pass.outputGradient);
            clipped += reference.clipped;
            for (int i = 0; i < expected.length; i++) {
                expected[i] += reference.dWeights[i];
            }
        }
        compare(pass.weightGradient, expected);
        assertThat(pass.conversions().clippings()).isEqualTo(clipped);
    }

    @Test
    void aBlockIsMaskedForTheShardThatClippedIt() {
        CrossbarState state = state("image");
        Pass.Input before = new Pass.Input(input("image"), SAMPLES);
        fill(before.output, 2f);
        CrossbarPass pass = new CrossbarPass(state, before, SAMPLES, true, null);
        for (float range : new float[] {1.5f, 60f}) {
            state.adcRange.value[0] = range;
            forward(state, pass);
            for (int block = 0; block < state.geometry.blocks.size(); block++) {
                assertThat(pass.conversions().clipped(block)).isEqualTo(range == 1.5f);
            }
            assertThat(pass.conversions().clippings()).isPositive();
        }
    }

    /** Digits of weights and inputs, correction columns, and sub-matrices of mixed encodings. */
    @ParameterizedTest
    @CsvSource({
        "conv, OFFSET, 2, 1, 6, 3.0, false",
        "dense image, OFFSET, 3, 1, 6, 3.0, true",
        "conv, DIFFERENTIAL, 2, 3, 6, 1.0, false",
        "conv, POSITIVE, 2, 2, 6, 2.0, true",
        "image, ROW_BLOCK, 1, 4, 6, 2.0, false",
        "depthwise image, OFFSET, 2, 2, 6, 0.5, false",
        "conv, DIFFERENTIAL, 4, 1, 1, 1.5, false",
        "conv, POSITIVE, 4, 1, 1, 3.0, true",
        "dense, ROW_BLOCK, 2, 1, 2, 2.0, false",
        "image, DIFFERENTIAL, 2, 2, 4, 1.5, true",
        "narrow image, DIFFERENTIAL, 2, 2, 4, 1.0, true",
        "grouped image, OFFSET, 2, 2, 1, 1.0, false",
        "deep, OFFSET, 2, 2, 3, 0.7, false"
    })
    void digitsOfWeightsAndInputsFollowTheMethod(
            String kind, Polarity polarity, int bits, int slices, int cycleBits, float adcRange, boolean signedInput) {
        check(kind, polarity, bits, slices, cycleBits, adcRange, signedInput, false, false);
    }

    /** Few conversions are clipped, but what does not fit tiles, or has several conversions a sum, goes by row blocks. */
    @ParameterizedTest
    @CsvSource({
        "tile image, OFFSET, 4, 1, 6, 4.5, true",
        "tile image, NEGATIVE, 4, 1, 6, 4.5, true",
        "tile image, ROW_BLOCK, 4, 1, 6, 4.5, false",
        "tile image, DIFFERENTIAL, 2, 2, 6, 4.7, false",
        "tile image, DIFFERENTIAL, 4, 1, 3, 4.7, false",
        "odd tile image, DIFFERENTIAL, 4, 1, 6, 4.5, false",
        "uneven tile image, DIFFERENTIAL, 4, 1, 6, 4.5, false"
    })
    void tilesAreForWhatFitsThem(
            String kind, Polarity polarity, int bits, int slices, int cycleBits, float adcRange, boolean byTiles) {
        CrossbarPass pass = check(kind, polarity, bits, slices, cycleBits, adcRange, false, false, byTiles);
        int windows = pass.output.length / layer(kind).outputs();
        assertThat(pass.conversions().clippings()).isBetween(1L, windows - 1L);
    }

    /** Statistics of the shard come between sums and activations, and before the first gradient. */
    @ParameterizedTest
    @CsvSource({"tile image, 4.5", "tile image, 1.5", "image, 3.0", "narrow image, 1.5"})
    void normalisedGradientsFollowTheMethod(String kind, float adcRange) {
        check(kind, Polarity.DIFFERENTIAL, 4, 1, 6, adcRange, false, true, byTiles(kind, adcRange));
    }

    /** Exactly nothing, which an optimiser that divides by the gradient's size would blow up. */
    @Test
    void aSumWhoseConversionsWereAllClippedPassesNoGradient() {
        Layer.Weighted layer = layer("dense");
        Shape input = input("dense");
        RowPlan plan = RowPlan.of(layer, input, Polarity.DIFFERENTIAL, TILE, 3, 0);
        CrossbarState state = state(layer, input, plan, 4, new Converters(6, 6, 1), false, false);
        state.adcRange.value[0] = 1e-3f;
        Arrays.fill(state.weights.value, 1f);
        Pass.Input before = new Pass.Input(input, SAMPLES);
        Arrays.fill(before.output, 2f);
        CrossbarPass pass = new CrossbarPass(state, before, SAMPLES, true, null);
        fill(pass.outputGradient, 1f);
        forward(state, pass);
        pass.backward(new Run().of(SAMPLES, 0, STAGE));

        assertThat(pass.conversions().clippings()).isEqualTo(pass.conversions().made());
        for (float gradient : pass.weightGradient) {
            assertThat(gradient).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "dilated image, ROW_BLOCK, 2, 1, 6, 2.0, false",
        "dilated image, COLUMN_BLOCK, 2, 1, 6, 2.0, false",
        "dilated image, TILE, 2, 1, 6, 2.0, false",
        "dilated image, TILE, 2, 2, 2, 1.0, true",
        "narrow image, TILE, 2, 2, 2, 1.0, true",
        "grouped image, TILE, 2, 1, 6, 2.0, false",
        "depthwise image, TILE, 2, 1, 6, 0.7, false",
        "conv, LAYER, 2, 1, 6, 2.0, false",
        "tile image, COLUMN_BLOCK, 4, 1, 6, 4.5, false",
        "tile image, TILE, 4, 1, 6, 4.5, false"
    })
    void subMatricesOfMixedEncodingsFollowTheMethod(
            String kind,
            PolarityMap.Granularity granularity,
            int bits,
            int slices,
            int cycleBits,
            float adcRange,
            boolean signedInput) {
        int groups = kind.startsWith("depthwise") || kind.startsWith("tile") ? 1 : 2;
        SubMatrixGrid grid = SubMatrixGrid.of(layer(kind), input(kind), groups, true, TILE, slices);
        List<List<Encoding>> lines = new ArrayList<>();
        for (int row = 0; row < grid.rows().size(); row++) {
            List<Encoding> entries = new ArrayList<>();
            for (int column = 0; column < grid.columns().size(); column++) {
                entries.add(Encoding.values()[(row + 3 * column) % 4]);
            }
            lines.add(entries);
        }
        var map = new PolarityMap(granularity, groups, List.of(new PolarityMap.LayerMap(lines)));
        check(kind, map, bits, slices, cycleBits, adcRange, signedInput, false, byTiles(kind, adcRange));
    }

    /** With fine converters nothing is lost: the result is the product of quantised inputs and weights. */
    @ParameterizedTest
    @CsvSource({"1, 8", "1, 1", "3, 8", "3, 1", "2, 4", "2, 5"})
    void fineConvertersGiveTheExactProductOfLevels(int slices, int cycleBits) {
        for (Polarity polarity : Polarity.values()) {
            for (boolean signedInput : new boolean[] {false, true}) {
                Layer.Dense layer = new Layer.Dense(9);
                Shape input = new Shape(30, 1);
                RowPlan plan = RowPlan.of(layer, input, polarity, TILE, slices, 0);
                Converters converters = new Converters(8, 12, cycleBits);
                CrossbarState state = state(layer, input, plan, 4, converters, signedInput, false);
                state.adcRange.value[0] = 8;
                Arrays.fill(state.digital.multiplier.value, 1f);
                Arrays.fill(state.digital.bias.value, 0f);
                Pass.Input before = new Pass.Input(input, SAMPLES);
                fill(before.output, 0.8f);
                CrossbarPass pass = new CrossbarPass(state, before, SAMPLES, true, null);
                forward(state, pass);

                assertThat(pass.conversions().clippings()).isZero();
                // Half a step of each conversion, by its share.
                double shares = 0;
                for (int cycle = 0; cycle < state.cycles(); cycle++) {
                    for (int slice = 0; slice < slices; slice++) {
                        shares += state.share(cycle, slice);
                    }
                }
                double error = plan.blocks().size() * shares * 0.5 * 8 / 2047 + 1e-4;
                short[] levels = state.result().levels(Cell.ofBits(2));
                for (int i = 0; i < pass.output.length; i++) {
                    double sum = 0;
                    for (int row = 0; row < 30; row++) {
                        int channel = channel(state.geometry, 0, row);
                        float x = state.dac().apply(before.output[i / 9 * 30 + channel]);
                        sum += x * levels[row * 9 + i % 9] * 0.8 / (Math.pow(4, slices) - 1);
                    }
                    assertThat((double) pass.output[i]).isCloseTo(sum, within(error));
                }
            }
        }
    }

    private static int channel(Geometry geometry, int group, int row) {
        for (RowPlan.Plane plane : geometry.rows.planes()) {
            if (row < plane.firstRow() + plane.rows()) {
                int width = plane.channels().size();
                return group * (geometry.input.channels() / geometry.groups)
                        + plane.channels().get((row - plane.firstRow()) % width);
            }
        }
        throw new IndexOutOfBoundsException(row);
    }

    private static Shape input(String kind) {
        if (kind.contains("tile")) {
            return new Shape(16, 8, kind.startsWith("odd") ? 9 : 8);
        }
        return kind.equals("deep")
                ? new Shape(50, 9)
                : kind.startsWith("narrow")
                        ? new Shape(6, 7, 4)
                        : kind.startsWith("wide")
                                ? new Shape(24, 6, 7)
                                : kind.startsWith("tall")
                                        ? tall(kind)
                                        : kind.contains("image") ? new Shape(6, 7, 5) : new Shape(5, 9);
    }

    /** Of row blocks that hold several taps. */
    private static Shape tall(String kind) {
        return kind.contains("image") ? new Shape(20, 4, 5) : new Shape(2, 11);
    }

    private static TileShape tile(String kind) {
        return kind.startsWith("tall") ? new TileShape(64, 8) : TILE;
    }

    private CrossbarState state(String kind) {
        Layer.Weighted layer = layer(kind);
        RowPlan plan = RowPlan.of(layer, input(kind), Polarity.DIFFERENTIAL, TILE, 1, 0);
        return state(layer, input(kind), plan, 16, new Converters(6, 6, 6), false, false);
    }

    private CrossbarState state(
            Layer.Weighted layer,
            Shape input,
            RowPlan plan,
            int levels,
            Converters converters,
            boolean signedInput,
            boolean normalised) {
        DigitalState digital = new DigitalState(
                DigitalScaling.AFFINE,
                normalised,
                new Parameter(Parameter.Kind.DIGITAL, layer.outputs()),
                layer.outputs());
        CrossbarState state = new CrossbarState(
                0,
                new Geometry(layer, input, plan, SAMPLES),
                layer.outputs(),
                levels,
                converters,
                signedInput,
                CrossbarState.RangeParameters.create(),
                digital);
        state.dacRange.value[0] = 1.3f;
        state.weightRange.value[0] = 0.8f;
        fill(state.weights.value, 1f);
        fill(digital.multiplier.value, 1f);
        fill(digital.bias.value, 1f);
        return state;
    }

    private static void forward(CrossbarState state, CrossbarPass pass) {
        state.prepare();
        for (int part = 0; part < state.parts(); part++) {
            state.program(STAGE, part);
        }
        pass.digital.prepare(state.digital.multipliers(), state.digital.biases());
        pass.forward(new Run().of(SAMPLES, 0, STAGE));
    }

    /** Whether such a layer's gradients go by tiles where each sum is one conversion. */
    private static boolean byTiles(String kind, float adcRange) {
        return kind.equals("tile image") && adcRange >= SELDOM_CLIPPED;
    }

    private CrossbarPass check(
            String kind,
            PolarityAssignment polarity,
            int bits,
            int slices,
            int cycleBits,
            float adcRange,
            boolean signedInput,
            boolean normalised,
            boolean byTiles) {
        Layer.Weighted layer = layer(kind);
        Shape input = input(kind);
        RowPlan plan = RowPlan.of(layer, input, polarity, tile(kind), slices, 0);
        Converters converters = new Converters(6, 6, cycleBits);
        CrossbarState state = state(layer, input, plan, 1 << bits, converters, signedInput, normalised);
        state.adcRange.value[0] = adcRange;
        Pass.Input before = new Pass.Input(input, SAMPLES);
        fill(before.output, 2f);
        CrossbarPass pass = new CrossbarPass(state, before, SAMPLES, true, null);
        fill(pass.outputGradient, 1f);
        forward(state, pass);
        pass.backward(new Run().of(SAMPLES, 0, STAGE));

        Reference reference = new Reference(state, signedInput, cycleBits, before.output, pass.outputGradient);
        compare(pass.output, reference.output);
        compare(pass.weightGradient, reference.dWeights);
        compare(before.outputGradient, reference.dInput);
        compare(pass.digital.biasGradient, reference.dBias);
        compare(pass.digital.multiplierGradient, reference.dMultiplier);
        assertThat(pass.dacRangeGradient).isCloseTo(reference.dDac, within(1e-3 + 1e-4 * Math.abs(reference.dDac)));
        assertThat(pass.adcRangeGradient).isCloseTo(reference.dAdc, within(1e-3 + 1e-4 * Math.abs(reference.dAdc)));
        assertThat(pass.conversions().clippings()).isEqualTo(reference.clipped);
        assertThat(pass.byTiles(new Run().of(SAMPLES, 0, STAGE)))
                .as("goes by tiles")
                .isEqualTo(byTiles);
        assertThat(reference.clipped > 0).as("the case clips").isEqualTo(adcRange < 10);
        assertThat(pass.conversions().made())
                .isEqualTo(
                        (long) pass.output.length * state.geometry.rows.blocks().size() * slices * reference.cycles);
        return pass;
    }

    private static Layer.Weighted layer(String kind) {
        Extent three = Extent.square(3);
        return switch (kind) {
            case "conv" -> new Layer.Conv1d(7, 5, 2, 2);
            case "dilated" -> new Layer.Conv1d(7, 3, 1, 2, 2, 1);
            case "image", "tall image" -> Layer.Conv2d.same(7, 3, 1);
            // Whose gradients go by tiles where few conversions were clipped.
            case "tile image", "odd tile image" -> Layer.Conv2d.same(16, 3, 1);
            case "uneven tile image" -> Layer.Conv2d.same(24, 3, 1);
            // Windows that share inputs with more than the two before and after them.
            case "tall conv" -> new Layer.Conv1d(7, 9, 1, 0);
            // As many outputs as run over samples, in several parts.
            case "narrow image" -> Layer.Conv2d.same(48, 3, 1);
            case "narrow grouped image" -> new Layer.Conv2d(36, three, Extent.square(2), Extent.ONE, Extent.ONE, 2);
            // More weights than sums, which are formed in several parts.
            case "wide image" -> new Layer.Conv2d(220, three, Extent.square(2), new Extent(0, 0), Extent.ONE, 1);
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
        final int cycles;

        Reference(CrossbarState state, boolean signedInput, int cycleBits, float[] x, float[] dOut) {
            int magnitudeBits = signedInput ? 5 : 6;
            cycles = Math.ceilDiv(magnitudeBits, cycleBits);
            int slices = state.slices.count();
            Geometry g = state.geometry;
            int outputs = state.outputs;
            int length = g.output.length();
            output = new double[SAMPLES * length * outputs];
            dWeights = new double[state.weights.value.length];
            dInput = new double[x.length];
            dBias = new double[outputs];
            dMultiplier = new double[outputs];
            Quantizer dac = state.dac();
            double[] z = new double[output.length];
            double[] byRange = new double[output.length];
            double[][] passed = new double[g.rows.blocks().size()][output.length];
            for (int s = 0; s < SAMPLES; s++) {
                for (int p = 0; p < length; p++) {
                    for (int n = 0; n < outputs; n++) {
                        int at = (s * length + p) * outputs + n;
                        for (int b = 0; b < passed.length; b++) {
                            RowPlan.Block block = g.rows.blocks().get(b);
                            boolean unsigned = block.encoding(n).unipolar() && !signedInput;
                            int steps = unsigned ? 63 : 31;
                            Quantizer adc = new Quantizer(
                                    state.adcRange.value[0],
                                    steps,
                                    unsigned ? steps * block.encoding(n).lowestLevel(2) : -steps,
                                    unsigned ? steps * block.encoding(n).highestLevel(2) : steps);
                            int group = n / (outputs / g.groups);
                            double whole = 0;
                            for (int cycle = 0; cycle < cycles; cycle++) {
                                for (int slice = 0; slice < slices; slice++) {
                                    double share = share(state, cycleBits, magnitudeBits, cycle, slice);
                                    float sum = 0;
                                    for (int r = block.firstRow(); r < block.firstRow() + block.rows(); r++) {
                                        int from = inputIndex(g, block, group, r, s, p);
                                        float in = from < 0 ? 0f : drive(dac, cycleBits, cycle, x[from]);
                                        sum = Math.fma(in, state.cells.slice(slice)[r * outputs + n], sum);
                                    }
                                    z[at] += share * adc.apply(sum);
                                    byRange[at] += share * adc.fullScaleGradient(sum);
                                    whole += share;
                                    passed[b][at] += share * adc.inputGradient(sum);
                                    clipped += adc.inputGradient(sum) == 0 ? 1 : 0;
                                }
                            }
                            passed[b][at] /= whole;
                        }
                    }
                }
            }
            double[] dz = new double[output.length];
            for (int n = 0; n < outputs; n++) {
                digital(state.digital, n, z, dOut, dz);
            }
            double[] dQuantised = new double[x.length];
            for (int at = 0; at < dz.length; at++) {
                int n = at % outputs;
                int window = at / outputs;
                dAdc += dz[at] * byRange[at];
                for (int b = 0; b < passed.length; b++) {
                    RowPlan.Block block = g.rows.blocks().get(b);
                    int group = n / (outputs / g.groups);
                    double gradient = dz[at] * passed[b][at];
                    for (int r = block.firstRow(); r < block.firstRow() + block.rows(); r++) {
                        int from = inputIndex(g, block, group, r, window / length, window % length);
                        if (from >= 0) {
                            dWeights[r * outputs + n] += gradient * dac.apply(x[from]);
                            dQuantised[from] += gradient * state.cells.programmed[r * outputs + n];
                        }
                    }
                }
            }
            for (int i = 0; i < x.length; i++) {
                dInput[i] = dQuantised[i] * dac.inputGradient(x[i]);
                dDac += dQuantised[i] * dac.fullScaleGradient(x[i]);
            }
        }

        /** Multiplier and bias of one column, normalised by the statistics of all its sums or not, and their gradients. */
        private void digital(DigitalState digital, int n, double[] z, float[] dOut, double[] dz) {
            int outputs = digital.outputs();
            double rows = (double) z.length / outputs;
            double mean = 0;
            double deviation = 1;
            if (digital.normalised()) {
                double square = 0;
                for (int at = n; at < z.length; at += outputs) {
                    mean += z[at] / rows;
                    square += z[at] * z[at] / rows;
                }
                deviation = Math.sqrt(square - mean * mean + DigitalState.EPSILON);
            }
            double gain = digital.gain().value[n];
            for (int at = n; at < z.length; at += outputs) {
                double scaled = (z[at] - mean) / deviation;
                output[at] = gain * scaled + digital.bias.value[n];
                dBias[n] += dOut[at];
                dMultiplier[n] += dOut[at] * scaled;
            }
            for (int at = n; at < z.length; at += outputs) {
                double along = dBias[n] + dMultiplier[n] * (z[at] - mean) / deviation;
                dz[at] = gain / deviation * (dOut[at] - (digital.normalised() ? along / rows : 0));
            }
        }

        private double share(CrossbarState state, int cycleBits, int magnitudeBits, int cycle, int slice) {
            double levels = state.slices.cellLevels();
            double weight = Math.pow(levels, slice) * (levels - 1) / (Math.pow(levels, state.slices.count()) - 1);
            return cycles == 1
                    ? weight
                    : weight * Math.pow(2, cycle * cycleBits) * ((1 << cycleBits) - 1) / ((1 << magnitudeBits) - 1);
        }

        /** What the row drivers apply in one cycle. */
        private float drive(Quantizer dac, int cycleBits, int cycle, float x) {
            if (cycles == 1) {
                return dac.apply(x);
            }
            int digit = (Math.abs(dac.code(x)) >> (cycle * cycleBits)) & ((1 << cycleBits) - 1);
            return Integer.signum(dac.code(x)) * digit * (dac.fullScale() / ((1 << cycleBits) - 1));
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
