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
    /** Clip bits of up to 32 units a word. */
    private final int[][] clipped;

    private final float[] scratch;
    private final float[] masked;
    private float @Nullable [] readNoise;
    private final int blocks;
    private final int slices;
    private final int cycles;
    /** Clipped conversions of each unit: a cycle of the inputs, a row block and a slice of the weights, in this order. */
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
        blocks = geometry.rows.blocks().size();
        slices = state.slices.count();
        cycles = state.cycles();
        int units = cycles * blocks * slices;
        clipped = new int[Math.ceilDiv(units, Integer.SIZE)][results];
        clippings = new long[units];
        int longest = geometry.runLength(samples);
        scratch = new float[Math.min(longest, tileRows(longest)) * state.outputs];
        masked = new float[longest * state.outputs];
    }

    private int tileRows(int run) {
        return Math.min(run, Math.max(16, TILE / state.outputs));
    }

    @Override
    void forward(Run run) {
        AnalogLayer analog = state.analog;
        boolean simulated = run.stage.analog() && analog != null;
        if (cycles == 1 || !run.stage.analog() || simulated) {
            staging.load(before.output, run.samples, run.stage.analog() ? state.dac() : null);
        }
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
            for (int b = 0; b < blocks; b++) {
                product(b, r, 0, length, state.programmed, sums, r * length * state.outputs, b > 0);
            }
        }
    }

    private int unit(int cycle, int block, int slice) {
        return (cycle * blocks + block) * slices + slice;
    }

    private void convert(Run run) {
        for (int cycle = 0; cycle < cycles; cycle++) {
            if (cycles > 1) {
                staging.loadDigit(before.output, run.samples, state.dac(), state.cycleBits(), cycle);
            }
            convert(run, cycle);
        }
        if (cycles > 1 && run.stage.training()) {
            // The backward pass sees the inputs whole.
            staging.load(before.output, run.samples, state.dac());
        }
    }

    private void convert(Run run, int cycle) {
        Stage stage = run.stage;
        int length = geometry.runLength(run.samples);
        int runs = geometry.runs(run.samples);
        int elements = runs * length * state.outputs;
        float readSigma = (float) stage.noise().readSigma();
        float[] deviates = readSigma > 0 ? readNoise(run, cycle, elements * blocks * slices) : null;
        int tileRows = tileRows(length);
        for (int r = 0; r < runs; r++) {
            for (int row = 0; row < length; row += tileRows) {
                int rows = Math.min(tileRows, length - row);
                int at = (r * length + row) * state.outputs;
                for (int b = 0; b < blocks; b++) {
                    for (int slice = 0; slice < slices; slice++) {
                        int unit = unit(cycle, b, slice);
                        // The first unit's analog sums are formed in place; later ones must keep what is there.
                        float[] analog = unit == 0 ? sums : scratch;
                        int analogAt = unit == 0 ? at : 0;
                        product(b, r, row, rows, state.cells(slice), analog, analogAt, false);
                        int deviatesAt = (b * slices + slice) * elements + at;
                        convert(stage, cycle, b, slice, rows, analog, analogAt, deviates, deviatesAt, at);
                    }
                }
            }
        }
        conversions += (long) elements * blocks * slices;
    }

    /** Converts the analog sums of one unit in {@code rows} windows. */
    private void convert(
            Stage stage,
            int cycle,
            int block,
            int slice,
            int rows,
            float[] analog,
            int analogAt,
            float @Nullable [] deviates,
            int deviatesAt,
            int at) {
        int unit = unit(cycle, block, slice);
        float sigma = (float) stage.noise().readSigma() * state.adcRange.value[0];
        float share = state.share(cycle, slice);
        List<CrossbarState.AdcColumns> columns = state.adcColumns(block);
        int outputs = state.outputs;
        // Columns that are converted alike lie together only if they are all.
        int rowsAtOnce = columns.size() == 1 ? rows : 1;
        for (int row = 0; row < rows; row += rowsAtOnce) {
            for (int c = 0; c < columns.size(); c++) {
                int from = row * outputs + columns.get(c).firstOutput();
                clippings[unit] += AdcKernel.convert(
                        state.adc(block, c),
                        share,
                        unit == 0,
                        rowsAtOnce * columns.get(c).outputs(),
                        analog,
                        analogAt + from,
                        sigma,
                        deviates,
                        deviatesAt + from,
                        sums,
                        stage.training() ? residual : null,
                        stage.training() ? clipped[unit / Integer.SIZE] : null,
                        at + from,
                        1 << unit,
                        unit % Integer.SIZE == 0);
            }
        }
    }

    private float[] readNoise(Run run, int cycle, int needed) {
        if (readNoise == null || readNoise.length < needed) {
            readNoise = new float[needed];
        }
        run.stage
                .noise(NoiseUse.Part.READ, state.index, run.shard)
                .gaussian((long) cycle * needed, readNoise, 0, needed);
        return readNoise;
    }

    /** Sums of block {@code b} over the windows {@code row … row + rows − 1} of run {@code r}. */
    private void product(int b, int r, int row, int rows, float[] weights, float[] into, int at, boolean accumulate) {
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
                    weights,
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
                        weights,
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

    /**
     * Adds the analog sums of one row block in the last run, before any ADC, of all cycles of the inputs and slices of the
     * weights.
     */
    void addBlockSums(int block, int samples, Magnitudes magnitudes) {
        int length = geometry.runLength(samples);
        float[] result = new float[geometry.runs(samples) * length * state.outputs];
        for (int cycle = 0; cycle < cycles; cycle++) {
            if (cycles > 1) {
                staging.loadDigit(before.output, samples, state.dac(), state.cycleBits(), cycle);
            }
            for (int slice = 0; slice < slices; slice++) {
                for (int r = 0; r < geometry.runs(samples); r++) {
                    product(block, r, 0, length, state.cells(slice), result, r * length * state.outputs, false);
                }
                magnitudes.add(result, result.length);
            }
        }
    }

    /** Adds what the row drivers applied in the last run, which was analog. */
    void addActivity(int samples, ActivitySum sum) {
        for (int cycle = 0; cycle < cycles; cycle++) {
            if (cycles > 1) {
                staging.loadDigit(before.output, samples, state.dac(), state.cycleBits(), cycle);
            }
            sum.add(
                    simulation.show(staging.values, samples),
                    blocks,
                    state.dac().fullScale());
        }
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
            for (int b = 0; b < blocks; b++) {
                float[] gradient = sumGradient;
                int at = r * count;
                if (analog && clipped(b)) {
                    mask(b, at, count);
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

    /** Whether the ADCs clipped any conversion of a row block. */
    private boolean clipped(int block) {
        for (int cycle = 0; cycle < cycles; cycle++) {
            for (int slice = 0; slice < slices; slice++) {
                if (clippings[unit(cycle, block, slice)] > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Writes the gradient of a row block's sums less what was clipped. A sum of several conversions passes the gradient by
     * the shares of those that were not clipped: each digit of a weight and of an input counts as moving with the whole
     * (straight-through), so that without clipping the gradient is that of the whole product.
     */
    private void mask(int block, int at, int count) {
        if (cycles * slices == 1) {
            AdcKernel.passUnclipped(count, sumGradient, clipped[block / Integer.SIZE], at, 1 << block, masked);
            return;
        }
        System.arraycopy(sumGradient, at, masked, 0, count);
        float whole = 0;
        for (int cycle = 0; cycle < cycles; cycle++) {
            whole += state.share(cycle, 0) / (float) state.slices.share(0);
        }
        for (int cycle = 0; cycle < cycles; cycle++) {
            for (int slice = 0; slice < slices; slice++) {
                int unit = unit(cycle, block, slice);
                if (clippings[unit] > 0) {
                    AdcKernel.withholdClipped(
                            count,
                            state.share(cycle, slice) / whole,
                            sumGradient,
                            clipped[unit / Integer.SIZE],
                            at,
                            1 << unit,
                            masked);
                }
            }
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
