package studio.crossbar.training;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.hardware.RowPlan;
import studio.crossbar.network.Layer;
import studio.crossbar.tensor.DepthwiseKernel;
import studio.crossbar.tensor.MatrixProduct;

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
    private final Conversions conversions;
    private final Runs runs;
    private final float[] sums;
    private final float[] sumGradient;
    /** Analog sums of some windows {@code [windows × outputs]}. */
    private final float[] analog;
    /** Gradient of a run's sums {@code [windows × outputs]}: of all that lie apart, and less what was clipped. */
    private final float[] gathered;

    private final float[] masked;
    private final int blocks;
    private final int slices;
    private final int cycles;

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
        runs = geometry.runs;
        staging = new Staging(geometry);
        simulation = new SimulatedLayer(geometry);
        digital = new DigitalPass(state.digital, geometry.output.length(), clip);
        weightGradient = new float[state.weights.value.length];
        int results = samples * geometry.output.length() * state.outputs;
        sums = new float[results];
        sumGradient = new float[results];
        conversions = new Conversions(state, results);
        blocks = geometry.rows.blocks().size();
        slices = state.slices.count();
        cycles = state.cycles();
        int longest = runs.length(samples);
        analog = new float[Math.min(longest, tileRows(longest)) * state.outputs];
        gathered = new float[runs.together() ? 0 : longest * state.outputs];
        masked = new float[longest * state.outputs];
    }

    private int tileRows(int run) {
        return Math.min(run, Math.max(16, TILE / state.outputs));
    }

    @Override
    void forward(Run run) {
        AnalogLayer simulator = state.analog;
        boolean simulated = run.stage.analog() && simulator != null;
        if (cycles == 1 || !run.stage.analog() || simulated) {
            staging.load(before.output, run.samples, run.stage.analog() ? state.dac() : null);
        }
        if (run.stage.analog() && simulator != null) {
            simulation.convert(simulator, run, state.index, staging.values, sums);
        } else if (run.stage.analog()) {
            convert(run);
        } else {
            plain(run);
        }
        digital.forward(run, sums, output);
    }

    private void plain(Run run) {
        int length = runs.length(run.samples);
        for (int r = 0; r < runs.count(run.samples); r++) {
            for (int b = 0; b < blocks; b++) {
                product(b, r, 0, length, state.cells.programmed, sums, runs.result(r), runs.resultStep(), b > 0);
            }
        }
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
        int length = runs.length(run.samples);
        int tileRows = tileRows(length);
        conversions.begin(run, cycle);
        for (int r = 0; r < runs.count(run.samples); r++) {
            for (int row = 0; row < length; row += tileRows) {
                int rows = Math.min(tileRows, length - row);
                int at = runs.result(r) + row * runs.resultStep();
                for (int b = 0; b < blocks; b++) {
                    for (int slice = 0; slice < slices; slice++) {
                        // The first unit's analog sums can be formed in place; later ones must keep what is there.
                        boolean inPlace = runs.together() && conversions.first(cycle, b, slice);
                        float[] formed = inPlace ? sums : analog;
                        int formedAt = inPlace ? at : 0;
                        product(b, r, row, rows, state.cells.slice(slice), formed, formedAt, state.outputs, false);
                        conversions.convert(run, cycle, b, slice, rows, formed, formedAt, sums, at, runs.resultStep());
                    }
                }
            }
        }
    }

    /**
     * Sums of block {@code b} over the windows {@code row … row + rows − 1} of run {@code r}.
     *
     * @param step distance between the windows' sums in {@code into}
     */
    private void product(
            int b, int r, int row, int rows, float[] weights, float[] into, int at, int step, boolean accumulate) {
        RowPlan.Block block = geometry.rows.blocks().get(b);
        int windowStep = runs.step(block.plane());
        int base = runs.offset(block.plane(), r) + row * windowStep;
        int outputs = state.outputs;
        if (geometry.depthwise()) {
            DepthwiseKernel.forward(
                    rows,
                    outputs,
                    staging.values,
                    base,
                    windowStep,
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
                        windowStep,
                        1,
                        weights,
                        segment.firstRow() * outputs + group * perGroup,
                        outputs,
                        into,
                        at + group * perGroup,
                        step,
                        accumulate || s > 0);
            }
        }
    }

    /** What the ADCs did since {@link #clear}. */
    Conversions conversions() {
        return conversions;
    }

    /** What the DACs were given in the last run. */
    float[] inputs() {
        return before.output;
    }

    /**
     * Shows the analog sums of one row block in the last run, before any ADC, of all cycles of the inputs and slices of the
     * weights.
     */
    void readBlockSums(int block, int samples, SumReader reader) {
        int length = runs.length(samples);
        float[] result = new float[runs.count(samples) * length * state.outputs];
        for (int cycle = 0; cycle < cycles; cycle++) {
            if (cycles > 1) {
                staging.loadDigit(before.output, samples, state.dac(), state.cycleBits(), cycle);
            }
            for (int slice = 0; slice < slices; slice++) {
                for (int r = 0; r < runs.count(samples); r++) {
                    product(
                            block,
                            r,
                            0,
                            length,
                            state.cells.slice(slice),
                            result,
                            runs.result(r),
                            runs.resultStep(),
                            false);
                }
                reader.take(result, result.length);
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
        adcRangeGradient +=
                digital.backward(run, sums, output, outputGradient, sumGradient, analog ? conversions.residual : null);
        boolean inputGradient = !first || analog;
        if (inputGradient) {
            staging.clearGradient(run.samples);
        }
        int length = runs.length(run.samples);
        for (int r = 0; r < runs.count(run.samples); r++) {
            float[] gradient = runs.together() ? sumGradient : gathered;
            int at = runs.together() ? runs.result(r) : 0;
            if (!runs.together()) {
                gather(r, length);
            }
            for (int b = 0; b < blocks; b++) {
                boolean clipped = analog && conversions.clipped(b);
                if (clipped) {
                    mask(b, r, length);
                }
                blockGradient(b, r, length, clipped ? masked : gradient, clipped ? 0 : at, inputGradient);
            }
        }
        if (inputGradient) {
            dacRangeGradient +=
                    staging.unload(before.output, before.outputGradient, run.samples, analog ? state.dac() : null);
        }
    }

    /** Puts the gradients of a run's sums together. */
    private void gather(int run, int length) {
        for (int i = 0; i < length; i++) {
            int from = runs.result(run) + i * runs.resultStep();
            System.arraycopy(sumGradient, from, gathered, i * state.outputs, state.outputs);
        }
    }

    private void mask(int block, int run, int length) {
        int atOnce = runs.together() ? length : 1;
        for (int i = 0; i < length; i += atOnce) {
            int from = runs.result(run) + i * runs.resultStep();
            conversions.mask(block, sumGradient, from, atOnce * state.outputs, masked, i * state.outputs);
        }
    }

    /** Gradients of one block's weights and inputs from those of its sums in one run. */
    private void blockGradient(int b, int r, int length, float[] gradient, int at, boolean inputGradient) {
        RowPlan.Block block = geometry.rows.blocks().get(b);
        int step = runs.step(block.plane());
        int base = runs.offset(block.plane(), r);
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
                    state.cells.programmed,
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
                    state.cells.transposed,
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
        conversions.clear();
    }
}
