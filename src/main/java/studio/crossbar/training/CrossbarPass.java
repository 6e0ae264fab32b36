package studio.crossbar.training;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.hardware.RowPlan;
import studio.crossbar.network.Layer;
import studio.crossbar.tensor.AdcKernel;
import studio.crossbar.tensor.DepthwiseKernel;
import studio.crossbar.tensor.MatrixProduct;
import studio.crossbar.tensor.NoiseUse;

/** A layer with weights in one lane: DACs, analog sums, ADCs, digital multiplier, bias and clip. */
final class CrossbarPass extends Pass {

    /** Elements converted at a time, so that they are still in the first-level cache. */
    private static final int TILE = 2048;

    private final CrossbarState state;
    private final Geometry geometry;
    private final Staging staging;
    private final Pass before;
    private final boolean first;
    final DigitalPass digital;
    final float[] weightGradient;
    /** Gradients of A and Y. */
    double dacRangeGradient;

    double adcRangeGradient;

    private final SimulatedLayer simulation;
    private final float[] sums;
    private final float[] sumGradient;
    private final float[] residual;
    /** Clip bits of up to 32 row blocks a word. */
    private final int[][] clipped;

    private final float[] scratch;
    private final float[] masked;
    private float @Nullable [] readNoise;
    private final long[] clippings;
    private long conversions;

    /**
     * @param first whether nothing before it learns
     * @param clip layer that follows and is done on the way, or null
     */
    CrossbarPass(CrossbarState state, Pass before, int samples, boolean first, Layer.@Nullable Clip clip) {
        super(state.geometry.output, samples);
        this.state = state;
        this.geometry = state.geometry;
        this.before = before;
        this.first = first;
        staging = new Staging(geometry);
        simulation = new SimulatedLayer(geometry);
        digital = new DigitalPass(state.digital, geometry.output.length(), clip);
        weightGradient = new float[state.weights.value.length];
        int results = samples * geometry.output.length() * state.outputs;
        sums = new float[results];
        sumGradient = new float[results];
        residual = new float[results];
        int blocks = geometry.rows.blocks().size();
        clipped = new int[Math.ceilDiv(blocks, Integer.SIZE)][results];
        clippings = new long[blocks];
        int longest = geometry.runLength(samples);
        scratch = new float[Math.min(longest, tileRows(longest)) * state.outputs];
        masked = new float[longest * state.outputs];
    }

    private int tileRows(int run) {
        return Math.min(run, Math.max(16, TILE / state.outputs));
    }

    @Override
    void forward(Run run) {
        staging.load(before.output, run.samples, run.stage.analog() ? state.dac() : null);
        AnalogLayer analog = state.analog;
        if (run.stage.analog() && analog != null) {
            simulation.convert(analog, run, state.index, staging.values, sums);
        } else if (run.stage.analog()) {
            convert(run);
        } else {
            plain(run);
        }
        digital.forward(run, sums, output);
    }

    private void plain(Run run) {
        int length = geometry.runLength(run.samples);
        for (int r = 0; r < geometry.runs(run.samples); r++) {
            for (int b = 0; b < clippings.length; b++) {
                product(b, r, 0, length, sums, r * length * state.outputs, b > 0);
            }
        }
    }

    private void convert(Run run) {
        Stage stage = run.stage;
        int length = geometry.runLength(run.samples);
        int runs = geometry.runs(run.samples);
        int elements = runs * length * state.outputs;
        float readSigma = (float) stage.noise().readSigma();
        float[] deviates = readSigma > 0 ? readNoise(run, elements * clippings.length) : null;
        float sigma = readSigma * state.adcRange.value[0];
        boolean training = stage.training();
        int tileRows = tileRows(length);
        for (int r = 0; r < runs; r++) {
            for (int row = 0; row < length; row += tileRows) {
                int rows = Math.min(tileRows, length - row);
                int at = (r * length + row) * state.outputs;
                for (int b = 0; b < clippings.length; b++) {
                    // The first block's analog sums are formed in place; later ones must keep what is there.
                    float[] analog = b == 0 ? sums : scratch;
                    int analogAt = b == 0 ? at : 0;
                    product(b, r, row, rows, analog, analogAt, false);
                    clippings[b] += AdcKernel.convert(
                            state.adc(b),
                            b == 0,
                            rows * state.outputs,
                            analog,
                            analogAt,
                            sigma,
                            deviates,
                            b * elements + at,
                            sums,
                            training ? residual : null,
                            training ? clipped[b / Integer.SIZE] : null,
                            at,
                            1 << b,
                            b % Integer.SIZE == 0);
                }
            }
        }
        conversions += (long) elements * clippings.length;
    }

    private float[] readNoise(Run run, int needed) {
        if (readNoise == null || readNoise.length < needed) {
            readNoise = new float[needed];
        }
        run.stage.noise(NoiseUse.Part.READ, state.index, run.shard).gaussian(0, readNoise, 0, needed);
        return readNoise;
    }

    /** Sums of block {@code b} over the windows {@code row … row + rows − 1} of run {@code r}. */
    private void product(int b, int r, int row, int rows, float[] into, int at, boolean accumulate) {
        RowPlan.Block block = geometry.rows.blocks().get(b);
        int plane = block.plane();
        int step = geometry.windowStep(plane);
        int base = geometry.runOffset(plane, r) + row * step;
        int outputs = state.outputs;
        if (geometry.depthwise()) {
            DepthwiseKernel.forward(
                    rows,
                    outputs,
                    staging.values,
                    base,
                    step,
                    state.taps,
                    block.firstRow(),
                    block.rows(),
                    state.programmed,
                    into,
                    at,
                    accumulate);
            return;
        }
        int perGroup = outputs / geometry.groups;
        for (int group = 0; group < geometry.groups; group++) {
            List<Geometry.Segment> segments = geometry.segments.get(b).get(group);
            for (int s = 0; s < segments.size(); s++) {
                Geometry.Segment segment = segments.get(s);
                MatrixProduct.multiply(
                        rows,
                        perGroup,
                        segment.rows(),
                        staging.values,
                        base + segment.offset(),
                        step,
                        1,
                        state.programmed,
                        segment.firstRow() * outputs + group * perGroup,
                        outputs,
                        into,
                        at + group * perGroup,
                        outputs,
                        accumulate || s > 0);
            }
        }
    }

    /** Conversions of the analog runs since {@link #clear}, and how many of them the ADCs clipped. */
    long conversions() {
        return conversions;
    }

    long clippings() {
        long sum = 0;
        for (long count : clippings) {
            sum += count;
        }
        return sum;
    }

    /** What the DACs were given in the last run. */
    float[] inputs() {
        return before.output;
    }

    /** Analog sums {@code [samples · positions, outputs]} of one row block in the last run, before any ADC. */
    float[] blockSums(int block, int samples) {
        int length = geometry.runLength(samples);
        float[] result = new float[geometry.runs(samples) * length * state.outputs];
        for (int r = 0; r < geometry.runs(samples); r++) {
            product(block, r, 0, length, result, r * length * state.outputs, false);
        }
        return result;
    }

    @Override
    void backward(Run run) {
        boolean analog = run.stage.analog();
        adcRangeGradient += digital.backward(run, sums, output, outputGradient, sumGradient, analog ? residual : null);
        boolean inputGradient = !first || analog;
        if (inputGradient) {
            staging.clearGradient(run.samples);
        }
        int length = geometry.runLength(run.samples);
        int count = length * state.outputs;
        for (int r = 0; r < geometry.runs(run.samples); r++) {
            for (int b = 0; b < clippings.length; b++) {
                float[] gradient = sumGradient;
                int at = r * count;
                if (analog && clippings[b] > 0) {
                    AdcKernel.passUnclipped(count, sumGradient, clipped[b / Integer.SIZE], r * count, 1 << b, masked);
                    gradient = masked;
                    at = 0;
                }
                blockGradient(b, r, length, gradient, at, inputGradient);
            }
        }
        if (inputGradient) {
            dacRangeGradient +=
                    staging.unload(before.output, before.outputGradient, run.samples, analog ? state.dac() : null);
        }
    }

    /** Gradients of one block's weights and inputs from those of its sums in one run. */
    private void blockGradient(int b, int r, int length, float[] gradient, int at, boolean inputGradient) {
        RowPlan.Block block = geometry.rows.blocks().get(b);
        int plane = block.plane();
        int step = geometry.windowStep(plane);
        int base = geometry.runOffset(plane, r);
        int outputs = state.outputs;
        if (geometry.depthwise()) {
            DepthwiseKernel.backward(
                    length,
                    outputs,
                    staging.values,
                    base,
                    step,
                    state.taps,
                    block.firstRow(),
                    block.rows(),
                    state.programmed,
                    gradient,
                    at,
                    weightGradient,
                    staging.gradient);
            return;
        }
        int perGroup = outputs / geometry.groups;
        for (int group = 0; group < geometry.groups; group++) {
            List<Geometry.Segment> segments = geometry.segments.get(b).get(group);
            for (int s = 0; s < segments.size(); s++) {
                Geometry.Segment segment = segments.get(s);
                int column = group * perGroup;
                MatrixProduct.multiply(
                        segment.rows(),
                        perGroup,
                        length,
                        staging.values,
                        base + segment.offset(),
                        1,
                        step,
                        gradient,
                        at + column,
                        outputs,
                        weightGradient,
                        segment.firstRow() * outputs + column,
                        outputs,
                        true);
                if (inputGradient) {
                    inputGradient(segment, column, perGroup, base, step, length, gradient, at + column);
                }
            }
        }
    }

    private void inputGradient(
            Geometry.Segment segment,
            int column,
            int columns,
            int base,
            int step,
            int length,
            float[] gradient,
            int at) {
        // Rows of the result must not overlap: parts no wider than the distance between windows.
        int widest = segment.scatter() ? segment.rows() : step;
        for (int from = 0; from < segment.rows(); from += widest) {
            MatrixProduct.multiply(
                    length,
                    Math.min(widest, segment.rows() - from),
                    columns,
                    gradient,
                    at,
                    state.outputs,
                    1,
                    state.transposed,
                    column * geometry.rows.rows() + segment.firstRow() + from,
                    geometry.rows.rows(),
                    staging.gradient,
                    base + segment.offset() + from,
                    step,
                    true);
        }
    }

    /** Forgets the gradients of the step before. */
    void clear() {
        Arrays.fill(weightGradient, 0);
        digital.clear();
        dacRangeGradient = 0;
        adcRangeGradient = 0;
        Arrays.fill(clippings, 0);
        conversions = 0;
    }
}
